"""Numbers of references, figures and tables: by first appearance over the article's reading order.

One numbering serves every language: that of the edition printed whole, continued by what only the
other one mentions. Where the author typed citations as digits, the list keeps the author's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from casereport.assembly.plan import (
    ABSTRACT,
    FloatHere,
    PlannedBlock,
    PlannedSection,
    blocks_within,
    citekeys_within,
    inlines_within,
    mentioned_float,
)
from casereport.model.case_file import CaseFile
from casereport.model.case_report import CaseReport
from casereport.model.narrative import CrossReference, Narrative, Placement
from casereport.model.reference import Reference

FACT_TABLES = ("labs", "timeline")
"""Tables built from the facts; they stand where ``::: labs`` or ``::: timeline`` places them."""


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
    cited: dict[str, None] = {}
    figures: dict[str, None] = {}
    tables: dict[str, None] = {}
    keyed = False
    for narrative, sections in plans:
        abstract = narrative.section(ABSTRACT)
        if abstract is not None:
            nodes = inlines_within(abstract.blocks, narrative)
            cited.update(dict.fromkeys(citekeys_within(nodes)))
        for section in sections:
            for block in section.blocks:
                cited.update(dict.fromkeys(citekeys_within(inlines_within((block,), narrative))))
                for kind, name in _floats(block, narrative, case.facts):
                    (figures if kind == "fig" else tables).setdefault(name)
    keyed = bool(cited)
    order = [key for key in cited if key in known] if keyed else list(known)
    return Numbering(
        references=tuple(known[key] for key in order),
        citations={key: index for index, key in enumerate(order, 1)},
        figures=_numbered(figures, case.facts.figures),
        tables=_numbered(tables, {**case.facts.tables, **dict.fromkeys(FACT_TABLES)}),
        keyed=keyed,
    )


def _floats(
    block: PlannedBlock, narrative: Narrative, facts: CaseFile
) -> Iterator[tuple[Literal["fig", "tbl"], str]]:
    """Each figure and table that a block mentions, then those that stand in it."""
    for inline in inlines_within((block,), narrative):
        if isinstance(inline, CrossReference):
            yield inline.kind, mentioned_float(inline, facts)[0]
    for inner in blocks_within((block,)):
        match inner:
            case FloatHere(figure=name) | Placement(kind="fig", target=name):
                yield "fig", name
            case Placement(kind="tbl", target=name):
                yield "tbl", name
            case Placement(kind="labs" | "timeline" as name):
                yield "tbl", name
            case _:
                pass


def _numbered(seen: dict[str, None], declared: Mapping[str, object]) -> dict[str, int]:
    return {name: n for n, name in enumerate((s for s in seen if s in declared), 1)}
