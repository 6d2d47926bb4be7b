"""PubMed's files (.nbib)."""

from __future__ import annotations

from casereport.references.read_result import ReadReferences

suffixes: tuple[str, ...] = (".nbib",)


def read(text: str, file: str) -> ReadReferences:
    """The references of a PubMed file; faults carry the line of their record or value."""
    from casereport.references.nbib import reading

    return reading.read(text, file)
