"""Pages as lists print them: «805-12», «S1–S12», «e3585», «pp. 12-20; quiz 21», «صص ۱۲ تا ۲۰»."""

from __future__ import annotations

import re

from casereport.references.pasted.persian import PAGES as _PERSIAN_WORD
from casereport.references.pasted.persian import TO

_WORD = rf"(?:pp?|pages?|pgs?|{_PERSIAN_WORD})(?:\. ?| ?: ?| )"
_PAGE = r"(?:[A-Za-z]{0,6}\.?\d{1,8}(?:\.?[A-Za-z]{1,3}\d{0,4})?|[ivxlc]{1,7})"
_RANGE = rf"{_PAGE}(?: ?(?:-{{1,2}}|{TO}) ?{_PAGE})?"
_MORE = (
    r"(?:; ?(?:discussion|quiz|author reply|passim)"
    rf"(?: {_RANGE}(?:, ?{_RANGE})?)?)?"
)
_VALUE = rf"(?P<page>{_RANGE}(?:, ?{_RANGE}){{0,3}}{_MORE})(?: ?pp?\.?)?"

PAGES = f"(?:{_WORD})?{_VALUE}"
"""One or more ranges of pages, or the number of an article; group ``page``."""
PAGES_WITH_WORD = f"{_WORD}{_VALUE}"
"""Pages with the word for them before: figures alone may be anything in a book's entry."""

_RANGE_SIGN = re.compile(rf"\s{{0,3}}(?:--?|[\u2010-\u2015\u2212]|(?<=\s){TO}(?=\s))\s{{0,3}}")


def pages_as_typed(typed: str) -> str:
    """Pages without spaces round the sign, and with a sign for the word «to»."""
    return _RANGE_SIGN.sub(lambda sign: "-" if TO in sign[0] else sign[0].strip(), typed)
