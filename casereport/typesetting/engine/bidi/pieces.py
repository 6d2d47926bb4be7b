"""Text boxes cut at level boundaries: each piece has one level, and its direction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, takewhile
from typing import Any

from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.formatting_structure import boxes

from casereport.text.bidi import bidi_class, embedding_levels
from casereport.text.characters import DIRECTIONAL, ISOLATES, LRO, RLO, ZWJ
from casereport.text.joining import joins_next, joins_previous
from casereport.typesetting.engine.bidi.leaves import Leaf

_STRIPPED = dict.fromkeys(map(ord, DIRECTIONAL))
_AGAINST = {0: frozenset({"R", "AL", "AN"}), 1: frozenset({"L", "EN", "AN"})}
"""Parity → classes that Pango would give another parity in a text of that direction."""

_MOST_MARKS = 8
"""Marks on one letter that are put together: HarfBuzz ends the process where thousands are."""


def settle(style: Any) -> None:
    """Resolve the logical properties of a style, which WeasyPrint does as late as they are read.

    ``margin-inline-start`` means a side of the direction that the author's element has, not of the
    one that a run gives it.
    """
    cascaded = getattr(style, "cascaded", ())  # an anonymous box has none
    for name in PHYSICAL_FUNCTIONS if any("inline" in name for name in cascaded) else ():
        style[name]


@dataclass(slots=True)
class Styles:
    """Copies of styles with another direction, or without letter-spacing, one of each."""

    copies: dict[tuple[int, str], tuple[Any, Any]] = field(default_factory=dict)

    def directed(self, style: Any, level: int) -> Any:
        """``style`` with the direction of ``level``."""
        return self._with(style, "direction", "rtl" if level % 2 else "ltr")

    def spaced(self, style: Any, text: str) -> Any:
        """``style`` without letter-spacing where it would tear joined letters apart.

        CSS Text 3, section 8.2.3: no spacing between letters of a cursive script.
        """
        if style["letter_spacing"] == "normal" or not any(map(joins_previous, text)):
            return style
        return self._with(style, "letter_spacing", "normal")

    def _with(self, style: Any, name: str, value: str) -> Any:
        if style[name] == value:
            return style
        key = (id(style), value)
        if key not in self.copies:
            settle(style)
            copy = style.copy()
            copy[name] = value
            # The original is kept with its copy: its id must not be given to another.
            self.copies[key] = (copy, style)
        return self.copies[key][0]


def cut(leaves: list[Leaf], styles: Styles) -> list[Leaf]:
    """The leaves with text boxes cut; controls stay (they part runs), characters of theirs go."""
    pieces: list[Leaf] = []
    for leaf in leaves:
        if isinstance(leaf.box, boxes.TextBox):
            pieces.extend(_cut_text(leaf, styles))
        else:
            pieces.append(leaf)
    _join_across(pieces)
    return pieces


def _cut_text(leaf: Leaf, styles: Styles) -> list[Leaf]:
    pieces: list[Leaf] = []
    start = 0
    for stop in _stops(leaf.text, leaf.levels):
        level = leaf.levels[start]
        text = leaf.text[start:stop].translate(_STRIPPED)
        if not text:
            # Formatting characters alone: as those of a box, they only part runs.
            pieces.append(Leaf(None, leaf.chain, leaf.text[start:stop], level))
        else:
            box = leaf.box.copy_with_text(text)
            box.style = styles.spaced(styles.directed(leaf.box.style, level), text)
            box.leading_collapsible_space = box.trailing_collapsible_space = False
            if not _is_natural(text, level):
                box.bidi_override = RLO if level % 2 else LRO
            if leaf.bases:
                box.paragraph_level = leaf.bases[start]
            pieces.append(Leaf(box, leaf.chain, text, level))
        start = stop
    shown = [piece.box for piece in pieces if piece.box is not None]
    if shown:
        shown[0].leading_collapsible_space = leaf.box.leading_collapsible_space
        shown[-1].trailing_collapsible_space = leaf.box.trailing_collapsible_space
    return pieces


def _stops(text: str, levels: tuple[int, ...]) -> Iterator[int]:
    """Where pieces end: at each change of level, and round isolate controls, which part runs."""
    end = 0
    for _, group in groupby(range(len(text)), key=lambda i: (levels[i], text[i] in ISOLATES)):
        end += len(list(group))
        yield end


def _is_natural(text: str, level: int) -> bool:
    """True when a text by itself stands in the direction of ``level``, without an override."""
    if not any(bidi_class(character) in _AGAINST[level % 2] for character in text):
        return True
    levels = embedding_levels(text, base_level=level % 2)
    return all(found == 1 if level % 2 else found in {0, 2} for found in levels)


def _join_across(pieces: list[Leaf]) -> None:
    """Mend words that the edge of a box cuts: each box is shaped by itself.

    Letters that join get a joiner on both sides of the edge; a mark goes to its letter's box, or it
    would stand on a dotted circle.
    """
    before: Leaf | None = None
    for piece in pieces:
        if not isinstance(piece.box, boxes.TextBox):
            if piece.text:  # a control or an atomic inline ends the word
                before = None
            continue
        if before is not None and before.level == piece.level:
            _move_marks(piece.box, before.box)
            if joins_next(before.box.text) and joins_previous(piece.box.text):
                before.box.text += ZWJ
                piece.box.text = ZWJ + piece.box.text
        if piece.box.text:
            before = piece


def _move_marks(box: Any, before: Any) -> None:
    """Move the combining marks at the start of a box to the end of the box before it."""
    marks = "".join(takewhile(_is_mark, box.text))
    piled = sum(1 for _ in takewhile(_is_mark, reversed(before.text)))
    if marks and piled + len(marks) <= _MOST_MARKS:
        before.text += marks
        box.text = box.text[len(marks) :]


def _is_mark(character: str) -> bool:
    return bidi_class(character) == "NSM"
