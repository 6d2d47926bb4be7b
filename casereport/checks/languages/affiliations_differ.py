"""The languages do not name the same affiliations.

A part that one language has alone (the hospital, say) is one that the other's readers do not learn,
and an author's institutions are counted by what is printed in English. Told are affiliations, and
parts of them, that a language of the case lacks; a whole line that names a hospital, a university
or a research centre where the other's line names none; and an author without an affiliation where
the others have theirs.

Bad::

    case.yaml:
        affiliations:
          radiology:
            hospital: {fa: بیمارستان امام خمینی}
            institution: {fa: دانشگاه نمونه, en: Sample University}

Bad (a whole line)::

    case.yaml:
        affiliations:
          radiology:
            text:
              fa: گروه رادیولوژی، بیمارستان امام خمینی، دانشگاه نمونه
              en: Department of Radiology, Sample University

Bad (an author without one)::

    case.yaml:
        contributors:
          - {name: {fa: نینا بولمن, en: Nina Boulman}, affiliations: [radiology]}
          - {name: {fa: سارا احمدی, en: Sara Ahmadi}}
        affiliations:
          radiology: {institution: {fa: دانشگاه نمونه, en: Sample University}}

Good::

    case.yaml:
        contributors:
          - {name: {fa: نینا بولمن, en: Nina Boulman}, affiliations: [radiology]}
          - {name: {fa: گروه مطالعه, en: The Study Group}, group: yes}
        affiliations:
          radiology:
            hospital: {fa: مرکز آموزشی درمانی امام, en: Imam Hospital}
            institution: {fa: دانشگاه نمونه, en: Sample University}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.languages._fields import LACKING_HINT
from casereport.checks.languages._institutions import KINDS, knows, may_name, names_certainly
from casereport.diagnostics import N_, LanguageName, Route, Severity, say
from casereport.model.base import Bilingual
from casereport.model.case_report import CaseReport
from casereport.model.people import Affiliation

check = Check(
    code="LANG003",
    name="affiliations-differ",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{part} of {affiliation} is not given in {language}."),
    hint=LACKING_HINT,
)

_WHOLE = N_("{affiliation} is not given in {language}.")
_KINDS: dict[str, str] = {
    "hospital": N_("{affiliation} names a hospital in {language}, none in {other}."),
    "university": N_(
        "{affiliation} names a university in {language}, none in {other}."
    ),
    "research-center": N_(
        "{affiliation} names a research centre in {language}, none in {other}."
    ),
}
_SAME = N_("Name the same institutions in both languages.")
_NONE = N_("{name} has no affiliation, though other authors have.")
_GIVE = N_("Write affiliations: and the keys of this author's institutions.")


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    for key, affiliation in case.facts.affiliations.items():
        if not case.source.is_refused(("affiliations", key)):
            yield from _parts(case, key, affiliation)
            yield from _institutions(case, key, affiliation)
    yield from _people(case)


def _fields(affiliation: Affiliation) -> dict[str, Bilingual]:
    names = ("text",) if affiliation.text is not None else Affiliation.PARTS
    fields = {name: getattr(affiliation, name) for name in names}
    return {name: field for name, field in fields.items() if field is not None}


def _parts(case: CaseReport, key: str, affiliation: Affiliation) -> Iterator[Finding]:
    fields = _fields(affiliation)
    for language in dict.fromkeys(case.facts.languages):
        lacking = [name for name, field in fields.items() if not field.get(language)]
        if lacking and len(lacking) == len(fields):
            route: Route = ("affiliations", key)
            named = LanguageName(language)
            yield Finding.at(
                route, message=_WHOLE, affiliation=key, language=named, code=language
            )
            continue
        for name in lacking:
            route = ("affiliations", key, name, next(iter(fields[name].texts)))
            named = LanguageName(language)
            yield Finding.at(route, part=name, affiliation=key, language=named, code=language)


def _institutions(case: CaseReport, key: str, affiliation: Affiliation) -> Iterator[Finding]:
    """An institution that one language's words name and the other's do not."""
    fields = _fields(affiliation)
    languages = [name for name in dict.fromkeys(case.facts.languages) if knows(name)]
    if any(not field.texts.get(name) for field in fields.values() for name in languages):
        return  # told as lacking, or one text for all
    for (language, other), kind in product(permutations(languages, 2), KINDS):
        named = [
            name
            for name, field in fields.items()
            if names_certainly(field.texts[language], kind, language)
        ]
        if named and not any(may_name(f.texts[other], kind, other) for f in fields.values()):
            route = ("affiliations", key, named[0])
            yield Finding.at(
                (*route, other),
                message=_KINDS[kind],
                hint=_SAME,
                related=[((*route, language), say(N_("Here it is named.")))],
                affiliation=key,
                language=LanguageName(language),
                other=LanguageName(other),
            )


def _people(case: CaseReport) -> Iterator[Finding]:
    people = case.facts.contributors
    if not any(person.affiliations for person in people):
        return
    for number, person in enumerate(people):
        route = ("contributors", number)
        refused = case.source.is_refused((*route, "affiliations"))
        if not (person.affiliations or person.group or refused):
            name = person.name.get(case.facts.languages[0]) or next(
                iter(person.name.texts.values())
            )
            yield Finding.at((*route, "name"), message=_NONE, hint=_GIVE, name=name)
