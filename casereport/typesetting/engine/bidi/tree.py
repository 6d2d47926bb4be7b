"""Inline boxes built anew round the pieces: a bidi run is one box, an inline box may be cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes

from casereport.typesetting.engine.bidi.leaves import Leaf
from casereport.typesetting.engine.bidi.pieces import Styles, settle

_ZERO = Dimension(0, "px")
_SIDES = ("left", "right")


@dataclass(slots=True)
class Rebuilder:
    """Builds the children of one line box from its pieces."""

    line: Any
    styles: Styles
    ends: dict[int, tuple[Leaf, Leaf]]
    """Id of an inline box → its first and its last leaf."""

    def children(self, leaves: Sequence[Leaf], base: int) -> tuple[Any, ...]:
        """The line's children at the paragraph level ``base``."""
        return tuple(self._build(leaves, base, 0))

    def _build(self, leaves: Sequence[Leaf], level: int, depth: int) -> list[Any]:
        built: list[Any] = []
        atoms = _atoms(leaves, level)
        index = 0
        while index < len(atoms):
            owner = _owner(atoms[index], depth)
            if owner is not None:
                end = index
                while end < len(atoms) and _owner(atoms[end], depth) is owner:
                    end += 1
                group = [leaf for atom in atoms[index:end] for leaf in atom]
                built.append(self._fragment(owner, group, level, depth))
                index = end
                continue
            atom = atoms[index]
            index += 1
            if len(atom) == 1 and atom[0].level == level:
                if atom[0].box is not None:
                    built.append(atom[0].box)
            else:
                built.extend(self._run(atom, depth))
        return built

    def _run(self, atom: Sequence[Leaf], depth: int) -> list[Any]:
        """A run of a deeper level as one box whose children stand in that level's order."""
        level = min(leaf.level for leaf in atom)
        children = self._build(atom, level, depth)
        if not children:
            return []
        parent = atom[0].chain[depth - 1] if depth else self.line
        wrapper = boxes.InlineBox.anonymous_from(parent, children)
        if wrapper.element_tag in {"html", "body"}:
            wrapper.element_tag = "span"  # the tag tree passes over boxes of these two
        wrapper.style = self.styles.directed(wrapper.style, level)
        return [wrapper]

    def _fragment(self, owner: Any, group: Sequence[Leaf], level: int, depth: int) -> Any:
        """An inline box, or the part of it that stands in this run."""
        fragment = owner.copy_with_children(tuple(self._build(group, level, depth + 1)))
        first, last = self.ends[id(owner)]
        is_first, is_last = group[0] is first, group[-1] is last
        fragment.style = _decorated(owner.style, is_first=is_first, is_last=is_last)
        fragment.style = self.styles.directed(fragment.style, level)
        if not is_first:
            fragment.bookmark_label = None
            fragment.string_set = None
        return fragment


def ends_of_boxes(leaves: Sequence[Leaf]) -> dict[int, tuple[Leaf, Leaf]]:
    """The first and last leaf of every inline box, by the box's id."""
    ends: dict[int, tuple[Leaf, Leaf]] = {}
    for leaf in leaves:
        for box in leaf.chain:
            first, _ = ends.get(id(box), (leaf, leaf))
            ends[id(box)] = (first, leaf)
    return ends


def _atoms(leaves: Sequence[Leaf], level: int) -> list[list[Leaf]]:
    """Leaves of this level one by one; each longest run of deeper ones together."""
    atoms: list[list[Leaf]] = []
    in_run = False
    for leaf in leaves:
        deeper = leaf.level > level
        if deeper and in_run:
            atoms[-1].append(leaf)
        else:
            atoms.append([leaf])
        in_run = deeper
    return atoms


def _owner(atom: Sequence[Leaf], depth: int) -> Any:
    """The inline box at this depth that holds the whole atom, or None."""
    owner = atom[0].chain[depth] if len(atom[0].chain) > depth else None
    if all(len(leaf.chain) > depth and leaf.chain[depth] is owner for leaf in atom):
        return owner
    return None


def _decorated(style: Any, *, is_first: bool, is_last: bool) -> Any:
    """The style with margin, border and padding gone at the edges where the box is cut."""
    if is_first and is_last:
        return style
    start, end = _SIDES if style["direction"] == "ltr" else _SIDES[::-1]
    settle(style)
    copy = style.copy()
    for side, kept in ((start, is_first), (end, is_last)):
        if not kept:
            copy[f"margin_{side}"] = copy[f"padding_{side}"] = _ZERO
            copy[f"border_{side}_width"] = 0
    if not is_first:
        copy["anchor"] = None
    return copy
