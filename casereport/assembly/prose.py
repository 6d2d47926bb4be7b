"""Sets typed prose: narrative inlines become article inlines, in one language.

Typed text is only tokenised: it gains isolates, language marks and the language's digit set; it is
never reordered or rewritten. Facts, citations and cross references print what they name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from casereport.article.article import FloatMention
from casereport.article.inline import (
    Break,
    Citation,
    Inline,
    Link,
    Span,
    Styled,
    Text,
    Xref,
    plain_text,
)
from casereport.assembly.citation_places import placed
from casereport.assembly.citing import citation, typed_citation
from casereport.assembly.compounds import STYLES, Compound, latin_block, with_compounds
from casereport.assembly.fact_paths import is_told
from casereport.assembly.facts import UnknownFact, look_up
from casereport.assembly.footnotes import note_mark
from casereport.assembly.marking import latin_marked, rtl_marked
from casereport.assembly.plan import mentioned_float
from casereport.assembly.setting import Setting
from casereport.diagnostics import Span as Place
from casereport.model import narrative as typed
from casereport.reading.faults import unknown_placeholder
from casereport.text.characters import NBSP
from casereport.text.citations import read_typed_citation
from casereport.text.isolates import contained, last_strong
from casereport.text.tokens import Token, tokenise

PlaceOf = Callable[[int, int], Place]
"""The place in the file of ``text[start:end]``."""


class Prose:
    """Sets the inlines of one block after another; remembers what stands before.

    A bare number after Latin text in a right-to-left paragraph is isolated, or it would join the
    Latin run and print on its right.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._before = ""
        self._as_typed = False
        self._in_link = False

    def block(self, nodes: tuple[typed.Inline, ...]) -> tuple[Inline, ...]:
        """The inlines of a paragraph, heading or cell."""
        self._before = ""
        if self._is_rtl() and (whole := latin_block(nodes)) is not None:
            return (self._compound(whole),)
        return self._inlines(nodes)

    def text(self, text: str, place: Place | None = None) -> tuple[Inline, ...]:
        """Plain typed text as inlines (names, addresses, keywords)."""
        self._before = ""
        where = place or Place.start_of("")
        return _merged(self._typed(text, lambda _start, _end: where))

    @contextmanager
    def as_typed(self) -> Iterator[None]:
        """Within it, typed text stays as it is: it is marked as another language, or direction."""
        before, self._as_typed = self._as_typed, True
        try:
            yield
        finally:
            self._as_typed = before

    def _inlines(self, nodes: tuple[typed.Inline, ...]) -> tuple[Inline, ...]:
        found: list[Inline] = []
        for node in with_compounds(nodes) if self._is_rtl() else nodes:
            if isinstance(node, Compound):
                found.append(self._compound(node))
                continue
            found += self._inline(node)
        return placed(_merged(iter(found)), self._setting.manifest.citations)

    def _is_rtl(self) -> bool:
        return self._setting.locale.direction == "rtl" and not self._as_typed

    def _inline(self, node: typed.Inline) -> Iterator[Inline]:
        setting = self._setting
        match node:
            case typed.TextRun(text=text):
                yield from self._typed(text, node.place)
            case typed.Styled(style=style, children=children):
                yield Styled(STYLES[style], self._inlines(children))  # type: ignore[arg-type]
            case typed.Code(text=text):
                self._follow(text)
                yield Span(None, "ltr", (Styled("monospace", (Text(contained(text)),)),))
            case typed.Link(target=target, children=children):
                yield self._link(target, children)
            case typed.LanguageSpan(language=language, direction=direction, children=children):
                yield from self._language_span(language, direction, children)
            case typed.Cite():
                *names, group = citation(node, setting)
                self._follow(plain_text(tuple(names)))
                yield from (*names, group)
            case typed.CrossReference():
                yield from self._cross_reference(node)
            case typed.FactReference():
                yield from self._fact(node)
            case typed.FootnoteReference(label=label):
                if (mark := note_mark(label, setting)) is not None:
                    yield mark
            case typed.LineBreak():
                yield Break()

    def _compound(self, compound: Compound) -> Inline:
        """A thing that holds markup, left to right."""
        setting = self._setting
        shown = compound.inlines(setting.locale.digits)
        self._follow(plain_text(shown))
        foreign = setting.foreign if compound.is_latin else None
        return Span(foreign.language if foreign else None, "ltr", shown)

    def _link(self, target: str, children: tuple[typed.Inline, ...]) -> Inline:
        outer, self._in_link = self._in_link, True
        inner = self._inlines(children)
        self._in_link = outer
        if target.startswith("#"):
            # Every id of the document begins with its edition's language.
            return Xref("sec", f"{self._setting.language}-{target[1:]}", inner)
        link = Link(target, inner)
        # An address shown as it is stays one left-to-right thing.
        address = target.removeprefix("mailto:")
        return Span(None, "ltr", (link,)) if plain_text(inner) == address else link

    def _language_span(
        self, language: str | None, direction: object, children: tuple[typed.Inline, ...]
    ) -> Iterator[Inline]:
        # What is marked as another language keeps its own digits and gets no further marks.
        with self.as_typed():
            inner = self._inlines(children)
        self._follow(plain_text(inner))
        yield Span(language, direction, inner)  # type: ignore[arg-type]

    def _cross_reference(self, node: typed.CrossReference) -> Iterator[Inline]:
        setting = self._setting
        numbers = setting.numbering.figures if node.kind == "fig" else setting.numbering.tables
        target, panel = mentioned_float(node, setting.case.facts)
        number = numbers.get(target)
        setting.record.mentions.append(
            FloatMention(setting.language, node.kind, target, node.span, number is not None)
        )
        name = "figure" if node.kind == "fig" else "table"
        shown = setting.locale.number(number) if number is not None else "?"
        if panel is not None:
            letter = setting.locale.panel_letter(panel)
            label = setting.locale.term("figure-panel-mention", number=shown, letter=letter)
        else:
            label = setting.locale.term(f"{name}-mention", number=shown)
        label = label.replace(f" {shown}", f"{NBSP}{shown}")
        self._follow(label)
        if number is None:
            yield Text(label)
        else:
            rid = f"{setting.language}-{node.kind}-{target}"
            yield Xref("fig" if node.kind == "fig" else "table", rid, (Text(label),))

    def _fact(self, node: typed.FactReference) -> Iterator[Inline]:
        setting = self._setting
        found = look_up(setting.case.facts, node.path, setting.locale, words=setting.unit_words)
        if isinstance(found, UnknownFact):
            if not is_told(node.path, setting.case.facts, setting.case.source.refused):
                setting.record.diagnostics.append(
                    unknown_placeholder(node.path, node.span, found.nearest, found.members)
                )
            yield Styled("bold", (Text("?"),))
        elif found.typed:
            yield from self._typed(found.text, lambda _start, _end: node.span)
        else:
            # Not only a bare number: «۲۰ سال» begins with one, too.
            text = setting.locale.after(self._before, found.text)
            self._follow(text)
            yield Text(text)

    def _typed(self, text: str, place: PlaceOf) -> Iterator[Inline]:
        """Typed text: addresses and citations apart, the words between them set as prose."""
        if self._as_typed:
            self._follow(text)
            yield Text(contained(text))
            return
        words_from = 0
        for token in tokenise(text):
            found = self._apart(token, place(token.start, token.end))
            if found is None:
                continue
            yield from self._words(text[words_from : token.start])
            yield found
            self._follow(token.text)
            words_from = token.end
        yield from self._words(text[words_from:])

    def _apart(self, token: Token, where: Place) -> Inline | None:
        """What is more than words: a link, a citation typed by hand."""
        if token.kind in {"url", "email", "doi"}:
            address = Text(token.text)
            shown = address if self._in_link else Link(_href(token), (address,))
            return Span(None, "ltr", (shown,))
        return self._typed_citation(token.text, where) if token.kind == "citation" else None

    def _words(self, text: str) -> Iterator[Inline]:
        setting = self._setting
        shown = setting.locale.prose(text, before=self._before)
        self._follow(shown)
        if setting.foreign is None:
            yield Text(shown)
        elif setting.locale.direction == "rtl":
            yield from latin_marked(shown, setting.foreign.language)
        else:
            yield from rtl_marked(shown, setting.foreign.language)

    def _follow(self, text: str) -> None:
        """Remember the text whose last letter a number would meet."""
        if last_strong(text) is not None:
            self._before = text

    def _typed_citation(self, text: str, where: Place) -> Citation | None:
        setting = self._setting
        count = len(setting.numbering.references)
        read = read_typed_citation(text, direction=setting.locale.direction, count=count or None)
        if read is None or not read.numbers:
            return None
        square = text.startswith("[")
        if not square and not setting.typed_citations:
            return None
        # A group of which no number is in the list is a number in brackets: a year, a count.
        if not square and min(read.numbers) > count:
            return None
        return typed_citation(text, read, where, setting)


def _href(token: Token) -> str:
    if token.kind == "email":
        return f"mailto:{token.text}"
    if token.kind == "doi":
        return "https://doi.org/" + re.sub(r"(?i)^doi:\s*", "", token.text)
    return token.text if "://" in token.text else f"https://{token.text}"


def _merged(nodes: Iterator[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts as one, so that nothing is cut where no element begins."""
    merged: list[Inline] = []
    for node in nodes:
        before = merged[-1] if merged else None
        if isinstance(node, Text) and isinstance(before, Text):
            merged[-1] = Text(before.text + node.text)
        elif not (isinstance(node, Text) and not node.text):
            merged.append(node)
    return tuple(merged)
