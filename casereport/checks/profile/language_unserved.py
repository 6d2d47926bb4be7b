"""A journal prints a language for which it does not say all it must, or one that is not known.

For each printed language a manifest (or what it extends) says its place in ``order``, its numerals,
calendar, dates and volume; and the program must have its locale: terms, digits, direction.

Bad::

    journal.yaml:
        order: [fa]

Bad (a language without a locale)::

    journal.yaml:
        name: Journal
        print: {xx: full}
        order: [fa, en, xx]

Good::

    journal.yaml:
        print: {fa: full, en: abstract}
        order: [en, fa]
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.checks.profile._printed import printed_languages
from casereport.diagnostics import N_, AnyOf, Severity
from casereport.locale import available_languages

check = Check(
    code="PROF017",
    name="language-unserved",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("{language} is printed, but {lacking} do not have it."),
    hint=N_("Add the language there, or do not print it."),
)

_UNKNOWN = N_("{language} is not a language known here.")
_KNOWN = N_("Use one of {known}.")


def run(context: ProfileContext) -> Iterator[Finding]:
    manifest = context.profile.manifest
    if manifest is None or manifest.abstract:
        return
    parts = {
        "print": manifest.print,
        "order": manifest.order,
        "numerals": manifest.numerals,
        "calendars": manifest.calendars,
        "dates": manifest.dates,
        "volume": manifest.volume,
    }
    for language in printed_languages(manifest):
        route = ("print", language) if language in manifest.print else ("order",)
        place = context.profile.source.key(route)
        known = available_languages()
        if language not in known:
            yield Finding.at(
                place, message=_UNKNOWN, hint=_KNOWN, language=language, known=AnyOf(known)
            )
        elif lacking := tuple(name for name, part in parts.items() if language not in part):
            yield Finding.at(place, language=language, lacking=lacking)
