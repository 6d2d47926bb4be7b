"""Marks inside citeproc's text: what the style's machinery must not touch, and how text is styled.

Private-use characters stand for shielded digits and punctuation, for the begin and end of italics
and the like, and for the begin and end of a link. They live between :mod:`variables`, which sets
them, and :mod:`runs`, which takes every one of them out again.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from casereport.text.characters import ARABIC_QUESTION_MARK

StyleName: TypeAlias = Literal["italic", "bold", "superscript", "subscript", "small_caps"]
LinkKind: TypeAlias = Literal["doi", "pmid", "pmcid", "url"]

_SHIELDED = "0123456789.,;:?!-&()"
_FIRST_SHIELD = 0xE000
SHIELD = {ord(char): _FIRST_SHIELD + index for index, char in enumerate(_SHIELDED)}
UNSHIELD = {code: chr(char) for char, code in SHIELD.items()}

STYLES: tuple[StyleName, ...] = ("italic", "bold", "superscript", "subscript", "small_caps")
LINKS: tuple[LinkKind, ...] = ("doi", "pmid", "pmcid", "url")
_FIRST_STYLE = 0xE100
_FIRST_LINK = 0xE180

STYLE_BEGIN = {name: chr(_FIRST_STYLE + 2 * index) for index, name in enumerate(STYLES)}
STYLE_END = {name: chr(_FIRST_STYLE + 2 * index + 1) for index, name in enumerate(STYLES)}
LINK_BEGIN = {name: chr(_FIRST_LINK + index) for index, name in enumerate(LINKS)}
LINK_END = chr(_FIRST_LINK + 0x10)

NAMES_BEGIN, NAMES_END = "\ue1e0", "\ue1e1"
"""Round the names by which a work is cited, so that they can be left out or set alone."""

BEGINS = {mark: name for name, mark in STYLE_BEGIN.items()}
ENDS = {mark: name for name, mark in STYLE_END.items()}
LINK_KINDS = {mark: name for name, mark in LINK_BEGIN.items()}

ANY_STYLE_MARK = f"[{chr(_FIRST_STYLE)}-{chr(_FIRST_STYLE + 2 * len(STYLES) - 1)}{LINK_END}]"
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


def clean(text: str) -> str:
    """An author's text without private-use characters, which no font shows, and single spaces."""
    return " ".join(_PRIVATE_USE.sub("", text).split())


def shield(text: str) -> str:
    """Hide digits and punctuation from the style's machinery."""
    return text.translate(SHIELD)


def shield_inside(text: str) -> str:
    """As :func:`shield`, but a last question or exclamation mark stays for the style to see."""
    if text and text[-1] in "?!" + ARABIC_QUESTION_MARK:
        return shield(text[:-1]) + text[-1]
    return shield(text)


def linked(kind: LinkKind, text: str) -> str:
    """A link's text, shielded, between its marks."""
    return LINK_BEGIN[kind] + shield(text) + LINK_END


class _Formatter:
    """What citeproc-py asks of a formatter: functions that wrap a text in a style."""

    @staticmethod
    def preformat(text: object) -> str:
        return str(text)

    @staticmethod
    def _wrap(name: StyleName, text: object) -> str:
        return f"{STYLE_BEGIN[name]}{text}{STYLE_END[name]}" if str(text) else ""

    def Italic(self, text: object) -> str:  # noqa: N802  (citeproc-py's names)
        return self._wrap("italic", text)

    Oblique = Italic

    def Bold(self, text: object) -> str:  # noqa: N802  (citeproc-py's names)
        return self._wrap("bold", text)

    def Superscript(self, text: object) -> str:  # noqa: N802  (citeproc-py's names)
        return self._wrap("superscript", text)

    def Subscript(self, text: object) -> str:  # noqa: N802  (citeproc-py's names)
        return self._wrap("subscript", text)

    def SmallCaps(self, text: object) -> str:  # noqa: N802  (citeproc-py's names)
        return self._wrap("small_caps", text)

    def Light(self, text: object) -> str:  # noqa: N802  (no light face, no underline in a list)
        return str(text)

    Underline = Light


FORMATTER = _Formatter()
