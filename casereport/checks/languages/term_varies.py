"""A term is not the one that the glossary of the case has.

One disease under two names looks like two diseases, and a reader who searches for one name does not
find the other. The glossary says what each language calls a thing, and what it is not to be called
(``avoid``); each use of that is told, with the glossary's own term as its mend. One English term
that the glossary, or the names of two facts, render in two ways is told, too. The glossary never
prints.

Bad::

    case.yaml:
        glossary:
          - {fa: اسکلروز سیستمیک, en: systemic sclerosis, avoid: {fa: [اسکلرودرمی]}}
    fa.md:
        بیمار مبتلا به اسکلرودرمی بود.

Bad (one term in two entries)::

    case.yaml:
        glossary:
          - {fa: اسکلروز سیستمیک, en: systemic sclerosis}
          - {fa: اسکلرودرمی, en: Systemic sclerosis}

Bad (the names of facts)::

    case.yaml:
        history:
          sclerosis: {name: {fa: اسکلروز سیستمیک, en: systemic sclerosis}, kind: medical}
        findings:
          sclerosis: {name: {fa: اسکلرودرمی, en: systemic sclerosis}}

Good::

    case.yaml:
        glossary:
          - fa: اسکلروز سیستمیک
            en: systemic sclerosis
            avoid: {fa: [اسکلروز, اسکلرودرمی], en: [scleroderma]}
    fa.md:
        بیمار مبتلا به اسکلروز سیستمیک بود.
    en.md:
        The patient had systemic sclerosis.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.languages._fields import named_facts
from casereport.checks.languages._terms import Avoided, avoided, uses
from casereport.checks.prose import Prose, mend
from casereport.diagnostics import N_, Route, Severity, say
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile
from casereport.text.orthography.words import folded

check = Check(
    code="LANG005",
    name="term-varies",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{variant} stands for {term}, which the glossary has."),
    hint=N_("Write {term}."),
)

_TWO_WAYS = N_("{term} is {rendering} here and {other} elsewhere.")
_ONE = N_("Choose one term for it, and keep to it.")


def run(context: SourceContext) -> Iterator[Finding]:
    facts = context.case.facts
    if by_language := avoided(facts.glossary):
        for prose in case_prose(context.case):
            variants = by_language.get(prose.language)
            if variants and prose.part != "name":
                for start, end, found in uses(prose, variants):
                    yield _use(context, prose, (start, end), found)
    yield from _two_ways(facts)


def _use(context: SourceContext, prose: Prose, place: tuple[int, int], found: Avoided) -> Finding:
    typed = prose.text[slice(*place)]
    term = found.term
    if typed[:1].isupper() and term[:1].islower():
        term = term[:1].upper() + term[1:]
    description = say(N_("Write {term}."), term=term)
    return Finding.at(
        prose.place(*place),
        related=[(found.route, say(N_("The glossary says so here.")))],
        fix=mend(context.case, prose, [(*place, term)], description, safe=False),
        variant=typed,
        term=term,
    )


def _two_ways(facts: CaseFile) -> Iterator[Finding]:
    """Terms that are one in a language, and in another two."""
    terms: list[tuple[Route, Bilingual]] = [
        (("glossary", number), entry.term) for number, entry in enumerate(facts.glossary)
    ]
    terms += named_facts(facts)
    for language, other in permutations(dict.fromkeys(facts.languages), 2):
        first: dict[str, tuple[Route, str]] = {}
        for route, term in terms:
            one, rendering = term.texts.get(language), term.texts.get(other)
            if one is None or rendering is None:
                continue
            place = (*route, other)
            there, before = first.setdefault(one.casefold(), (place, rendering))
            if _differ(before, rendering):
                yield Finding.at(
                    place,
                    message=_TWO_WAYS,
                    hint=_ONE,
                    related=[(there, say(N_("Here it has the other name.")))],
                    term=one,
                    rendering=rendering,
                    other=before,
                )


def _differ(one: str, other: str) -> bool:
    """True for two words; False where one only says more, or has an ending (lung, lungs)."""
    first, second = folded(one).casefold(), folded(other).casefold()
    return not (first.startswith(second) or second.startswith(first))
