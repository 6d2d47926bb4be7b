"""One style of citeproc-py in one language, with its faults mended.

What it does wrong, and what is done here instead:
page-range-format corrupts pages (the attribute is taken out, pages are ours); date parts run
together where a style names no delimiter (a space is put in); it cannot force et al. for a list
that the source already cut (an author more, and the options that let et al. take its place).
Full stops after question marks are mended in :mod:`runs`; it sorts only when it is told to. It is
imported where it is used: half of what a program does needs no reference list.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from lxml import etree

from casereport.errors import CaseReportError
from casereport.model.reference import Reference
from casereport.references.csl.marks import FORMATTER
from casereport.references.csl.runs import Run, runs_of
from casereport.references.csl.settings import Setting
from casereport.references.csl.variables import variables_of
from casereport.references.pages import PageForm

_CSL = "{http://purl.org/net/xbiblio/csl}"
_MINIMAL = frozenset({"minimal", "minimal-two", "chicago", "chicago-15", "chicago-16"})
_EN_DASH = "\u2013"


class ReferenceStyleError(CaseReportError):
    """A CSL style cannot be used: not CSL, no bibliography in it, or it asks for what fails."""


class StyleInstance:
    """A CSL style with the terms of one language, ready to set references."""

    def __init__(self, style: str, setting: Setting, *, pages: PageForm | None) -> None:
        self.setting = setting
        self.root = _parsed(style, setting)
        self.layout = self.root.bibliography.layout
        abbreviates = self.root.attrib.pop("page-range-format", "") in _MINIMAL
        self.pages: PageForm = pages or ("minimal" if abbreviates else "full")
        _separate_date_parts(self.root)
        for tag in ("style", "bibliography", "names", "name"):
            for element in list(self.root.iter(_CSL + tag)):
                _set_options(element, setting)
        self.root.formatter = FORMATTER
        self.page_delimiter = str(self.layout.get_single_term("page-range-delimiter") or _EN_DASH)
        self.edition_word = str(self.layout.get_single_term("edition") or "")

    def runs(self, references: Sequence[Reference]) -> tuple[tuple[Run, ...], ...]:
        """The runs of each reference, in the order given.

        Raises:
            ReferenceStyleError: the style asks for something that citeproc-py cannot do.
        """
        items = self._items(references)
        marked = (self._render(ref, item) for ref, item in zip(references, items, strict=True))
        return tuple(runs_of(text, self.setting) for text in marked)

    def order(self, references: Sequence[Reference]) -> tuple[int, ...]:
        """Indexes of the references in the order that the style's sort keys give.

        Raises:
            ReferenceStyleError: the style sorts by something that citeproc-py cannot do.
        """
        items = self._items(references)
        try:
            ordered = self.layout.sort_bibliography(items)
        except Exception as error:
            raise ReferenceStyleError(f"the style cannot sort: {error!r}") from error
        return tuple(int(item.key) for item in ordered)

    def _items(self, references: Sequence[Reference]) -> list[Any]:
        import citeproc
        from citeproc import source

        entries = source.BibliographySource()
        items = []
        for index, reference in enumerate(references):
            entry = source.Reference(str(index), reference.type)
            entry.update(
                variables_of(
                    reference, self.setting, pages=self.pages,
                    page_delimiter=self.page_delimiter, edition=self.edition_word,
                )
            )  # fmt: skip
            entries.add(entry)
            items.append(citeproc.CitationItem(str(index)))
        bibliography = _Bibliography(entries, [item.key for item in items])
        citation = citeproc.Citation(items)
        citation.bibliography = bibliography
        return items

    def _render(self, reference: Reference, item: Any) -> str:
        # Numbers are set beside the list by who numbers the citations: the style's stay out.
        self.layout.repressed = {f"{_CSL}text": ["citation-number"]}
        with self._forced_et_al(reference):
            try:
                text = self.layout.format(self.layout.wrap(self.layout.render_children(item)))
            except Exception as error:
                raise ReferenceStyleError(
                    f"the style cannot set the reference {reference.citekey}: {error!r}"
                ) from error
        return "" if text is None else str(text)

    @contextmanager
    def _forced_et_al(self, reference: Reference) -> Iterator[None]:
        """Let the style cut the author list just before the one who stands for the others."""
        if not reference.et_al or not reference.authors:
            yield
            return
        total = len(reference.authors) + 1
        kept: list[tuple[Any, dict[str, str]]] = []
        for name in self.root.iter(f"{_CSL}name"):
            if "author" not in name.getparent().get("variable", "").split():
                continue
            kept.append((name, dict(name.attrib)))
            cut_from = name.get_option("et-al-min", self.layout)
            if not 0 < cut_from <= total:
                name.set("et-al-min", str(total))
                name.set("et-al-use-first", str(total - 1))
            name.set("et-al-use-last", "false")
        try:
            yield
        finally:
            for name, attributes in kept:
                name.attrib.clear()
                name.attrib.update(attributes)


class _Bibliography:
    """What citeproc-py's items ask of their bibliography."""

    def __init__(self, entries: Any, keys: list[str]) -> None:
        self.source = entries
        self.keys = keys
        self.formatter = FORMATTER


def _parsed(style: str, setting: Setting) -> Any:
    """The style's root element with the terms of one language.

    Raises:
        ReferenceStyleError: it is not a CSL style with a bibliography.
    """
    import citeproc

    if "<!DOCTYPE" in style or "<!ENTITY" in style:
        raise ReferenceStyleError("a CSL style must not declare a document type")
    try:
        source = io.BytesIO(style.encode("utf-8"))
        root = citeproc.CitationStylesStyle(source, locale=setting.csl_locale, validate=False).root
    except (etree.XMLSyntaxError, AttributeError, ValueError) as error:
        raise ReferenceStyleError(f"this is not a CSL style: {error}") from error
    if root.tag != f"{_CSL}style" or root.find(f"{_CSL}bibliography/{_CSL}layout") is None:
        raise ReferenceStyleError("the CSL style has no bibliography")
    return root


def _separate_date_parts(root: Any) -> None:
    """A space between date parts where the style names neither a delimiter nor an affix."""
    for date in root.iter(f"{_CSL}date"):
        parts = date.findall(f"{_CSL}date-part")
        if date.get("delimiter") or date.get("form"):
            continue
        for before, after in pairwise(parts):
            if not before.get("suffix") and not after.get("prefix"):
                after.set("prefix", " ")


def _set_options(element: Any, setting: Setting) -> None:
    if element.tag == f"{_CSL}names" and element.find(f"{_CSL}name") is None:
        if element.getparent().tag != f"{_CSL}substitute":
            element.insert(0, element.makeelement(f"{_CSL}name"))
        return
    for option, value in setting.name_options.items():
        if value is None:
            element.attrib.pop(option, None)
        elif element.tag == f"{_CSL}name":
            element.set(option, value)
