"""What is wrong with a text that is no measured value, and the mend that fits the case."""

from __future__ import annotations

import re
from decimal import Decimal

from casereport.diagnostics import N_, AnyOf, Message, say
from casereport.model.base import FactError
from casereport.text.characters import MULTIPLICATION
from casereport.text.written_numbers import WRITTEN_NUMBER, NumberError, read_number

_POWER_EXAMPLE = f"3.8 {MULTIPLICATION}10^9/L"
_SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070-\u2079"
_MAX_EXPONENT = 6


def no_measure(text: str, plain: str) -> FactError:
    """The error for ``text`` (``plain``: in Latin digits), which is not one value with a unit."""
    message = say(N_("{value} is not a number with a unit."), value=text.strip())
    begin = re.match(rf"[<>\u2264\u2265=~]*\s*(?P<number>{WRITTEN_NUMBER})", plain)
    if begin is None:
        return FactError(message, _generic(plain))
    try:
        number = read_number(begin["number"])
    except NumberError as error:
        return FactError(error.message, error.hint)
    return FactError(message, _mend(begin["number"], number, plain[begin.end() :]))


def _mend(typed: str, number: Decimal, rest: str) -> Message:
    """What to write instead of a number with ``rest``, which is no unit, after it."""
    groups = re.match(r"(?: [0-9]{3})+(?![0-9])", rest)
    if groups and re.fullmatch("[-+]?[1-9][0-9]{0,2}", typed):
        whole = typed + groups[0].replace(" ", "")
        return say(N_("Write {number}, without a space inside it."), number=whole)
    if exponent := re.match(r"[eE]([-+]?[0-9]{1,3})(?![0-9])", rest):
        if abs(int(exponent[1])) <= _MAX_EXPONENT:
            written = format(number.scaleb(int(exponent[1])), "f")
            return say(N_("Write {number}."), number=written)
        return _power()
    if re.match(rf"\s*[xX*{MULTIPLICATION}]\s*10|\^|[{_SUPERSCRIPTS}]", rest):
        return _power()
    if re.fullmatch(r"\s*[.,:;\u060c\u061b\u066b\u066c\u00b7]+", rest):
        return say(N_("Write {number}."), number=typed)
    if re.match(r"\s*[\u2190-\u2193\u21d1\u21d3]", rest):
        return say(
            N_("Write the number alone: the arrow comes of the reference range, or of {field}."),
            field="flag",
        )
    return _generic(typed)


def _power() -> Message:
    return say(N_("Write a power of ten as part of the unit: {example}."), example=_POWER_EXAMPLE)


def _generic(plain: str) -> Message:
    if re.fullmatch(r"[<>\u2264\u2265=~]*\s*\.[0-9]+.*", plain):
        return say(N_("Write {number}."), number=plain.replace(".", "0.", 1))
    return say(
        N_(
            "Write one number and its unit, such as {examples}; "
            "what is more goes into words: {words}, or a note."
        ),
        examples=AnyOf(("28 mm/h", "55%", "5-6 /HPF", "1:640")),
        words="{fa: \u2026, en: \u2026}",
    )


def two_readings(text: str, first: Decimal, second: str) -> FactError:
    """A slash that is the decimal mark of Persian print, or stands between two numbers."""
    return FactError(
        say(
            N_("{value} can be read as one number with a decimal, and as two numbers."),
            value=text.strip(),
        ),
        say(
            N_(
                "Write {decimal} for one number, {ratio} for a titre; "
                "two numbers have the unit of a pressure, such as {example}."
            ),
            decimal=f"{first}.{second}",
            ratio=f"{first}:{second}",
            example="105/70 mmHg",
        ),
    )


def backwards(text: str) -> FactError:
    """A range whose first number is the larger one, as it is typed to look right in Persian."""
    return FactError(
        say(N_("The range {value} begins above its end."), value=text.strip()),
        say(N_("Write the smaller bound first.")),
    )


def two_units(own: str, unit: str) -> FactError:
    """A value with a unit of its own beside another ``unit:``, to be told at the value."""
    message = say(N_("The value has the unit {own}, and {field} says {unit}."),
                  own=own, field="unit", unit=unit)  # fmt: skip
    hint = say(N_("Write the number alone, or the same unit in both places."))
    if re.fullmatch(rf"{MULTIPLICATION}\s?10[{_SUPERSCRIPTS}\u207b]+", own):
        hint = say(N_("Write the power of ten with the unit: {unit}."), unit=f"{own}{unit}")
    return FactError(message, hint, at=("value",))
