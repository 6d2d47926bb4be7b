"""What stands with a figure or table, and the footnotes in the order in which readers meet them."""

from __future__ import annotations

from collections.abc import Iterator

from casereport.assembly.plan import (
    ABSTRACT,
    FloatHere,
    PlannedBlock,
    PlannedSection,
    inlines_of,
    inlines_with_notes,
)
from casereport.diagnostics import Span
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile
from casereport.model.case_report import CASE_FILE
from casereport.model.narrative import (
    Footnote,
    FootnoteReference,
    Inline,
    Narrative,
    Placement,
)
from casereport.model.walking import blocks_within
from casereport.reading.markdown.fragment import read_fragment


def captions(kind: str, name: str, facts: CaseFile) -> Iterator[Bilingual | None]:
    """The texts of case.yaml that print with a figure or table, in their order."""
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


def fragment(text: Bilingual | None, language: str) -> tuple[Inline, ...]:
    """The inlines of a text of case.yaml in one language, where it can hold a citation or a mark.

    Their places are those of the file's beginning: what is asked here is their order alone.
    """
    typed = text.get(language) if text is not None else None
    if not typed or ("@" not in typed and "[^" not in typed):
        return ()
    return read_fragment(typed, Span.start_of(CASE_FILE)).inlines


def notes_in_order(
    narrative: Narrative, sections: tuple[PlannedSection, ...], facts: CaseFile
) -> tuple[Footnote, ...]:
    """The footnotes in the order of their marks in print; those that no mark calls stand last."""
    notes = {note.label: note for note in narrative.footnotes}
    called = [
        node.label
        for node in _in_print(narrative, sections, facts)
        if isinstance(node, FootnoteReference) and node.label in notes
    ]
    return tuple(notes[label] for label in dict.fromkeys([*called, *notes]))


def _in_print(
    narrative: Narrative, sections: tuple[PlannedSection, ...], facts: CaseFile
) -> Iterator[Inline]:
    """Every inline of the edition as it prints, captions where their floats stand."""
    yield from inlines_of(fragment(facts.title, narrative.language), narrative)
    abstract = narrative.section(ABSTRACT)
    if abstract is not None:
        yield from _block_inlines(abstract.blocks, narrative, facts)
    for section in sections:
        if section.printed_heading is None:
            yield from inlines_of(section.typed_heading, narrative)
        yield from _block_inlines(section.blocks, narrative, facts)
    for statement in facts.statements.given().values():
        yield from inlines_of(fragment(statement.text, narrative.language), narrative)


def _block_inlines(
    blocks: tuple[PlannedBlock, ...], narrative: Narrative, facts: CaseFile
) -> Iterator[Inline]:
    for block in blocks:
        for inner in blocks_within((block,)):
            match inner:
                case FloatHere(figure=name):
                    kind = "fig"
                case Placement(kind="fig" as kind, target=name):
                    pass
                case Placement(kind="tbl" as kind, target=name):
                    pass
                case Placement(kind=name):
                    kind = "tbl"
                case _:
                    continue
            for text in captions(kind, name, facts):
                yield from inlines_of(fragment(text, narrative.language), narrative)
        yield from inlines_with_notes((block,), narrative)
