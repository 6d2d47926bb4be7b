"""Characters of Arabic and of other systems in Persian words, and the Persian ones for them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.text.characters import (
    ALEF_MAKSURA,
    ARABIC_KAF,
    ARABIC_YEH,
    FARSI_YEH,
    HAMZA_ABOVE,
    KEHEH,
    TATWEEL,
    ZWNJ,
)
from casereport.text.digits import ARABIC_DIGITS, PERSIAN_DIGITS
from casereport.text.orthography.words import LETTER, MARK

_PRESENTATION = "\ufb50-\ufdfb\ufe70-\ufefc"
TEH_MARBUTA = "\u0629"
PERSIAN_FOR = {
    ARABIC_YEH: FARSI_YEH,
    ALEF_MAKSURA: FARSI_YEH,
    ARABIC_KAF: KEHEH,
    "\u06c0": "ه" + HAMZA_ABOVE,
    "\u06be": "ه",
    "\u06c1": "ه",
    "\u06d5": "ه",
    TATWEEL: "",
    **dict(zip(ARABIC_DIGITS, PERSIAN_DIGITS, strict=True)),
}
_FOREIGN = re.compile(f"[{''.join(PERSIAN_FOR)}{TEH_MARBUTA}{_PRESENTATION}]")
_WORD = re.compile(f"(?:{LETTER}|{MARK}|[{ARABIC_DIGITS}{_PRESENTATION}{ZWNJ}])++")


@dataclass(frozen=True, slots=True)
class ForeignLetters:
    """A word with such characters: the word, as it should be, the first of them, the edits."""

    start: int
    end: int
    word: str
    right: str
    character: str
    edits: tuple[tuple[int, int, str], ...]


def foreign_letters(text: str) -> Iterator[ForeignLetters]:
    r"""Words of ``text`` with Arabic yeh, kaf or digits, tatweel, or presentation forms.

    ``start`` and ``end`` reach from the first such character to the last. Teh marbuta is told
    without an edit: it stands in a few Persian words.

    >>> [(word.character, len(word.edits)) for word in foreign_letters("\u0643\u062a\u0627\u0628")]
    [('ك', 1)]
    """
    for match in _WORD.finditer(text):
        found = [one for one in _FOREIGN.finditer(text, *match.span()) if not _is_apt(text, one)]
        if not found:
            continue
        edits = tuple(
            (one.start(), one.end(), _persian(one[0])) for one in found if one[0] != TEH_MARBUTA
        )
        start, end = found[0].start(), found[-1].end()
        right = _FOREIGN.sub(lambda one: _persian(one[0]), match[0])
        yield ForeignLetters(start, end, match[0], right, found[0][0], edits)


def _is_apt(text: str, match: re.Match[str]) -> bool:
    """Teh marbuta before the Arabic article: دایرة\u200cالمعارف."""
    return match[0] == TEH_MARBUTA and text[match.end() :].lstrip(ZWNJ + " ")[:2] == "ال"


def _persian(character: str) -> str:
    if (persian := PERSIAN_FOR.get(character)) is not None or character == TEH_MARBUTA:
        return character if persian is None else persian
    plain = unicodedata.normalize("NFKC", character)
    return "".join(PERSIAN_FOR.get(one, one) for one in plain)
