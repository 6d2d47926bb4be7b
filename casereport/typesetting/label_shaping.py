"""The letters of a figure's label in the forms and the order in which they are drawn.

Two engines can set a label on a raster image. Pillow's raqm shapes and orders by itself (HarfBuzz
and FriBidi). Without it the text is made ready beforehand: arabic-reshaper chooses each letter's
joined form, python-bidi the order (Unicode Standard Annex #9), and what must be mirrored is
mirrored (rule L4), which python-bidi leaves undone. Text shaped in this second way is for pixels
only: in HTML or PDF it would break search and shaping.

What raqm draws cannot be read back from Pillow. Its letters are derived here from the rules it
follows (cursive joining, The Unicode Standard, section 9.2), and the tests hold this derivation to
HarfBuzz and FriBidi themselves.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import arabic_reshaper
from bidi import get_base_level, get_display
from bidi.mirror import MIRRORED

Engine = Literal["raqm", "reshaper"]
Direction = Literal["ltr", "rtl"]
JoiningForm = Literal["isolated", "initial", "medial", "final"]

_ZWJ: Final = "\u200d"
_TATWEEL: Final = "\u0640"
_HEH_WITH_HAMZA: Final = ("\u0647\u0654", "\u06c0")
_LAM: Final = "\u0644"
_ALEFS: Final = frozenset("\u0622\u0623\u0625\u0627")
# A nonspacing mark takes the level of what stands before it (rule W1): set after a bracket it
# comes out on the bracket's right where the level is even, and on its left where it is odd.
_LEVEL_PROBE: Final = "\U000e01ef"

_RESHAPER: Final = arabic_reshaper.ArabicReshaper(
    {
        "language": "Arabic",
        "delete_harakat": False,
        "shift_harakat_position": False,
        "delete_tatweel": False,
        "support_zwj": True,
        # The bare letter is in every font; some isolated presentation forms (U+FBA4) are not.
        "use_unshaped_instead_of_isolated": True,
        "support_ligatures": True,
        "ARABIC LIGATURE ALLAH": False,
    }
)
"""Lam-alef is the one ligature left on: Persian orthography requires it, the rest are ornament."""


@dataclass(frozen=True, slots=True)
class ShapedLetter:
    """One drawn letter: the letter with its marks (two for lam-alef) and its joining form."""

    letter: str
    form: JoiningForm = "isolated"


@dataclass(frozen=True, slots=True)
class ShapedLabel:
    """One line of a label, ready to be drawn.

    ``drawn`` is what Pillow is given: logical text for raqm, visual text for the other engine.
    ``letters`` are what the reader sees, from left to right; invisible characters are not there.
    """

    engine: Engine
    direction: Direction
    drawn: str
    letters: tuple[ShapedLetter, ...]


def base_direction(text: str) -> Direction:
    """The direction of the first strong character (rules P2, P3); ``ltr`` when there is none."""
    return "rtl" if text and get_base_level(text) else "ltr"


def shaped_label(text: str, *, engine: Engine, direction: Direction | None = None) -> ShapedLabel:
    """Shape one line of text as ``engine`` draws it.

    Args:
        text: one line in logical order; a line break is refused.
        engine: who shapes.
        direction: the line's base direction; by default its first strong character tells.

    Raises:
        ValueError: the text holds a line break.
    """
    if len(text.splitlines()) > 1:
        raise ValueError("a shaped label is one line")
    logical = unicodedata.normalize("NFC", text).replace(*_HEH_WITH_HAMZA)
    direction = direction or base_direction(logical)
    if engine == "raqm":
        seen = _visual(_joined(logical), direction)
        return ShapedLabel(engine, direction, logical, _letters(seen))
    visual = _visual(_RESHAPER.reshape(logical), direction)
    # ZWNJ and the bidi controls have done their work; a font may have a box for them.
    drawn = "".join(character for character in visual if not is_invisible(character))
    return ShapedLabel(engine, direction, drawn, _letters(drawn))


def is_mark(character: str) -> bool:
    """True for a mark that stands over or under another character."""
    return unicodedata.category(character) in {"Mn", "Me"} and not is_invisible(character)


def is_invisible(character: str) -> bool:
    """True for format characters: ZWNJ, ZWJ, direction marks, isolates, variation selectors."""
    return unicodedata.category(character) == "Cf" or (
        unicodedata.name(character, "").startswith("VARIATION SELECTOR")
    )


def lam_alef_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where lam and the alef after it stand in ``text``, marks between them included."""
    found = []
    for index, character in enumerate(text):
        end = index + 1
        while end < len(text) and is_mark(text[end]):
            end += 1
        if character == _LAM and text[end : end + 1] in _ALEFS:
            found.append((index, end + 1))
    return tuple(found)


