"""The texts of case.yaml that stand in several languages, each with its counterparts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casereport.checks.fact_prose import prose_at, texts_below
from casereport.checks.prose import Prose
from casereport.diagnostics import Route
from casereport.locale import available_languages
from casereport.model.case_report import CaseReport


def bilingual_prose(case: CaseReport) -> Iterator[tuple[Route, Mapping[str, tuple[Prose, ...]]]]:
    """(route, language → prose) of every text, in the order of the schema.

    Names of people and places are left out, and what has but one text for every language.
    """
    found: dict[Route, dict[str, tuple[Prose, ...]]] = {}
    for route, language, text in texts_below(case.facts):
        prose = prose_at(case, route, language, text) if language in available_languages() else ()
        if prose and prose[0].part == "text":
            own = tuple(part for part in route if part != language)
            found.setdefault(own, {})[language] = prose
    yield from found.items()
