"""A reference beside a record of its work, field by field: equal, different, or nothing to compare.

What two sources write differently as a habit is no difference: dashes, case, accents, entities,
abbreviated journals, shortened pages, initials, cut author lists, subtitles, Jalali years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from casereport.diagnostics import N_
from casereport.model.evidence import WorkRecord
from casereport.model.reference import Name, Reference
from casereport.references.evidence.author_lists import AuthorDifference, same_authors
from casereport.references.evidence.journals import same_journal
from casereport.references.evidence.keys import comparable_doi, comparable_pmid
from casereport.references.evidence.printed_places import (
    first_number,
    numbers_in,
    same_pages,
    same_places,
)
from casereport.references.evidence.record_titles import likeness, same_title
from casereport.references.languages import language_name
from casereport.text.digits import to_latin_digits

Verdict: TypeAlias = Literal["equal", "near", "different", "absent"]
"""``near``: a year between print and online. ``absent``: one of the two has nothing to compare."""

_JALALI = range(1178, 1502)
_BOOKS = frozenset({"book", "chapter"})
_IN_JOURNALS = frozenset({"article-journal", "article-magazine", "article", ""})


@dataclass(frozen=True, slots=True)
class Compared:
    """One field, by its CSL name; ``record`` is the one that ``theirs`` was taken from."""

    variable: str
    verdict: Verdict
    ours: str = ""
    theirs: str = ""
    record: WorkRecord | None = None
    author: AuthorDifference | None = None


def compare(reference: Reference, records: Sequence[WorkRecord]) -> tuple[Compared, ...]:
    """Each field, against all records of the work: where one agrees, the others are wrong.

    Crossref and PubMed often have two dates, and each its own slips.
    """
    each = [tuple(_compare_one(reference, record)) for record in records]
    if not each:
        return ()
    by_field = zip(*each, strict=True)
    return tuple(min(field, key=lambda one: _ORDER[one.verdict]) for field in by_field)


_ORDER: dict[Verdict, int] = {"equal": 0, "near": 1, "different": 2, "absent": 3}


def _compare_one(reference: Reference, record: WorkRecord) -> Iterator[Compared]:
    whole = reference.type == "chapter" and record.type == "book"
    for variable, function in _FIELDS:
        found = function(reference, record)
        # The record of a book tells the chapter's year and no more.
        if whole and variable not in {"issued", "DOI"}:
            found = Compared(variable, "absent", found.ours)
        yield replace(found, record=record)


def _verdict(same: bool | None) -> Verdict:  # noqa: FBT001  (what a comparison returns)
    return "absent" if same is None else "equal" if same else "different"


def compare_title(reference: Reference, record: WorkRecord) -> Compared:
    """The title against each that the record gives."""
    # Databases translate into English.
    foreign = bool(reference.language) and language_name(reference.language) != "English"
    same = same_title(reference.title, record.titles, foreign=foreign)
    nearest = max(record.titles, key=lambda one: likeness(reference.title, (one,)), default="")
    # PubMed ends each title with a full stop.
    return Compared("title", _verdict(same), reference.title, nearest.removesuffix("."))


def compare_authors(reference: Reference, record: WorkRecord) -> Compared:
    """The family names in their order."""
    cut = reference.et_al or record.et_al
    same = same_authors(reference.authors, record.authors, cut=cut)
    ours = _names(reference.authors)
    if isinstance(same, AuthorDifference):
        return Compared("author", "different", ours, _names(record.authors), author=same)
    return Compared("author", _verdict(same), ours, _names(record.authors))


def _names(authors: Sequence[Name]) -> str:
    names = [one.family or one.literal for one in authors]
    return ", ".join(names[:6]) + (", \u2026" if len(names) > 6 else "")


def compare_year(reference: Reference, record: WorkRecord) -> Compared:
    """The year; one that is a year off, or the one of the publication online, is near."""
    ours = reference.issued.year
    known = [year for year in (record.printed, record.online) if year is not None]
    if ours is None or not known:
        return Compared("issued", "absent", str(ours or ""), " / ".join(map(str, known)))
    years = _gregorian(ours)
    shown = " / ".join(map(str, dict.fromkeys(known)))
    if years & _gregorian(known[0]):
        return Compared("issued", "equal", str(ours), shown)
    theirs = {one for year in known for one in _gregorian(year)}
    near = any(abs(one - other) <= 1 for one in years for other in theirs)
    return Compared("issued", "near" if near else "different", str(ours), shown)


def _gregorian(year: int) -> set[int]:
    """A year, or the two in which a Jalali one falls."""
    return {year + 621, year + 622} if year in _JALALI else {year}


def compare_journal(reference: Reference, record: WorkRecord) -> Compared:
    """The journal under each name that the record gives."""
    ours = reference.container_title
    theirs = record.journals[0] if record.journals else ""
    same: bool | None = None
    # What books and proceedings stand in is named in too many ways.
    if ours and theirs and {reference.type, record.type} <= _IN_JOURNALS:
        same = same_journal(ours, record.journals)
    return Compared("container-title", _verdict(same), ours, theirs)


def compare_volume(reference: Reference, record: WorkRecord) -> Compared:
    """The number of the volume."""
    ours, theirs = first_number(reference.volume), first_number(record.volume)
    same = ours == theirs if ours and theirs else None
    return Compared("volume", _verdict(same), reference.volume, record.volume)


def compare_issue(reference: Reference, record: WorkRecord) -> Compared:
    """The issue and its supplement: «34 Suppl 100» may stand in the volume's or its own place."""
    ours = (
        *numbers_in(reference.volume)[1:],
        *numbers_in(reference.issue),
        *numbers_in(reference.supplement),
    )
    theirs = (*numbers_in(record.volume)[1:], *numbers_in(record.issue))
    shown = reference.issue or reference.supplement
    return Compared("issue", _verdict(same_places(ours, theirs)), shown, record.issue)


