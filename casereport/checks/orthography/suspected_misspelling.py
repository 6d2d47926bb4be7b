"""A word looks like a slip for another one.

A small list of misspellings that case reports really have, and the terms of medicine in which one
letter is missing, added or another, tell of it. It is a suspicion, so it is a note: the word may be
a name, or a term that the list does not know. Inflected forms, American and British spelling, and
words shorter than eight letters that are not listed are left alone. Names of persons and places are
not looked at; titles in the reference files are.

Bad::

    fa.md:
        بیمار مبتلا به سندرم کرسست و اسکرودرمی بود.

Bad (English)::

    en.md:
        The patient had scerodactyly.

Good::

    fa.md:
        بیمار مبتلا به سندرم کرست و اسکلرودرمی بود و کلسیفیکاسیون\u200cهایی داشت.
    en.md:
        The patient had sclerodactyly, dysphagia, dysphasia, hypercalcaemia and macrocytic anaemia.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.orthography._titles import titles
from casereport.checks.prose import without_addresses
from casereport.diagnostics import N_, Severity, Span, say
from casereport.text.orthography.near_misses import suspected_english, suspected_persian
from casereport.text.orthography.words import (
    follows_english_rules,
    follows_persian_rules,
    with_persian_letters,
    words,
)

check = Check(
    code="ORTH010",
    name="suspected-misspelling",
    severity=Severity.NOTE,
    scope="source",
    message=N_("The spelling of {word} is suspected: it is close to {right}."),
    hint=N_("Correct it, or keep it if it is meant."),
)

_MOST_PLACES = 20
# A name in the middle of a sentence begins with a capital; what is all in capitals is ORTH011's.
_LATIN_WORD = re.compile(r"(?<![\w'\u2019@/.-])[A-Za-z]?[a-z]{2,40}(?![\w@/])")
_Found = tuple[str, str, Span]


def run(context: SourceContext) -> Iterator[Finding]:
    told: dict[tuple[str, str], list[_Found]] = {}
    for found in _suspected(context):
        told.setdefault((found[2].file, found[0].lower()), []).append(found)
    yield from limited(_finding(places) for places in told.values())


def _finding(places: list[_Found]) -> Finding:
    word, right, first = places[0]
    related = [(span, say(N_("The same word."))) for _, _, span in places[1:_MOST_PLACES]]
    return Finding.at(first, related=related, word=word, right=right)


def _suspected(context: SourceContext) -> Iterator[_Found]:
    for prose in case_prose(context.case):
        if prose.part == "name":
            continue
        text = without_addresses(prose.text)
        if follows_persian_rules(prose.language):
            for word, right, start in _persian(text):
                yield word, right, prose.place(start, start + len(word))
        if follows_english_rules(prose.language):
            for word, right, start in _english(text):
                yield word, right, prose.place(start, start + len(word))
    for title in titles(context.case):
        if follows_english_rules(title.language):
            for word, right, start in _english(title.text):
                yield word, right, title.place(start, start + len(word))


def _persian(text: str) -> Iterator[tuple[str, str, int]]:
    for word in words(with_persian_letters(text)):
        if (right := suspected_persian(word.text)) is not None:
            yield text[word.start : word.end], right, word.start


def _english(text: str) -> Iterator[tuple[str, str, int]]:
    for match in _LATIN_WORD.finditer(text):
        if (right := suspected_english(match[0].lower())) is not None:
            capital = match[0][0].isupper() and right[0].islower()
            yield match[0], right[0].upper() + right[1:] if capital else right, match.start()
