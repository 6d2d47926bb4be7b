"""A case as the checklist reads it: one language's sentences, section by section, as printed.

A fact that is called by name stands in its sentence as it prints, so that it is read and quoted;
citations and mentions of figures leave a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from casereport.assembly.facts import FactText, look_up
from casereport.assembly.setting import edition_locale
from casereport.checks.care._evaluation.phrases import find_phrase
from casereport.checks.prose import Prose, block_lists
from casereport.diagnostics import Span
from casereport.journals.manifest import Manifest
from casereport.locale import Locale
from casereport.model.case_report import CaseReport
from casereport.model.narrative import (
    SECTION_IDS,
    Cite,
    FactReference,
    FootnoteReference,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    Narrative,
    Paragraph,
    Placement,
    Section,
    Styled,
    TableBlock,
    TextRun,
)
from casereport.text.characters import OBJECT_REPLACEMENT
from casereport.text.isolates import strip_isolates

CASE_SECTIONS = (
    "patient-information",
    "clinical-findings",
    "timeline",
    "diagnostic-assessment",
    "therapeutic-intervention",
    "follow-up-and-outcomes",
)
"""Where the case itself is told; what an author calls by a name of their own counts with them."""
_MARKS = r"[.!?\u061f]"
_CLOSING = r"\ufffc)\u00bb\u201d\""
_SHORTENED = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bvs)(?<!\bal)(?<!\bFig)(?<!\bNo)"
"""Behind these a point ends no sentence, and a name must not be parted from its title."""
_END = re.compile(rf"(?<!{_MARKS}){_SHORTENED}{_MARKS}++(?=[\s{_CLOSING}]|$)[{_CLOSING}]{{0,4}}|\n")
_CLAUSE = re.compile(r"[;\u061b]")
_TYPED_CITATION = re.compile(r"[(\[][0-9\u06f0-\u06f9][0-9\u06f0-\u06f9,\u060c \u2013-]{0,40}[)\]]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A clause as printed, with gaps, between full stops and semicolons.

    ``whole`` is the sentence, which is what is quoted; ``facts`` are the paths that it calls.
    """

    text: str
    whole: str
    place: Span
    section: str
    cites: bool = False
    facts: tuple[str, ...] = ()

    @property
    def has_number(self) -> bool:
        """True when it holds a digit that is no citation, or a fact."""
        bare = _TYPED_CITATION.sub("", self.text)
        return bool(self.facts) or any(map(str.isdigit, bare))

    def calls(self, *roots: str) -> bool:
        """True when it calls a fact under one of these keys of case.yaml."""
        return any(path.split(".")[0] in roots for path in self.facts)


