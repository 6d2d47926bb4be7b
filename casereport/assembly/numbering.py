"""Numbers of references, figures and tables: by first appearance over the article's reading order.

One numbering serves every language: that of the edition printed whole, continued by what only the
other one mentions. Where the author typed citations as digits, the list keeps the author's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casereport.assembly.plan import (
    ABSTRACT,
    FloatHere,
    PlannedSection,
    blocks_within,
    citekeys_within,
    inlines_within,
)
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
                _floats(block, narrative, figures, tables)
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
    block: object, narrative: Narrative, figures: dict[str, None], tables: dict[str, None]
) -> None:
    for inline in inlines_within((block,), narrative):  # type: ignore[arg-type]
        if isinstance(inline, CrossReference):
            (figures if inline.kind == "fig" else tables).setdefault(inline.target)
    for inner in blocks_within((block,)):  # type: ignore[arg-type]
        match inner:
            case FloatHere(figure=name) | Placement(kind="fig", target=name):
                figures.setdefault(name)
            case Placement(kind="tbl", target=name):
                tables.setdefault(name)
            case Placement(kind="labs" | "timeline" as name):
                tables.setdefault(name)
            case _:
                pass


def _numbered(seen: dict[str, None], declared: Mapping[str, object]) -> dict[str, int]:
    return {name: n for n, name in enumerate((s for s in seen if s in declared), 1)}
