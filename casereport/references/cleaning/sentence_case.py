"""Titles from title case to sentence case: which capitals become small letters.

A capital goes only where the word is surely no name: it is known as a common word, or another
title of the same list writes it small inside a sentence. What another title writes with a capital
there stays, as do eponyms, words between two names, and all that is not known. Braces of BibTeX and
``nocase`` protect what they hold; so does italic, which is for species and genes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from casereport.references.cleaning.title_lexicon import (
    BEGINNERS,
    ENDS_OF_NAMES,
    ORGANISATIONS,
    PHRASES,
    PREFIXES,
    SMALL,
    common_title_words,
)
from casereport.references.title_case import MAX_TITLE, case_of
from casereport.text.orthography.lexicon_en import EPONYMS

AfterColon: TypeAlias = Literal["small", "capital"]

SHIELD = "\ue000"
"""Stands for each character that is protected; it parts no words."""

_LETTERS = "A-Za-z\u00c0-\u024f"
_TOKEN = re.compile(rf"[\w{SHIELD}]+(?:['\u2019][\w{SHIELD}]+)*")
_PLAIN = re.compile(rf"[{_LETTERS}]+(?:['\u2019]s)?")
_CAPITALISED = re.compile(r"[A-Z](?:[a-z\u00df-\u024f]+(?:['\u2019]s)?)?")
_ENDS_SENTENCE = re.compile(r"[.?!][\"')\]\u201d\u2019]{0,2}\s[\"'(\[\u201c\u2018]{0,2}\Z")
_AFTER_COLON = re.compile(r"(?::|\s[\u2013\u2014-]{1,3})\s?[\"'(\[\u201c\u2018]*\Z")
_NEAR = 8
_TURKISH_SAFE = str.maketrans({"\u0130": "i"})


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What the titles of one list say of words: those seen small, those seen with a capital."""

    small: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def is_common(self, word: str) -> bool:
        """True when the word (in small letters) is surely no name."""
        if word in self.names or word in EPONYMS:
            return False
        return word in self.small or word in common_title_words()


@dataclass(frozen=True, slots=True)
class SentenceCase:
    """The indexes of capitals that become small, and the words whose capitals stay undecided."""

    capitals: tuple[int, ...] = ()
    undecided: tuple[str, ...] = ()


@dataclass(slots=True)
class _Word:
    """A part of a title between spaces or hyphens."""

    text: str
    start: int
    end: int
    begins: bool
    joined: bool
    """Only a space or a hyphen stands between it and the word before it."""
    hyphen: bool
    """It follows a hyphen."""
    common: bool = False
    kept: bool = False

    @property
    def key(self) -> str:
        return self.text.translate(_TURKISH_SAFE).lower().removesuffix("'s").removesuffix("\u2019s")

    @property
    def is_name_like(self) -> bool:
        return _CAPITALISED.fullmatch(self.text) is not None and len(self.text) > 1

    @property
    def may_be_name(self) -> bool:
        """It has a capital (or more) and is not known as a common word."""
        return self.text[:1].isupper() and not self.common


def words_of_titles(titles: Iterable[str]) -> TitleWords:
    """What a list's own titles tell: only those in sentence case, and only inside sentences."""
    small: set[str] = set()
    names: set[str] = set()
    for title in titles:
        if case_of(title, common_title_words()) != "sentence":
            continue
        for word in _words(title[:MAX_TITLE], "small"):
            if word.begins or _AFTER_COLON.search(title[max(0, word.start - _NEAR) : word.start]):
                continue
            if word.text.islower() and len(word.text) > 2:
                small.add(word.key)
            elif word.is_name_like:
                names.add(word.key)
    return TitleWords(frozenset(small - names), frozenset(names))


