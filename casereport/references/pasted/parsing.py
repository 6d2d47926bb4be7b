"""One entry into fields: each way of reading it in turn, until one accounts for every character."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass

from casereport.references.languages import language_tag
from casereport.references.pasted.authors import begins_with_names
from casereport.references.pasted.dates import DATE
from casereport.references.pasted.heads import Head, heads, take_head
from casereport.references.pasted.imprints import take_internet
from casereport.references.pasted.journals import split_title
from casereport.references.pasted.locators import take_date, take_locator
from casereport.references.pasted.persian import LANGUAGE
from casereport.references.pasted.tails import take_tails
from casereport.references.pasted.working import Entry, Ledger
from casereport.references.pasted.works import (
    read_book,
    read_chapter,
    read_thesis,
    read_web_page,
    take_title,
)

MAX_LENGTH = 2_500
"""No reference is longer."""

_PREPRINTS = re.compile(
    r"(?P<name>medRxiv|bioRxiv|arXiv|ChemRxiv|PsyArXiv|SSRN(?: Electronic Journal)?"
    r"|Research Square|Preprints(?:\.org)?|Authorea|OSF Preprints)"
    r"(?: ?[\[(]?(?P<genre>Preprint)[\])]?)?"
    r"(?:[.:,;]? ?(?P<number>(?:arXiv:)?[\d.]{7,24}(?:v\d{1,2})?))?\Z",
    re.IGNORECASE,
)
_DATED_NUMBER = re.compile(r"20[12]\d\.\d\d\.\d\d\.")
"""A number of bioRxiv and medRxiv begins with its date."""
_DATE = re.compile(rf"(?<!\w){DATE}")
_TITLE_LANGUAGE = re.compile(
    r" ?[\[(](?:(?:[Aa]rticle |[Tt]ext )?(?:[Ii]n )?(?P<language>[A-Z][a-z]{3,11})"
    rf"|(?P<language2>{LANGUAGE}))[\])]\Z"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How an entry was read: its type, its head, and the ledger that accounts for all of it."""

    type: str
    head: Head
    ledger: Ledger


Form = Callable[[Ledger, Head], str]


def parse(entry: Entry) -> Reading | None:
    """The reading that accounts for every character; None when there is none."""
    if not 15 <= len(entry.text) <= MAX_LENGTH:
        return None
    tail = Ledger.of(entry)
    take_tails(tail)
    if not tail.sound:
        return None
    for head in heads(tail):
        for form in _FORMS:
            ledger = _copy(tail)
            take_head(ledger, head)
            kind = form(ledger, head)
            if kind and ledger.is_whole and _is_certain(ledger, head):
                return Reading(kind, head, ledger)
    return None


def _copy(ledger: Ledger) -> Ledger:
    twin = copy(ledger)
    twin.fields = dict(ledger.fields)
    twin.taken = bytearray(ledger.taken)
    return twin


def _is_certain(ledger: Ledger, head: Head) -> bool:
    """False where the title may hold what stands before it: names that were not understood."""
    start, end = ledger.fields["title"]
    title = ledger.plain[start:end]
    if not head.names:
        plain_title = len(title.split()) >= 2 and re.search(r"[.;] ", title) is None
        return plain_title and not begins_with_names(title)
    return True


def _read_article(ledger: Ledger, head: Head) -> str:
    """An article: title, journal, year, volume, pages."""
    if not take_locator(ledger, year_known=head.issued is not None):
        return ""
    return _take_title_and_journal(ledger)


def _read_unpaged_article(ledger: Ledger, head: Head) -> str:
    """An article with its date alone: ahead of print, in press, or a preprint."""
    preprint = _PREPRINTS.search(ledger.plain, ledger.start, ledger.end)
    dated = head.issued is not None or preprint is not None or take_date(ledger)
    if preprint is None:
        preprint = _PREPRINTS.search(ledger.plain, ledger.start, ledger.end)
    if preprint is not None:
        return _take_preprint(ledger, head, preprint)
    if not dated and "note" in ledger.fields:
        dated = _date_in_note(ledger)
    found = {"DOI", "PMID", "PMCID", "note", "pending"} & ledger.fields.keys()
    return _take_title_and_journal(ledger) if dated and found else ""


def _date_in_note(ledger: Ledger) -> bool:
    """True for «Published online July 15, 2019», whose date is that of the article."""
    date = _DATE.search(ledger.plain, *ledger.fields["note"])
    if date is not None:
        ledger.fields["issued"] = date.span()
    return date is not None


def _take_preprint(ledger: Ledger, head: Head, match: re.Match[str]) -> str:
    if head.issued is None and "issued" not in ledger.fields:
        if match["number"] is None or not _DATED_NUMBER.match(match["number"]):
            return ""
        ledger.fields["issued"] = (match.start("number"), match.start("number") + 4)
    ledger.take("container-title", *match.span("name"))
    if match["number"]:
        ledger.take("number", *match.span("number"))
    ledger.understood(*match.span())
    if match["genre"] and "genre" not in ledger.fields:
        ledger.fields["genre"] = match.span("genre")
    ledger.end = match.start()
    ledger.strip_end()
    take_title(ledger, ledger.start, ledger.end)
    return "article"


def _take_title_and_journal(ledger: Ledger) -> str:
    take_internet(ledger)
    split = split_title(ledger.plain, ledger.start, ledger.end)
    if split is None:
        return ""
    title_end, journal_start = split
    name = ledger.plain[journal_start : ledger.end]
    dotted = ". " in name and ledger.plain[ledger.end : ledger.end + 1] == "."
    ledger.take("container-title", journal_start, ledger.end + (1 if dotted else 0))
    if match := _TITLE_LANGUAGE.search(ledger.plain, max(ledger.start, title_end - 40), title_end):
        group = "language" if match["language"] else "language2"
        if "language" not in ledger.fields and language_tag(match[group].split()[-1]):
            ledger.take("language", *match.span(group))
            ledger.understood(*match.span())
            title_end = match.start()
    ledger.understood(title_end, journal_start)
    take_title(ledger, ledger.start, title_end)
    return "article-journal"


_FORMS: tuple[Form, ...] = (
    read_thesis, read_chapter, _read_article, read_book, _read_unpaged_article, read_web_page,
)  # fmt: skip
