"""Abbreviations in capitals, where a text says what they stand for, and names in capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from casereport.text.characters import OBJECT_REPLACEMENT
from casereport.text.orthography import lexicon_en
from casereport.text.orthography.words import LETTER

# Two to six capitals, a plural s allowed; a part of BRCA1, IL-6, H1N1, Nd:YAG, BCR::ABL1 or of an
# address is none, nor is a gene with its variant (BRAF V600E).
_ABBREVIATION = re.compile(
    r"(?<![\w./@&+-])(?<!\w:)(?P<word>[A-Z]{2,6})s?"
    r"(?![\w@&+/]|:{1,2}\w|[-\u2013.]\w|\s(?:[cgp]\.|[A-Z]\d{2,4}[A-Z*]))"
)
_NAME = re.compile(r"(?<![\w./@&+-])[A-Z\u00c0-\u00d6\u00d8-\u00de]{4,20}(?![\w@&/]|\.\w)")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORDS = f"[^\\W\\d_]{{3}}|{LETTER}{{3}}|{OBJECT_REPLACEMENT}"
_WORD_BEFORE = re.compile(rf"(?:{_WORDS})[^\n]{{0,40}}$")
_SPELT_OUT = re.compile(
    rf"s?[\u200c\s]{{0,2}}[(\[]\s?[^()\[\]\n]{{0,10}}(?:{_WORDS})|\s?[:=]\s?(?:{_WORDS})"
    r"|\s(?:denotes?|indicates?|stands? for|means?)\s[^\W\d_]{3}"
)
# The notes of a table and a legend: "NR, no response; PO, by mouth."
_IN_A_NOTE = re.compile(r",\s[a-z][^,;.\n]{2,60}(?:[;.]|$)")
_NOTE_BEFORE = re.compile(r"(?:^|[;.])\s?$")
_INITIALS = re.compile(r"[,:]?\s(?P<words>[a-z][^,;.()\n]{2,60})")
_HEADLINE = 0.6


def abbreviations(text: str) -> Iterator[tuple[int, str]]:
    """(index, abbreviation) of each in ``text`` that a reader may not know.

    >>> list(abbreviations("CRP and DIP were IL-6, type II"))
    [(8, 'DIP')]
    """
    if _is_headline(text):
        return
    for match in _ABBREVIATION.finditer(text):
        word = match["word"]
        if word in lexicon_en.KNOWN_ABBREVIATIONS or word in lexicon_en.ORDINARY_WORDS:
            continue
        if not _ROMAN.fullmatch(word) and not is_eponym(word):
            yield match.start(), word


def defines(text: str, index: int, abbreviation: str) -> bool:
    """True when ``text`` says there what the abbreviation stands for: in brackets, in any order.

    >>> defines("joints (DIP)", 8, "DIP"), defines("DIP (distal joints)", 0, "DIP")
    (True, True)
    """
    before, after = text[max(0, index - 80) : index], text[index + len(abbreviation) :]
    if _SPELT_OUT.match(after[:60]) or _is_spelt_by(after[:64], abbreviation):
        return True
    if _NOTE_BEFORE.search(before[-2:]) and _IN_A_NOTE.match(after[:64]):
        return True
    opening = max(before.rfind("("), before.rfind("["))
    if opening < 0 or ")" in before[opening:] or "]" in before[opening:]:
        return False
    return _WORD_BEFORE.search(before[:opening]) is not None or bool(
        re.search(_WORDS, before[opening:])
    )


def _is_spelt_by(after: str, abbreviation: str) -> bool:
    """True for "CV conduction velocity": the words behind it begin with its letters."""
    found = _INITIALS.match(after)
    words = found["words"].split()[: len(abbreviation)] if found else []
    return "".join(word[0] for word in words).upper() == abbreviation


def names_in_capitals(text: str) -> Iterator[tuple[int, str]]:
    """(index, name) of each person's name in a disease that is typed in capitals.

    >>> list(names_in_capitals("a RAYNAUD phenomenon"))
    [(2, 'RAYNAUD')]
    """
    if _is_headline(text):
        return
    for match in _NAME.finditer(text):
        if is_eponym(match[0]):
            yield match.start(), match[0]


@cache
def is_eponym(word: str) -> bool:
    """True for the name of a person in the name of a disease, with or without its accents."""
    letters = unicodedata.normalize("NFD", word.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return len(plain) >= 4 and plain in lexicon_en.EPONYMS


def _is_headline(text: str) -> bool:
    """True when nearly all is in capitals: then capitals say nothing."""
    letters = [character for character in text if character.isalpha() and character.isascii()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) > 12 and capitals > _HEADLINE * len(letters) and " " in text.strip()
