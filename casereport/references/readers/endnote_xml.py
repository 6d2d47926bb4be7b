"""EndNote XML files (.xml, .enl.xml)."""

from __future__ import annotations

from casereport.references.read_result import ReadReferences

suffixes: tuple[str, ...] = (".enl.xml", ".xml")


def read(text: str, file: str) -> ReadReferences:
    """The references of an EndNote XML file; faults carry the place of their record."""
    from casereport.references.endnote import reading

    return reading.read(text, file)
