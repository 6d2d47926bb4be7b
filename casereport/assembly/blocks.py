"""Sets blocks: paragraphs, lists, quotes, tables, figures, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from casereport.article import block as out
from casereport.article.inline import Inline, Text
from casereport.assembly.figures import figure
from casereport.assembly.plan import FloatHere, PlannedBlock
from casereport.assembly.prose import Prose
from casereport.assembly.setting import Setting
from casereport.assembly.tables import labs_table, timeline_table
from casereport.model import narrative as typed
from casereport.reading.markdown.fragment import read_fragment


class Blocks:
    """Sets the blocks of one edition; floats go to ``floats_group`` when the journal wants that."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.prose = Prose(setting)
        self._floats_group: list[out.Float] = []
        self._ids: set[str] = set()

    def set(self, blocks: tuple[PlannedBlock, ...]) -> tuple[out.Block, ...]:
        """The blocks as article blocks, in order."""
        return tuple(found for block in blocks for found in self._block(block))

    @property
    def gathered(self) -> tuple[out.Float, ...]:
        """The figures and tables kept for the end, each kind in the order of its numbers."""
        unnumbered = len(self._floats_group) + 1
        return tuple(
            sorted(
                self._floats_group,
                key=lambda node: (isinstance(node, out.Fig), node.number or unnumbered),
            )
        )

    def once(self, identifier: str) -> str:
        """``identifier`` for the first that asks; nothing for the next, for an id is unique."""
        if not identifier or identifier in self._ids:
            return ""
        self._ids.add(identifier)
        return identifier

    def markdown(self, text: str, route: tuple[str | int, ...]) -> tuple[Inline, ...]:
        """A bilingual text of case.yaml, which may hold Markdown inlines."""
        source = self.setting.case.source
        place = source.span((*route, self.setting.language))
        read = read_fragment(text, place, source.lines)
        self.setting.record.diagnostics.extend(read.diagnostics)
        return self.prose.block(read.inlines)

    def _block(self, block: PlannedBlock) -> Iterator[out.Block]:
        match block:
            case typed.Paragraph(children=children):
                yield out.Paragraph(self.prose.block(children))
            case typed.Subheading(level=level, children=children, id=identifier):
                yield out.Heading(level, self.prose.block(children), self.once(identifier))
            case typed.ListBlock():
                yield self._list(block)
            case typed.Quote(children=children):
                yield out.Quote(self.set(children))
            case typed.Division(language=language, direction=direction, children=children):
                with self.prose.as_typed():
                    inner = self.set(children)
                yield out.Division(language, direction, inner)
            case typed.TableBlock():
                yield self._table(block, "")
            case typed.Placement():
                yield from self._placement(block)
            case FloatHere(figure=name):
                yield from self._float(figure(name, self.setting, self.markdown))

    def _list(self, block: typed.ListBlock) -> out.List:
        locale = self.setting.locale
        last = block.start + len(block.items)
        numbers = range(block.start, last) if block.ordered else ()
        labels = tuple(f"{locale.number(number)}." for number in numbers)
        return out.List(tuple(self.set(item) for item in block.items), labels, block.start)

    def _placement(self, block: typed.Placement) -> Iterator[out.Block]:
        setting = self.setting
        facts, locale = setting.case.facts, setting.locale
        if block.kind == "fig":
            yield from self._float(figure(block.target, setting, self.markdown))
            yield from self.set(block.children)
            return
        if block.kind == "tbl":
            for child in block.children:
                if isinstance(child, typed.TableBlock):
                    yield from self._float(self._table(child, block.target))
                else:
                    yield from self._block(child)
            return
        number = setting.numbering.tables.get(block.kind, 0)
        build = labs_table if block.kind == "labs" else timeline_table
        yield from self._float(build(facts, locale, self._label(number), number, self.markdown))
        yield from self.set(block.children)

    def _label(self, number: int, term: str = "table-label") -> str:
        locale = self.setting.locale
        return locale.term(term, number=locale.number(number)) if number else ""

    def _float(self, found: out.Float | None) -> Iterator[out.Block]:
        if found is None:
            return
        found = replace(found, id=self.once(found.id))
        if self.setting.manifest.layout.floats == "end":
            self._floats_group.append(found)
        else:
            yield found

    def _table(self, block: typed.TableBlock, target: str) -> out.TableWrap:
        setting = self.setting
        declared = setting.case.facts.tables.get(target)
        number = setting.numbering.tables.get(target, 0)
        caption: tuple[Inline, ...] = ()
        notes: tuple[tuple[Inline, ...], ...] = ()
        if declared and declared.caption and (text := declared.caption.get(setting.language)):
            caption = self.markdown(text, ("tables", target, "caption"))
        if declared and declared.note and (text := declared.note.get(setting.language)):
            notes = (self.markdown(text, ("tables", target, "note")),)
        return out.TableWrap(
            id=f"tbl-{target}" if target else "",
            number=number,
            # With no caption after it a label is only the table's name, without a colon.
            label=self._label(number, "table-label" if caption else "table-mention"),
            caption=caption,
            head=tuple(self._cell(cell, header=True) for cell in block.head),
            rows=tuple(tuple(self._cell(cell) for cell in row) for row in block.rows),
            notes=notes,
            width="page" if declared is not None and declared.width == "page" else "column",
        )

    def _cell(self, cell: typed.Cell, *, header: bool = False) -> out.Cell:
        return out.Cell(self.prose.block(cell.children), cell.align or "start", header=header)


def heading(text: str) -> tuple[Inline, ...]:
    """A heading's text as inlines."""
    return (Text(text),)
