"""Mentions that an author types by hand: "Figure 2", "Figs. 2A and 3", «شکل شماره ۲»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from casereport.checks.figures._words import FloatKind, MentionWords, mention_words
from casereport.text.digits import to_latin_digits

_D = "[0-9\u06f0-\u06f9\u0660-\u0669]"
_PANEL = r"(?:(?:-?[A-Ha-h])(?![^\W\d_])|\s?\([^()\s]{1,4}\))?"
_NUMBER = f"{_D}{{1,2}}(?!{_D}){_PANEL}"
_RANGE = r"(?:[-\u2010-\u2013]|to|through|\u062a\u0627)"
_JOINT = rf"\s?(?:[,;&\u060c\u061b]|and|\u0648|{_RANGE})\s?"
_MOST = 20


@dataclass(frozen=True, slots=True)
class TypedMention:
    """``text[start:end]`` mentions these numbers."""

    start: int
    end: int
    numbers: tuple[int, ...]


def typed_mentions(text: str, language: str, kind: FloatKind) -> Iterator[TypedMention]:
    """Every mention typed by hand in a text of this language, in order.

    >>> [found.numbers for found in typed_mentions("Figs. 2A, 3 and Figure 5 (b)", "en", "fig")]
    [(2, 3), (5,)]
    """
    words = mention_words(language, kind)
    for match in _pattern(language, kind).finditer(text):
        if not _is_other(text, match, words):
            shown = match["list"] or match["single"]
            yield TypedMention(match.start(), match.end(), tuple(_numbers(shown)))


def _is_other(text: str, match: re.Match[str], words: MentionWords) -> bool:
    """True when the number counts something: «به شکل ۲ توده», «تصویر ۳ بعدی», 2.5, 2 x 2."""
    before = text[max(0, match.start() - 20) : match.start()].split()
    after = text[match.end() : match.end() + 12].replace("\u200c", " ")
    numbered = match["between"] or match["between_one"]
    if not numbered and before and before[-1] in words.not_after:
        return True
    following = after.split()
    return bool(
        (following and after[:1].isspace() and following[0].strip(".,") in words.not_before)
        or re.match(rf"(?:[./\u066b:]{_D}|\s?[x\u00d7%\u066a])", after)
    )


def _numbers(shown: str) -> Iterator[int]:
    """The numbers of a list, ranges filled."""
    last, is_range = 0, False
    for match in re.finditer(f"({_D}{{1,2}})|({_RANGE})", shown):
        if match[2]:
            is_range = True
            continue
        number = int(to_latin_digits(match[1]))
        if is_range and last < number <= last + _MOST:
            yield from range(last + 1, number)
        yield number
        last, is_range = number, False


@cache
def _pattern(language: str, kind: FloatKind) -> re.Pattern[str]:
    words = mention_words(language, kind)
    between = (
        f"(?P<between>(?:{_either(words.between)})\\s?)?" if words.between else "(?P<between>)"
    )
    return re.compile(
        rf"(?<![\w\u200c])(?:(?:{_either(words.many)})\s?{between}"
        rf"(?P<list>{_NUMBER}(?:{_JOINT}{_NUMBER}){{0,{_MOST}}})"
        rf"|(?:{_either(words.one)})\s?{between.replace('between', 'between_one')}"
        rf"(?P<single>{_NUMBER}))",
        re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest_first)
