"""Numbers of references, figures and tables: by first appearance over the article's reading order.

One numbering serves every language: that of the edition printed whole, continued by what only the
other one mentions. Where the author typed citations as digits, the list keeps the author's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from casereport.assembly.plan import (
    ABSTRACT,
    FloatHere,
    PlannedBlock,
    PlannedSection,
    inlines_of,
    inlines_with_notes,
    mentioned_float,
)
from casereport.assembly.reading_order import captions, fragment
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile
from casereport.model.case_report import CaseReport
from casereport.model.narrative import Cite, CrossReference, Inline, Narrative, Placement
from casereport.model.reference import Reference
from casereport.model.walking import blocks_within


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbers from 1 by citekey, figure id and table id; ``references`` in printed order."""

    references: tuple[Reference, ...]
    citations: Mapping[str, int]
    figures: Mapping[str, int]
    tables: Mapping[str, int]
    keyed: bool
    """True when the author cites by key; False when by typed digits, or not at all."""


def number(
    case: CaseReport, plans: Iterable[tuple[Narrative, tuple[PlannedSection, ...]]]
) -> Numbering:
    """Number everything; ``plans`` begins with the edition whose order counts."""
    known: dict[str, Reference] = {}
    for reference in case.references:
        known.setdefault(reference.citekey, reference)
    seen = _Seen(case.facts)
    for narrative, sections in plans:
        seen.narrative(narrative, sections)
    keyed = bool(seen.cited)
    order = [key for key in seen.cited if key in known] if keyed else list(known)
    return Numbering(
        references=tuple(known[key] for key in order),
        citations={key: index for index, key in enumerate(order, 1)},
        figures=_numbered(seen.figures, case.facts.figures),
        tables=_numbered(seen.tables, seen.placed),
        keyed=keyed,
    )


@dataclass(slots=True)
class _Seen:
    """What was met so far, each in the order of its first appearance.

    A figure or table appears where it is first mentioned, and the citations of its caption, cells
    and notes with it (ICMJE: as if they stood there). ``placed``: the tables that print; ``typed``:
    those that the author typed in the present narrative.
    """

    facts: CaseFile
    cited: dict[str, None] = field(default_factory=dict)
    figures: dict[str, None] = field(default_factory=dict)
    tables: dict[str, None] = field(default_factory=dict)
    placed: dict[str, None] = field(default_factory=dict)
    told: set[tuple[str, str, str]] = field(default_factory=set)
    typed: dict[str, Placement] = field(default_factory=dict)

    def narrative(self, narrative: Narrative, sections: tuple[PlannedSection, ...]) -> None:
        blocks = (block for section in sections for block in blocks_within(section.blocks))
        placements = (b for b in blocks if isinstance(b, Placement) and b.kind == "tbl")
        self.typed = {placement.target: placement for placement in placements}
        self._text(self.facts.title, narrative)
        abstract = narrative.section(ABSTRACT)
        if abstract is not None:
            # A figure mentioned there still waits for the text: only citations count.
            self._inlines(inlines_with_notes(abstract.blocks, narrative), narrative, floats=False)
        for section in sections:
            if section.printed_heading is None:
                self._inlines(inlines_of(section.typed_heading, narrative), narrative, floats=True)
            for block in section.blocks:
                self._inlines(inlines_with_notes((block,), narrative), narrative, floats=True)
                for inner in blocks_within((block,)):
                    self._placement(inner, narrative)
        for statement in self.facts.statements.given().values():
            self._text(statement.text, narrative)

    def _inlines(self, nodes: Iterable[Inline], narrative: Narrative, *, floats: bool) -> None:
        for node in nodes:
            if isinstance(node, Cite):
                self.cited.update(dict.fromkeys(item.citekey for item in node.items))
            elif floats and isinstance(node, CrossReference):
                self._float(node.kind, mentioned_float(node, self.facts)[0], narrative)

    def _placement(self, block: PlannedBlock, narrative: Narrative) -> None:
        match block:
            case FloatHere(figure=name) | Placement(kind="fig", target=name):
                self._float("fig", name, narrative)
            case Placement(kind="tbl", target=name):
                self._table(name, narrative)
            case Placement(kind="labs") if self.facts.labs:
                self._table("labs", narrative)
            case Placement(kind="timeline") if self.facts.timeline:
                self._table("timeline", narrative)
            case _:
                pass

    def _table(self, name: str, narrative: Narrative) -> None:
        self.placed.setdefault(name)
        self._float("tbl", name, narrative)

    def _float(self, kind: Literal["fig", "tbl"], name: str, narrative: Narrative) -> None:
        (self.figures if kind == "fig" else self.tables).setdefault(name)
        if (key := (kind, name, narrative.language)) in self.told:
            return
        self.told.add(key)
        for text in captions(kind, name, self.facts):
            self._text(text, narrative)
        if kind == "tbl" and (placement := self.typed.get(name)) is not None:
            self._inlines(inlines_with_notes((placement,), narrative), narrative, floats=True)

    def _text(self, text: Bilingual | None, narrative: Narrative) -> None:
        """The citations in a text of case.yaml."""
        nodes = fragment(text, narrative.language)
        self._inlines(inlines_of(nodes, narrative), narrative, floats=False)


def _numbered(seen: dict[str, None], present: Mapping[str, object]) -> dict[str, int]:
    return {name: n for n, name in enumerate((s for s in seen if s in present), 1)}
