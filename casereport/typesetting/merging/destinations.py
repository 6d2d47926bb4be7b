"""Where links lead: named destinations, their names made unique, and links between the parts.

PDF 32000-1 §12.3.2.3: names are sorted by their bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


class Destinations:
    """The names of the whole, and the links that use them."""

    def __init__(self, whole: Any) -> None:
        self._whole = whole
        self._named: dict[bytes, Any] = {}
        self._prefix = ""

    def rename(self, pdf: Any, index: int) -> None:
        """Give the links of a part, before it is copied, the names that hold in the whole."""
        import pikepdf

        self._prefix = f"{index}/"
        for annotation in all_annotations(pdf):
            target = annotation.get("/Dest")
            if isinstance(target, pikepdf.String):
                annotation.Dest = self._name(target)
            action = annotation.get("/A")
            if action is not None and action.get("/S") == "/GoTo" and "/D" in action:
                named = isinstance(action.D, pikepdf.String)
                action.D = self._name(action.D) if named else action.D

    def take(self, pdf: Any, start: int) -> None:
        """Take the part's destinations; its first page is number ``start`` of the whole."""
        import pikepdf

        tree = pdf.Root.get("/Names", {}).get("/Dests")
        if tree is None:
            return
        numbers = page_numbers(pdf)
        for name, target in pikepdf.NameTree(tree).items():
            place = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
            renamed = self._name(name)
            self._named[bytes(renamed)] = moved(place, self._whole, numbers, start)

    def lead(self, targets: Mapping[str, tuple[int, str]]) -> None:
        """Turn links with one of these URIs into links to a page, called by its title."""
        import pikepdf

        for annotation in all_annotations(self._whole):
            uri = str(annotation.get("/A", {}).get("/URI", ""))
            if uri not in targets:
                continue
            start, title = targets[uri]
            page = self._whole.pages[start]
            top = page.mediabox[3]
            del annotation.A
            annotation.Dest = pikepdf.Array([page.obj, pikepdf.Name.XYZ, 0, top, 0])
            annotation.Contents = pikepdf.String(title)

    def write(self) -> None:
        """Write the names of all parts as one sorted list."""
        import pikepdf

        if not self._named:
            return
        names = pikepdf.Array()
        for name, target in sorted(self._named.items()):
            names.extend([pikepdf.String(name), target])
        tree = self._whole.make_indirect(pikepdf.Dictionary(Names=names))
        self._whole.Root.Names = pikepdf.Dictionary(Dests=tree)

    def _name(self, name: Any) -> Any:
        import pikepdf

        return pikepdf.String(f"{self._prefix}{name}")


def all_annotations(pdf: Any) -> Iterator[Any]:
    """Every annotation of the pages."""
    for page in pdf.pages:
        yield from page.get("/Annots", [])


def page_numbers(pdf: Any) -> dict[tuple[int, int], int]:
    """The identity of a page → its number from 0."""
    return {page.objgen: number for number, page in enumerate(pdf.pages)}


def moved(
    place: Any, whole: Any, numbers: Mapping[tuple[int, int], int], start: int
) -> Any:
    """An explicit destination of a part, as an array of the whole."""
    import pikepdf

    page, *view = list(place)
    number = start + numbers.get(page.objgen, 0)
    return pikepdf.Array([whole.pages[number].obj, *view])
