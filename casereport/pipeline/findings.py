"""Findings that arise when files are made: OUT004, OUT005, OUT008; pages in checks/output/."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from casereport.article.article import Article
from casereport.diagnostics import N_, Diagnostic, Message, Severity, Span, say
from casereport.exporters import Loss
from casereport.model.case_report import CASE_FILE, CaseReport

CATALOGUE: Mapping[str, tuple[str, Severity]] = MappingProxyType(
    {
        "OUT004": ("glyph-missing", Severity.WARNING),
        "OUT005": ("figure-missing-in-output", Severity.ERROR),
        "OUT008": ("page-count-differs", Severity.NOTE),
    }
)
"""Code → name and severity, as their pages have them."""


def _found(code: str, message: Message, span: Span, hint: Message) -> Diagnostic:
    name, severity = CATALOGUE[code]
    return Diagnostic(code, name, severity, message, span, hint)


def figure_missing_in_output(loss: Loss) -> Diagnostic:
    """OUT005: something of the case is absent from the output."""
    return _found(
        "OUT005",
        say(
            N_("{name} is missing from the output ({reason})."),
            name=loss.name,
            reason=loss.reason,
        ),
        Span.start_of(CASE_FILE),
        say(N_("Replace the file by a sound PNG, JPEG, TIFF or SVG image.")),
    )


def glyph_missing(character: str, sources: Mapping[str, str]) -> Diagnostic:
    """OUT004: no font of ours can print a character; its place is the first one in the files."""
    return _found(
        "OUT004",
        say(
            N_("No font has the character {character} ({code_point}, {name}); a box prints."),
            character=character,
            code_point=f"U+{ord(character):04X}",
            name=unicodedata.name(character, "no name").lower(),
        ),
        _first_place(character, sources),
        say(N_("Write it in another way, or as a figure.")),
    )


def _first_place(character: str, sources: Mapping[str, str]) -> Span:
    for file in sorted(sources, key=lambda name: (name.startswith("references"), name)):
        for number, line in enumerate(sources[file].split("\n"), 1):
            if (column := line.find(character)) >= 0:
                return Span(file, number, column + 1, number, column + 2)
    return Span.start_of(CASE_FILE)


def page_count_differs(case: CaseReport, article: Article, last: int) -> Diagnostic:
    """OUT008: the pages of the output end elsewhere than case.yaml says."""
    return _found(
        "OUT008",
        say(
            N_("The pages end at {ours}, not at {said}; the range {first}-{ours} is printed."),
            ours=last,
            said=article.last_page or 0,
            first=article.first_page or 0,
        ),
        case.source.span(("publication", "pages")),
        say(N_("Correct the range when these are the article's final pages.")),
    )
