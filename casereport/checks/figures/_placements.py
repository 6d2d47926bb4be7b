"""The places that the texts keep for figures and tables: ``::: {#fig-chest}``, ``::: labs``."""

from __future__ import annotations

from collections.abc import Iterator

from casereport.model.case_report import CaseReport
from casereport.model.narrative import Placement
from casereport.model.walking import blocks_within


def placements(case: CaseReport) -> Iterator[Placement]:
    """Every such place, text by text, notes last."""
    for _, text in sorted(case.narratives.items()):
        bodies = [*(section.blocks for section in text.sections)]
        bodies += [note.blocks for note in text.footnotes]
        for body in bodies:
            for block in blocks_within(body):
                if isinstance(block, Placement):
                    yield block
