"""The captions of figures and panels as prose: each with the part of case.yaml it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casereport.checks.fact_prose import value_prose
from casereport.checks.prose import Prose
from casereport.diagnostics import Route
from casereport.locale import available_languages
from casereport.model.base import Bilingual
from casereport.model.case_report import CaseReport
from casereport.model.display import Figure, Panel


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure, or one panel of it: what is shown by one caption."""

    figure: str
    route: Route
    part: Figure | Panel

    def captions(self, case: CaseReport) -> Iterator[Prose]:
        """The caption in each language."""
        yield from _prose(case, (*self.route, "caption"), self.part.caption)

    def descriptions(self, case: CaseReport) -> Iterator[Prose]:
        """The alt text in each language."""
        yield from _prose(case, (*self.route, "alt"), self.part.alt)


def shown(case: CaseReport) -> Iterator[Shown]:
    """Each figure, followed by its panels."""
    for key, figure in case.facts.figures.items():
        yield Shown(key, ("figures", key), figure)
        for index, panel in enumerate(figure.panels):
            yield Shown(key, ("figures", key, "panels", index), panel)


def _prose(case: CaseReport, route: Route, text: Bilingual | None) -> Iterator[Prose]:
    for language, words in text.texts.items() if text is not None else ():
        if language == "und":
            yield from value_prose(case, route, language, words)
        elif language in available_languages():
            yield from value_prose(case, (*route, language), language, words)
