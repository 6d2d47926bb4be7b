"""Numbers as authors write them: thousands in groups of three are read, two readings are refused.

ISO 80000-1, 7.3: the decimal sign is a point or a comma. So ``12,500`` in groups of three is taken
for thousands, as in English, but ``8,4`` or ``0,500`` for nothing: a value cut at its comma would
be wrong by a factor of ten and look right.
"""

from __future__ import annotations

import re
from decimal import Decimal

from casereport.diagnostics import N_, Message, say
from casereport.text.characters import (
    ARABIC_COMMA,
    ARABIC_DECIMAL,
    ARABIC_THOUSANDS,
    DIRECTIONAL,
    MINUS,
    NBSP,
    NNBSP,
    ZWSP,
)
from casereport.text.digits import to_latin_digits

_MIDDLE_DOT = "\u00b7"
_MARKS = rf"[.,{ARABIC_COMMA}{ARABIC_DECIMAL}{ARABIC_THOUSANDS}{_MIDDLE_DOT}]"

WRITTEN_NUMBER = rf"[-+{MINUS}]?[0-9](?:(?:[0-9]|{_MARKS})*[0-9])?"
"""Whatever an author means as one number, in Latin digits: read it with :func:`read_number`."""

_SIGN = r"(?P<sign>[-+]?)"
_PLAIN = re.compile(rf"{_SIGN}(?P<whole>[0-9]{{1,15}})(?:[.](?P<fraction>[0-9]{{1,15}}))?")
_GROUPED = re.compile(
    rf"{_SIGN}(?P<whole>[1-9][0-9]{{0,2}}(?:(?:,[0-9]{{3}}){{1,4}}"
    rf"|(?:{ARABIC_THOUSANDS}[0-9]{{3}}){{1,4}}))(?:[.](?P<fraction>[0-9]{{1,15}}))?"
)
_UNSEEN = str.maketrans(
    {**dict.fromkeys(DIRECTIONAL + ZWSP), **dict.fromkeys(f"{NBSP}{NNBSP}\u2009", " ")}
)


class NumberError(ValueError):
    """No number, or one with two readings; ``hint`` says what to write instead."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint


def typed_plainly(text: str) -> str:
    r"""``text`` in Latin digits and plain spaces, without marks that only steer direction.

    >>> typed_plainly("\u200f\u06f1\u06f2\u00a0mg ")
    '12 mg'
    """
    return to_latin_digits(text.translate(_UNSEEN)).strip()


def read_number(text: str) -> Decimal:
    r"""The number that ``text`` says; trailing zeros are kept.

    >>> read_number("10.10"), read_number("12,500"), read_number("\u06f1\u06f2\u066b\u06f5")
    (Decimal('10.10'), Decimal('12500'), Decimal('12.5'))

    Raises:
        NumberError: a ValueError, for what is no number or can be read as two.
    """
    plain = typed_plainly(text)
    signed = plain.replace(MINUS, "-").replace(ARABIC_DECIMAL, ".")
    match = _PLAIN.fullmatch(signed) or _GROUPED.fullmatch(signed)
    if match is not None:
        whole = re.sub("[^0-9]", "", match["whole"])
        return Decimal(f"{match['sign']}{whole}.{match['fraction'] or ''}")
    if (mended := _mended(plain)) is not None:
        raise NumberError(
            say(N_("The number {value} can be read in more than one way."), value=text.strip()),
            say(
                N_("Write {number}; a decimal takes a point, thousands stand as in {example}."),
                number=mended,
                example="12,500",
            ),
        )
    raise NumberError(
        say(N_("{value} is not a number."), value=text.strip()),
        say(N_("Write digits with a decimal point, such as 10.1.")),
    )


def _mended(plain: str) -> str | None:
    """What was most likely meant by digits with odd marks between; None when nobody can tell."""
    if not re.fullmatch(WRITTEN_NUMBER, plain):
        return None
    first, *rest = re.split(f"{_MARKS}+", plain)
    marks = [run[0] for run in re.findall(f"{_MARKS}+", plain)]
    by_threes = len(first.lstrip(f"-+{MINUS}")) < 4 and all(len(group) == 3 for group in rest[:-1])
    if len(rest) == 1:
        thousands = marks[0] == ARABIC_COMMA and _is_group(first, rest[0])
        return first + rest[0] if thousands else f"{first}.{rest[0]}"
    if len(rest) > 1 and by_threes and len(set(marks)) == 1 and len(rest[-1]) == 3:
        return first + "".join(rest)
    if len(rest) > 1 and by_threes and len(set(marks[:-1])) == 1 and marks[-1] != marks[0]:
        return first + "".join(rest[:-1]) + "." + rest[-1]
    return None


def _is_group(first: str, following: str) -> bool:
    return re.fullmatch(f"[-+{MINUS}]?[1-9][0-9]{{0,2}}", first) is not None and len(following) == 3
