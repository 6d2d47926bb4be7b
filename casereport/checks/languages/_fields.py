"""Bilingual fields of a case: those with a name, and those that one of its languages lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casereport.checks.check import Finding
from casereport.diagnostics import N_, LanguageName, Route
from casereport.model.base import Bilingual, BilingualList, Facts
from casereport.model.case_file import CaseFile
from casereport.model.people import Affiliation

LACKING = N_("{field} is not given in {language}.")
LACKING_HINT = N_("Add it in {language}, too; or remove {code} from languages.")
_ONE_TEXT = N_("{field} is one text for all the languages: {languages}.")
_ONE_TEXT_HINT = N_("Write it in each language, such as {example}.")
_EVERY = "und"


def one_text(route: Route, field: Bilingual | BilingualList, facts: CaseFile) -> Finding | None:
    """The finding of a field whose one text is to serve several languages."""
    languages = tuple(dict.fromkeys(facts.languages))
    if len(languages) < 2 or _EVERY not in field.texts:
        return None
    example = "{" + ", ".join(f"{language}: \u2026" for language in languages) + "}"
    return Finding.at(
        route,
        message=_ONE_TEXT,
        hint=_ONE_TEXT_HINT,
        field=_dotted(route),
        languages=tuple(map(LanguageName, languages)),
        example=example,
    )


def lacking(
    route: Route, field: Bilingual | BilingualList, facts: CaseFile
) -> Iterator[tuple[str, Finding]]:
    """Each language of the case that the field lacks, with the finding, at the text it has."""
    given = next(iter(field.texts), None)
    place = route if given is None else (*route, given)
    for language in dict.fromkeys(facts.languages):
        if not field.get(language):
            yield (
                language,
                Finding.at(
                    place,
                    message=LACKING,
                    hint=LACKING_HINT,
                    field=_dotted(route),
                    language=LanguageName(language),
                    code=language,
                ),
            )


def named_facts(facts: CaseFile) -> Iterator[tuple[Route, Bilingual]]:
    """What facts, examinations and institutions are called."""
    groups: tuple[tuple[str, Mapping[str, Facts], tuple[str, ...]], ...] = (
        ("history", facts.history, ("name",)),
        ("findings", facts.findings, ("name",)),
        ("labs", facts.labs, ("name",)),
        ("imaging", facts.imaging, ("modality", "region")),
        ("interventions", facts.interventions, ("name",)),
        ("affiliations", facts.affiliations, Affiliation.PARTS),
    )
    for group, items, fields in groups:
        for key, item in items.items():
            for name in fields:
                field: Bilingual | None = getattr(item, name)
                if field is not None:
                    yield (group, key, name), field


def _dotted(route: Route) -> str:
    """The field as its author would name it: ``figures.chest.caption``."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in route)
