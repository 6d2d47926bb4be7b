"""Evidence that a user supplies: what a database's saved answers say of cited works."""

from __future__ import annotations

from dataclasses import dataclass

from casereport.diagnostics import Span
from casereport.model.reference import Name, Retraction


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """What one record says of a work; empty where it says nothing.

    ``source``: the database, Crossref or PubMed. ``titles``: each form it gives (with the subtitle,
    in the original language; in square brackets when translated). ``journals``: full name and
    abbreviations. ``printed`` and ``online`` are years. ``pages``: a range, or an article number.
    ``et_al``: the record says that its author list is cut. ``notices``: retractions and the like
    that it tells, of this work or (the record of a notice itself) of another one.
    """

    source: str
    type: str = ""
    titles: tuple[str, ...] = ()
    authors: tuple[Name, ...] = ()
    et_al: bool = False
    journals: tuple[str, ...] = ()
    printed: int | None = None
    online: int | None = None
    volume: str = ""
    issue: str = ""
    pages: tuple[str, ...] = ()
    doi: str = ""
    pmid: str = ""
    notices: tuple[Retraction, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The records that may speak of a case's references.

    ``files`` are all files that hold records, ``lists`` the lists of retractions that were read.
    """

    records: tuple[WorkRecord, ...] = ()
    files: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
