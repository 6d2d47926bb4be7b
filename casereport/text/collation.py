"""The order of words in a sorted list: the Persian alphabet, Latin letters without their accents.

By code points the letters that Persian added to the Arabic ones (پ چ ژ گ, ک and ی) would come last,
and É after Z. Numbers inside a text are ordered by their value.
"""

from __future__ import annotations

import re
import unicodedata

from casereport.text.digits import to_latin_digits

_ALPHABET = "ءآاأإٱبپتةثجچحخدذرزژسشصضطظعغفقکگلمنوؤهۀیئ"
_FIRST = 0x20000  # ideographs: letters to a regular expression, and never in these texts
_PLACES = {ord(letter): chr(_FIRST + place) for place, letter in enumerate(_ALPHABET)}
_PLACES[0x0643] = _PLACES[0x06A9]  # Arabic kaf
_PLACES[0x064A] = _PLACES[0x0649] = _PLACES[0x06CC]  # Arabic yeh, alef maksura
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[^\w]+")
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ð": "d", "þ": "th"}
_LATIN = {ord(letter): plain for letter, plain in _LETTERS.items()}


def collation_key(text: str) -> str:
    r"""What a text is sorted by; texts of equal keys differ in case, accents and marks alone.

    >>> sorted(["\u06af\u0644", "\u067e\u0631", "\u0648\u0642\u062a"], key=collation_key)[0]
    'پر'
    >>> collation_key("Étude 9") < collation_key("etude 10") < collation_key("Zorn")
    True
    """
    text = to_latin_digits(text.casefold()).translate(_LATIN).translate(_PLACES)
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(each for each in decomposed if not unicodedata.combining(each))
    letters = letters.replace("\u200c", "")
    words = _WORDS.sub(" ", letters).strip()
    return _DIGITS.sub(lambda number: number[0].zfill(8), words)
