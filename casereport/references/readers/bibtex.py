"""BibTeX and biblatex files (.bib)."""

from __future__ import annotations

from casereport.references.read_result import ReadReferences

suffixes: tuple[str, ...] = (".bib",)


def read(text: str, file: str) -> ReadReferences:
    """The references of a BibTeX file; faults carry the line of their entry or field."""
    from casereport.references.bibtex import reading

    return reading.read(text, file)
