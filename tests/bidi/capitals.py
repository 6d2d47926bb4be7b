"""Capital letters for Persian ones, as the examples of UAX #9 write right-to-left text."""

from __future__ import annotations

import re
import string

# No lam: it would join alef into one glyph.
_LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگ"
_TO_PERSIAN = str.maketrans(string.ascii_uppercase, _LETTERS)
_TO_CAPITALS = str.maketrans(_LETTERS, string.ascii_uppercase)
_MARKUP = re.compile(r"(<style>.*?</style>|<[^>]*>|&[^;]*;)", re.DOTALL)


def to_persian(fragment: str) -> str:
    """An HTML fragment with the capitals of its text as Persian letters; its tags stay."""
    parts = _MARKUP.split(fragment)
    return "".join(
        part if index % 2 else part.translate(_TO_PERSIAN) for index, part in enumerate(parts)
    )


def to_capitals(text: str) -> str:
    """Text with its Persian letters as capitals."""
    return text.translate(_TO_CAPITALS)
