"""Which sections print, in which order, under which headings, and where the floats stand.

A journal gathers several of the author's sections under one printed heading; its order wins over
the author's. A figure stands where the author placed it, else after the paragraph that first
mentions it, else at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casereport.journals.manifest import Manifest
from casereport.model.case_file import CaseFile
from casereport.model.narrative import (
    Block,
    CrossReference,
    FootnoteReference,
    Inline,
    Narrative,
    Placement,
    Section,
)
from casereport.model.walking import blocks_within, flattened, inlines_within

ABSTRACT = "abstract"
_BEFORE_ALL = -1
"""The place of what the author put before the first section that the journal knows."""


@dataclass(frozen=True, slots=True)
class FloatHere:
    """A figure that stands here because the text just mentioned it."""

    figure: str


PlannedBlock = Block | FloatHere


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A printed section; its heading is the journal's text, or the author's nodes."""

    id: str
    printed_heading: str | None
    typed_heading: tuple[Inline, ...]
    blocks: tuple[PlannedBlock, ...]


def plan_body(
    narrative: Narrative, manifest: Manifest, facts: CaseFile
) -> tuple[PlannedSection, ...]:
    """The sections of the body in print order, figures in their places."""
    groups: dict[int, list[Section]] = {}
    position = _BEFORE_ALL
    for section in narrative.sections:
        if section.id == ABSTRACT:
            continue
        # A section the journal does not know follows the one the author put before it; with none
        # before it, it stays the first.
        position = _group_of(section.id, manifest, position)
        groups.setdefault(position, []).append(section)
    planned: list[PlannedSection] = []
    for index in sorted(groups):
        planned.extend(_print_group(groups[index], index, manifest, narrative.language))
    return _with_figures(tuple(planned), narrative, facts)


def _group_of(section_id: str, manifest: Manifest, otherwise: int) -> int:
    for index, printed in enumerate(manifest.sections):
        if section_id in printed.ids:
            return index
    return otherwise


def _print_group(
    sections: list[Section], index: int, manifest: Manifest, language: str
) -> Iterator[PlannedSection]:
    """The sections of one printed heading, in the journal's order; unknown ones stand after."""
    if index == _BEFORE_ALL:
        for section in sections:
            yield PlannedSection(section.id, None, section.heading, section.blocks)
        return
    printed = manifest.sections[index]
    known = sorted(
        (s for s in sections if s.id in printed.ids), key=lambda s: printed.ids.index(s.id)
    )
    if known:
        blocks = tuple(block for section in known for block in section.blocks)
        heading = printed.heading.get(language)
        yield PlannedSection(known[0].id, heading, known[0].heading, blocks)
    for section in sections:
        if section.id not in printed.ids:
            yield PlannedSection(section.id, None, section.heading, section.blocks)


def _with_figures(
    sections: tuple[PlannedSection, ...], narrative: Narrative, facts: CaseFile
) -> tuple[PlannedSection, ...]:
    """Put each declared figure that the author did not place after its first mention."""
    # Also in the abstract, or in a note: a figure that the author placed stands there alone.
    bodies = [section.blocks for section in narrative.sections]
    bodies += [note.blocks for note in narrative.footnotes]
    placed = {
        block.target
        for body in bodies
        for block in blocks_within(body)
        if isinstance(block, Placement) and block.kind == "fig"
    }
    waiting = [name for name in facts.figures if name not in placed]
    result: list[PlannedSection] = []
    for section in sections:
        blocks: list[PlannedBlock] = []
        for block in section.blocks:
            blocks.append(block)
            mentioned = [
                mentioned_float(node, facts)[0]
                for node in inlines_with_notes((block,), narrative)
                if isinstance(node, CrossReference) and node.kind == "fig"
            ]
            for name in dict.fromkeys(mentioned):
                if name in waiting:
                    waiting.remove(name)
                    blocks.append(FloatHere(name))
        result.append(
            PlannedSection(
                section.id, section.printed_heading, section.typed_heading, tuple(blocks)
            )
        )
    if waiting and result:
        last = result[-1]
        result[-1] = PlannedSection(
            last.id,
            last.printed_heading,
            last.typed_heading,
            (*last.blocks, *(FloatHere(name) for name in waiting)),
        )
    return tuple(result)


def mentioned_float(node: CrossReference, facts: CaseFile) -> tuple[str, int | None]:
    """The id that a mention names, and the index of the panel it picks.

    ``@fig-wrist-b`` is panel b of the figure wrist, unless a figure is called wrist-b.
    """
    name, _, letter = node.target.rpartition("-")
    figure = facts.figures.get(name)
    if node.kind == "tbl" or node.target in facts.figures or figure is None or len(letter) != 1:
        return node.target, None
    panel = ord(letter) - ord("a")
    return (name, panel) if 0 <= panel < len(figure.panels) else (node.target, None)


def inlines_with_notes(
    blocks: tuple[PlannedBlock, ...], narrative: Narrative
) -> Iterator[Inline]:
    """Every inline of these blocks in reading order; a footnote's text follows its first mark."""
    return _with_notes(inlines_within(blocks), narrative)


def inlines_of(nodes: Iterable[Inline], narrative: Narrative) -> Iterator[Inline]:
    """As :func:`inlines_with_notes`, of a heading or a caption."""
    return _with_notes(flattened(tuple(nodes)), narrative)


def _with_notes(inlines: Iterator[Inline], narrative: Narrative) -> Iterator[Inline]:
    """Notes may call one another, also in a circle (which reading reports): each is walked once."""
    notes = {note.label: note for note in narrative.footnotes}
    walks = [inlines]
    while walks:
        inline = next(walks[-1], None)
        if inline is None:
            walks.pop()
            continue
        yield inline
        if isinstance(inline, FootnoteReference):
            note = notes.pop(inline.label, None)
            if note is not None:
                walks.append(inlines_within(note.blocks))
