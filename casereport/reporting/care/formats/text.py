"""``--to text``: the checklist in lines, for a terminal or a text file."""

from __future__ import annotations

from collections.abc import Iterator

from casereport.diagnostics import N_, say
from casereport.locale import load_locale
from casereport.reporting.care.report import CareReport
from casereport.reporting.care.view import CareView, EvidenceView, ItemView, care_view
from casereport.reporting.rendering import render
from casereport.text.isolates import first_strong, ltr

_BOLD, _RESET = "\x1b[1m", "\x1b[0m"
_COLOURS = {"missing": "\x1b[1;33m", "partial": "\x1b[1;36m", "reported": "\x1b[1;32m"}


def report(report: CareReport) -> bytes:
    """The lines, the last one with its line feed."""
    return ("\n".join(_Writer(report).lines()) + "\n").encode("utf-8")


class _Writer:
    def __init__(self, report: CareReport) -> None:
        self._report = report
        self._view: CareView = care_view(report)
        self._direction = load_locale(report.language).direction

    def lines(self) -> Iterator[str]:
        view = self._view
        yield from self._told(render(say(N_("CARE checklist")), self._report.language), _BOLD)
        if view.title:
            yield from self._told(self._own(view.title))
        about = [part for part in (view.journal, view.day) if part]
        yield from self._told(view.comma.join(about))
        counts = [f"{word}: {count}" for _, word, count in view.counts]
        yield from self._told(view.comma.join(counts))
        for heading in view.headings:
            yield ""
            yield from self._told(f"{heading.number}. {heading.title}", _BOLD)
            for item in heading.items:
                yield from self._item(item)

    def _item(self, item: ItemView) -> Iterator[str]:
        colour = _COLOURS.get(item.status, "")
        yield from self._told(f"{item.number} [{item.word}] {item.text}", colour, indent=2)
        if item.remark:
            yield from self._told(item.remark, indent=6)
        for one in item.evidence:
            yield from self._told(self._quoted(one), indent=6)

    def _quoted(self, one: EvidenceView) -> str:
        begin, end = self._view.quotes
        where = [one.where]
        if one.page:
            number = render(say(N_("page {number}"), number=one.page), self._report.language)
            where.append(number)
        place = ltr(one.place) if self._direction == "rtl" else one.place
        return f"{begin}{self._own(one.quote)}{end} ({self._view.comma.join((*where, place))})"

    def _own(self, text: str) -> str:
        """The author's words: in an isolate where directions meet."""
        return first_strong(text) if self._view.has_rtl else text

    def _told(self, text: str, colour: str = "", *, indent: int = 0) -> Iterator[str]:
        for line in self._report.eye.sentences(text, self._direction, indent=indent):
            painted = f"{colour}{line}{_RESET}" if colour and self._report.colour else line
            yield f"{' ' * indent}{painted}"
