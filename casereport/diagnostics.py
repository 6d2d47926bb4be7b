"""What a finding is: its code, its place, its reason, its mend. Types only.

A message is kept as an English template and its values, so that a reporter can print it in any
language of ``locales/`` (gettext msgid = template) and isolate each value from the sentence
around it.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

Route: TypeAlias = tuple[str | int, ...]
"""The way to a node: ``("figures", "chest", "file")``, ``("fa.md", 3)`` …

The first part is a top-level key of case.yaml, or ``"references"``. A check names a place by its
route; the case's source map finds line and column.
"""


class Severity(enum.StrEnum):
    """How much a finding matters; one scale for the whole project."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """3 for error, 2 for warning, 1 for note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]

    def at_least(self, other: Severity) -> bool:
        """True when this severity is as grave as ``other`` or graver."""
        return self.rank >= other.rank


class AnyOf(tuple[str, ...]):
    """Values of a message of which one is enough: joined by "or", where a tuple takes "and"."""

    __slots__ = ()


class Words(str):
    """A value of a message that is our own words, marked N_: translated where the message is.

    Other values are the author's, and are quoted as they are, each in an isolate.
    """

    __slots__ = ()


class LanguageName(str):
    """A value of a message that is a language: its tag, told by its name in the sentence's own."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Worded:
    """A value of a message that its writers gave in each language: language → text."""

    texts: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The text for a reader of ``language``, else the one for all, else the first one."""
        texts = self.texts
        return texts.get(language) or texts.get("und") or next(iter(texts.values()), "")

    def __str__(self) -> str:
        return self.in_language("und")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file: 1-based lines and columns in code points, the end exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __post_init__(self) -> None:
        if (self.end_line, self.end_column) < (self.line, self.column):
            object.__setattr__(self, "end_line", self.line)
            object.__setattr__(self, "end_column", self.column)

    @classmethod
    def start_of(cls, file: str) -> Span:
        """The first character of a file: the place of what is missing from it."""
        return cls(file, 1, 1, 1, 1)

    def below(self, folder: str) -> Span:
        """The same place, its file as seen from where the case's ``folder`` (``a/``) is named.

        A file that lies outside the case is named from there already: ``./``, ``../``, or the end
        of a long way (``\u2026/``).

        >>> Span("fa.md").below("a/").file, Span("./desk/x.json").below("a/").file
        ('a/fa.md', './desk/x.json')
        """
        outside = self.file.startswith(("./", "../", "\u2026/"))
        return self if outside else replace(self, file=folder + self.file)


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the reader: an English template (the gettext msgid) and its values.

    Fields stand in the template as ``{name}``. Values are str, int, Decimal, a tuple of str (joined
    as a list by the reporter), or Worded.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return self.template.format_map(dict(self.values))


def N_(template: str) -> str:  # noqa: N802  (gettext's own name for "extract, translate later")
    """Mark a template for extraction into the message catalogue; returns it unchanged."""
    return template


def say(template: str, /, **values: object) -> Message:
    """Make a message: ``say(N_("No figure {id}."), id="chest")``."""
    return Message(template, MappingProxyType(values))


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace the text of ``span`` by ``replacement``."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend that ``casereport fix`` can apply. ``safe``: it cannot change what the text means."""

    description: Message
    edits: tuple[TextEdit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding, and what it has to do with it."""

    span: Span
    message: Message


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, complete: what is wrong, where, why, and what to do.

    ``reason`` is why it is told here: the journal's own word on the rule.
    """

    code: str
    name: str
    severity: Severity
    message: Message
    span: Span
    hint: Message | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    reason: Message | None = None

    @property
    def sentences(self) -> tuple[Message, ...]:
        """All that is told of it: what is wrong, what to do, and the journal's reason."""
        told = (self.message, self.hint, self.reason)
        return tuple(sentence for sentence in told if sentence is not None)

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """File, line, column, code: the order in which findings are told."""
        return (self.span.file, self.span.line, self.span.column, self.code)
