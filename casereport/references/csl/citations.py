"""Citations in the text by an author-date style: (Smith 2019; Jones and Lee 2020).

Each work is cited in the language that its entry is set in, by the style's own citation layout.
citeproc-py neither tells works of one author and year apart nor collapses a group: both are done
here. It cannot leave the names out, so they are rendered between marks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

from casereport.locale import load_locale
from casereport.model.reference import Reference
from casereport.references.csl.engine import StyleInstance
from casereport.references.csl.locators import parse_locator
from casereport.references.csl.marks import ANY_STYLE_MARK, NAMES_BEGIN, NAMES_END, clean
from casereport.references.csl.runs import Run, runs_of
from casereport.references.csl.settings import ENGLISH, PERSIAN, Direction, setting_in, setting_of
from casereport.references.csl.sorting import sorted_items
from casereport.references.csl.style import CSL
from casereport.text.characters import ARABIC_COMMA, ARABIC_SEMICOLON

CitePart: TypeAlias = Literal["whole", "names", "rest"]
"""All of a citation; the names by which the work is known; the year and what else follows them."""

_ROUND_LOCATOR = f" ,;{ARABIC_COMMA}{ARABIC_SEMICOLON}"
_NAMES = re.compile(f"{NAMES_BEGIN}([^{NAMES_BEGIN}{NAMES_END}]*){NAMES_END}")
_AFTER_NAMES = re.compile(rf"^((?:{ANY_STYLE_MARK})*)[\s,;:.]+")


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work as it is cited: its runs, in its own language and direction."""

    language: str
    direction: Direction
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The citation as plain text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class GroupMarks:
    """What stands round and between the works of one group, in the language of the text."""

    opening: str
    closing: str
    delimiter: str
    same_names: str
    """Between the years of works that share one mention of their names."""


