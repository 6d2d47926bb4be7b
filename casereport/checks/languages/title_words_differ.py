"""A word of one title has no counterpart in the other.

Readers and databases meet one of the two titles: a Persian title that says «وسیع» beside an English
one without "extensive" announces another case. Known are the words that titles of case reports are
made of (how rare, how large, which side, whose, which course, what kind of report), with their
synonyms, and the terms of the case's own glossary. A word that is not known is never missed, and
any synonym is enough. What a title leaves out may be meant, so this is a note.

Bad::

    case.yaml:
        title:
          fa: کلسینوز دیستروفیک وسیع در یک بیمار
          en: Dystrophic Calcinosis in a Patient

Bad (a term of the glossary)::

    case.yaml:
        title: {fa: اسکلرودرمی در یک بیمار, en: Calcinosis in a Patient}
        glossary:
          - {fa: اسکلرودرمی, en: scleroderma}

Good::

    case.yaml:
        title:
          fa: کلسینوز منتشر و دوطرفه در زنی باردار: گزارش یک مورد نادر و مرور مقالات
          en: "Extensive Bilateral Calcinosis in a Pregnant Woman: An Unusual Case and Review"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import value_prose
from casereport.checks.languages._title_words import Group, groups, is_form, plain
from casereport.diagnostics import N_, AnyOf, LanguageName, Severity, say
from casereport.model.case_report import CaseReport
from casereport.model.glossary import GlossaryTerm
from casereport.text.title_glossary import HELD_BY_ACRONYMS, Concept, concepts

check = Check(
    code="LANG004",
    name="title-words-differ",
    severity=Severity.NOTE,
    scope="source",
    message=N_("{word} has no counterpart in the title in {other}."),
    hint=N_("Say the same in both titles; it may be {examples}."),
)

_ACRONYM_BEFORE = re.compile(r"(?<!\w)[A-Z]{3,10} $")
_ACRONYM_BEHIND = re.compile(r" [A-Z]{3,10}(?!\w)")


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    titles = case.facts.title.texts
    known = [*concepts(), *(_own(term) for term in case.facts.glossary)]
    languages = [name for name in dict.fromkeys(case.facts.languages) if name in titles]
    for language, other in permutations(languages, 2):
        text = plain(titles[other])
        missed = [
            concept
            for concept in known
            if concept.forms.get(other) and not _stands_in(concept, text, other)
        ]
        yield from _findings(case, language, other, missed)


def _own(term: GlossaryTerm) -> Concept:
    """A term of the case's glossary; a rendering to be avoided is a counterpart (LANG005)."""
    avoided = term.avoid.texts.values() if term.avoid is not None else ()
    return Concept(
        {language: (text,) for language, text in term.term.texts.items()},
        tuple(text for texts in avoided for text in texts),
    )


def _stands_in(concept: Concept, text: str, language: str) -> bool:
    forms = (*concept.forms[language], *concept.possible)
    return any(plain(form.strip("=*")) in text for form in forms)


def _findings(
    case: CaseReport, language: str, other: str, missed: list[Concept]
) -> Iterator[Finding]:
    """The first place of each concept; a word inside a longer form is not told again."""
    done = 0
    told: set[int] = set()
    for prose in value_prose(case, ("title", language), language, case.facts.title.texts[language]):
        for group in groups(prose.text) if prose.language == language else ():
            found = _concept_of(group, missed, language)
            if found is None or id(found) in told or group.start < done:
                continue
            if _is_held_by_acronym(found, prose.text, group):
                continue
            told.add(id(found))
            done = group.end
            yield Finding.at(
                prose.place(group.start, group.end),
                related=[(("title", other), say(N_("The other title.")))],
                word=prose.text[group.start : group.end],
                other=LanguageName(other),
                examples=AnyOf(form.strip("=*") for form in found.forms[other][:2]),
            )


def _is_held_by_acronym(concept: Concept, text: str, group: Group) -> bool:
    """True for the syndrome of a "DRESS syndrome": the other title may have the acronym alone."""
    is_syndrome = any(HELD_BY_ACRONYMS in forms for forms in concept.forms.values())
    before, after = text[max(0, group.start - 12) : group.start], text[group.end : group.end + 12]
    beside = _ACRONYM_BEFORE.search(before) or _ACRONYM_BEHIND.match(after)
    return is_syndrome and beside is not None


def _concept_of(group: Group, missed: list[Concept], language: str) -> Concept | None:
    return next(
        (
            concept
            for concept in missed
            for form in concept.forms.get(language, ())
            if is_form(group.key, form, language)
        ),
        None,
    )
