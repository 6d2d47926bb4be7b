"""One style of citeproc-py in one language, with its faults mended.

What it does wrong, and what is done here instead:
page-range-format corrupts pages (the attribute is taken out, pages are ours); date parts run
together where a style names no delimiter (a space is put in); it cannot force et al. for a list
that the source already cut (an author more, and the options that let et al. take its place); full
stops stay outside of American quotes. Single elements that do other than CSL says are mended in
:mod:`elements`, full stops after question marks in :mod:`runs`, the order in :mod:`sorting`. It is
imported where it is used: half of what a program does needs no reference list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, Literal

from lxml import etree

from casereport.model.reference import Reference
from casereport.references.csl.dates import lettered
from casereport.references.csl.elements import style_tree
from casereport.references.csl.marks import FORMATTER
from casereport.references.csl.runs import Run, runs_of, stops_into_quotes
from casereport.references.csl.settings import Setting
from casereport.references.csl.sorting import sorted_items
from casereport.references.csl.style import CSL, ReferenceStyleError, style_facts
from casereport.references.csl.variables import OTHERS, named, variables_of
from casereport.references.pages import PageForm

_UNCUT = re.compile(rf"[,;]?\s{{0,3}}(?:&|and|\u0648)?\s{{0,3}}{OTHERS.family}")
_PAGE_FORMS: dict[str, PageForm] = {
    "minimal": "minimal", "minimal-two": "minimal-two", "chicago": "chicago-15",
    "chicago-15": "chicago-15", "chicago-16": "chicago-16",
}  # fmt: skip
_EN_DASH = "\u2013"


class StyleInstance:
    """A CSL style with the terms of one language, ready to set references."""

    def __init__(
        self,
        style: str,
        setting: Setting,
        *,
        pages: PageForm | None = None,
        part: Literal["bibliography", "citation"] = "bibliography",
    ) -> None:
        self.setting = setting
        self.part = part
        self.root = _parsed(style, setting)
        self.layout = self.root.find(f"{CSL}{part}/{CSL}layout")
        form = _PAGE_FORMS.get(self.root.attrib.pop("page-range-format", ""), "full")
        self.pages: PageForm = pages or form
        _separate_date_parts(self.root)
        for tag in ("style", "citation", "bibliography", "names", "name"):
            for element in list(self.root.iter(CSL + tag)):
                _set_options(element, setting)
        self.root.formatter = FORMATTER
        in_quotes = self.layout.get_locale_option("punctuation-in-quote")
        self._stops_in_quotes = str(in_quotes).lower() == "true"
        self.page_delimiter = str(self.layout.get_single_term("page-range-delimiter") or _EN_DASH)
        self.edition_word = str(self.layout.get_single_term("edition") or "")

    def runs(
        self, references: Sequence[Reference], letters: Sequence[str] = ()
    ) -> tuple[tuple[Run, ...], ...]:
        """The runs of each reference, in the order given.

        ``letters`` tell works of one author and year apart, one for each reference, most empty.

        Raises:
            ReferenceStyleError: the style asks for something that citeproc-py cannot do.
        """
        items = self.items(references, letters)
        marked = (self.render(ref, item) for ref, item in zip(references, items, strict=True))
        return tuple(runs_of(text, self.setting) for text in marked)

    def order(self, references: Sequence[Reference]) -> tuple[int, ...]:
        """Indexes of the references in the order that the style's sort keys give.

        Raises:
            ReferenceStyleError: the style sorts by something that citeproc-py cannot do.
        """
        items = self.items(references)
        try:
            ordered = sorted_items(items, self.layout)
        except Exception as error:
            raise ReferenceStyleError(f"the style cannot sort: {error!r}") from error
        return tuple(int(item.key) for item in ordered)

    def items(self, references: Sequence[Reference], letters: Sequence[str] = ()) -> list[Any]:
        """What citeproc-py calls the items of a citation, their variables set for this language."""
        import citeproc
        from citeproc import source

        entries = source.BibliographySource()
        items = []
        has_place = self.root.find(f".//{CSL}text[@variable='year-suffix']") is not None
        for index, reference in enumerate(references):
            entry = source.Reference(str(index), reference.type)
            entry.update(
                variables_of(
                    reference, self.setting, pages=self.pages,
                    page_delimiter=self.page_delimiter, edition=self.edition_word,
                )
            )  # fmt: skip
            if letter := letters[index] if letters else "":
                # A style that has no place of its own for the letter has it behind the year.
                lettered(entry, letter, behind_year=not has_place)
            entries.add(entry)
            items.append(citeproc.CitationItem(str(index)))
        bibliography = _Bibliography(entries, [item.key for item in items])
        citation = citeproc.Citation(items)
        citation.bibliography = bibliography
        return items

    def render(self, reference: Reference, item: Any, *, names_kept: int = 0) -> str:
        """The marked text of one item, in the style's layout.

        ``names_kept``: where the style cuts the authors, how many it leaves; 0: as it says.

        Raises:
            ReferenceStyleError: the style asks for something that citeproc-py cannot do.
        """
        # Numbers are set beside the list by who numbers the citations: the style's stay out.
        self.layout.repressed = {f"{CSL}text": ["citation-number"]}
        with self._forced_et_al(reference, names_kept):
            try:
                text = self.layout.render_children(item)
                if self.part == "bibliography":
                    text = self.layout.format(self.layout.wrap(text))
            except Exception as error:
                raise ReferenceStyleError(
                    f"the style cannot set the reference {reference.citekey}: {error!r}",
                    subject=reference.citekey,
                ) from error
        if text is None:
            return ""
        # A style that names its authors in a way of its own prints the one who stands for others.
        text = _UNCUT.sub(f" {self.layout.get_single_term('et-al')}", str(text))
        return stops_into_quotes(str(text)) if self._stops_in_quotes else str(text)

    @contextmanager
    def _forced_et_al(self, reference: Reference, names_kept: int) -> Iterator[None]:
        """Let the style cut the author list just before the one who stands for the others."""
        authors = named(reference.authors)
        if not authors or not (reference.et_al or names_kept):
            yield
            return
        total = len(authors) + reference.et_al
        kept: list[tuple[Any, dict[str, str]]] = []
        for name in self.root.iter(f"{CSL}name"):
            if not _sets_authors(name):
                continue
            kept.append((name, dict(name.attrib)))
            if names_kept:
                name.set("et-al-use-first", str(min(names_kept, total)))
                if names_kept >= total:
                    name.set("et-al-min", str(total + 1))
            cut_from = name.get_option("et-al-min", self.layout)
            if reference.et_al and not 0 < cut_from <= total:
                name.set("et-al-min", str(total))
                name.set("et-al-use-first", str(total - 1))
            if reference.et_al:
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
        ReferenceStyleError: it cannot be used.
    """
    style_facts(style)
    try:
        return style_tree(style, setting)
    except (etree.XMLSyntaxError, AttributeError, ValueError) as error:
        raise ReferenceStyleError(f"this is not a CSL style: {error}") from error


def _sets_authors(name: Any) -> bool:
    """True for a name element by which authors are set, themselves or in the place of others."""
    within = name.getparent().iter(f"{CSL}names")
    return any("author" in names.get("variable", "").split() for names in within)


def _separate_date_parts(root: Any) -> None:
    """A space between date parts where the style names neither a delimiter nor an affix."""
    for date in root.iter(f"{CSL}date"):
        parts = date.findall(f"{CSL}date-part")
        if date.get("delimiter") or date.get("form"):
            continue
        for before, after in pairwise(parts):
            if not before.get("suffix") and not after.get("prefix"):
                after.set("prefix", " ")


def _set_options(element: Any, setting: Setting) -> None:
    if element.tag == f"{CSL}names" and element.find(f"{CSL}name") is None:
        if element.getparent().tag != f"{CSL}substitute":
            element.insert(0, element.makeelement(f"{CSL}name"))
        return
    if setting.direction == "rtl" and element.get("and") == "symbol":
        element.set("and", "text")  # «&» is of the Latin script
    for option, value in setting.name_options.items():
        if value is None:
            element.attrib.pop(option, None)
        elif element.tag == f"{CSL}name":
            element.set(option, value)