def compare_pages(reference: Reference, record: WorkRecord) -> Compared:
    """The pages, or the article's number, in each form that the record gives."""
    each = [same_pages(reference.page, pages) for pages in record.pages]
    same = True if True in each else None if not each or None in each else False
    theirs = record.pages[0] if record.pages else ""
    return Compared("page", _verdict(same), reference.page, theirs)


def compare_doi(reference: Reference, record: WorkRecord) -> Compared:
    """The DOI, in which case does not count."""
    ours, theirs = comparable_doi(to_latin_digits(reference.doi)), comparable_doi(record.doi)
    same = ours == theirs if ours and theirs else None
    return Compared("DOI", _verdict(same), reference.doi, record.doi)


def compare_pmid(reference: Reference, record: WorkRecord) -> Compared:
    """The PubMed number."""
    ours, theirs = comparable_pmid(reference.pmid), comparable_pmid(record.pmid)
    same = ours == theirs if ours and theirs else None
    return Compared("PMID", _verdict(same), reference.pmid, record.pmid)


_FIELDS: tuple[tuple[str, Callable[[Reference, WorkRecord], Compared]], ...] = (
    ("title", compare_title),
    ("author", compare_authors),
    ("issued", compare_year),
    ("container-title", compare_journal),
    ("volume", compare_volume),
    ("issue", compare_issue),
    ("page", compare_pages),
    ("DOI", compare_doi),
    ("PMID", compare_pmid),
)
FIELD_NAMES: dict[str, str] = {
    "title": N_("title"), "author": N_("authors"), "issued": N_("year"),
    "container-title": N_("journal"), "volume": N_("volume"), "issue": N_("issue"),
    "page": N_("pages"), "DOI": "DOI", "PMID": "PMID",
}  # fmt: skip
"""What the fields that are compared are called."""
