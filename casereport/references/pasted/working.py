"""One pasted entry: its text in one line, where each character stands, what was understood of it.

Patterns look at ``plain``, which has the same length as ``text`` but Latin digits and punctuation,
so that one pattern serves English and Persian; values are cut out of ``text``, as typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from casereport.model.reference import Name
from casereport.text.characters import (
    ARABIC_COMMA,
    ARABIC_QUESTION_MARK,
    ARABIC_SEMICOLON,
    DIRECTIONAL,
    NBSP,
    NNBSP,
    SHY,
    WJ,
    ZWSP,
)
from casereport.text.digits import ARABIC_DIGITS, LATIN_DIGITS, PERSIAN_DIGITS

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
_PLAIN = str.maketrans(
    {
        **dict(zip(PERSIAN_DIGITS, LATIN_DIGITS, strict=True)),
        **dict(zip(ARABIC_DIGITS, LATIN_DIGITS, strict=True)),
        **dict.fromkeys(_DASHES, "-"),
        ARABIC_COMMA: ",", ARABIC_SEMICOLON: ";", ARABIC_QUESTION_MARK: "?",
        "\u2019": "'", "\u2018": "'", "\u064a": "\u06cc", "\u0643": "\u06a9",
    }
)  # fmt: skip
_UNSEEN = frozenset(DIRECTIONAL + SHY + WJ + ZWSP + "\ufeff")
_SPACES = frozenset(
    " \t\r\n\v\f\u2028\u2029\x85\x1c\x1d\x1e\x1f" + NBSP + NNBSP + "\u2009\u2002\u2003\u3000"
)
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])[^*\n]{1,200}(?<=\S)\1(?![\w*])")
_BULLET = re.compile(r"(?<=[\r\n])[ \t]{0,20}([-*\u2022\u00b7])[ \t]+(?=\S)")

IGNORED = " .,;:"
"""What may stand between two understood parts: the punctuation of the style."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``text``: in one line; ``places``: the index in the file of each of its characters.

    ``number``: typed before it, None when there is none; ``start`` and ``end``: all of it.
    """

    text: str
    places: tuple[int, ...]
    start: int
    end: int
    number: int | None = None

    @property
    def plain(self) -> str:
        """The text with Latin digits and punctuation, character for character."""
        return self.text.translate(_PLAIN)


def entry_of(source: str, start: int, end: int, number: int | None = None) -> Entry:
    """The entry that stands between two indexes of a file: wrapped lines joined, marks left out."""
    while start < end and source[start] in _SPACES:
        start += 1
    while end > start and source[end - 1] in _SPACES:
        end -= 1
    left_out = _markdown_marks(source, start, end)
    text: list[str] = []
    places: list[int] = []
    for index in range(start, end):
        character = source[index]
        if character in _SPACES:
            if text and text[-1] == " ":
                continue
            character = " "
        elif character in _UNSEEN or index in left_out:
            continue
        text.append(character)
        places.append(index)
    return Entry("".join(text), tuple(places), start, end, number)


def _markdown_marks(source: str, start: int, end: int) -> frozenset[int]:
    """Where Markdown's asterisks stand round a journal's name, and bullets before wrapped lines."""
    found: set[int] = {match.start(1) for match in _BULLET.finditer(source, start, end)}
    if "*" not in source[start:end]:
        return frozenset(found)
    for match in _EMPHASIS.finditer(source, start, end):
        width = len(match[1])
        found.update(range(match.start(), match.start() + width))
        found.update(range(match.end() - width, match.end()))
    return frozenset(found)


@dataclass(slots=True)
class Ledger:
    """What has been understood of an entry: each stretch once, as a field or as mere wording.

    ``start`` and ``end`` bound what is still to be understood.
    """

    entry: Entry
    plain: str
    start: int = 0
    end: int = 0
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)
    taken: bytearray = field(default_factory=bytearray)
    sound: bool = True
    editors: tuple[Name, ...] = ()

    @classmethod
    def of(cls, entry: Entry) -> Ledger:
        """A ledger in which nothing is understood yet."""
        return cls(entry, entry.plain, 0, len(entry.text), {}, bytearray(len(entry.text)))

    def take(self, name: str, start: int, end: int) -> None:
        """These characters are the value of a field; a second value makes the reading unsound."""
        if name in self.fields:
            self.sound = False
        start, end = self.trimmed(start, end)
        self.fields[name] = (start, end)
        self.pass_over(start, end)

    def pass_over(self, start: int, end: int) -> None:
        """These characters are wording of a known form: labels, brackets, separators."""
        if 1 in self.taken[start:end]:
            self.sound = False
        self.taken[start:end] = b"\x01" * (end - start)

    def understood(self, start: int, end: int) -> None:
        """All of this stretch is a known form, with the fields in it that were taken."""
        self.taken[start:end] = b"\x01" * (end - start)

    def take_rest_from(self, start: int) -> None:
        """From ``start`` to the end all is understood: what is left ends there."""
        self.understood(start, self.end)
        self.end = start

    def value(self, name: str) -> str:
        """The value of a field as typed; empty when it has none."""
        if name not in self.fields:
            return ""
        start, end = self.fields[name]
        return self.entry.text[start:end]

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without white space at its ends."""
        while start < end and self.plain[start] == " ":
            start += 1
        while end > start and self.plain[end - 1] == " ":
            end -= 1
        return start, end

    def strip_end(self, characters: str = IGNORED) -> None:
        """Leave out punctuation before what was taken from the end."""
        while self.end > self.start and self.plain[self.end - 1] in characters:
            self.end -= 1

    def strip_start(self, characters: str = IGNORED) -> None:
        """Leave out punctuation after what was taken from the start."""
        while self.start < self.end and self.plain[self.start] in characters:
            self.start += 1

    @property
    def rest(self) -> str:
        """What is still to be understood, in plain form."""
        return self.plain[self.start : self.end]

    @property
    def is_whole(self) -> bool:
        """True when every character was understood, and none twice."""
        if not self.sound:
            return False
        position = self.taken.find(0)
        while position >= 0:
            if self.plain[position] not in IGNORED:
                return False
            position = self.taken.find(0, position + 1)
        return True
