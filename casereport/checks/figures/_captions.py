"""The captions of figures and panels as prose: each with the part of case.yaml it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casereport.checks.fact_prose import prose_below
from casereport.checks.prose import Prose
from casereport.diagnostics import Route
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
        if self.part.caption is not None:
            yield from prose_below(case, (*self.route, "caption"), self.part.caption)

    def descriptions(self, case: CaseReport) -> Iterator[Prose]:
        """The alt text in each language."""
        if self.part.alt is not None:
            yield from prose_below(case, (*self.route, "alt"), self.part.alt)


def shown(case: CaseReport) -> Iterator[Shown]:
    """Each figure, followed by its panels."""
    for key, figure in case.facts.figures.items():
        yield Shown(key, ("figures", key), figure)
        for index, panel in enumerate(figure.panels):
            yield Shown(key, ("figures", key, "panels", index), panel)
