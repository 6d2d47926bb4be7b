"""BibTeX: blocks and their places, values, LaTeX, and the way from its fields to CSL's."""
