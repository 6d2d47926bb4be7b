"""Reference lists pasted as text (.txt)."""

from __future__ import annotations

from casereport.references.read_result import ReadReferences

suffixes: tuple[str, ...] = (".txt",)


def read(text: str, file: str) -> ReadReferences:
    """The references of a pasted list; a number out of its place in the list is a fault."""
    from casereport.references.pasted import reading

    return reading.read(text, file)
