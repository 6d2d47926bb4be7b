"""The report for people: each finding with its place, its line, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casereport.diagnostics import N_, Diagnostic, Severity, Span
from casereport.locale import load_locale
from casereport.locale.messages import catalogue
from casereport.reporting.excerpt import excerpt
from casereport.reporting.rendering import render, visible

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.NOTE: "\x1b[1;36m",
}
_WORDS = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}
_HINT = N_("hint")
_RELATED = N_("see also")


def report_text(
    diagnostics: Iterable[Diagnostic],
    *,
    language: str,
    sources: Mapping[str, str],
    colour: bool = False,
    case: str = "",
) -> str:
    """Every finding in the order given, then one line that counts them; no line feed at the end.

    ``sources`` has the text of each file, for excerpts; ``case`` is the folder that file names are
    printed with, so that a terminal can open them; ``colour`` allows ANSI colours.
    """
    writer = _Writer(language, sources, case, _Paint(colour))
    found = list(diagnostics)
    parts = [writer.finding(item) for item in found]
    return "\n".join([*parts, writer.summary(found)])


@dataclass(frozen=True, slots=True)
class _Paint:
    """ANSI colours, or none."""

    colours: bool

    def __call__(self, text: str, colour: str) -> str:
        return f"{colour}{text}{_RESET}" if self.colours else text

    def switches(self, colour: str) -> tuple[str, str]:
        """What turns ``colour`` on and off."""
        return (colour, _RESET) if self.colours else ("", "")


class _Writer:
    """What stays the same over one report."""

    def __init__(self, language: str, sources: Mapping[str, str], case: str, paint: _Paint) -> None:
        self._language = language
        self._locale = load_locale(language)
        self._words = catalogue(language)
        self._sources = sources
        self._folder = f"{case.rstrip('/')}/" if case else ""
        self._paint = paint

    def finding(self, item: Diagnostic) -> str:
        """The place and the code on a line of Latin letters, then each sentence on its own line."""
        word = self._paint(self._words.gettext(_WORDS[item.severity]), _COLOURS[item.severity])
        place = self._paint(self._place(item.span), _BOLD)
        lines = [f"{place}: {word} {item.code} {item.name}"]
        lines.append(f"  {render(item.message, self._language)}")
        lines.extend(self._excerpt(item.span, _COLOURS[item.severity]))
        if item.hint is not None:
            label = self._paint(self._words.gettext(_HINT), _BOLD)
            lines.append(f"  {label}: {render(item.hint, self._language)}")
        for related in item.related:
            label = self._paint(self._words.gettext(_RELATED), _BOLD)
            lines.append(f"  {label}: {render(related.message, self._language)}")
            lines.append(f"  {self._place(related.span)}")
            lines.extend(self._excerpt(related.span, _BOLD))
        return "\n".join(lines) + "\n"

    def _place(self, span: Span) -> str:
        return f"{visible(self._folder + span.file)}:{span.line}:{span.column}"

    def _excerpt(self, span: Span, colour: str) -> list[str]:
        found = excerpt(self._sources.get(span.file, ""), span)
        if found is None:
            return []
        number = str(span.line)
        bar = self._paint("\u2502", _DIM)
        lines = [f"  {self._paint(number, _DIM)} {bar} {found.line(*self._paint.switches(colour))}"]
        if found.carets:
            lines.append(f"  {' ' * len(number)} {bar} {self._paint(found.carets, colour)}")
        return lines

    def summary(self, found: Sequence[Diagnostic]) -> str:
        """How many of each severity, the gravest first."""
        ngettext = self._words.ngettext
        count = {s: sum(item.severity is s for item in found) for s in Severity}
        errors, warnings, notes = (count[severity] for severity in Severity)
        templates = (
            (errors, ngettext("{count} error", "{count} errors", errors)),
            (warnings, ngettext("{count} warning", "{count} warnings", warnings)),
            (notes, ngettext("{count} note", "{count} notes", notes)),
        )
        told = [
            template.format(count=self._locale.number(number))
            for number, template in templates
            if number
        ]
        if not told:
            return self._words.gettext(N_("No findings."))
        return self._locale.join(told)
