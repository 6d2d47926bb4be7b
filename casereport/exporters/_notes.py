"""Footnotes in print: each stands in the text behind its first mark, and floats to the page's foot.

A paragraph can hold no blocks, so the note's own become spans. What no paragraph can hold (a table,
a figure), and a note without a mark, stands at the end of the text, as on the HTML page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from markupsafe import Markup

from casereport.article.article import Footnote
from casereport.article.block import Block, Division, Heading, List, Paragraph, Quote
from casereport.article.inline import Inline, Xref
from casereport.exporters._element import element

Write = Callable[[Iterable[Inline]], Markup]


def floating(notes: Iterable[Footnote]) -> Mapping[str, Footnote]:
    """The notes that can float, by their ids."""
    able = (note for note in notes if note.marks and _is_textual(note.blocks))
    return MappingProxyType({note.id: note for note in able})


def _is_textual(blocks: tuple[Block, ...]) -> bool:
    waiting = [*blocks]
    while waiting:
        block = waiting.pop()
        if isinstance(block, List):
            waiting += [inner for item in block.items for inner in item]
        elif isinstance(block, Quote | Division):
            waiting += block.children
        elif not isinstance(block, Paragraph | Heading):
            return False
    return True


class FloatingNotes:
    """Gives each note once, behind its first mark; one called within a note follows that note."""

    def __init__(self, notes: Mapping[str, Footnote], write: Write) -> None:
        self._waiting = dict(notes)
        self._write = write
        self._called: list[Footnote] | None = None

    def behind(self, mark: Xref) -> Markup:
        """The note that ``mark`` calls, to stand behind it, and those that the note calls."""
        note = self._waiting.pop(mark.rid, None)
        if note is None:
            return Markup("")
        if self._called is not None:
            self._called.append(note)
            return Markup("")
        self._called = [note]
        written = [self._note(called) for called in self._called]  # grows on the way
        self._called = None
        return Markup("").join(written)

    def _note(self, note: Footnote) -> Markup:
        label = element("a", note.mark, href=f"#{note.marks[0]}")
        first, *others = [*self._lines(note.blocks)] or [Markup("")]
        body = [element("span", line, class_="note-text") for line in others]
        return element(
            "span",
            element("span", label, class_="label"),
            Markup(" "),
            first,
            *body,
            class_="footnote",
            id=note.id,
        )

    def _lines(self, blocks: Iterable[Block]) -> Iterator[Markup]:
        """The text of each block, on a line of its own."""
        for block in blocks:
            match block:
                case Paragraph(children=children) | Heading(children=children):
                    yield self._write(children)
                case List(items=items, labels=labels):
                    for label, item in zip(labels or ("\u2022",) * len(items), items, strict=True):
                        for index, line in enumerate(self._lines(item)):
                            yield line if index else Markup("{} {}").format(label, line)
                case Division(language=language, direction=direction, children=children):
                    for line in self._lines(children):
                        yield element("span", line, lang=language, dir=direction)
                case Quote(children=children):
                    yield from self._lines(children)
                case _:
                    pass  # no float is textual
