"""Where the terms of a glossary, and what is to be avoided for them, stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from casereport.checks.prose import Prose, without_addresses
from casereport.diagnostics import Route
from casereport.model.glossary import GlossaryTerm
from casereport.text.orthography.words import with_persian_letters

_HALF_SPACE = "\u200c"


@dataclass(frozen=True, slots=True)
class Avoided:
    """A rendering to be avoided: how it is written, the term in its place, and where it says so."""

    variant: str
    term: str
    route: Route


def avoided(glossary: tuple[GlossaryTerm, ...]) -> dict[str, dict[str, Avoided]]:
    """Language → rendering as compared → what is to stand in its place."""
    found: dict[str, dict[str, Avoided]] = {}
    for number, entry in enumerate(glossary):
        for language, variants in entry.avoid.texts.items() if entry.avoid is not None else ():
            term = entry.term.get(language)
            for index, variant in enumerate(variants):
                key = _compared(variant)
                if term is not None and key != _compared(term):
                    route = ("glossary", number, "avoid", language, index)
                    found.setdefault(language, {}).setdefault(key, Avoided(variant, term, route))
    return found


def uses(prose: Prose, variants: dict[str, Avoided]) -> Iterator[tuple[int, int, Avoided]]:
    """Each use of a variant in ``prose``; one that is a part of the right term is none."""
    text = _compared(without_addresses(prose.text))
    if len(text) != len(prose.text):  # a letter whose small form is longer: no place is sure
        return
    terms = dict.fromkeys(_compared(one.term) for one in variants.values())
    pattern = _pattern((*variants, *terms))
    for match in pattern.finditer(text):
        found = variants.get(match[0])
        if found is not None:
            yield match.start(), match.end(), found


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words, the longest first; a half-space and an ending, or a plural s, may follow."""
    words = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?<!\w{_HALF_SPACE})(?:{words})(?=s?(?!\w))")


def _compared(text: str) -> str:
    return with_persian_letters(text).lower()
