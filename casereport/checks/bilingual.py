"""The texts of case.yaml that stand in several languages, each with its counterparts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casereport.checks.fact_prose import fact_prose_by_route
from casereport.checks.prose import Prose
from casereport.diagnostics import Route
from casereport.locale import available_languages
from casereport.model.case_report import CaseReport


def bilingual_prose(case: CaseReport) -> Iterator[tuple[Route, Mapping[str, tuple[Prose, ...]]]]:
    """(route, language → prose) of every text, in the order of the schema.

    Names of people and places are left out, and what has but one text for every language.
    """
    found: dict[Route, dict[str, tuple[Prose, ...]]] = {}
    for route, prose in fact_prose_by_route(case):
        language = next((part for part in route if part in available_languages()), None)
        if isinstance(language, str) and prose.part != "name":
            own = tuple(part for part in route if part != language)
            texts = found.setdefault(own, {})
            texts[language] = (*texts.get(language, ()), prose)
    yield from found.items()
