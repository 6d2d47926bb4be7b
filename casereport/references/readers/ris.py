"""RIS files (.ris)."""

from __future__ import annotations

from casereport.references.read_result import ReadReferences

suffixes: tuple[str, ...] = (".ris",)


def read(text: str, file: str) -> ReadReferences:
    """The references of a RIS file; faults carry the line of their record or value."""
    from casereport.references.ris import reading

    return reading.read(text, file)
