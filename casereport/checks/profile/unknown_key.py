"""A key of a journal's manifest is none that the program knows.

A misspelt key would silently leave the rule it holds to the journal that is extended. So every key
is one of the schema's, and every word under ``terms`` one that the language has; the nearest is
named.

Bad::

    journal.yaml:
        limits: {abstract-word: 250}

Bad (a word that the language does not have)::

    journal.yaml:
        terms: {en: {abstrct: Summary}}

Good::

    journal.yaml:
        limits: {abstract-words: 250}
        terms: {en: {abstract: Summary}}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.diagnostics import N_, Severity, Span
from casereport.locale import available_languages, load_locale
from casereport.reading.faults import nearest

check = Check(
    code="PROF002",
    name="unknown-key",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("There is no key {key} here."),
    hint=N_("Use one of {known}."),
)

_NEAREST = N_("Did you mean {nearest}?")


def run(context: ProfileContext) -> Iterator[Finding]:
    profile = context.profile
    for refusal in profile.refusals:
        if refusal.kind == "unknown-key":
            yield _finding(profile.source.key(refusal.route), refusal.value, refusal.known)
    for language, terms in (profile.manifest.terms if profile.manifest else {}).items():
        known = load_locale(language).terms if language in available_languages() else terms
        for key in terms.keys() - known.keys():
            yield _finding(profile.source.key(("terms", language, key)), key, tuple(known))


def _finding(place: Span, key: str, known: tuple[str, ...]) -> Finding:
    near = nearest(key.replace("_", "-").lower(), known)
    if near is not None:
        return Finding.at(place, hint=_NEAREST, key=key, nearest=near)
    return Finding.at(place, key=key, known=tuple(sorted(known)))
