"""A BibTeX file as entries and fields that know their places.

bibtexparser finds the blocks and recovers after a broken one. It counts lines only, and not those
that end in a backslash, so places are found again here from what it cut out, in the file's order.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from bibtexparser import model
from bibtexparser.exceptions import BlockAbortedException, ParserStateException
from bibtexparser.splitter import Splitter

from casereport.diagnostics import Span
from casereport.references.bibtex.values import Strings, Value
from casereport.text.yaml_tree import Places

# What it logs we tell as faults, with their places.
logging.getLogger("bibtexparser.splitter").disabled = True

Reason: TypeAlias = Literal["next-block", "end-of-file", "no-key", "bad-key", "form"]

_FIELD_FIRST = re.compile(r"@\w{1,40}+\s*+[{(]\s*+[A-Za-z_-]{2,30}+\s*+=")
_BAD_KEY = re.compile(r"@\w{1,40}+\s*+[{(]\s*+([^\s,=]{1,200}+)\s*+,")
_STRAY_FIELD = re.compile(
    r"^[ \t]*+(?:,[ \t]*+)?[A-Za-z_-]{2,30}[ \t]*=[ \t]*[{\"0-9]", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in small letters, its value, the place of the value and of the whole."""

    name: str
    value: Value
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry whose parts could be told apart. ``repeated``: fields that stand in it again."""

    type: str
    citekey: str
    citekey_span: Span
    fields: tuple[Field, ...]
    repeated: tuple[Field, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Broken:
    """A block that could not be read, with its first line for a place.

    ``reason``: the next block, or the file's end, came before this one was closed; its first field
    stands where the citekey should; its citekey holds braces or quotes; or what stands in it is not
    in BibTeX's form.
    """

    citekey: str
    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Stray:
    """Fields that stand after the end of an entry, which a brace closed too early."""

    span: Span


def read_blocks(text: str, file: str) -> Iterator[Entry | Broken | Stray]:
    """The entries of a BibTeX file in their order, with what is broken in its place."""
    text = _without_comment_lines(text)
    places = Places(text, file)
    try:
        blocks = Splitter(text).split().blocks
    except (ParserStateException, BlockAbortedException):
        yield Broken("", Span.start_of(file), "form")
        return
    reader = _Blocks(text, places)
    for block in blocks:
        found = reader.read(block)
        if found is not None:
            yield found


def _without_comment_lines(text: str) -> str:
    """The text with spaces for each line that begins with ``%`` where a field or entry could.

    BibTeX knows no comments; people write them, and one with a comma in it would end the entry.
    """
    lines: list[str] = []
    may_begin = True
    for line in text.split("\n"):
        content = line.strip()
        is_comment = may_begin and content.startswith("%")
        lines.append(" " * len(line) if is_comment else line)
        if content and not is_comment:
            may_begin = content.endswith((",", "}"))
    return "\n".join(lines)


class _Blocks:
    def __init__(self, text: str, places: Places) -> None:
        self.text = text
        self.places = places
        self.position = 0
        self.strings = Strings()
        self.after_entry = False

    def read(self, block: Any) -> Entry | Broken | Stray | None:
        raw: str = block.raw or ""
        start = self.text.find(raw, self.position)
        start = self.position if start < 0 else start
        end = start + len(raw)
        self.position = end
        if isinstance(block, model.ParsingFailedBlock):
            inner = block.ignore_error_block
            if inner is None:
                # What was cut out may reach into the next block.
                self.position = start + 1
                return self._broken(raw, start, block)
            block = inner
        after_entry, self.after_entry = self.after_entry, isinstance(block, model.Entry)
        if isinstance(block, model.Entry):
            return self._entry(block, raw, start)
        if isinstance(block, model.String):
            self.strings.define(block.key, block.value)
        elif isinstance(block, model.ImplicitComment) and after_entry:
            return self._stray(raw, start)
        return None

    def _broken(self, raw: str, start: int, block: Any) -> Broken | None:
        self.after_entry = False
        if raw.lower().startswith("@comment"):
            return None
        head = re.match(r"@\w*\s*[{(]\s*+([^\s,{}()=\"]{0,200}+)\s*+,", raw)
        cause = str(getattr(block.error, "abort_reason", ""))
        reason: Reason = "form"
        if "block start" in cause:
            reason = "next-block"
        elif "end of file" in cause:
            reason = "end-of-file"
        elif _FIELD_FIRST.match(raw):
            reason = "no-key"
        elif head is None and (named := _BAD_KEY.match(self.text, start)):
            reason, head = "bad-key", named
        first_line = re.split(r"[\r\n]", raw, maxsplit=1)[0].rstrip()
        span = self.places.span(start, start + len(first_line))
        return Broken(head[1] if head else "", span, reason)

    def _stray(self, raw: str, start: int) -> Stray | None:
        match = _STRAY_FIELD.search(raw)
        if match is None:
            return None
        begin = start + match.end() - len(match[0].lstrip(" \t,"))
        return Stray(self.places.span(begin, start + len(raw)))

    def _entry(self, block: Any, raw: str, start: int) -> Entry:
        opening = min(i for i in (raw.find("{"), raw.find("(")) if i >= 0)
        key_start = opening + 1 + len(raw[opening + 1 :]) - len(raw[opening + 1 :].lstrip())
        position = key_start + len(block.key)
        fields: dict[str, Field] = {}
        repeated: list[Field] = []
        for field in block.fields:
            equals = raw.find("=", position)
            value_start = raw.find(field.value, equals + 1)
            position = value_start + len(field.value)
            name = field.key.strip().lower()
            span = self.places.span(start + value_start, start + position)
            read = Field(name, self.strings.evaluate(field.value), span)
            if name in fields:
                repeated.append(read)
            else:
                fields[name] = read
        return Entry(
            type=block.entry_type.strip().lower(),
            citekey=block.key.strip(),
            citekey_span=self.places.span(start + key_start, start + key_start + len(block.key)),
            fields=tuple(fields.values()),
            repeated=tuple(repeated),
            span=self.places.span(start, start + len(raw)),
        )