class CitationStyle:
    """An author-date style over the works of one list, in the order in which they are listed.

    Raises:
        ReferenceStyleError: the style cannot be used, or asks for what citeproc-py cannot do.
    """

    def __init__(self, style: str, references: Sequence[Reference]) -> None:
        self.references = tuple(references)
        settings = [setting_of(reference) for reference in references]
        self._settings = settings
        self._instances = {
            setting.language: StyleInstance(style, setting, part="citation")
            for setting in (ENGLISH, PERSIAN)
            if setting in settings or setting is ENGLISH
        }
        for instance in self._instances.values():
            _mark_names(instance)
        self._layout = self._instances[ENGLISH.language].layout
        self._options = dict(self._layout.getparent().attrib)
        self._names_kept = [0] * len(self.references)
        self.letters: tuple[str, ...] = ()
        if self._options.get("disambiguate-add-names") == "true":
            self._keep_more_names()
        if self._options.get("disambiguate-add-year-suffix") == "true":
            self.letters = self._letters()
            self.__dict__.pop("_items", None)  # now set with their letters

    @property
    def collapses(self) -> bool:
        """True when works of one author share one mention of the name: (Smith 2019, 2020)."""
        return str(self._options.get("collapse")).startswith("year")

    def marks(self, language: str) -> GroupMarks:
        """The brackets and delimiters of a group in a text of this language."""
        marks = {ord(mark): own for mark, own in setting_in(language).marks.items()}
        found = (
            self._layout.get("prefix", ""),
            self._layout.get("suffix", ""),
            self._layout.get("delimiter", "; "),
            self._options.get("cite-group-delimiter", ", "),
        )
        return GroupMarks(*(text.translate(marks) for text in found))

    def ordered(self, indexes: Iterable[int]) -> tuple[int, ...]:
        """The works of a group in the style's order; as typed where it sorts none.

        Works of two scripts have no common alphabet: they stand as in the list.
        """
        typed = list(dict.fromkeys(indexes))
        if self._layout.getparent().find(f"{CSL}sort") is None:
            return tuple(typed)
        languages = {self._settings[index].language for index in typed}
        if len(languages) != 1:
            return tuple(sorted(typed))
        items = sorted_items([self._items[index] for index in typed], self._layout)
        places = {id(self._items[index]): index for index in typed}
        return tuple(places[id(item)] for item in items)

    def cite(self, index: int, *, locator: str = "", part: CitePart = "whole") -> CitedWork:
        """The citation of the work at ``index`` of the list; ``locator`` as the author typed it."""
        setting = self._settings[index]
        reference = self.references[index]
        if reference.unparsed:
            text = "" if part == "rest" else f"{clean(reference.unparsed)[:40]}\u2026"
        else:
            text = _part(self._marked(index, locator), part)
        return CitedWork(setting.language, setting.direction, runs_of(text, setting))

    def same_names(self, one: int, other: int) -> bool:
        """True when two works are cited by the same names."""
        first, second = self.cite(one, part="names"), self.cite(other, part="names")
        return bool(first.text) and first == second

    @cached_property
    def _items(self) -> list[Any]:
        """citeproc-py's item of each work, in the instance of its language."""
        items: dict[int, Any] = {}
        letters = self.letters or [""] * len(self.references)
        for language, instance in self._instances.items():
            own = [i for i, setting in enumerate(self._settings) if setting.language == language]
            made = instance.items([self.references[i] for i in own], [letters[i] for i in own])
            items.update(zip(own, made, strict=True))
        return [items[index] for index in range(len(self.references))]

    def _marked(self, index: int, locator: str = "", names_kept: int = 0) -> str:
        from citeproc import Locator

        locator = clean(locator).strip(_ROUND_LOCATOR)
        item, instance = self._items[index], self._instances[self._settings[index].language]
        known = parse_locator(locator) if self._prints_locators else None
        if known is not None:
            item["locator"] = Locator(*known)
        try:
            kept = names_kept or self._names_kept[index]
            text = instance.render(self.references[index], item, names_kept=kept)
        finally:
            item.pop("locator", None)
        return f"{text}, {locator}" if locator and known is None else text

    @cached_property
    def _prints_locators(self) -> bool:
        root = self._layout.getroottree().getroot()
        return root.find(f".//{CSL}*[@variable='locator']") is not None

    def _ambiguous(self) -> list[list[int]]:
        """Works of the list that are cited alike, each set in the order of the list."""
        cited: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index, reference in enumerate(self.references):
            if not reference.unparsed:
                cited[self._settings[index].language, self._marked(index)].append(index)
        return [indexes for indexes in cited.values() if len(indexes) > 1]

    def _keep_more_names(self) -> None:
        """Cite works whose cut lists of authors look alike by as many names as tell them apart."""
        for indexes in self._ambiguous():
            lists = {index: self.references[index].authors for index in indexes}
            for count in range(2, max(map(len, lists.values())) + 1):
                texts = {self._marked(index, names_kept=count) for index in indexes}
                if len(texts) > 1 and len(texts) == len(set(lists.values())):
                    for index in indexes:
                        self._names_kept[index] = count
                    break

    def _letters(self) -> tuple[str, ...]:
        letters = [""] * len(self.references)
        for indexes in self._ambiguous():
            for place, index in enumerate(indexes):
                locale = load_locale(self._settings[index].language)
                letters[index] = locale.panel_letter(place).lower()
        return tuple(letters)


def _mark_names(instance: StyleInstance) -> None:
    """Marks round all names but those that stand in for absent ones, which stand within them."""
    for names in instance.root.iter(f"{CSL}names"):
        if names.getparent().tag != f"{CSL}substitute":
            names.set("prefix", NAMES_BEGIN + names.get("prefix", ""))
            names.set("suffix", names.get("suffix", "") + NAMES_END)


def _part(marked: str, part: CitePart) -> str:
    match = _NAMES.search(marked)
    if match is not None and part == "names":
        return match[1]
    if match is not None and part == "rest":
        marked = marked[: match.start()] + _AFTER_NAMES.sub(r"\1", marked[match.end() :])
    return "" if part == "names" else marked.replace(NAMES_BEGIN, "").replace(NAMES_END, "")
