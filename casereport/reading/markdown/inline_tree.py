"""Inline tokens of one paragraph become the narrative's inlines, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it.token import Token

from casereport.diagnostics import Diagnostic, Span
from casereport.model.narrative import (
    CitationItem,
    Cite,
    Code,
    CrossReference,
    FactReference,
    FootnoteReference,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    Styled,
    TextRun,
)
from casereport.reading import faults, narrative_faults
from casereport.reading.markdown.block_rules import MAX_LEVELS
from casereport.reading.markdown.parser import inline_tokens
from casereport.reading.markdown.positions import LineMap

_ITEM = re.compile(
    r"[ \t]*[0-9\u06f0-\u06f9\u0660-\u0669]{1,2}[ \t]*[.)\u2013-](?![0-9\u06f0-\u06f9])"
)
_ITEM_LINE = re.compile(rf"^{_ITEM.pattern}", re.MULTILINE)
_STYLES = {
    "em": "emphasis",
    "strong": "strong",
    "subscript": "subscript",
    "superscript": "superscript",
}


@dataclass(slots=True)
class Collected:
    """What the inlines of a file leave behind besides themselves."""

    file: str
    environment: dict[str, object]
    diagnostics: list[Diagnostic] = field(default_factory=list)
    notes: list[tuple[str, tuple[Inline, ...], Span]] = field(default_factory=list)


@dataclass(slots=True)
class _Frame:
    """Inlines being gathered inside an open token; ``pieces`` are text not yet made a run."""

    token: Token | None
    children: list[Inline] = field(default_factory=list)
    pieces: list[tuple[int, int, str]] = field(default_factory=list)


def inlines(content: str, places: LineMap, collected: Collected) -> tuple[Inline, ...]:
    """The inlines of a paragraph, heading or cell."""
    return _Builder(content, places, collected).build()


class _Builder:
    def __init__(self, content: str, places: LineMap, collected: Collected) -> None:
        self.content = content
        self.places = places
        self.collected = collected
        self.frames = [_Frame(None)]
        self.typed_list = len(_ITEM_LINE.findall(content)) >= 2
        self.makers: dict[str, Callable[[Token], None]] = {
            "text": self._text,
            "text_special": self._piece,
            "softbreak": self._soft_break,
            "hardbreak": lambda token: self._add(LineBreak(self._span(token))),
            "code_inline": lambda token: self._add(Code(token.content, self._span(token))),
            "fact": lambda token: self._add(FactReference(token.content, self._span(token))),
            "cite": self._cite,
            "cross_reference": self._cross_reference,
            "note_reference": lambda token: self._add(
                FootnoteReference(token.meta["label"], self._span(token))
            ),
            "html_text": self._html,
            "image_text": self._image,
            "link_text": self._refused_link,
            "open_fact": self._open_fact,
            "open_citation": self._open_citation,
        }

    def build(self) -> tuple[Inline, ...]:
        for token in inline_tokens(self.content, self.collected.environment):
            if token.nesting > 0:
                self._open(token)
            elif token.nesting < 0:
                self._close(token)
            else:
                self.makers[token.type](token)
        self._flush()
        return tuple(self.frames[0].children)

    def _span(self, token: Token) -> Span:
        return self.places.span(token.meta["start"], token.meta["end"])

    def _add(self, inline: Inline) -> None:
        self._flush()
        self.frames[-1].children.append(inline)

    def _text(self, token: Token) -> None:
        if "pieces" in token.meta:
            for start, text in token.meta["pieces"]:
                self.frames[-1].pieces.append((start, start + len(text), text))
        elif token.content:
            self._piece(token)

    def _piece(self, token: Token) -> None:
        text = token.content.replace("\n", " ")  # a tag may run over a line end
        self.frames[-1].pieces.append((token.meta["start"], token.meta["end"], text))

    def _soft_break(self, token: Token) -> None:
        """One space; but a list typed with Persian digits keeps its lines."""
        start, end = token.meta["start"], token.meta["end"]
        before = self.content[:start].rstrip()
        if _ITEM.match(self.content, end) and (self.typed_list or before.endswith(":")):
            self._add(LineBreak(self.places.span(start, start)))
        else:
            self.frames[-1].pieces.append((start, start + 1, " "))

    def _flush(self) -> None:
        """The text gathered so far becomes one run, with a mark where it is not as typed."""
        frame = self.frames[-1]
        if not frame.pieces:
            return
        marks: list[tuple[int, int, int]] = []
        offset = 0
        expected = None
        for start, end, text in frame.pieces:
            place = self.places.place(start)
            if place != expected:
                marks.append((offset, *place))
            # An escape or entity is longer in the file than what it says.
            as_typed = self.content[start:end].replace("\n", " ") == text
            resumed = self.places.resumptions(start, end) if as_typed else []
            marks += [(offset + at - start, *self.places.place(at)) for at in resumed]
            offset += len(text)
            last = self.places.place(end - 1)
            expected = (last[0], last[1] + 1) if as_typed else None
        text = "".join(piece[2] for piece in frame.pieces)
        span = self.places.span(frame.pieces[0][0], frame.pieces[-1][1])
        frame.pieces.clear()
        if text:
            frame.children.append(TextRun(text, span, tuple(marks) if len(marks) > 1 else ()))

    def _open(self, token: Token) -> None:
        self._flush()
        if len(self.frames) == MAX_LEVELS + 1:
            span = self._span(token)
            self.collected.diagnostics.append(faults.nesting_too_deep(span, MAX_LEVELS))
        self.frames.append(_Frame(token))

    def _close(self, token: Token) -> None:
        self._flush()
        frame = self.frames.pop()
        opener = frame.token
        if opener is None or len(self.frames) > MAX_LEVELS:
            self.frames[-1].children += frame.children  # too deep: the text stays, its style goes
            return
        name = opener.type.removesuffix("_open")
        start, end = opener.meta["start"], token.meta["end"]
        if name == "strong":  # the outer asterisk of each pair is a token of its own, now empty
            start, end = start - 1, end + 1
        span = self.places.span(start, end)
        children = tuple(frame.children)
        if name in _STYLES:
            self.frames[-1].children.append(Styled(_STYLES[name], children, span))  # type: ignore[arg-type]
        elif name == "link":
            self._link(opener, children, span)
        elif name == "span":
            self._language_span(opener, children, span)
        else:
            self._note(children, span)

    def _link(self, opener: Token, children: tuple[Inline, ...], span: Span) -> None:
        target = str(opener.attrs.get("href", ""))
        if opener.markup == "autolink":
            text = "".join(child.text for child in children if isinstance(child, TextRun))
            start, end = opener.meta["start"] + 1, opener.meta["end"] - 1
            children = (TextRun(text, self.places.span(start, end)),)
        self.frames[-1].children.append(Link(target, children, span))

    def _language_span(self, opener: Token, children: tuple[Inline, ...], span: Span) -> None:
        meta = opener.meta
        for attribute, _ in meta["unknown"]:
            self.collected.diagnostics.append(narrative_faults.unknown_attribute(attribute, span))
        if meta["language"] is None and meta["direction"] is None:
            self.frames[-1].children += children
        else:
            inline = LanguageSpan(meta["language"], meta["direction"], children, span)
            self.frames[-1].children.append(inline)

    def _note(self, children: tuple[Inline, ...], span: Span) -> None:
        label = f"^{len(self.collected.notes) + 1}"  # no typed label can begin like this
        self.collected.notes.append((label, children, span))
        self.frames[-1].children.append(FootnoteReference(label, span))

    def _cite(self, token: Token) -> None:
        items = tuple(
            CitationItem(
                item.key,
                self.places.span(item.start, item.end),
                item.prefix,
                item.locator,
                item.suppressed,
            )
            for item in token.meta["items"]
        )
        self._expect_closed(token)
        self._add(Cite(items, self._span(token), token.meta["in_text"]))

    def _open_citation(self, token: Token) -> None:
        for start, end in token.meta["keyless"]:
            part, span = self.content[start:end], self.places.span(start, end)
            fault = narrative_faults.keyless_part(part, span, token.meta["whole"])
            self.collected.diagnostics.append(fault)
        self._piece(token)

    def _expect_closed(self, token: Token) -> None:
        """A citation that stands alone behind a bracket was meant to stand in brackets."""
        start, end = token.meta["start"], token.meta["end"]
        before = self.content[:start].removesuffix("-")
        opened = before.endswith("[") and not before.endswith("\\[")
        closing = self.content.find("]", end)
        if opened and (closing < 0 or "[" in self.content[end:closing]):
            citation = self.content[start:end]
            fault = narrative_faults.unclosed_citation(citation, self.places.span(start - 1, end))
            self.collected.diagnostics.append(fault)

    def _cross_reference(self, token: Token) -> None:
        self._expect_closed(token)
        self._add(CrossReference(token.meta["kind"], token.meta["target"], self._span(token)))

    def _html(self, token: Token) -> None:
        self.collected.diagnostics.append(
            narrative_faults.raw_html(token.content, self._span(token))
        )
        self._piece(token)

    def _image(self, token: Token) -> None:
        self.collected.diagnostics.append(narrative_faults.image_in_text(self._span(token)))
        self._piece(token)

    def _refused_link(self, token: Token) -> None:
        target, span = token.meta["target"], self._span(token)
        self.collected.diagnostics.append(narrative_faults.refused_link(target, span))
        self._piece(token)

    def _open_fact(self, token: Token) -> None:
        self.collected.diagnostics.append(narrative_faults.unclosed_placeholder(self._span(token)))
        self._piece(token)