def sentence_case(
    visible: str, known: TitleWords = TitleWords(), *, after_colon: AfterColon = "small"
) -> SentenceCase:
    """Which capitals of a title go. ``visible``: the title, protected characters as ``SHIELD``.

    Nothing goes where the title is not in title case.

    >>> sentence_case("Tumoral Calcinosis of the Neck in a Patient with Hodgkin Disease").capitals
    (8, 26, 36, 57)
    """
    readable = visible.replace(SHIELD, "0")
    if len(visible) > MAX_TITLE or case_of(readable, common_title_words()) != "title":
        return SentenceCase()
    words = list(_words(visible, after_colon))
    for word in words:
        word.common = (known.is_common(word.key) and word.is_name_like) or word.text == "A"
    _keep_names(words)
    capitals: list[int] = []
    undecided: list[str] = []
    for index, word in enumerate(words):
        if word.begins or not word.text[:1].isupper():
            continue
        if _goes(words, index, visible, after_colon):
            capitals.append(word.start)
        elif word.is_name_like and word.key not in EPONYMS and word.key not in known.names:
            undecided.append(word.text)
    return SentenceCase(tuple(capitals), tuple(undecided))


def _words(text: str, after_colon: AfterColon) -> Iterator[_Word]:
    end = 0
    for match in _TOKEN.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        begins = end == 0 or _ENDS_SENTENCE.search(before) is not None
        if after_colon == "capital" and _AFTER_COLON.search(before):
            begins = True
        between = text[end : match.start()]
        yield _Word(
            match[0], match.start(), match.end(), begins, between in {" ", "-"}, between == "-"
        )
        end = match.end()


def _goes(words: list[_Word], index: int, text: str, after_colon: AfterColon) -> bool:
    word = words[index]
    if word.kept:
        return False
    if word.text == "A":
        # «Vitamin A», «Hepatitis A»: only after a colon is it surely the article.
        before = text[max(0, word.start - _NEAR) : word.start]
        return after_colon == "small" and _AFTER_COLON.search(before) is not None
    following = words[index + 1] if index + 1 < len(words) else None
    if word.key in BEGINNERS:
        follows = following is not None and following.joined and not following.may_be_name
        return follows and word.is_name_like and not (following is not None and following.kept)
    if not word.common:
        return False
    in_compound = word.hyphen or (following is not None and following.hyphen)
    return not in_compound or word.key in PREFIXES or not _beside_name(words, index)


def _beside_name(words: list[_Word], index: int) -> bool:
    """True when a part of the same compound may be a name: Weber in ``Weber-Christian``."""
    first = last = index
    while first > 0 and words[first].hyphen:
        first -= 1
    while last + 1 < len(words) and words[last + 1].hyphen:
        last += 1
    return any(
        word.is_name_like and not word.common and not word.begins
        for word in words[first : last + 1]
    )


def _keep_names(words: list[_Word]) -> None:
    """Mark the common words that belong to a name of several words."""
    for index, word in enumerate(words):
        for phrase in PHRASES:
            part = words[index : index + len(phrase)]
            if tuple(each.key for each in part) == phrase and all(e.joined for e in part[1:]):
                _keep(part)
        if not word.may_be_name or word.key in SMALL:
            continue
        run = _run(words, index + 1)
        # Between two names: American Heart Association.
        if len(run) > 1 and run[-1].may_be_name and run[-1].key not in BEGINNERS:
            _keep(run[:-1])
        ends = [at for at, each in enumerate(run) if each.key in ENDS_OF_NAMES]
        if ends:
            _keep(run[: ends[-1] + 1])
        if word.key in ORGANISATIONS:
            _keep(_after_of(words, index + 1))


def _run(words: list[_Word], start: int) -> list[_Word]:
    """Words with capitals that follow one another, up to the first that may be a name."""
    run: list[_Word] = []
    for word in words[start:]:
        if not word.joined or not word.text[:1].isupper() or word.key in SMALL:
            break
        run.append(word)
        if word.may_be_name:
            break
    return run


def _after_of(words: list[_Word], start: int) -> list[_Word]:
    following = words[start] if start < len(words) else None
    if following is None or not following.joined or following.key not in {"of", "for", "on"}:
        return []
    return _run(words, start + 1)


def _keep(words: Iterable[_Word]) -> None:
    for word in words:
        word.kept = True
