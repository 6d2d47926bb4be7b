"""A CSL style as a file: whether it can be used, and how it cites, told before anything is set.

The file is a stranger's: it declares no document type, its macros end, and what it grows to when
every macro is written out is bounded, so that no list takes longer than its length explains.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, TypeAlias

from lxml import etree

from casereport.errors import CaseReportError

CSL = "{http://purl.org/net/xbiblio/csl}"
MAX_CHARACTERS = 1_000_000
_MAX_WEIGHT = 400_000
"""The heaviest of 2,300 public styles (chicago-in-text-full) weighs 69,530."""

StyleKind: TypeAlias = Literal["numeric", "author-date"]
StyleReason: TypeAlias = Literal[
    "document-type", "not-xml", "not-csl", "dependent", "no-bibliography", "no-citation",
    "footnotes", "labels", "too-large", "macro-missing", "macro-loops", "fails",
]  # fmt: skip


class ReferenceStyleError(CaseReportError):
    """A CSL style cannot be used. ``reason`` is a stable word, ``subject`` what it is about.

    ``line`` and ``column`` are 1-based; 0 when no place in the file is meant.
    """

    def __init__(
        self,
        message: str,
        reason: StyleReason = "fails",
        *,
        line: int = 0,
        column: int = 1,
        subject: str = "",
    ) -> None:
        super().__init__(message)
        self.reason = reason
        self.line = line
        self.column = column
        self.subject = subject


@dataclass(frozen=True, slots=True)
class StyleFacts:
    """What a usable style says of itself."""

    kind: StyleKind
    title: str
    sorts: bool
    authors_kept: int | None
    """How many authors its list leaves of one that it cuts; None: it cuts none."""


@lru_cache(maxsize=64)
def style_facts(style: str) -> StyleFacts:
    """The facts of the style whose text this is.

    Raises:
        ReferenceStyleError: it cannot be used.
    """
    root = _root(style)
    layouts = {part: root.find(f"{CSL}{part}/{CSL}layout") for part in ("citation", "bibliography")}
    title = " ".join((root.findtext(f"{CSL}info/{CSL}title") or "").split())
    if root.get("class") == "note":
        raise ReferenceStyleError("the CSL style cites in footnotes", "footnotes", line=1)
    if layouts["bibliography"] is None:
        _refuse_dependent(root, title)
        raise ReferenceStyleError("the CSL style has no bibliography", "no-bibliography", line=1)
    if layouts["citation"] is None:
        raise ReferenceStyleError("the CSL style has no citation", "no-citation", line=1)
    macros = {macro.get("name"): macro for macro in root.findall(f"{CSL}macro")}
    if _total_weight(root, layouts.values(), macros) > _MAX_WEIGHT:
        message = "the CSL style grows too large when its macros are written out"
        raise ReferenceStyleError(message, "too-large", line=1)
    cited = _variables(layouts["citation"], macros)
    if "citation-label" in cited:
        raise ReferenceStyleError("the CSL style cites by labels", "labels", line=1)
    kind: StyleKind = "numeric" if "citation-number" in cited else "author-date"
    sorts = root.find(f"{CSL}bibliography/{CSL}sort/{CSL}key") is not None
    return StyleFacts(kind, title, sorts, _authors_kept(root))


def _root(style: str) -> Any:
    if len(style) > MAX_CHARACTERS:
        raise ReferenceStyleError("the CSL style is too large", "too-large", line=1)
    for declaration in ("<!DOCTYPE", "<!ENTITY"):
        if declaration in style:
            line = style[: style.index(declaration)].count("\n") + 1
            message = "a CSL style must not declare a document type"
            raise ReferenceStyleError(message, "document-type", line=line)
    parser = etree.XMLParser(
        encoding="UTF-8", no_network=True, resolve_entities=False, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(style.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"this is not a CSL style: {error.msg}"
        raise ReferenceStyleError(
            message, "not-xml", line=max(line, 1), column=max(column, 1)
        ) from error
    if root.tag != f"{CSL}style":
        raise ReferenceStyleError("this is not a CSL style", "not-csl", line=1)
    return root


def _authors_kept(root: Any) -> int | None:
    # What stands on names is of the citations.
    for element in (root.find(f"{CSL}bibliography"), root):
        kept = element.get("et-al-use-first", "")
        if kept.isdecimal():
            return int(kept[:4])
    return None


def _refuse_dependent(root: Any, title: str) -> None:
    for link in root.iterfind(f"{CSL}info/{CSL}link"):
        if link.get("rel") == "independent-parent":
            parent = (link.get("href") or "").rstrip("/").rsplit("/", 1)[-1]
            message = f"{title or 'the style'} only names another style, {parent}"
            raise ReferenceStyleError(
                message, "dependent", line=int(link.sourceline or 1), subject=parent
            )


def _total_weight(root: Any, layouts: Iterable[Any], macros: dict[str | None, Any]) -> int:
    weights: dict[str, int] = {}
    try:
        total = sum(_weight(layout, macros, weights, ()) for layout in layouts)
        return total + sum(_called(key, macros, weights, ()) for key in root.iter(f"{CSL}key"))
    except RecursionError:
        return _MAX_WEIGHT + 1


def _weight(
    element: Any, macros: dict[str | None, Any], known: dict[str, int], way: tuple[str, ...]
) -> int:
    """How much one work can ask to be set: a choice counts by its heaviest branch."""
    total = 10 + sum(map(len, element.attrib.values()))
    if element.tag == f"{CSL}text":
        total += _called(element, macros, known, way)
    weights = [_weight(child, macros, known, way) for child in element.iterchildren(etree.Element)]
    if element.tag in {f"{CSL}choose", f"{CSL}substitute"}:
        return total + max(weights, default=0)
    return total + sum(weights)


def _called(
    element: Any, macros: dict[str | None, Any], known: dict[str, int], way: tuple[str, ...]
) -> int:
    name = element.get("macro")
    if name is None:
        return 0
    if name not in macros:
        message = f"the CSL style has no macro {name}"
        raise ReferenceStyleError(
            message, "macro-missing", line=element.sourceline, subject=str(name)
        )
    if name in way:
        message = f"the macro {name} of the CSL style calls itself"
        raise ReferenceStyleError(
            message, "macro-loops", line=element.sourceline, subject=str(name)
        )
    if name not in known:
        known[name] = _weight(macros[name], macros, known, (*way, name))
    return known[name]


def _variables(layout: Any, macros: dict[str | None, Any]) -> frozenset[str]:
    """The variables that a layout can print, those of the macros that it calls among them."""
    return frozenset(_printed(layout, macros, set()))


def _printed(element: Any, macros: dict[str | None, Any], seen: set[str]) -> Iterator[str]:
    for each in element.iter(f"{CSL}text", f"{CSL}number", f"{CSL}names", f"{CSL}date"):
        yield from each.get("variable", "").split()
        name = each.get("macro")
        if name is not None and name not in seen:
            seen.add(name)
            yield from _printed(macros[name], macros, seen)
