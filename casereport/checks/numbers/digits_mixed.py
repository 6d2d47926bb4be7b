"""The numbers of one language are typed in two digit sets.

Persian, Arabic and Latin digits are different characters: a search for ۴۴ does not find 44, and the
Arabic four, five and six have other shapes. What the pages show is mended where that is certain:
Latin digits in Persian prose print as Persian ones. So those are a note, once a file, and only
beside others. Told at its place is what stays as typed: one number in two digit sets, Persian
digits in English prose, and (a note) in a Latin name, IL-۶. Arabic digits in Persian are told once
here; ORTH001 names each word and mends it. Identifiers and addresses are never looked at.

Bad (one number)::

    fa.md:
        بیمار ۴4 ساله بود.

Bad (Persian digits in English)::

    en.md:
        The patient was ۴۴ years old.

Bad (Arabic beside Persian)::

    fa.md:
        بیمار ۴۴ ساله ٤ روز بستری بود.

Good::

    fa.md:
        بیمار ۴۴ ساله با DOI 10.1000/182، H1N1 و IL-6 بالا ۴ روز بستری بود.
    en.md:
        The patient was 44 years old.

References:
    The Unicode Standard, chapter 9.2: Arabic digits, their names and shapes.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.numbers._digit_sets import TypedDigits, typed_digits
from casereport.checks.prose import mend
from casereport.diagnostics import N_, Severity, say
from casereport.locale import available_languages, load_locale

check = Check(
    code="NUM005",
    name="digits-mixed",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The number {typed} is typed in two digit sets."),
    hint=N_("Write {right}."),
)

_FOREIGN = N_("The digits of {typed} are not those of this language.")
_NAME = N_("The name {typed} in Latin letters has other digits.")
_BESIDE = N_("{file} has numbers in two digit sets: {typed} beside {other}.")
_PRINTED = N_("In print all are alike; type them alike, too, so that a search finds them.")


def run(context: SourceContext) -> Iterator[Finding]:
    found = [one for prose in case_prose(context.case) for one in typed_digits(prose)]
    yield from limited(_finding(context, one) for one in found if one.fault)
    for language in available_languages():
        own = load_locale(language).numbers.numbering_system
        of_file: dict[str, list[TypedDigits]] = {}
        for one in found:
            if one.prose.language == language and not one.fault:
                of_file.setdefault(one.prose.file, []).append(one)
        for numbers in of_file.values():
            yield from _beside(numbers, _SETS[own])


def _finding(context: SourceContext, one: TypedDigits) -> Finding:
    edits = [(one.start, one.end, one.right)]
    message = {"foreign": _FOREIGN, "name": _NAME}.get(one.fault, "")
    description = say(N_("Write {right}."), right=one.right)
    return Finding.at(
        one.prose.place(one.start, one.end),
        message=message,
        severity=Severity.NOTE if one.fault == "name" else None,
        fix=mend(context.case, one.prose, edits, description, safe=one.fault != "name"),
        typed=one.typed,
        right=one.right,
    )


def _beside(numbers: list[TypedDigits], own: str) -> Iterator[Finding]:
    """Once a file: the first number of another digit set beside one of the language's own."""
    first = next((one for one in numbers if one.digits == own), None)
    for digits in ("arabic", "latin") if first else ():
        other = next((one for one in numbers if one.digits == digits != own), None)
        if first and other:
            yield Finding.at(
                other.prose.place(other.start, other.end),
                message=_BESIDE,
                hint=_PRINTED,
                severity=Severity.NOTE if digits == "latin" else None,
                related=[(first.prose.place(first.start, first.end), say(N_("The other digits.")))],
                file=other.prose.file,
                typed=other.typed,
                other=first.typed,
            )


_SETS = {"arabext": "persian", "latn": "latin"}
