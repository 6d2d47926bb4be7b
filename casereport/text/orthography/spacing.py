r"""Spaces and punctuation: where a space is missing or too many, and Latin marks in Persian text.

The text is one in which addresses and identifiers are out of sight. Numbers keep their marks: a
space is never asked for beside a digit inside 1,5 or ۱:۲.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from casereport.text.characters import (
    ARABIC_COMMA,
    ARABIC_QUESTION_MARK,
    ARABIC_SEMICOLON,
    ELLIPSIS,
    OBJECT_REPLACEMENT,
    ZWNJ,
)
from casereport.text.orthography import lexicon_fa
from casereport.text.orthography.words import LETTER, is_persian, words

Kind = Literal["mark", "inside-brackets", "beside-bracket", "joined-and", "dots"]
Edit = tuple[int, int, str]

PERSIAN_MARKS = {",": ARABIC_COMMA, ";": ARABIC_SEMICOLON, "?": ARABIC_QUESTION_MARK}
_LATIN_LETTER = "[A-Za-z\u00c0-\u024f\u0370-\u03ff]"
_ANY_LETTER = re.compile(f"{LETTER}|{_LATIN_LETTER}")
_PERSIAN_LETTER = re.compile(LETTER)
_MARK = re.compile("(?P<gap>[ \u00a0]{0,20})(?P<mark>[\u060c\u061b\u061f!?,;:.])")
_OPENING, _CLOSING = "([{\u00ab\u201c", ")]}\u00bb\u201d"
_LEFT_GAP = re.compile(
    rf"[{re.escape(_OPENING)}](?P<gap>[ \u00a0]{{1,20}})(?=[^\s{re.escape(_CLOSING)}])"
)
_RIGHT_GAP = re.compile(
    rf"(?<=[^\s{re.escape(_OPENING)}])(?P<gap>[ \u00a0]{{1,20}})[{re.escape(_CLOSING)}]"
)
_BEFORE_BRACKET = re.compile(
    rf"(?:{LETTER}{{2}}(?=\([^()\n]*+\s[^()\n]*+\)|\([^()\n\d\u06f0-\u06f9]{{5,}}+\))"
    rf"|(?<![A-Za-z])(?!poly)[a-z]{{4,30}}(?=\([A-Za-z]{{4}}))\("
)
_AFTER_BRACKET = re.compile(rf"[^\s()]{{3}}\)(?={LETTER}{{2}})")
_DOTS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_RATIO = "نسبت"


@dataclass(frozen=True, slots=True)
class Spacing:
    """A place where spaces are not as they should be, and what mends it."""

    start: int
    end: int
    kind: Kind
    edits: tuple[Edit, ...]
    before: bool = False
    """A mark has a space before it."""
    after: bool = False
    """A mark has none after it."""
    certain: bool = True


def spacing_faults(text: str) -> Iterator[Spacing]:
    """Every such place of ``text``.

    >>> [(fault.start, fault.before, fault.after) for fault in spacing_faults("2020 ;Accepted")]
    [(4, True, True)]
    """
    yield from _marks(text)
    for pattern in (_LEFT_GAP, _RIGHT_GAP):
        for match in pattern.finditer(text):
            start, end = match.span("gap")
            yield Spacing(match.start(), match.end(), "inside-brackets", ((start, end, ""),))
    for match in _BEFORE_BRACKET.finditer(text):
        at = match.end() - 1
        yield Spacing(at - 1, at + 1, "beside-bracket", ((at, at, " "),))
    for match in _AFTER_BRACKET.finditer(text):
        at = match.end()
        yield Spacing(at - 1, at + 1, "beside-bracket", ((at, at, " "),))
    if is_persian(text) or not _ANY_LETTER.search(text):
        for match in _DOTS.finditer(text):
            yield Spacing(*match.span(), "dots", ((*match.span(), ELLIPSIS),))
    yield from _joined_and(text)


def _marks(text: str) -> Iterator[Spacing]:
    position = 0
    while (match := _MARK.search(text, position)) is not None:
        position = match.end()
        gap, at = match.span("gap")[0], match.start("mark")
        previous, following = text[gap - 1 : gap] if gap else "", text[at + 1 : at + 2]
        before = gap < at and _space_is_wrong(text, gap, at)
        after = _space_is_missing(text, gap, at, loose=before)
        if not previous or not (before or after):
            continue
        edits: list[Edit] = [(gap, at, "")] if before else []
        edits += [(at + 1, at + 1, " ")] if after else []
        end = at + 1 + (1 if after and following else 0)
        yield Spacing(gap if before else at, end, "mark", tuple(edits), before, after)


def _space_is_wrong(text: str, gap: int, at: int) -> bool:
    """True when the space from ``gap`` to the mark at ``at`` should not be there."""
    previous, following, mark = text[gap - 1 : gap], text[at + 1 : at + 2], text[at]
    if not (
        previous.isalnum() or previous in _CLOSING + "\u066a%\u00ab" + OBJECT_REPLACEMENT + ZWNJ
    ):
        return False
    if following == mark:
        return False
    if mark == ".":
        return not following or following.isspace() or following in _CLOSING
    if mark == ":":
        beside = text[at + 1 : at + 3].strip()[:1]
        return not (previous.isdigit() and beside.isdigit())
    return following not in {"=", "-", ")", "("} or mark not in ":;"


def _space_is_missing(text: str, gap: int, at: int, *, loose: bool) -> bool:
    """True when a letter follows the mark at ``at`` where a space should."""
    mark, following = text[at], text[at + 1 : at + 2]
    previous = text[gap - 1 : gap] if gap else ""
    if not previous or not following or _ANY_LETTER.match(following) is None:
        return False
    if mark in "\u060c\u061b\u061f":
        return True
    persian = _PERSIAN_LETTER.match(previous) and _PERSIAN_LETTER.match(following)
    if mark == ".":
        return gap == at and (_ends_sentence(text, at) or bool(persian and _long(text, at, LETTER)))
    if mark == ":":
        return loose or bool(persian and _RATIO not in text[max(0, at - 40) : at])
    if loose:
        return True
    if previous.isdigit():
        return re.search(r"(?<!\d)\d{4}$", text[max(0, at - 5) : at]) is not None and bool(
            re.match(f"{_LATIN_LETTER}{{3}}|{LETTER}{{2}}", text[at + 1 : at + 4])
        )
    letter = _LATIN_LETTER if not persian else LETTER
    return _ANY_LETTER.match(previous) is not None and _long(text, at, letter)


def _long(text: str, at: int, letter: str) -> bool:
    """True when two letters or more stand on either side of the mark."""
    around = re.compile(f"{letter}{{2}}")
    return bool(around.match(text, max(0, at - 2)) and around.match(text, at + 1))


def _ends_sentence(text: str, at: int) -> bool:
    """A word, a full stop, and a word with a capital: two sentences of a Latin text."""
    return bool(
        re.search("(?<![A-Za-z.@/])[A-Za-z]?[a-z]{2,30}$", text[max(0, at - 32) : at])
        and re.match("[A-Z][a-z]", text[at + 1 : at + 3])
    )


def _joined_and(text: str) -> Iterator[Spacing]:
    for word in words(text):
        if word.text[0] == "و" and len(word.text) > 5 and word.text[1:] in _after_and():
            at = word.start + 1
            yield Spacing(word.start, word.end, "joined-and", ((at, at, " "),), certain=False)


@cache
def _after_and() -> frozenset[str]:
    return frozenset(lexicon_fa.COMMON.split())


def latin_marks(text: str) -> Iterator[tuple[int, str]]:
    """(index, the Persian mark for it) of each Latin comma, semicolon or question mark in Persian.

    >>> [index for index, _ in latin_marks("درد, تب و CRP, ESR")]
    [3]
    """
    for match in re.finditer(r"[,;?]", text):
        before = text[: match.start()][-3:].rstrip(" \u00a0")[-1:]
        after = text[match.end() : match.end() + 2].lstrip(" \u00a0")[:1]
        if (
            _PERSIAN_LETTER.match(before)
            or before in set("\u064b\u0654" + ZWNJ)
            or (
                before
                and (before in _CLOSING + OBJECT_REPLACEMENT or before.isdecimal())
                and _PERSIAN_LETTER.match(after)
            )
        ):
            yield match.start(), PERSIAN_MARKS[match[0]]
