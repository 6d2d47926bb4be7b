"""One word is spelt in more than one way in one document.

Each spelling may be right, but a reader who searches for one does not find the other, and an index
has two entries. Spellings are compared that differ in the half-space, in hamza or tanvin (علائم،
علایم), in a compound that is parted here and joined there (زیر جلدی، زیرجلدی), in the letters of a
foreign term that has several forms, and in American and British English. Nothing is picked: the
author knows which one the journal wants. The first place of each spelling in each file is told.
What the glossary of the case decides is left to LANG005.

Bad::

    fa.md:
        علائم بیمار بهبود یافت و علایم دیگری دیده نشد.

Bad (two languages of English)::

    en.md:
        The tumor was removed; no other tumour was found.

Good::

    fa.md:
        علائم بیمار بهبود یافت و علائم دیگری دیده نشد؛ سابقهٔ بیماری و سابقه خانوادگی منفی بود.
    en.md:
        The tumor was removed; no other tumor was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import Prose, without_addresses
from casereport.diagnostics import N_, Message, Severity, Span, say
from casereport.model.glossary import GlossaryTerm
from casereport.text.orthography.variants import Spelling, english_spellings, persian_spellings
from casereport.text.orthography.words import follows_english_rules, follows_persian_rules

check = Check(
    code="ORTH003",
    name="spelling-varies",
    severity=Severity.WARNING,
    scope="source",
    message=N_("One word is spelt in {count} ways: {forms}."),
    hint=N_("Choose one spelling and keep to it."),
)

_Places = dict[str, list[Span]]
"""Form → its first place in each file."""


def run(context: SourceContext) -> Iterator[Finding]:
    found: dict[str, _Places] = {}
    counts: dict[str, int] = {}
    decided = _decided(context.case.facts.glossary)
    for prose, spelling in _spellings(context):
        if spelling.form in decided:
            continue
        counts[spelling.form] = counts.get(spelling.form, 0) + 1
        places = found.setdefault(spelling.key, {}).setdefault(spelling.form, [])
        if not any(place.file == prose.file for place in places):
            places.append(prose.place(spelling.start, spelling.end))
    varying = [forms for forms in found.values() if len(forms) > 1]
    yield from limited(
        _finding(forms, counts) for forms in varying if not _is_part(forms, varying)
    )


def _decided(glossary: tuple[GlossaryTerm, ...]) -> frozenset[str]:
    """The words of renderings to be avoided: each use of one has a finding of its own."""
    avoided, kept = set[str](), set[str]()
    for entry in glossary:
        kept.update(word for text in entry.term.texts.values() for word in text.split())
        for texts in entry.avoid.texts.values() if entry.avoid is not None else ():
            avoided.update(word for text in texts for word in text.split())
    return frozenset(word.lower() for word in avoided - kept)


def _is_part(forms: _Places, others: list[_Places]) -> bool:
    """True when all its places lie inside those of a longer compound that varies, too."""
    places = [place for each in forms.values() for place in each]
    return any(
        all(any(_holds(whole, place) for each in other.values() for whole in each)
            for place in places)
        for other in others
        if other is not forms
    )  # fmt: skip


def _holds(whole: Span, part: Span) -> bool:
    return whole != part and whole.file == part.file and whole.line == part.line and (
        whole.column <= part.column and part.end_column <= whole.end_column
    )  # fmt: skip


def _spellings(context: SourceContext) -> Iterator[tuple[Prose, Spelling]]:
    for prose in case_prose(context.case):
        if prose.part == "name":
            continue
        text = without_addresses(prose.text)
        persian = persian_spellings(text) if follows_persian_rules(prose.language) else ()
        english = english_spellings(text) if follows_english_rules(prose.language) else ()
        for spelling in chain(persian, english):
            yield prose, spelling


def _finding(forms: _Places, counts: Mapping[str, int]) -> Finding:
    """At the first place of the rarest spelling, with those of the others and in other files."""
    ordered = sorted(forms, key=lambda form: (-counts[form], form))
    rarest = forms[ordered[-1]][0]
    related: list[tuple[Span, Message]] = [
        (place, say(N_("Here it is {form}."), form=form))
        for form in ordered
        for place in forms[form]
        if place is not rarest
    ]
    return Finding.at(rarest, related=related, count=len(forms), forms=tuple(ordered))
