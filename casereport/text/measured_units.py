"""A unit as an author writes it after a value: whether it is one, how it prints, which are alike.

Any word may be a unit here (``copies/mL``, ``GPL units``): no list is complete. So the shape
decides: words, powers, what they are divided by, and a number only where a unit has one
(``mL/min/1.73 m²``, ``per 100 cells``). What begins with a digit or a mark is part of the value.
"""

from __future__ import annotations

import re

from casereport.text.characters import GREEK_MU, MICRO_SIGN, MULTIPLICATION, NBSP, WJ, ZWNJ

_SUPERSCRIPT = "\u00b2\u00b3\u00b9\u2070-\u207b"
_SUBSCRIPT = "\u2080-\u208e"
_BEGIN = f"(?:(?![{_SUPERSCRIPT}{_SUBSCRIPT}])[^\\W\\d_]|[%\u066a\u2030\u00b0\u2103\u2109])"
_WITHIN = f"(?:[^\\W_]|[%\u00b0{ZWNJ}\u064b-\u0655{_SUPERSCRIPT}{_SUBSCRIPT}])"
_POWER = r"(?:\^[-+\u2212]?[0-9]{1,3}|(?<=[A-Za-z])[-\u2212][1-3](?![0-9]))?"
_WORD = f"{_BEGIN}{_WITHIN}{{0,30}}{_POWER}[)\\]]?"
_COUNT = r"[0-9]{1,6}(?:\.[0-9]{1,2})?(?:\^[0-9]{1,2})?\ ?"
_PER = f"(?:\\ ?/\\ ?|\\ per\\ |\\ \u062f\u0631\\ )[(\\[]?(?:{_COUNT})?"
_NEXT = f"(?:{_PER}|\\ ?[\u00b7\u22c5]\\ ?(?:{_COUNT})?|\\ ?[.*]\\ ?|-|\\ ){_WORD}"
_TEN = f"{MULTIPLICATION}\\ ?10(?:\\^[-+\u2212]?[0-9]{{1,2}}|[{_SUPERSCRIPT}]{{1,3}})"
_UNIT = re.compile(
    f"(?:{_TEN}\\ ?)?(?:(?:{_WORD}|/\\ ?(?:{_COUNT})?{_WORD}|per\\ (?:{_COUNT})?{_WORD})"
    f"(?:{_NEXT}){{0,7}})|{_TEN}",
    re.VERBOSE,
)
# After a number "x 10", "e3", "to 5", "in 640" go on with it.
_NUMBER_GOES_ON = re.compile(r"(?:[xX*]|[eE]|to|in)\ ?[-+\u2212]?[0-9]", re.VERBOSE)
MAX_UNIT = 40

_POWERS = str.maketrans(
    "0123456789-+\u2212",
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a\u207b",
)
_PRESSURES = frozenset({"mmHg", "cmHg", "kPa", "cmH2O"})


def is_unit(text: str) -> bool:
    r"""True for what can be a unit: ``mm/h``, ``bpm``, ``/\u00b5L``, ``mL/min/1.73 m\u00b2``.

    >>> [is_unit(text) for text in ("mg/dL", "%", "to 5", "e3", ",500", "mg 3")]
    [True, True, False, False, False, False]
    """
    plain = text.replace(NBSP, " ")
    fits = len(plain) <= MAX_UNIT and _UNIT.fullmatch(plain) is not None
    return fits and _NUMBER_GOES_ON.match(plain) is None


def read_unit(text: str) -> str:
    """A unit as it prints: what is typed ``10^9`` is a power, as is ``m^2``.

    >>> read_unit("\u00d710^9/L") == "\u00d710\u2079/L"
    True
    """
    return re.sub(r"\^([-+\u2212]?[0-9]{1,3})", lambda m: m[1].translate(_POWERS), text.strip())


def same_unit(first: str, second: str) -> bool:
    """True when two units differ in their spelling alone: ``mg/dl`` and ``mg/dL``.

    >>> same_unit("\u00b5g/dl", "\u03bcg / dL"), same_unit("mg", "g/dL")
    (True, False)
    """
    return _key(first) == _key(second)


def is_pressure(unit: str) -> bool:
    """True for the units of which two numbers with a slash are a pair: a blood pressure."""
    return _key(unit) in {_key(known) for known in _PRESSURES} or "\u062c\u06cc\u0648\u0647" in unit


def _key(unit: str) -> str:
    """A small and a large letter l are both the litre; nothing else is folded (mg is not Mg)."""
    subscripts = {0x2080 + digit: str(digit) for digit in range(10)}
    plain = read_unit(unit).translate(subscripts).replace("\u066a", "%")
    plain = plain.replace(MICRO_SIGN, GREEK_MU).replace("l", "L")
    return re.sub(f"[\\s{WJ}]", "", plain)
