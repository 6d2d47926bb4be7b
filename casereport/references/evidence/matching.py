"""Which records speak of a reference, and whether its identifiers belong to another work.

What has the reference's DOI or PubMed number is its record, unless title, authors and place say
that it is a stranger's. Without such a record one is found by title or place, when nothing speaks
against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casereport.model.evidence import WorkRecord
from casereport.model.reference import Reference
from casereport.references.evidence.author_lists import is_same_person
from casereport.references.evidence.comparing import compare_title, compare_year
from casereport.references.evidence.keys import (
    comparable_doi,
    comparable_pmid,
    keys_of_record,
    keys_of_reference,
)
from casereport.references.evidence.printed_places import first_number, first_page
from casereport.references.evidence.record_titles import (
    comparable_words,
    likeness,
    numerals_differ,
    same_title,
)
from casereport.references.languages import language_of_script
from casereport.text.digits import to_latin_digits

_TELLING = 4
"""So many words of a title tell a work where no author is named."""
_HALF, _MOST = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Matches:
    """The records of the reference's work, and those of others that have its DOI or PMID.

    ``strangers``: the variable (DOI, PMID), and the record of the work to which it belongs.
    """

    records: tuple[WorkRecord, ...] = ()
    strangers: tuple[tuple[str, WorkRecord], ...] = ()

    @property
    def found(self) -> bool:
        """True when the reference could be compared with anything."""
        return bool(self.records or self.strangers)


class RecordIndex:
    """Records by the keys of their works."""

    def __init__(self, records: Iterable[WorkRecord]) -> None:
        self._by_key: dict[str, list[WorkRecord]] = {}
        for record in records:
            for key in keys_of_record(record):
                self._by_key.setdefault(key, []).append(record)

    def near(self, reference: Reference) -> tuple[WorkRecord, ...]:
        """The records that may speak of a reference, in their order."""
        keys = keys_of_reference(reference)
        found = (record for key in keys for record in self._by_key.get(key, ())[:_MANY])
        return tuple({id(record): record for record in found}.values())

    def match(self, reference: Reference) -> Matches:
        """The records of a reference's own work, and strangers with its identifiers."""
        near = self.near(reference)
        own: list[WorkRecord] = []
        strangers: list[tuple[str, WorkRecord]] = []
        for record in near:
            if not (shared := _shared_identifier(reference, record)):
                continue
            if is_another_work(reference, record):
                strangers.append((shared, record))
            else:
                own.append(record)
        if not own:
            own = [
                record
                for record in near
                if not _shared_identifier(reference, record) and _is_likely(reference, record)
            ]
        return Matches(tuple(own), tuple(strangers))


_MANY = 50
"""More records under one key (the title «Editorial») are not looked at."""


def _shared_identifier(reference: Reference, record: WorkRecord) -> str:
    doi = comparable_doi(to_latin_digits(reference.doi))
    if doi and doi == comparable_doi(record.doi):
        return "DOI"
    pmid = comparable_pmid(reference.pmid)
    return "PMID" if pmid and pmid == comparable_pmid(record.pmid) else ""


def is_another_work(reference: Reference, record: WorkRecord) -> bool:
    """True when a record with the reference's identifier is surely not of its work."""
    if not reference.title or not record.titles or _is_its_book(reference, record):
        return False
    author = _same_first_author(reference, record)
    agrees, differs = _places(reference, record)
    verdict = compare_title(reference, record).verdict
    if verdict == "equal":
        return False
    if verdict == "absent":  # another script or a translation
        return differs >= 2 and not agrees and author is not True
    if agrees >= 2:  # volume and first page: the title is misspelt, or another form of it
        return False
    like = likeness(reference.title, record.titles)
    if numerals_differ(reference.title, record.titles) or author is False:
        return like < _MOST or differs > 0
    return like < (_HALF if not differs else _MOST)


def _is_its_book(reference: Reference, record: WorkRecord) -> bool:
    """True for a chapter whose identifier is that of the book in which it stands."""
    if reference.type != "chapter" or not reference.container_title:
        return False
    return same_title(reference.container_title, record.titles) is not False


def _is_likely(reference: Reference, record: WorkRecord) -> bool:
    """True when a record without a common identifier is of the same work."""
    author = _same_first_author(reference, record)
    agrees, differs = _places(reference, record)
    if author is False:
        return False
    if compare_title(reference, record).verdict == "equal":
        telling = author is True or len(comparable_words(reference.title)) >= _TELLING
        # Two works of one title are told apart by where they stand.
        return telling and (agrees > 0 or not differs)
    like = likeness(reference.title, record.titles)
    close_in_time = compare_year(reference, record).verdict in {"equal", "near"}
    return author is True and agrees >= 2 and close_in_time and like >= _HALF


def _same_first_author(reference: Reference, record: WorkRecord) -> bool | None:
    """Whether our first author is among theirs; None where that cannot be told."""
    if not reference.authors or not record.authors:
        return None
    first = reference.authors[0]
    people = [one for one in record.authors[:50] if one.family]
    if not first.family or not people:
        return None
    if language_of_script(first.family) != language_of_script(people[0].family):
        return None
    return any(is_same_person(first, one) for one in people)


def _places(reference: Reference, record: WorkRecord) -> tuple[int, int]:
    """How many of volume and first page agree, and how many differ."""
    volumes = first_number(reference.volume), first_number(record.volume)
    ours, theirs = first_page(reference.page), {first_page(pages) for pages in record.pages}
    agrees = differs = 0
    if all(volumes):
        agrees, differs = (1, 0) if volumes[0] == volumes[1] else (0, 1)
    if ours and theirs - {""}:
        agrees, differs = (agrees + 1, differs) if ours in theirs else (agrees, differs + 1)
    return agrees, differs
