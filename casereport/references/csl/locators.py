"""Locators as they are typed behind a key: ``p. 12``, ``chap. 3``, «ص ۱۲»."""

from __future__ import annotations

import re

from casereport.text.digits import to_latin_digits

_WORDS = {
    "page": "p pp page pages ص صص صفحه صفحات صفحهٔ",
    "chapter": "ch chap chapter chapters فصل",
    "section": "sec section sections § بخش",
    "figure": "fig figure figures شکل تصویر",
    "paragraph": "para paragraph paragraphs ¶ بند",
    "part": "pt part parts قسمت",
    "volume": "vol volume volumes جلد",
    "line": "line lines سطر",
    "verse": "verse verses v vv آیه بیت",
    "note": "n nn note notes یادداشت",
}
_LABELS = {word: label for label, words in _WORDS.items() for word in words.split()}
_LOCATOR = re.compile(r"([^\W\d_]{1,10}|[§¶]{1,2})?(?:\.|\u200c)?\s*(\d.{0,60})", re.DOTALL)


def parse_locator(text: str) -> tuple[str, str] | None:
    """CSL's name of the kind of locator, and the number in Latin digits; None when it is neither.

    >>> parse_locator("pp. 12-14"), parse_locator("12")
    (('page', '12-14'), ('page', '12'))
    >>> parse_locator("as cited there")
    """
    match = _LOCATOR.fullmatch(to_latin_digits(text.strip()))
    if match is None:
        return None
    label = _LABELS.get((match[1] or "p").casefold())
    return (label, match[2].replace("\u2013", "-")) if label else None
