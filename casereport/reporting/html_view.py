"""What the HTML report shows, ready to be laid out: every word chosen, every number in its digits.

Findings are grouped by their place in the manuscript: the file, in it the heading, key or entry, in
that the line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from casereport.checks import catalogue as rule_catalogue
from casereport.diagnostics import N_, Diagnostic, Message, Severity, Span, say
from casereport.locale import Locale, available_languages, load_locale
from casereport.locale.messages import catalogue
from casereport.reporting.discretion import discreet
from casereport.reporting.excerpt import excerpt
from casereport.reporting.places import Outline, file_kind, file_order, line_direction, outline
from casereport.reporting.rendering import has_rtl, render, visible
from casereport.reporting.report import Report
from casereport.reporting.rule_page import SEVERITY_WORDS, RulePage, rule_page
from casereport.text.calendars import from_date
from casereport.text.isolates import Direction

_EXCERPT = 240
_EXCERPT_BESIDE = 72
"""Of another place that belongs to a finding: one line, since a word may stand in twenty."""
_KINDS = {
    "facts": N_("Facts and front matter"),
    "text": N_("The text in {language}"),
    "references": N_("Reference list"),
    "other": N_("Other files"),
}


@dataclass(frozen=True, slots=True)
class Quote:
    """A line of a file with the stretch marked; ``direction`` is that of the line.

    ``is_term``: the stretch is a Latin term, a key or a sign of Markdown, which is read from the
    left also in a line that is not. Other stretches keep their order in the line: it may be the
    very fault. ``is_code``: best read in letters of one width.
    """

    before: str
    marked: str
    after: str
    direction: Direction
    is_term: bool
    is_code: bool


@dataclass(frozen=True, slots=True)
class Other:
    """Another place that belongs to a finding."""

    message: str
    file: str
    line: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One finding."""

    id: str
    code: str
    linked: bool
    severity: str
    word: str
    message: str
    hint: str
    reason: str
    line: str
    quote: Quote | None
    others: tuple[Other, ...]
    suggestion: str


