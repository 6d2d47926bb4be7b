"""Locators of citations: the page, chapter or figure of a work that is meant.

Authors type them in either language, ``p. 12``, «ص ۱۲»; each edition prints its own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

LocatorKind = Literal["page", "chapter", "section", "figure", "table", "volume", "paragraph"]

_FORMS: dict[LocatorKind, str] = {
    # Persian: safhe, safahat and their letters; fasl; bakhsh; shekl, tasvir; jadval; jeld; band.
    "page": "pages?|pp?|\u0635\u0641\u062d\u0647|\u0635\u0641\u062d\u0627\u062a|\u0635\u0635?",
    "chapter": "chapters?|chaps?|ch|\u0641\u0635\u0644",
    "section": "sections?|secs?|\u00a7|\u0628\u062e\u0634",
    "figure": "figures?|figs?|\u0634\u06a9\u0644|\u062a\u0635\u0648\u06cc\u0631",
    "table": "tables?|\u062c\u062f\u0648\u0644",
    "volume": "volumes?|vols?|\u062c\u0644\u062f|\u062c",
    "paragraph": "paragraphs?|paras?|\u0628\u0646\u062f",
}
LABELLED = rf"(?:{'|'.join(_FORMS.values())})\b\.?\s?"
"""The beginning of a locator with a label, as part of a regular expression that ignores case."""

_DIGIT = "0-9\u06f0-\u06f9\u0660-\u0669"
_LOCATORS = tuple(
    (kind, re.compile(rf"(?:{forms})(?:\.\s?|\s|(?=[{_DIGIT}]))(?P<value>\S.*)", re.I | re.S))
    for kind, forms in _FORMS.items()
)
_NUMBERS = re.compile(
    rf"[A-Za-z]?[{_DIGIT}]{{1,7}}(?:\s?[-\u2013]\s?[A-Za-z]?[{_DIGIT}]{{1,7}})?"
    rf"(?:[,\u060c]\s?[A-Za-z]?[{_DIGIT}]{{1,7}}(?:\s?[-\u2013]\s?[A-Za-z]?[{_DIGIT}]{{1,7}})?){{0,20}}"
)
_MANY = re.compile("[-\u2013,\u060c]")


@dataclass(frozen=True, slots=True)
class Locator:
    """What part of a work is meant; ``value`` as typed. ``many``: more than one page."""

    kind: LocatorKind
    value: str

    @property
    def many(self) -> bool:
        """True for a range or a list."""
        return _MANY.search(self.value) is not None


def read_locator(text: str) -> Locator | None:
    """The locator that a suffix is, or None when it is other words. A bare number is a page.

    >>> read_locator("pp. 12-15")
    Locator(kind='page', value='12-15')
    >>> read_locator("and references therein") is None
    True
    """
    for kind, pattern in _LOCATORS:
        if (match := pattern.fullmatch(text)) is not None:
            value = match["value"]
            return Locator(kind, value) if _NUMBERS.fullmatch(value) else None
    return Locator("page", text) if _NUMBERS.fullmatch(text) else None
