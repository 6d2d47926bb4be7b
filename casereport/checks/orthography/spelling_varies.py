"""One word is spelt in more than one way in one document.

Each spelling may be right, but a reader who searches for one does not find the other, and an index
has two entries. Spellings are compared that differ in the half-space, in hamza or tanvin (علائم،
علایم), in a compound that is parted here and joined there (زیر جلدی، زیرجلدی), in the letters of a
foreign term that has several forms, and in American and British English. Nothing is picked: the
author knows which one the journal wants. The first place of each spelling in each file is told.

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
from casereport.checks.orthography._limits import limited
from casereport.checks.prose import Prose, without_addresses
from casereport.diagnostics import N_, Message, Severity, Span, say
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
    for prose, spelling in _spellings(context):
        counts[spelling.form] = counts.get(spelling.form, 0) + 1
        places = found.setdefault(spelling.key, {}).setdefault(spelling.form, [])
        if not any(place.file == prose.file for place in places):
            places.append(prose.place(spelling.start, spelling.end))
    yield from limited(_finding(forms, counts) for forms in found.values() if len(forms) > 1)


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
