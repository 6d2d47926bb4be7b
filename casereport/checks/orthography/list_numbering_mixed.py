"""The items of one list are numbered in more than one way.

«۱. ۲. ۱- ۲-» leaves the reader to guess whether this is one list or two, and a sentence that speaks
of the second item has two of them. Paragraphs that follow one another and begin with a number or a
letter are one list, as are lists of Markdown with nothing between them. A line in a list of
Markdown that begins with the next number and another mark (``2-`` below ``1.``) prints inside the
item above it.

Bad::

    fa.md:
        ۱. داروهای مسدودکننده

        ۲. بیس\u200cفسفونات\u200cها

        ۱- وارفارین

Good::

    fa.md:
        1. داروهای مسدودکننده
        2. بیس\u200cفسفونات\u200cها

        دو داروی دیگر نیز بررسی شد.

        ۱- وارفارین

        ۲- کلشی\u200cسین
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.prose import Prose, block_lists, prose_of
from casereport.diagnostics import N_, Severity, Span, say
from casereport.model.narrative import Block, ListBlock, Paragraph
from casereport.text.digits import to_latin_digits

check = Check(
    code="ORTH007",
    name="list-numbering-mixed",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The items {first} and {label} of one list are numbered in two ways."),
    hint=N_("Number all items of a list in one way, or part the lists by a sentence."),
)

_LABEL = re.compile(
    r"(?:^|(?<=\n))[ ]{0,3}(?P<open>[(\[]?)"
    r"(?:(?P<latin>[0-9]{1,2})|(?P<persian>[\u06f0-\u06f9]{1,2})"
    r"|(?P<letter>[A-Za-z\u0627\u0628\u067e\u062a\u062c\u062f]|\u0627\u0644\u0641))"
    r"(?P<mark>\.|\)|-|\u2013|:|\])(?=[ \u00a0])"
)
_MARKS = {"latin": ".)-\u2013:]", "persian": ".)-\u2013:]", "letter": ")]"}


@dataclass(frozen=True, slots=True)
class _Item:
    style: tuple[str, str, str]
    label: str
    span: Span


def run(context: SourceContext) -> Iterator[Finding]:
    for _, narrative in sorted(context.case.narratives.items()):
        for language, blocks in block_lists(narrative):
            items: list[_Item] = []
            for block in blocks:
                labels = _items(block, language)
                if not labels:
                    yield from _mixed(items)
                    items = []
                items += labels
            yield from _mixed(items)


def _items(block: Block, language: str) -> list[_Item]:
    """The numbered items that a block holds; none for what is no list."""
    if isinstance(block, ListBlock) and block.ordered:
        label, span = f"{block.start}{block.delimiter}", block.span
        end = span.column + len(label)
        place = Span(span.file, span.line, span.column, span.line, end)
        return [_Item(("", "latin", block.delimiter), label, place), *_swallowed(block, language)]
    if not isinstance(block, Paragraph):
        return []
    prose = prose_of(block.children, language, "paragraph")[:1]
    found = [item for one in prose for item in _typed(one)]
    # A label in the middle of a paragraph alone is none.
    return found if len(found) > 1 or (found and _LABEL.match(prose[0].text)) else []


def _swallowed(block: ListBlock, language: str) -> Iterator[_Item]:
    """What goes on numbering a list of Markdown in another way, and so is text of its last item."""
    number = block.start + len(block.items)
    for paragraph in block.items[-1] if block.items else ():
        if isinstance(paragraph, Paragraph):
            for prose in prose_of(paragraph.children, language, "paragraph")[:1]:
                for item in _typed(prose):
                    if to_latin_digits(item.label).strip("([.)-\u2013:]") == str(number):
                        number += 1
                        yield item


def _typed(prose: Prose) -> Iterator[_Item]:
    for match in _LABEL.finditer(prose.text):
        kind = next(name for name in _MARKS if match[name])
        if match["mark"] in _MARKS[kind]:
            style = (match["open"], kind, match["mark"])
            place = prose.place(match.start("open"), match.end("mark"))
            yield _Item(style, match[0].strip(), place)


def _mixed(items: list[_Item]) -> Iterator[Finding]:
    other = next((item for item in items if item.style != items[0].style), None)
    if other is None:
        return
    text = say(N_("Another item of the same list."))
    related = [(item.span, text) for item in items if item is not other]
    yield Finding.at(other.span, related=related, label=other.label, first=items[0].label)
