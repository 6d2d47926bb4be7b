"""The reference list by a CSL style: variables in, a style instance of citeproc-py, runs out."""