@dataclass(frozen=True, slots=True)
class Part:
    """The findings under one heading, key or entry of a file."""

    name: str
    direction: Direction
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class File:
    """The findings in one file."""

    id: str
    path: str
    kind: str
    count: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the summary: a rule that was broken, and how often."""

    code: str
    severity: str
    word: str
    title: str
    count: str
    linked: bool


@dataclass(frozen=True, slots=True)
class HtmlView:
    """The whole report."""

    language: str
    direction: Direction
    title: str
    day: str
    counts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    files: tuple[File, ...]
    rules: tuple[RulePage, ...]
    comma: str
    has_rtl: bool


def html_view(report: Report) -> HtmlView:
    """The report laid out for reading."""
    return _Viewer(report).view()


class _Viewer:
    def __init__(self, report: Report) -> None:
        quoted = discreet(report.sources, report.diagnostics)
        self._report = replace(report, sources=quoted)
        self._locale: Locale = load_locale(report.language)
        self._words = catalogue(report.language)
        self._pages = {page.code: page for page in rule_catalogue()}
        self._outlines: dict[str, Outline] = {}

    def view(self) -> HtmlView:
        report, locale = self._report, self._locale
        ordered = sorted(report.diagnostics, key=lambda item: file_order(item.span.file))
        numbered = list(enumerate(ordered, start=1))
        files = tuple(
            self._file(number, file, [*entries])
            for number, (file, entries) in enumerate(
                groupby(numbered, key=lambda pair: pair[1].span.file), start=1
            )
        )
        codes = sorted({item.code for item in ordered} & self._pages.keys())
        texts = [report.title, *report.sources.values()]
        return HtmlView(
            language=report.language,
            direction=locale.direction,
            title=visible(report.title),
            day=locale.date(from_date(report.today, locale.calendar)) if report.today else "",
            counts=tuple(self._counts(ordered)),
            rows=tuple(self._rows(ordered)),
            files=files,
            rules=tuple(rule_page(self._pages[code], report.language) for code in codes),
            comma=locale.list_comma,
            has_rtl=locale.direction == "rtl" or any(map(has_rtl, texts)),
        )

    def _counts(self, found: list[Diagnostic]) -> Iterator[tuple[str, str]]:
        """Severity and how many, for each that occurs."""
        ngettext = self._words.ngettext
        for severity in Severity:
            count = sum(item.severity is severity for item in found)
            template = {
                Severity.ERROR: ngettext("{count} error", "{count} errors", count),
                Severity.WARNING: ngettext("{count} warning", "{count} warnings", count),
                Severity.NOTE: ngettext("{count} note", "{count} notes", count),
            }[severity]
            if count:
                yield severity.value, template.format(count=self._locale.number(count))

    def _rows(self, found: list[Diagnostic]) -> Iterator[Row]:
        counts = Counter((item.severity, item.code, item.name) for item in found)
        for severity, code, name in sorted(counts, key=lambda key: (-key[0].rank, key[1])):
            page = self._pages.get(code)
            yield Row(
                code=code,
                severity=severity.value,
                word=self._word(severity),
                title=self._render(Message(page.title)) if page else name,
                count=self._locale.number(counts[severity, code, name]),
                linked=page is not None,
            )

    def _file(self, number: int, file: str, entries: list[tuple[int, Diagnostic]]) -> File:
        kind = file_kind(file)
        language = file.rpartition("/")[2].rpartition(".")[0]
        known = self._locale.terms.get(f"language-name-{language}")
        own = load_locale(language).name if language in available_languages() else ""
        parts = groupby(entries, key=lambda pair: self._part(pair[1].span))
        return File(
            id=f"file-{number}",
            path=visible(file),
            kind=self._render(say(_KINDS[kind], language=known or own)),
            count=self._locale.number(len(entries)),
            parts=tuple(
                Part(
                    name=visible(part),
                    direction=line_direction(file, part),
                    entries=tuple(self._entry(index, item) for index, item in items),
                )
                for part, items in parts
            ),
        )

    def _part(self, span: Span) -> str:
        if span.file not in self._outlines:
            self._outlines[span.file] = outline(span.file, self._report.sources.get(span.file, ""))
        part = self._outlines[span.file].part(span)
        return "" if span == Span.start_of(span.file) else part

    def _entry(self, number: int, item: Diagnostic) -> Entry:
        return Entry(
            id=f"finding-{number}",
            code=item.code,
            linked=item.code in self._pages,
            severity=item.severity.value,
            word=self._word(item.severity),
            message=self._render(item.message),
            hint=self._render(item.hint) if item.hint else "",
            reason=self._render(item.reason) if item.reason else "",
            line=self._line(item.span),
            quote=self._quote(item.span),
            others=tuple(
                Other(
                    message=self._render(related.message),
                    file=visible(related.span.file),
                    line=self._line(related.span),
                    quote=self._quote(related.span, _EXCERPT_BESIDE),
                )
                for related in item.related
            ),
            suggestion=self._suggestion(item),
        )

    def _suggestion(self, item: Diagnostic) -> str:
        """What the fix does, unless the hint says the same."""
        told = self._render(item.fix.description) if item.fix else ""
        return "" if item.hint and told == self._render(item.hint) else told

    def _quote(self, span: Span, width: int = _EXCERPT) -> Quote | None:
        found = excerpt(self._report.sources.get(span.file, ""), span, width=width)
        if found is None:
            return None
        is_term = not has_rtl(found.marked) and any(map(str.isalpha, found.marked))
        line = f"{found.before}{found.marked}{found.after}"
        return Quote(
            before=found.before,
            marked=found.marked,
            after=found.after,
            direction=line_direction(span.file, line),
            is_term=is_term,
            is_code=file_kind(span.file) != "text" and not has_rtl(line),
        )

    def _line(self, span: Span) -> str:
        if span == Span.start_of(span.file):
            return self._words.gettext(N_("the file as a whole"))
        return self._render(say(N_("line {line}"), line=span.line))

    def _word(self, severity: Severity) -> str:
        return self._words.gettext(SEVERITY_WORDS[severity])

    def _render(self, message: Message) -> str:
        return render(message, self._report.language)
