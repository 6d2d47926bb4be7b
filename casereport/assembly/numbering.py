"""Numbers of references, figures and tables: by first appearance over the article's reading order.

One numbering serves every language: that of the edition printed whole, continued by what only the
other one mentions. Where the author typed citations as digits, the list keeps the author's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from casereport.assembly.plan import (
    ABSTRACT,
    FloatHere,
    PlannedBlock,
    PlannedSection,
    inlines_with_notes,
    mentioned_float,
)
from casereport.diagnostics import Span
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile
from casereport.model.case_report import CASE_FILE, CaseReport
from casereport.model.narrative import Cite, CrossReference, Inline, Narrative, Placement
from casereport.model.reference import Reference
from casereport.model.walking import blocks_within, flattened
from casereport.reading.markdown.fragment import read_fragment


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

    A figure or table appears where it is first mentioned, and the citations of its caption with it
    (ICMJE: as if they stood there). ``placed``: the tables that print.
    """

    facts: CaseFile
    cited: dict[str, None] = field(default_factory=dict)
    figures: dict[str, None] = field(default_factory=dict)
    tables: dict[str, None] = field(default_factory=dict)
    placed: dict[str, None] = field(default_factory=dict)
    told: set[tuple[str, str, str]] = field(default_factory=set)

    def narrative(self, narrative: Narrative, sections: tuple[PlannedSection, ...]) -> None:
        abstract = narrative.section(ABSTRACT)
        if abstract is not None:
            # A figure mentioned there still waits for the text: only citations count.
            self._inlines(inlines_with_notes(abstract.blocks, narrative), narrative, floats=False)
        for section in sections:
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
        for text in _captions(kind, name, self.facts):
            self._text(text, narrative)

    def _text(self, text: Bilingual | None, narrative: Narrative) -> None:
        """The citations in a text of case.yaml."""
        typed = text.get(narrative.language) if text is not None else None
        if typed and "@" in typed:
            nodes = read_fragment(typed, Span.start_of(CASE_FILE)).inlines
            self._inlines(flattened(nodes), narrative, floats=False)


def _captions(kind: str, name: str, facts: CaseFile) -> Iterator[Bilingual | None]:
    """The texts that print with a figure or table, in their order."""
    if kind == "fig" and (figure := facts.figures.get(name)) is not None:
        yield figure.caption
        yield from (panel.caption for panel in figure.panels)
        yield figure.credit
    table = facts.tables.get(name) if kind == "tbl" else None
    if table is not None:
        yield table.caption
    if kind == "tbl" and name == "labs":
        yield from (lab.name for lab in facts.labs.values())
    if kind == "tbl" and name == "timeline":
        yield from (event.event for event in facts.timeline)
    if table is not None:
        yield table.note
    if kind == "tbl" and name == "labs":
        yield from (lab.note for lab in facts.labs.values())


def _numbered(seen: dict[str, None], present: Mapping[str, object]) -> dict[str, int]:
    return {name: n for n, name in enumerate((s for s in seen if s in present), 1)}
