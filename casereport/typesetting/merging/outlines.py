"""Bookmarks: those of each part below its title (PDF 32000-1 §12.3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from casereport.text.isolates import strip_isolates
from casereport.typesetting.merging.destinations import page_numbers


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title, the page of the whole that it leads to, where on it, and what stands below."""

    title: str
    page: int
    view: tuple[Any, ...]
    below: tuple[Bookmark, ...] = ()


def bookmarks_of(pdf: Any, title: str, start: int) -> list[Bookmark]:
    """A part's bookmarks; ``start`` is the number of its first page in the whole."""
    import pikepdf

    own = tuple(_own(pdf.Root.get("/Outlines", {}), page_numbers(pdf), start))
    if not title:
        return list(own)
    view = (pikepdf.Name.XYZ, 0, pdf.pages[0].mediabox[3], 0)
    return [Bookmark(title, start, view, tuple(_without_heading(own, title)))]


def _own(parent: Any, numbers: dict[tuple[int, int], int], start: int) -> Iterator[Bookmark]:
    item, seen = parent.get("/First"), set[tuple[int, int]]()
    while item is not None and item.objgen not in seen:
        seen.add(item.objgen)
        page, *view = list(item.Dest)
        number = start + numbers.get(page.objgen, 0)
        below = tuple(_own(item, numbers, start))
        yield Bookmark(str(item.Title), number, tuple(view), below)
        item = item.get("/Next")


def _without_heading(own: Iterable[Bookmark], title: str) -> Iterator[Bookmark]:
    """The bookmark that says the title once more gives its place to those below it."""
    for bookmark in own:
        if _bare(bookmark.title) == _bare(title):
            yield from bookmark.below
        else:
            yield bookmark


def _bare(title: str) -> str:
    return " ".join(strip_isolates(title).split())


def write_bookmarks(whole: Any, bookmarks: Sequence[Bookmark]) -> None:
    """Write the outline of the whole, closed below its first level."""
    import pikepdf

    if not bookmarks:
        return
    root = whole.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines))
    _hang(whole, root, bookmarks)
    root.Count = len(bookmarks)
    whole.Root.Outlines = root


def _hang(whole: Any, parent: Any, bookmarks: Sequence[Bookmark]) -> None:
    import pikepdf

    before: Any = None
    for bookmark in bookmarks:
        item = whole.make_indirect(
            pikepdf.Dictionary(
                Title=pikepdf.String(bookmark.title),
                Parent=parent,
                Dest=pikepdf.Array([whole.pages[bookmark.page].obj, *bookmark.view]),
            )
        )
        if before is None:
            parent.First = item
        else:
            before.Next, item.Prev = item, before
        if bookmark.below:
            _hang(whole, item, bookmark.below)
            item.Count = -len(bookmark.below)
        parent.Last = before = item
