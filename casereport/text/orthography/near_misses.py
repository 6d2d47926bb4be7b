"""Words that look like a slip for a term: listed misspellings, and long words one letter away.

A transliterated term has its vowels as each writer hears them: one vowel more than the listed
spelling has, or another, is a rendering of it, not a slip, unless the slip is listed.

A near miss is told only inside a word, never at its beginning or end, where inflections differ;
words that are terms themselves, or forms of them, are none. It is a suspicion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from casereport.text.characters import ZWNJ
from casereport.text.orthography import lexicon_en, lexicon_fa
from casereport.text.orthography.words import entries, folded

SHORTEST_PERSIAN = 8
SHORTEST_ENGLISH = 9
_LONGEST = 40

_PERSIAN_ENDS = (
    "هایشان",
    "هایی",
    "هایش",
    "های",
    "ها",
    "ترین",
    "تر",
    "ات",
    "ان",
    "ای",
    "ی",
    "ه",
    "ش",
    "م",
)
_ENGLISH_ENDS = ("s", "es", "ed", "ing", "al", "ally", "ic", "ly", "d", "like")
# A word and its opposite differ in this alone.
_PERSIAN_OPPOSITES = re.compile("هایپ[ور]|هیپ[ور]|م[ای]کرو|اینترا?")
_ENGLISH_OPPOSITES = re.compile("hyper|hypo|macro|micro|inter|intra|ante|anti|peri|para|pre|pro")
_BRITISH = (
    ("ae", "e"), ("oe", "e"), ("our", "or"), ("ph", "f"), ("leuc", "leuk"), ("yse", "yze"),
    ("isation", "ization"),
)  # fmt: skip
_VOWELS = re.compile("[\u0627\u0622\u0648\u06cc]")
# گستردهگی for گستردگی; the he of راه and ده is heard, and stays.
_GY_ENDS = re.compile("(?<=..[^اوی])ه\u200c?(?=گ(?:ی|ان)$)")


@lru_cache(maxsize=8192)
def suspected_persian(word: str) -> str | None:
    """What a Persian word was probably meant to be, or None.

    >>> suspected_persian("کرسست"), suspected_persian("گستردهگی"), suspected_persian("کلسینوز")
    ('کرست', 'گستردگی', None)
    """
    for base, end in _persian_bases(word):
        if (right := _persian_misspellings().get(base)) is not None:
            return right + end
    if _GY_ENDS.search(word) is not None and len(word) > 4:
        return _GY_ENDS.sub("", word)
    keys = [(_persian_key(base), end) for base, end in _persian_bases(word)]
    if len(word) > _LONGEST or any(key in _persian_known() for key, _ in keys):
        return None
    for key, end in keys:
        near = _near(key, _persian_index(), SHORTEST_PERSIAN, 1)
        if near is not None and not _is_rendering(key, near):
            return near + end
    return None


@lru_cache(maxsize=8192)
def suspected_english(word: str) -> str | None:
    """What an English word (lower case) was probably meant to be, or None.

    >>> suspected_english("scerodactyly"), suspected_english("calcinoses")
    ('sclerodactyly', None)
    """
    if (right := lexicon_en.MISSPELLINGS.get(word)) is not None:
        return right
    if len(word) > _LONGEST:
        return None
    bases = [word, *(word[: -len(end)] for end in _ENGLISH_ENDS if word.endswith(end))]
    if any(_english_key(base) in _english_known() for base in bases):
        return None
    for base in bases:
        near = _near(_english_key(base), _english_index(), SHORTEST_ENGLISH, 2)
        if near is not None:
            return near + word[len(base) :]
    return None


def _persian_bases(word: str) -> Iterator[tuple[str, str]]:
    """The word as it is, and without each ending it may have: (base, the ending as typed)."""
    yield word, ""
    for end in _PERSIAN_ENDS:
        if word.endswith(end) and len(word) > len(end) + 2:
            base = word[: -len(end)]
            bare = base.rstrip(ZWNJ)
            yield bare, word[len(bare) :]


def _persian_key(word: str) -> str:
    return _PERSIAN_OPPOSITES.sub("\u00a7", folded(word), count=1).replace("یی", "ی")


def _english_key(word: str) -> str:
    for british, american in _BRITISH:
        word = word.replace(british, american)
    return _ENGLISH_OPPOSITES.sub("\u00a7", word, count=1)


def _is_rendering(key: str, term: str) -> bool:
    """True when the term is no Persian word and one vowel is more or another."""
    if term in entries(lexicon_fa.NATIVE):
        return False
    other = _persian_key(term)
    if len(key) < len(other) or sorted(key) == sorted(other):
        return False
    return _VOWELS.sub("", key) == _VOWELS.sub("", other)


@cache
def _persian_misspellings() -> dict[str, str]:
    return {
        wrong.replace("_", ZWNJ): right.replace("_", ZWNJ)
        for wrong, right in lexicon_fa.MISSPELLINGS.items()
    }


@cache
def _persian_known() -> frozenset[str]:
    terms = (*lexicon_fa.TERMS.split(), *lexicon_fa.NATIVE.split())
    known = (*terms, *lexicon_fa.COMMON.split())
    return frozenset(_persian_key(word.replace("_", "")) for word in known)


@cache
def _english_known() -> frozenset[str]:
    known = (*lexicon_en.TERMS.split(), *lexicon_en.NEIGHBOURS.split())
    return frozenset(_english_key(word) for word in known)


_Index = dict[str, tuple[tuple[str, str], ...]]
"""A key with one letter less, or none → (key, term) of all terms from which it comes."""


@cache
def _persian_index() -> _Index:
    terms = (*entries(lexicon_fa.TERMS), *entries(lexicon_fa.NATIVE))
    return _index((_persian_key(term), term) for term in terms if len(term) >= SHORTEST_PERSIAN)


@cache
def _english_index() -> _Index:
    terms = lexicon_en.TERMS.split()
    return _index((_english_key(term), term) for term in terms if len(term) >= SHORTEST_ENGLISH)


def _index(terms: Iterator[tuple[str, str]]) -> _Index:
    found: dict[str, list[tuple[str, str]]] = {}
    for key, term in terms:
        for shorter in _deletions(key):
            found.setdefault(shorter, []).append((key, term))
    return {shorter: tuple(pairs) for shorter, pairs in found.items()}


def _deletions(key: str) -> set[str]:
    return {key, *(key[:index] + key[index + 1 :] for index in range(len(key)))}


def _near(key: str, index: _Index, shortest: int, same_end: int) -> str | None:
    """The one term at distance 1 of ``key`` whose first and last letters are the same."""
    if len(key) < shortest - 1:
        return None
    near = {
        (other, term)
        for shorter in _deletions(key)
        for other, term in index.get(shorter, ())
        if other[0] == key[0] and other[-same_end:] == key[-same_end:] and _one_apart(key, other)
    }
    return near.pop()[1] if len(near) == 1 else None


def _one_apart(first: str, second: str) -> bool:
    """True when one letter is missing, added or another, or two neighbours are exchanged."""
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    left, right = first[start:], second[start:]
    if len(left) != len(right):
        return left[1:] == right or left == right[1:]
    return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