class Reading:
    """One language's text of a case; sections are read when they are asked for."""

    def __init__(self, case: CaseReport, manifest: Manifest, narrative: Narrative) -> None:
        self.case = case
        self.facts = case.facts
        self.narrative = narrative
        self.language = narrative.language
        self.locale: Locale = edition_locale(self.language, manifest)
        marks = manifest.numerals.get(self.language)
        self._unit_words = marks is not None and marks.units == "words"
        self._read: dict[str, tuple[Sentence, ...]] = {}

    def sentences(self, *sections: str) -> tuple[Sentence, ...]:
        """The sentences of these sections, in the order in which they are named."""
        return tuple(sentence for section in sections for sentence in self._sentences(section))

    def _sentences(self, section: str) -> tuple[Sentence, ...]:
        if section not in self._read:
            found = (each for each in self.narrative.sections if each.id == section)
            self._read[section] = tuple(one for each in found for one in self._within(each))
        return self._read[section]

    @cached_property
    def case_sections(self) -> tuple[str, ...]:
        """The sections that tell the case, those of an author's own name included."""
        own = (each.id for each in self.narrative.sections if each.id not in SECTION_IDS)
        return tuple(dict.fromkeys((*CASE_SECTIONS, *own)))

    def find(self, name: str, *sections: str) -> Sentence | None:
        """The first sentence there that speaks of it and does not say that nothing is said."""
        return next(self.all(name, *sections), None)

    def all(self, name: str, *sections: str) -> Iterator[Sentence]:
        """Every such sentence."""
        return (
            sentence
            for sentence in self.sentences(*sections)
            if self.says(sentence, name) and not self.says(sentence, "silence")
        )

    def find_silence(self, name: str, *sections: str) -> Sentence | None:
        """The first sentence there that says that nothing is said of it."""
        for sentence in self.sentences(*sections):
            if self.says(sentence, name) and self.says(sentence, "silence"):
                return sentence
        return None

    def says(self, sentence: Sentence | str, name: str) -> bool:
        """True when a phrase of the list stands in it."""
        text = sentence if isinstance(sentence, str) else sentence.text
        return find_phrase(text, name, self.language) is not None

    def printed(self, path: str) -> str:
        """A fact as it prints in this language; empty when there is none."""
        found = look_up(self.facts, path, self.locale, words=self._unit_words)
        return strip_isolates(found.text) if isinstance(found, FactText) else ""

    def placement(self, kind: str) -> Span | None:
        """Where ``::: timeline`` or ``::: labs`` stands in the text, wherever that is."""
        for _, blocks in block_lists(self.narrative):
            for block in blocks:
                if isinstance(block, Placement) and block.kind == kind:
                    return block.span
        return None

    def tables(self, section: str) -> Iterator[Span]:
        """The tables that are typed into a section."""
        for each in self.narrative.sections:
            if each.id == section:
                for _, blocks in block_lists(_alone(self.narrative, each)):
                    yield from (block.span for block in blocks if isinstance(block, TableBlock))

    def _within(self, section: Section) -> Iterator[Sentence]:
        for _, blocks in block_lists(_alone(self.narrative, section)):
            for block in blocks:
                if isinstance(block, Paragraph):
                    yield from self._of(block.children, section.id)
                elif isinstance(block, TableBlock):
                    for row in block.rows:
                        for cell in row:
                            yield from self._of(cell.children, section.id)

    def _of(self, children: tuple[Inline, ...], section: str) -> Iterator[Sentence]:
        text = _Text(self)
        text.take(children)
        yield from text.sentences(section)


class _Text:
    """The inlines of a paragraph as one text that knows its places."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[tuple[int, TextRun | Span]] = []
        self._facts: list[tuple[int, str]] = []
        self._cites: list[int] = []

    def take(self, children: Iterable[Inline]) -> None:
        for child in children:
            match child:
                case TextRun(text=text):
                    self._add(text, child)
                case Styled() | Link() | LanguageSpan():
                    self.take(child.children)
                case FactReference(path=path, span=span):
                    self._facts.append((self._length, path))
                    self._add(self._reading.printed(path) or OBJECT_REPLACEMENT, span)
                case LineBreak(span=span):
                    self._add("\n", span)
                case FootnoteReference():
                    pass
                case _:
                    if isinstance(child, Cite):
                        self._cites.append(self._length)
                    self._add(OBJECT_REPLACEMENT, child.span)

    def _add(self, text: str, piece: TextRun | Span) -> None:
        self._parts.append(text)
        self._pieces.append((self._length, piece))
        self._length += len(text)

    def sentences(self, section: str) -> Iterator[Sentence]:
        text = "".join(self._parts)
        prose = Prose(text, self._reading.language, "paragraph", tuple(self._pieces))
        for begin, stop in _parts(text, _END, 0, len(text)):
            for start, end in _parts(text, _CLAUSE, begin, stop):
                words = text[start:end]
                first = start + len(words) - len(words.lstrip())
                last = start + len(words.rstrip())
                if any(map(str.isalnum, words)):
                    yield Sentence(
                        text=text[first:last],
                        whole=text[begin:stop].strip(),
                        place=prose.place(first, last),
                        section=section,
                        cites=any(first <= at < end for at in self._cites)
                        or _TYPED_CITATION.search(words) is not None,
                        facts=tuple(path for at, path in self._facts if first <= at < end),
                    )


def sentences_in(text: str) -> Iterator[str]:
    """The clauses of a plain text."""
    for begin, stop in _parts(text, _END, 0, len(text)):
        for start, end in _parts(text, _CLAUSE, begin, stop):
            if words := text[start:end].strip():
                yield words


def _parts(text: str, mark: re.Pattern[str], begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """The stretches that end with a mark, or at the end."""
    start = begin
    for match in mark.finditer(text, begin, stop):
        yield start, match.end()
        start = match.end()
    if start < stop:
        yield start, stop


def _alone(narrative: Narrative, section: Section) -> Narrative:
    return replace(narrative, sections=(section,), footnotes=())
