"""An image has no description for those who hear the page.

Who cannot see the image hears its alt text: what is to be seen, not what it means. Without one the
caption is read in its place, and then once more below the figure; an alt text that only repeats the
caption does no more. Each image wants its own: of a figure of several images, each panel. In a
language without a text of its own (an abstract alone), where no figure prints, this is a note.

Bad::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
    en.md:
        The changes are shown in @fig-chest.
    figures/chest.png: <a small PNG>

Bad (the caption again)::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: گرافی رخ قفسه سینه, en: Frontal view of the chest}
            alt: {fa: گرافی رخ قفسه سینه, en: Frontal view of the chest.}
    en.md:
        The changes are shown in @fig-chest.
    figures/chest.png: <a small PNG>

Good::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: گرافی رخ قفسه سینه, en: Frontal view of the chest}
            alt: {fa: سایه توری در قاعده دو ریه, en: Net-like shadows at both lung bases}
    en.md:
        The changes are shown in @fig-chest.
    figures/chest.png: <a small PNG>

References:
    WCAG 2.2, success criterion 1.1.1: non-text content.
    PDF/UA-1 (ISO 14289-1), 7.3: figures have an alternative representation.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._captions import Shown, shown
from casereport.diagnostics import N_, LanguageName, Route, Severity
from casereport.model.base import Bilingual
from casereport.model.case_report import CaseReport

check = Check(
    code="FIG008",
    name="alt-text-missing",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The image of the figure {figure} has no alt text."),
    hint=N_("Say what is to be seen, in a line below its caption: {example}."),
)

_IN_ONE = N_("The image of the figure {figure} has no alt text in {language}.")
_IN_ONE_HINT = N_("Say in {language}, too, what is to be seen.")
_REPEATS = N_("The alt text of the figure {figure} only repeats its caption.")
_REPEATS_HINT = N_("Say what is to be seen in the image; the caption is read out anyway.")
_EXAMPLE = "alt: {fa: \u2026, en: \u2026}"


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    for one in shown(case):
        if one.part.file is None or case.source.is_refused((*one.route, "alt")):
            continue
        if one.part.alt is None:
            severity = None if _printing(case) else Severity.NOTE
            yield Finding.at(one.route, severity=severity, figure=one.figure, example=_EXAMPLE)
            continue
        yield from _lacking(one, one.part.alt, case)
        yield from _repeating(one, one.part.alt, one.part.caption)


def _printing(case: CaseReport) -> set[str]:
    """The languages that have a text of their own: there figures print."""
    return {language for language, text in case.narratives.items() if text.has_body}


def _lacking(one: Shown, alt: Bilingual, case: CaseReport) -> Iterator[Finding]:
    for language in dict.fromkeys(case.facts.languages):
        if not alt.get(language):
            yield Finding.at(
                (*one.route, "alt"),
                message=_IN_ONE,
                hint=_IN_ONE_HINT,
                severity=None if language in _printing(case) else Severity.NOTE,
                figure=one.figure,
                language=LanguageName(language),
            )


def _repeating(one: Shown, alt: Bilingual, caption: Bilingual | None) -> Iterator[Finding]:
    for language, text in alt.texts.items():
        if caption is not None and _letters(text) == _letters(caption.get(language) or ""):
            own: Route = () if language == "und" else (language,)
            yield Finding.at(
                (*one.route, "alt", *own),
                message=_REPEATS,
                hint=_REPEATS_HINT,
                severity=Severity.NOTE,
                figure=one.figure,
            )


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
