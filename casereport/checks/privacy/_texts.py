"""Where a patient's data may stand: every text and value of a case but those of its authors.

The narratives, the texts and the single values of case.yaml, file names of figures included, are
looked through. Contributors and affiliations, and statements in which the authors speak of
themselves, are theirs; so are paragraphs that tell how to write to them, or that thank someone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.fact_prose import fact_prose_by_route
from casereport.checks.prose import Prose, narrative_prose, tokens_of, typed_at
from casereport.diagnostics import Route
from casereport.model.case_report import CASE_FILE, CaseReport
from casereport.model.narrative import TextRun
from casereport.text.characters import OBJECT_REPLACEMENT
from casereport.text.digits import LATIN_DIGITS, to_latin_digits

_AUTHORS = frozenset(
    {"contributors", "affiliations", "publication", "journal", "languages", "language-order",
     "dates"}
)  # fmt: skip
_AUTHORS_STATEMENTS = frozenset(
    {"acknowledgements", "author-contributions", "competing-interests", "funding"}
)
_APART = str.maketrans("-_/", "   ")
"""What joins the words of a file's name."""
_TO_AUTHORS = re.compile(
    r"@|\bcorrespond(?:ence|ing)\b|\be-?mail\b|(?:نویسنده|مولف|مؤلف)[^\n]{0,4}مس[ئو]"
    r"|پست الکترونیک|ایمیل|دورنگار|نمابر",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"\b(?:thank|grateful|gratitude|acknowledg|appreciat|indebted)|سپاس|تشکر|قدردانی", re.IGNORECASE
)


def patient_texts(case: CaseReport) -> Iterator[Prose]:
    """Every text and value in which nothing may tell who the patient is."""
    for _, narrative in sorted(case.narratives.items()):
        yield from narrative_prose(narrative)
    read: set[Route] = set()
    for route, prose in fact_prose_by_route(case):
        read |= {route, tuple(part for part in route if part != "text")}
        if not _is_of_authors(route):
            yield prose
    yield from _single_values(case, read)


def _single_values(case: CaseReport, read: set[Route]) -> Iterator[Prose]:
    """Values that are no text in languages: numbers, durations, codes, file names."""
    spans = case.source.spans
    parents = {route[:length] for route in spans for length in range(len(route))}
    for route, span in spans.items():
        if route in parents or route in read or _is_of_authors(route) or span.file != CASE_FILE:
            continue
        if text := typed_at(case, span):
            if "file" in route:
                text = text.translate(_APART)
            yield Prose(text, "und", "text", ((0, TextRun(text, span)),))


def _is_of_authors(route: Route) -> bool:
    if route[0] == "statements":
        return len(route) > 1 and route[1] in _AUTHORS_STATEMENTS
    return route[0] in _AUTHORS


def tells_how_to_write(text: str) -> bool:
    """True for a paragraph with an address of the authors'."""
    return _TO_AUTHORS.search(text) is not None


def thanks(text: str) -> bool:
    """True for a paragraph that thanks people, who are not the patient."""
    return _THANKS.search(text) is not None


def plain(text: str) -> str:
    """``text`` of the same length in Latin digits, web addresses and DOIs put out of sight."""
    pieces: list[str] = []
    done = 0
    for start, end, kind in tokens_of(text):
        if kind in {"url", "doi", "email"}:
            pieces += [text[done:start], OBJECT_REPLACEMENT * (end - start)]
            done = end
    return to_latin_digits("".join([*pieces, text[done:]]))


def has_digits(text: str) -> bool:
    """True when a text in Latin digits has any: most paragraphs need no closer look."""
    return any(digit in text for digit in LATIN_DIGITS)
