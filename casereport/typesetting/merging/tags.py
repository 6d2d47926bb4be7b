"""The tag trees of all parts as one: PDF 32000-1 §14.7.2 (tree), §14.7.4.4 (parent tree).

A page and an annotation name their entry of the parent tree by a number; in the whole the numbers
of each part begin where those of the part before end. Each part's ``Document`` becomes a ``Part``
of one document, with the language of its own file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casereport.typesetting.merging.destinations import all_annotations

_NUMBERS = ("/StructParents", "/StructParent")


class TagTree:
    """The structure of the whole; ``first`` gives it its language."""

    def __init__(self, whole: Any, first: Any) -> None:
        import pikepdf

        self._whole = whole
        self._language = str(first.Root.get("/Lang", ""))
        self._offset = 0
        self._next = 0
        self._parents: list[Any] = []
        self._kids = pikepdf.Array()
        self._namespaces: list[Any] = []
        self._roles: dict[str, Any] = {}
        self._root = whole.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        self._document = whole.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Document)
        )

    def renumber(self, pdf: Any) -> None:
        """Move on the numbers by which a part's pages and annotations name their tags."""
        self._offset = self._next
        for holder in _holders(pdf):
            for key in _NUMBERS:
                if key in holder:
                    holder[key] = int(holder[key]) + self._offset

    def take(self, pdf: Any) -> None:
        """Take the tags of a part whose pages are there."""
        import pikepdf

        source = pdf.Root.get("/StructTreeRoot")
        if source is None:
            return
        # Made one object, so that all that hangs on it is copied in one go.
        tree = self._whole.copy_foreign(pdf.make_indirect(source))
        for key, entry in pikepdf.NumberTree(tree.ParentTree).items():
            number = int(key) + self._offset
            self._parents += [number, entry]
            self._next = max(self._next, number + 1)
        kids = tree.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._adopt(kid, str(pdf.Root.get("/Lang", "")))
        self._roles.update(dict(tree.get("/RoleMap", {}).items()))
        self._namespaces += list(tree.get("/Namespaces", []))

    def _adopt(self, kid: Any, language: str) -> None:
        import pikepdf

        if kid.get("/S") == "/Document":
            kid.S = pikepdf.Name.Part
            # It is of the namespace that holds where none is named.
            if "/NS" in kid:
                del kid["/NS"]
        if language != self._language and "/Lang" not in kid:
            kid.Lang = pikepdf.String(language)
        kid.P = self._document
        self._kids.append(kid)

    def write(self) -> None:
        """Hang the tree into the whole."""
        import pikepdf

        self._document.K = self._kids
        self._document.P = self._root
        self._root.K = pikepdf.Array([self._document])
        parents = pikepdf.Dictionary(Nums=pikepdf.Array(self._parents))
        self._root.ParentTree = self._whole.make_indirect(parents)
        self._root.ParentTreeNextKey = self._next
        if self._roles:
            self._root.RoleMap = pikepdf.Dictionary(self._roles)
        self._whole.Root.StructTreeRoot = self._root


def _holders(pdf: Any) -> Iterator[Any]:
    """Every dictionary or stream that may name its tags, once."""
    import pikepdf

    for item in pdf.objects:
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            yield item
    for annotation in all_annotations(pdf):
        if not annotation.is_indirect:
            yield annotation