def mark_base(text: str, index: int) -> int | None:
    """In visual text, the place of the letter that the mark at ``index`` belongs to.

    A right-to-left run is reversed whole, so its marks come before their letter.
    """
    step = 1 if unicodedata.name(text[index], "").startswith("ARABIC") else -1
    place = index + step
    while 0 <= place < len(text) and is_mark(text[place]):
        place += step
    return place if 0 <= place < len(text) else None


def _visual(text: str, direction: Direction) -> str:
    """``text`` from left to right, its brackets mirrored where they stand right to left."""
    probed = "".join(
        character + _LEVEL_PROBE if character in MIRRORED else character for character in text
    )
    ordered = str(get_display(probed, base_dir="R" if direction == "rtl" else "L"))
    result: list[str] = []
    characters = iter(ordered)
    for character in characters:
        if character == _LEVEL_PROBE:
            bracket = next(characters)
            result.append(MIRRORED[bracket])
        else:
            result.append(character)
            if character in MIRRORED:
                next(characters)  # its probe, on the right: the level is even
    return "".join(result)


def _joined(logical: str) -> str:
    """Each Arabic-script letter as the presentation form that cursive joining gives it."""
    result: list[str] = []
    ligatures = dict(lam_alef_spans(logical))
    inside = 0  # the end of the ligature that is being passed
    for index, character in enumerate(logical):
        if is_mark(character):
            result.append(character)
        elif index >= inside:
            inside = ligatures.get(index, index + 1)
            letters = character + logical[inside - 1] if index in ligatures else character
            before = _joins_forward(_last_base(logical[:index])) and _joins_back(letters[0])
            after = _joins_forward(letters[-1]) and _joins_back(_first_base(logical[inside:]))
            result.append(_presentation_forms().get((letters, _FORMS[before, after]), letters))
    return "".join(result)


_FORMS: Final[dict[tuple[bool, bool], JoiningForm]] = {
    (False, False): "isolated",
    (False, True): "initial",
    (True, True): "medial",
    (True, False): "final",
}


def _first_base(text: str) -> str:
    """The first character that is not a mark: marks are transparent to joining."""
    return next((character for character in text if not is_mark(character)), "")


def _last_base(text: str) -> str:
    return _first_base(text[::-1])


def _joins_back(character: str) -> bool:
    return character in {_ZWJ, _TATWEEL} or (character, "final") in _presentation_forms()


def _joins_forward(character: str) -> bool:
    return character in {_ZWJ, _TATWEEL} or (character, "initial") in _presentation_forms()


@cache
def _presentation_forms() -> dict[tuple[str, JoiningForm], str]:
    """(letters, form) to presentation form, out of the compatibility decompositions."""
    forms: dict[tuple[str, JoiningForm], str] = {}
    for code_point in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        letter, form = _decomposed(chr(code_point))
        if letter != chr(code_point):
            forms[letter, form] = chr(code_point)
    return forms


def _decomposed(character: str) -> tuple[str, JoiningForm]:
    """A presentation form's letters and form; any other character as itself, isolated."""
    tag, *code_points = unicodedata.decomposition(character).split() or [""]
    for form in _FORMS.values():
        if tag == f"<{form}>":
            return "".join(chr(int(code_point, 16)) for code_point in code_points), form
    return character, "isolated"


def _letters(visual: str) -> tuple[ShapedLetter, ...]:
    """What is seen, from left to right, each letter with its marks in logical order."""
    marks: dict[int, str] = {}
    for index, character in enumerate(visual):
        if is_mark(character) and (base := mark_base(visual, index)) is not None:
            earlier = marks.get(base, "")
            marks[base] = character + earlier if index < base else earlier + character
    found = []
    for index, character in enumerate(visual):
        if not is_mark(character) and not is_invisible(character):
            letter, form = _decomposed(character)
            found.append(ShapedLetter(letter + marks.get(index, ""), form))
    return tuple(found)
