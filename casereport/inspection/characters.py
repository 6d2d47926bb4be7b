"""Characters that a good text layer does not hold.

Unicode: Arabic Presentation Forms-A and -B (which break search for the letters they stand for), and
the private use areas (which mean nothing outside their font).
"""

from __future__ import annotations

import unicodedata

_ZERO_WIDTH_NO_BREAK_SPACE = 0xFEFF
_NOT_FORMS = frozenset({0xFD3E, 0xFD3F, 0xFDFC, *range(0xFDD0, 0xFDF0)})
"""Ornate parentheses, the rial sign, and noncharacters: none of them the form of a letter."""


def presentation_forms(text: str) -> str:
    r"""The characters of ``text`` that are presentation forms of Arabic letters, in their order.

    >>> presentation_forms("a\ufefbb") == "\ufefb"
    True
    """
    return "".join(character for character in text if _is_presentation_form(ord(character)))


def private_use(text: str) -> str:
    r"""The characters of ``text`` that lie in a private use area, in their order.

    >>> private_use("a\ue000b") == "\ue000"
    True
    """
    return "".join(character for character in text if unicodedata.category(character) == "Co")


def _is_presentation_form(code_point: int) -> bool:
    if 0xFB50 <= code_point <= 0xFDFF:
        return code_point not in _NOT_FORMS
    return 0xFE70 <= code_point < _ZERO_WIDTH_NO_BREAK_SPACE
