"""What a filled checklist shows, ready to be laid out: every word chosen, every number set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from casereport.checks.care import Evidence, Judged, JudgedHeading, Status
from casereport.diagnostics import N_, Message, say
from casereport.locale import load_locale
from casereport.locale.messages import catalogue
from casereport.model.base import Bilingual
from casereport.reporting.care.report import CareReport
from casereport.reporting.discretion import without
from casereport.reporting.rendering import has_rtl, render, visible
from casereport.text.calendars import from_date
from casereport.text.isolates import Direction

_LONGEST = 320
_OPEN = "open"
_WORDS = {
    Status.REPORTED.value: N_("reported"),
    Status.PARTIAL.value: N_("in part"),
    Status.MISSING.value: N_("missing"),
    Status.NOT_APPLICABLE.value: N_("not applicable"),
    _OPEN: N_("for the authors to judge"),
}
"""The states, gravest last but for the one that is no fault."""
_COUNTED = (
    Status.REPORTED.value,
    Status.PARTIAL.value,
    Status.MISSING.value,
    Status.NOT_APPLICABLE.value,
    _OPEN,
)
_OPEN_REMARK = N_("Nothing was found; it is asked for only where there is something to tell.")
_ITEM = N_("{number}{letter}")
_FACTS = N_("case.yaml only")


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Words that tell an item: where they stand, and on which page; ``page`` may be empty."""

    quote: str
    language: str
    direction: Direction
    where: str
    place: str
    page: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item with its judgement; ``status`` names a class of the style sheet."""

    number: str
    text: str
    status: str
    word: str
    remark: str
    evidence: tuple[EvidenceView, ...]
    pages: str
    """The pages of the evidence, each once; empty when none is printed."""


@dataclass(frozen=True, slots=True)
class HeadingView:
    """One of the thirteen headings."""

    number: str
    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class CareView:
    """The whole checklist. ``counts``: state, word, how many; those that occur."""

    language: str
    direction: Direction
    title: str
    title_language: str
    title_direction: Direction
    journal: str
    day: str
    counts: tuple[tuple[str, str, str], ...]
    headings: tuple[HeadingView, ...]
    has_pages: bool
    comma: str
    quotes: tuple[str, str]
    has_rtl: bool


def care_view(report: CareReport) -> CareView:
    """The checklist laid out for reading."""
    locale = load_locale(report.language)
    headings = tuple(_heading(report, heading) for heading in report.checklist.headings)
    items = [item for heading in headings for item in heading.items]
    tally = partial(_count, items)
    title_language, title = _chosen(report.title, report.language)
    _, journal = _chosen(report.journal, report.language)
    shown = [title, journal, *(e.quote for item in items for e in item.evidence)]
    return CareView(
        language=report.language,
        direction=locale.direction,
        title=visible(without(title, report.private)),
        title_language=title_language,
        title_direction=load_locale(title_language).direction,
        journal=visible(journal),
        day=locale.date(from_date(report.today, locale.calendar)),
        counts=tuple(
            (state, _say(report, say(_WORDS[state])), locale.number(tally(state)))
            for state in _COUNTED
            if tally(state)
        ),
        headings=headings,
        has_pages=report.pages is not None,
        comma=locale.list_comma,
        quotes=(locale.data.quotes.open, locale.data.quotes.close),
        has_rtl=locale.direction == "rtl" or any(map(has_rtl, shown)),
    )


def _count(items: list[ItemView], state: str) -> int:
    return sum(item.status == state for item in items)


def _chosen(text: Bilingual | None, language: str) -> tuple[str, str]:
    """The text in the reader's language, else in the first that it has; its language, and it."""
    if text is None or not text.texts:
        return language, ""
    if (own := text.get(language)) is not None:
        return language, own
    return next(iter(text.texts.items()))


def _say(report: CareReport, message: Message) -> str:
    return render(message, report.language)


def _heading(report: CareReport, judged: JudgedHeading) -> HeadingView:
    locale = load_locale(report.language)
    number = locale.number(judged.heading.number)
    several = len(judged.items) > 1
    items = tuple(
        _item(report, one, _numbered(report, number, index) if several else number)
        for index, one in enumerate(judged.items)
    )
    return HeadingView(number, _say(report, say(judged.heading.title)), items)


def _numbered(report: CareReport, number: str, index: int) -> str:
    """``5a``, and in Persian the number with the letter of abjad."""
    # CARE's own letters are small.
    letter = load_locale(report.language).panel_letter(index).lower()
    return catalogue(report.language).gettext(_ITEM).format(number=number, letter=letter)


def _item(report: CareReport, judged: Judged, number: str) -> ItemView:
    verdict = judged.verdict
    is_open = judged.status is Status.MISSING and judged.item.conditional
    state = _OPEN if is_open else judged.status.value
    remark = say(_OPEN_REMARK) if is_open else verdict.remark
    locale = load_locale(report.language)
    known = report.pages or {}
    told = () if judged.status is Status.MISSING else verdict.evidence
    pages = sorted({known[one] for one in told if one in known})
    return ItemView(
        number=number,
        text=_say(report, say(judged.item.text)),
        status=state,
        word=_say(report, say(_WORDS[state])),
        remark=_say(report, remark) if remark is not None else "",
        evidence=tuple(_evidence(report, verdict.evidence)),
        pages=locale.list_comma.join(map(locale.number, pages)),
    )


def _evidence(report: CareReport, found: tuple[Evidence, ...]) -> Iterator[EvidenceView]:
    locale = load_locale(report.language)
    for one in found:
        page = (report.pages or {}).get(one)
        yield EvidenceView(
            quote=_shortened(visible(without(one.quote, report.private))),
            language=one.language,
            direction=load_locale(one.language).direction,
            where=_where(report, one.section),
            place=f"{one.place.file}:{one.place.line}",
            page=locale.number(page) if page is not None else "",
        )


def _where(report: CareReport, section: str) -> str:
    """The part of the article in the reader's language; an author's own name for one stays."""
    terms = load_locale(report.language).terms
    if not section:
        return _say(report, say(_FACTS))
    if section == "statements":
        return _say(report, say(N_("statements")))
    return terms.get(f"section-{section}") or terms.get(section) or visible(section)


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition(" ")[0] + " \u2026"
