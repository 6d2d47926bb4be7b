"""Edits of a BibTeX file as text: fields put into an entry, entries taken out, entries in order.

Comments and layout stay: a new field is written as the last one of its entry is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from casereport.diagnostics import TextEdit
from casereport.model.reference import Reference
from casereport.references.bibtex.blocks import Broken, Entry, read_blocks
from casereport.references.cleaning.field_texts import SourceText
from casereport.references.writers.bibtex import fields_of

_FIELD_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<name>[\w-]+)(?P<pad>[ \t]*)=(?P<gap>[ \t]*)\Z")
_FIELDS = {
    "authors": ("author",), "editors": ("editor",), "title": ("title",),
    "container_title": ("journal", "booktitle"), "collection_title": ("series",),
    "publisher": ("publisher", "school", "institution", "organization"),
    "publisher_place": ("address",), "edition": ("edition",), "volume": ("volume",),
    "issue": ("number",), "number": ("number",), "supplement": ("supplement", "number"),
    "page": ("pages",), "issued": ("year", "month", "day"), "accessed": ("urldate",),
    "doi": ("doi",), "pmid": ("pmid",), "pmcid": ("pmcid",), "issn": ("issn",),
    "isbn": ("isbn",), "url": ("url",), "genre": ("type",), "note": ("note",),
    "language": ("langid",),
}  # fmt: skip
"""Fields of the model with those that our writer makes of them."""


@dataclass(frozen=True, slots=False)
class BibtexText:
    """A BibTeX file in which entries are found by their places."""

    file: str
    text: str

    @cached_property
    def source(self) -> SourceText:
        """Its text, by lines."""
        return SourceText(self.file, self.text)

    @cached_property
    def blocks(self) -> tuple[object, ...]:
        """Everything that was told apart in it."""
        return tuple(read_blocks(self.text, self.file))

    @property
    def is_sound(self) -> bool:
        """True when no block of it is broken: then entries can be moved and removed."""
        return not any(isinstance(block, Broken) for block in self.blocks)

    def entries(self) -> tuple[Entry, ...]:
        """The entries in the order of the file."""
        return tuple(block for block in self.blocks if isinstance(block, Entry))

    def entry_of(self, reference: Reference) -> Entry | None:
        """The entry that a reference was read from."""
        place = dict(reference.spans).get("")
        return next((entry for entry in self.entries() if entry.span == place), None)

    def cross_referenced(self) -> frozenset[str]:
        """The citekeys, in small letters, of entries that other entries take fields from."""
        return frozenset(
            key.strip().lower()
            for entry in self.entries()
            for field in entry.fields
            if field.name in {"crossref", "xdata", "xref"}
            for key in field.value.text.split(",")
        )

    def with_fields(self, reference: Reference, values: Mapping[str, Reference]) -> list[TextEdit]:
        """The edits that give an entry fields: model field → the reference that has its value."""
        entry = self.entry_of(reference)
        if entry is None or not entry.fields:
            return []
        present = {field.name: field for field in entry.fields}
        replaced: dict[str, str] = {}
        added: list[tuple[str, str]] = []
        for name, value in _written(values):
            if name in present:
                replaced[name] = value
            else:
                added.append((name, value))
        last = entry.fields[-1].name
        edits = [
            TextEdit(present[name].span, value)
            for name, value in replaced.items()
            if not (added and name == last)
        ]
        if added:
            edits.append(self._at_end(entry, replaced.get(last), added))
        return edits

    def _at_end(
        self, entry: Entry, value: str | None, fields: list[tuple[str, str]]
    ) -> TextEdit:
        """The last field (with another ``value``) and new ones after it, written as it is."""
        last = entry.fields[-1]
        start, end = self.source.bounds(last.span)
        line = self.text[self.source.line_start(last.span.line) : start]
        found = _FIELD_LINE.fullmatch(line)
        indent, width, gap = "  ", 0, " "
        if found is not None:
            indent, gap = found["indent"], found["gap"]
            width = len(found["name"]) + len(found["pad"])
        comma = re.match(r"\s*,", self.text[end:])
        at = end + comma.end() if comma else end
        lines = "".join(
            f"\n{indent}{name:<{width or len(name) + 1}}={gap}{text}," for name, text in fields
        )
        kept = self.text[start:end] if value is None else value
        between = self.text[end:at] or ","
        new = kept + between + (lines if comma else lines.removesuffix(","))
        return TextEdit(self.source.span(start, at), new)

    def without(self, reference: Reference) -> list[TextEdit]:
        """The edit that takes an entry out, with the blank lines after it; comments stay."""
        entry = self.entry_of(reference)
        if entry is None:
            return []
        start, end = self.source.bounds(entry.span)
        begin = self.source.line_start(entry.span.line)
        if self.text[begin:start].strip():
            return [TextEdit(self.source.span(start, end), "")]
        rest = re.compile(r"[ \t]*\n(?:[ \t]*\n)*").match(self.text, end)
        return [TextEdit(self.source.span(begin, rest.end() if rest else end), "")]

    def sorted_by(self, key: Callable[[Entry], tuple[object, ...]]) -> list[TextEdit]:
        """The edits that put the entries in order, each with the comment lines right above it.

        What stands between entries (strings, a preamble, comments set apart) keeps its place.
        """
        entries = self.entries()
        stretches = [self._with_comments(entry) for entry in entries]
        targets = self.cross_referenced()
        # BibTeX wants an entry that others take fields from after these.
        ordered = sorted(
            range(len(entries)),
            key=lambda i: (entries[i].citekey.lower() in targets, *key(entries[i])),
        )
        wanted = [stretches[index] for index in ordered]
        return [
            TextEdit(self.source.span(*here), self.text[there[0] : there[1]])
            for here, there in zip(stretches, wanted, strict=True)
            if here != there
        ]

    def _with_comments(self, entry: Entry) -> tuple[int, int]:
        start, end = self.source.bounds(entry.span)
        line = entry.span.line
        if self.text[self.source.line_start(line) : start].strip():
            return start, end
        start = self.source.line_start(line)
        while line > 1:
            above = self.text[self.source.line_start(line - 1) : start]
            if not above.lstrip().startswith("%"):
                break
            line -= 1
            start = self.source.line_start(line)
        # The comment at the very top of the file is the file's own.
        return (self.source.bounds(entry.span)[0], end) if line == 1 else (start, end)


def _written(values: Mapping[str, Reference]) -> Iterator[tuple[str, str]]:
    """BibTeX fields with their values, as our writer writes these fields of the model."""
    seen: set[str] = set()
    for field, reference in values.items():
        fields = dict(fields_of(reference))
        for name in _FIELDS[field]:
            if name not in seen and fields.get(name):
                seen.add(name)
                yield name, fields[name]
