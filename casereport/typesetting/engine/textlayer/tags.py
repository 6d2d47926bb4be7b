"""The tag tree: languages named where they change, and one Link for one link.

PDF 32000-1 sections 14.7.2 (structure elements), 14.9.2 (natural language), 14.8.4.4.2 (link
elements). WeasyPrint names the document's language alone. It tags what it lays out: boxes that the
bidirectional pass puts round a run become elements that stand for nothing, and each part of a link,
cut by a line or by a run, becomes a link of its own. Here such boxes give their content to the
element around them, and the parts of a link, each with its annotation, are gathered in one element.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

import pydyf
from weasyprint.css import AnonymousStyle
from weasyprint.formatting_structure import boxes

from casereport.levers import is_stock

Build = Callable[..., Iterator[Any]]


@dataclass(frozen=True, slots=True)
class _Kid:
    """An entry of an element's K, handed to the element around it."""

    reference: Any


@dataclass(slots=True)
class _Level:
    """Where the walk stands: the language there, and the element that content belongs to."""

    language: str | None
    holder: Any = None
    is_dissolved: bool = False


@dataclass(slots=True)
class _Walk:
    """What is remembered while the tags of one PDF are built."""

    levels: list[_Level]
    links: dict[tuple[int, int], Any] = field(default_factory=dict)
    """Ids of a link's HTML element and of the element around it → the one Link."""


_walks: WeakKeyDictionary[Any, _Walk] = WeakKeyDictionary()


def with_languages_and_whole_links(build: Build) -> Build:
    """Wrap WeasyPrint's ``_build_box_tree``, which calls itself for each box."""

    def build_and_mend(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
        if is_stock() or not isinstance(box, boxes.Box) or _has_no_element(box):
            return build(box, parent, pdf, *rest)
        if pdf not in _walks:
            _walks[pdf] = _Walk([_Level(_catalog_language(pdf))])
        walk = _walks[pdf]
        above = walk.levels[-1]
        holder = above.holder if above.is_dissolved else parent
        is_dissolved = isinstance(box, boxes.InlineBox) and (
            isinstance(box.style, AnonymousStyle) or _is_in_link_already(box, holder)
        )
        language = box.style["lang"] or above.language
        walk.levels.append(_Level(language, holder, is_dissolved))
        try:
            elements = list(build(box, parent, pdf, *rest))
        finally:
            walk.levels.pop()
        _, nums, annotations, _ = rest
        hand_over = functools.partial(_hand_over, pdf=pdf, nums=nums, annotations=annotations)
        if is_dissolved:
            return iter(_dissolve(elements, holder, hand_over))
        if language and language != above.language:
            for element in elements:
                element["Lang"] = pydyf.String(language)
        if isinstance(box, boxes.InlineBox) and elements[0]["S"] == "/Link":
            first = walk.links.setdefault((id(box.element), id(holder)), elements[0])
            if first is not elements[0]:
                # An earlier part of the same link has an element: it takes this part's content.
                first["K"].extend(elements[0]["K"])
                hand_over(elements[0], first)
                return iter(())
        return iter(elements)

    return build_and_mend


def _has_no_element(box: Any) -> bool:
    """True for boxes whose children WeasyPrint hangs on the element above."""
    is_page = isinstance(box, (boxes.PageBox, boxes.MarginBox))
    return is_page or box.element_tag in {"html", "body"}


def _catalog_language(pdf: Any) -> str | None:
    language = pdf.catalog.get("Lang")
    return str(language.string) if isinstance(language, pydyf.String) else None


def _is_in_link_already(box: Any, holder: Any) -> bool:
    """True for generated content of a link, which WeasyPrint tags as a link in the link."""
    return bool(holder["S"] == "/Link") and box.element_tag.startswith("a::")


def _dissolve(
    elements: list[Any], holder: Any, hand_over: Callable[[Any, Any], None]
) -> list[_Kid]:
    """The content of elements that stand for nothing, made the holder's."""
    kids: list[_Kid] = []
    for element in elements:
        kids.extend(_Kid(kid) for kid in element["K"])
        hand_over(element, holder)
    return kids


def _hand_over(element: Any, holder: Any, *, pdf: Any, nums: Any, annotations: Any) -> None:
    """Let all that leads to ``element`` lead to ``holder``, and leave nothing of the element."""
    for kid in element["K"]:
        if isinstance(kid, int):
            nums[kid] = holder.reference
            continue
        child = pdf.objects[int(kid.split()[0])]
        if child.get("Type") == "/StructElem":
            child["P"] = holder.reference
    for index, (reference, annotation) in enumerate(annotations):
        if reference == element.reference:
            annotations[index] = (holder.reference, annotation)
    # Freed, it would spoil the table of objects that pydyf writes; empty, it harms nothing.
    element.clear()
