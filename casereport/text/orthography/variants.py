"""Spellings of one word side by side in a text: what is counted as one word, and in which form.

Two spellings are one word when they differ in half-spaces, hamza or tanvin alone, when a compound
is parted that is joined elsewhere, or when a table says so. The ezafe of silent he (خانهٔ), vowel
marks, and the endings that the rules for half-spaces mend are no spelling of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from casereport.text.characters import HAMZA_ABOVE, ZWNJ
from casereport.text.orthography import compounds, lexicon_en, lexicon_fa
from casereport.text.orthography.half_spaces import missing_half_spaces, repaired
from casereport.text.orthography.words import (
    NOT_JOINING,
    SPACES,
    Word,
    folded,
    with_persian_letters,
    words,
)

_VOWELS = re.compile("[\u064c-\u0653\u0670]")
_EZAFE = re.compile(f"ه{HAMZA_ABOVE}$|\u06c0$")
_USELESS = re.compile(f"(?<=[{''.join(sorted(NOT_JOINING))}]){ZWNJ}")
_ENGLISH_WORD = re.compile(r"(?<![\w'\u2019-])[A-Za-z]{4,24}(?![\w'\u2019-])")
_LONGEST_GROUP = 3
_NO_FIRST = frozenset({"این", "آن", "هر", "هیچ", "می", "نمی", "و", "از", "به", "در"})


@dataclass(frozen=True, slots=True)
class Spelling:
    """One occurrence: the word that it spells (``key``), and how (``form``)."""

    key: str
    form: str
    start: int
    end: int


def persian_spellings(text: str) -> Iterator[Spelling]:
    r"""Each word of a Persian text that could be spelt otherwise, compounds of two or three too.

    >>> [spelling.form for spelling in persian_spellings("بافت زیر جلدی")]
    ['بافت', 'زیر', 'زیر جلدی', 'جلدی']
    """
    found = list(words(with_persian_letters(text)))
    for index, word in enumerate(found):
        key, form = _spelling(word.text)
        yield Spelling(key, form, word.start, word.end)
        for count in range(2, _LONGEST_GROUP + 1):
            group = found[index : index + count]
            if len(group) < count or not _adjacent(text, group):
                break
            if _is_compound(group):
                form = " ".join(_spelling(each.text)[1] for each in group)
                yield Spelling(_key(form), form, word.start, group[-1].end)


def english_spellings(text: str) -> Iterator[Spelling]:
    """Each English word that has an American and a British form, or two names."""
    for match in _ENGLISH_WORD.finditer(text):
        form = match[0].lower()
        if (key := _english_groups().get(form)) is not None:
            yield Spelling(key, form, *match.span())


@lru_cache(maxsize=16384)
def _spelling(word: str) -> tuple[str, str]:
    """The key and the form of one word."""
    form = _USELESS.sub("", _VOWELS.sub("", _EZAFE.sub("ه", word)))
    right = repaired(form)
    if right is not None and form.replace(ZWNJ, "") not in compounds.joined_compounds():
        form = right
    return _key(form), form


def _key(form: str) -> str:
    key = folded(form)
    return _persian_groups().get(key, key)


def _adjacent(text: str, group: list[Word]) -> bool:
    first, last = group[-2], group[-1]
    return last.start - first.end == 1 and text[first.end] in SPACES


def _is_compound(group: list[Word]) -> bool:
    """True when the words together may be one: by a known first or last part, or by the table."""
    first, last = group[0].text, group[-1].text
    in_table = first in _first_words()
    if in_table and folded("".join(word.text for word in group)) in _persian_groups():
        return True
    beginnings, ends = _parts()
    if len(group) != 2 or not (first in beginnings or last in ends):
        return False
    return first not in _NO_FIRST and not _is_mended(f"{first} {last}")


@cache
def _is_mended(pair: str) -> bool:
    """True when the rules for endings tell of it: a plural, a verb; not a comparative."""
    return any(found.kind in {"plural", "verb", "clitic"} for found in missing_half_spaces(pair))


@cache
def _parts() -> tuple[frozenset[str], frozenset[str]]:
    beginnings = frozenset(lexicon_fa.COMPOUND_BEGINNINGS.split())
    return beginnings, frozenset(lexicon_fa.COMPOUND_ENDS.split())


@cache
def _persian_groups() -> dict[str, str]:
    groups = [line.split() for line in lexicon_fa.VARIANTS.strip().splitlines()]
    return {
        folded(form.replace("_", "")): folded(group[0].replace("_", ""))
        for group in groups
        for form in group
    }


@cache
def _first_words() -> frozenset[str]:
    return frozenset(form.partition("_")[0] for form in lexicon_fa.VARIANTS.split() if "_" in form)


@cache
def _english_groups() -> dict[str, str]:
    lines = lexicon_en.VARIANTS.replace(";", "\n").strip().splitlines()
    groups = [line.split() for line in lines]
    return {form: group[0] for group in groups for form in group}
