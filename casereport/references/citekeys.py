"""Keys for entries of formats that have none: ``boulman2005``, as an author would call them.

A key is made of the first author's family name and the year; a second one gets a letter. It depends
on the entry and on those above it in its file, so that adding one at the end changes no other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from casereport.model.reference import Reference
from casereport.text.characters import ZWNJ
from casereport.text.digits import to_latin_digits

_CITEABLE = re.compile(rf"[\w{ZWNJ}](?:[\w{ZWNJ}:.#$%&\-+?<>~/]{{0,98}}[\w{ZWNJ}])?")
_CROSS_REFERENCE = ("fig-", "tbl-")
_LETTERS = re.compile(r"[^\W\d_]+")
_NO_DECOMPOSITION = str.maketrans(
    {"\u00f8": "o", "\u00e6": "ae", "\u0153": "oe", "\u0142": "l", "\u0111": "d", "\u00f0": "d",
     "\u00fe": "th", "\u0131": "i"}
)  # fmt: skip
_ARTICLES = frozenset({"the", "a", "an", "on", "of", "in"})


def is_citeable(key: str) -> bool:
    """True when ``[@key]`` in the text can mean this key."""
    return _CITEABLE.fullmatch(key) is not None and not key.startswith(_CROSS_REFERENCE)


def with_citekeys(references: Iterable[Reference]) -> list[Reference]:
    """The references, each with the key that its file gives it or, failing that, with one made.

    Keys that were given stand, even twice (a check tells); a made one is like no other.
    """
    listed = list(references)
    taken = {reference.citekey for reference in listed}
    counts: dict[str, int] = {}
    keyed: list[Reference] = []
    for reference in listed:
        if reference.citekey:
            keyed.append(reference)
            continue
        stem = made_key(reference)
        number = counts.get(stem, 0)
        while (key := stem + _letters(number)) in taken:
            number += 1
        counts[stem] = number + 1
        taken.add(key)
        keyed.append(replace(reference, citekey=key))
    return keyed


def made_key(reference: Reference) -> str:
    """Family name and year, in small letters and without accents; else a word of the title.

    >>> from casereport.model.reference import Issued, Name
    >>> made_key(Reference("", authors=(Name("M\u00fcller-Ladner", "U"),), issued=Issued(2012)))
    'mullerladner2012'
    """
    people = (*reference.authors, *reference.editors)
    name = people[0].family or _first_word(people[0].literal) if people else ""
    word = _first_word(reference.title or reference.container_title)
    stem = _plain(name) or _plain(word) or _plain(_long_word(reference.unparsed)) or "reference"
    return f"{stem[:40]}{reference.issued.year or ''}"


def _first_word(text: str) -> str:
    words = _LETTERS.findall(to_latin_digits(text[:300]))
    return next((word for word in words if word.lower() not in _ARTICLES), "")


def _long_word(text: str) -> str:
    """The first word of a raw entry that can be none of its tags."""
    words = (word for word in _LETTERS.findall(text[:300]) if len(word) > 4)
    return next((word for word in words if not word.isupper()), "")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_NO_DECOMPOSITION))
    return "".join(_LETTERS.findall("".join(c for c in decomposed if not unicodedata.combining(c))))


def _letters(number: int) -> str:
    """Nothing, b, c … z, then numbers: the key of the first bears no mark."""
    if number == 0:
        return ""
    return chr(ord("a") + number) if number < 26 else f"-{number + 1}"
