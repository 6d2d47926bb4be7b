"""The report for people: each finding with its place, its line, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casereport.diagnostics import N_, Diagnostic, Message, Severity, Span
from casereport.locale import load_locale
from casereport.locale.messages import catalogue
from casereport.reporting.discretion import discreet
from casereport.reporting.excerpt import CLOSING, OPENING, excerpt
from casereport.reporting.eye import LOGICAL, Eye
from casereport.reporting.places import line_direction
from casereport.reporting.rendering import render, visible
from casereport.reporting.rule_page import SEVERITY_WORDS

_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_DIM = "\x1b[2m"
_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.NOTE: "\x1b[1;36m",
}
_HINT = N_("hint")
_RELATED = N_("see also")


def report_text(  # noqa: PLR0913  (keyword-only)
    diagnostics: Iterable[Diagnostic],
    *,
    language: str,
    sources: Mapping[str, str],
    colour: bool = False,
    case: str = "",
    eye: Eye = LOGICAL,
) -> str:
    """Every finding in the order given, then one line that counts them; no line feed at the end.

    ``sources`` has the text of each file, for excerpts; ``case`` is the folder that file names are
    printed with, so that a terminal can open them; ``colour`` allows ANSI colours; ``eye`` is the
    order in which a terminal is given right-to-left text.
    """
    found = list(diagnostics)
    writer = _Writer(language, discreet(sources, found), case, _Paint(colour), eye)
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

    def __init__(
        self, language: str, sources: Mapping[str, str], case: str, paint: _Paint, eye: Eye
    ) -> None:
        self._language = language
        self._locale = load_locale(language)
        self._words = catalogue(language)
        self._sources = sources
        self._folder = f"{case.rstrip('/')}/" if case else ""
        self._paint = paint
        self._eye = eye

    def finding(self, item: Diagnostic) -> str:
        """The place and the code on a line of Latin letters, then each sentence on its own line."""
        word = self._eye.line(self._words.gettext(SEVERITY_WORDS[item.severity]))
        word = self._paint(word, _COLOURS[item.severity])
        place = self._paint(self._place(item.span), _BOLD)
        lines = [f"{place}: {word} {item.code} {item.name}"]
        lines.extend(self._sentences(item.message))
        lines.extend(self._excerpt(item.span, _COLOURS[item.severity]))
        if item.hint is not None:
            lines.extend(self._sentences(item.hint, self._words.gettext(_HINT)))
        if item.reason is not None:
            lines.extend(self._sentences(item.reason))
        for related in item.related:
            lines.extend(self._sentences(related.message, self._words.gettext(_RELATED)))
            lines.append(f"  {self._place(related.span)}")
            lines.extend(self._excerpt(related.span, _BOLD))
        return "\n".join(lines) + "\n"

    def _sentences(self, message: Message, label: str = "") -> list[str]:
        """A message on its line, or its lines, behind its label."""
        text = render(message, self._language)
        told = f"{label}: {text}" if label else text
        first, *others = self._eye.sentences(told, self._locale.direction, indent=2)
        if label:
            seen = f"{label}:" if not self._eye.reorders else self._eye.line(
                f"{label}:", self._locale.direction
            )
            first = self._painted(first, seen)
        return [f"  {line}" for line in (first, *others)]

    def _painted(self, line: str, label: str) -> str:
        """``line`` with the label at its beginning (at the right, for the eye) in bold."""
        if line.startswith(label):
            return f"{self._paint(label[:-1], _BOLD)}:{line[len(label) :]}"
        if line.endswith(label):
            return f"{line[: -len(label)]}:{self._paint(label[1:], _BOLD)}"
        return line

    def _place(self, span: Span) -> str:
        file = self._eye.line(visible(span.below(self._folder).file), "ltr")
        return f"{file}:{span.line}:{span.column}"

    def _excerpt(self, span: Span, colour: str) -> list[str]:
        found = excerpt(self._sources.get(span.file, ""), span)
        if found is None:
            return []
        number = str(span.line)
        bar = self._paint("\u2502", _DIM)
        direction = line_direction(span.file, f"{found.before}{found.marked}{found.after}")
        line = found.line(*self._paint.switches(colour), direction=direction)
        if self._eye.reorders and not found.carets:
            # The stretch may come apart in the order of the eye: its brackets take the colour.
            line = self._eye.line(found.line(direction=direction), direction)
            for bracket in (OPENING, CLOSING):
                line = line.replace(bracket, self._paint(bracket, colour))
        lines = [f"  {self._paint(number, _DIM)} {bar} {line}"]
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
            told = [self._words.gettext(N_("No findings."))]
        text = self._locale.join(told)
        return "\n".join(self._eye.sentences(text, self._locale.direction, indent=0))
