"""Scalar values of a case that are about time: durations, ages, moments, dates in two calendars.

Scalars arrive as text (YAML guesses nothing) and are typed here; digits may be Latin or Persian.
Each class parses its own text and raises FactError (a ValueError) with a sentence for the author.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self

from pydantic import ConfigDict, RootModel, model_validator

from casereport.diagnostics import N_, AnyOf, Message, say
from casereport.model.base import NOT_STATED, FactError, NotStated
from casereport.model.measures import parse_decimal
from casereport.model.scalars import FromText, examples_hint
from casereport.text.calendars import CalendarDate, DateError, NoSuchDayError, parse_date
from casereport.text.digits import to_latin_digits
from casereport.text.written_numbers import WRITTEN_NUMBER


class ImpossibleDateError(FactError):
    """The error for a date whose calendar has no such month or day."""


def date_hint() -> Message:
    """How a date is written, whatever was wrong with one."""
    return say(
        N_("Write year-month-day, such as {examples}; month and day may be left out."),
        examples=AnyOf(("1398-11-01", "2020-01-21")),
    )


DurationUnit = Literal["minute", "hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Duration(FromText):
    """A span of time in one unit: ``20 years``, ``2 weeks``, ``18 months``."""

    value: Decimal
    unit: DurationUnit

    examples: ClassVar[tuple[str, ...]] = ("20 years", "2 weeks", "18 months")

    @classmethod
    def parse(cls, text: str) -> Self:
        """``20 years``, ``2-week``."""
        match = re.fullmatch(
            rf"({WRITTEN_NUMBER})\s*+(?:-\s*+)?(minute|hour|day|week|month|year)s?",
            to_latin_digits(text.strip()),
        )
        if not match or match[1].startswith(("-", "\u2212")):
            raise cls.refusal(say(N_("{value} is not a length of time."), value=text.strip()))
        return cls(parse_decimal(match[1]), match[2])  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Age(FromText):
    """A patient's age: years when only a number is given, else a duration (``18 months``)."""

    value: Decimal
    unit: DurationUnit = "year"

    examples: ClassVar[tuple[str, ...]] = ("44", "18 months")

    @classmethod
    def parse(cls, text: str) -> Self:
        """``44`` (years) or a duration."""
        plain = to_latin_digits(text.strip())
        if re.fullmatch(r"\d{1,3}(?:\.\d)?", plain):
            return cls(Decimal(plain), "year")
        try:
            duration = Duration.parse(plain)
        except ValueError:
            raise cls.refusal(say(N_("{value} is not an age."), value=text.strip())) from None
        return cls(duration.value, duration.unit)


@dataclass(frozen=True, slots=True)
class Moment(FromText):
    """When something happened, against the day of presentation.

    ``-20 years`` (before it), ``+1 week`` (after it), ``0`` (that day), or a counted day, week,
    month or year of the course: ``day 5``.
    """

    value: Decimal
    unit: DurationUnit
    counted: bool = False

    examples: ClassVar[tuple[str, ...]] = ("-20 years", "+1 week", "0", "day 5")

    @classmethod
    def parse(cls, text: str) -> Self:
        """``-20 years``, ``+1 week``, ``0``, ``day 5``."""
        plain = to_latin_digits(text.strip()).replace("\u2212", "-")
        if plain in {"0", "0 days"}:
            return cls(Decimal(0), "day")
        if match := re.fullmatch(r"(hour|day|week|month|year) (\d{1,4})", plain):
            return cls(Decimal(match[2]), match[1], True)  # type: ignore[arg-type]  # noqa: FBT003
        match = re.fullmatch(r"([-+]) ?(.+)", plain)
        try:
            duration = Duration.parse(match[2] if match else "")
        except ValueError:
            raise cls.refusal(
                say(
                    N_("{value} is not a moment before or after the presentation."),
                    value=text.strip(),
                )
            ) from None
        signed = -duration.value if match and match[1] == "-" else duration.value
        return cls(signed, duration.unit)


@dataclass(frozen=True, slots=True)
class Date(FromText):
    """A date in either calendar, the year tells which: ``1398-11-01``, ``2020-01-21``, ``2020-01``.

    Years 1178–1501 are Jalali, 1800–2199 Gregorian. Month and day may be unknown.
    """

    calendar_date: CalendarDate

    examples: ClassVar[tuple[str, ...]] = ("1398-11-01", "2020-01-21", "2020-01", "1399")

    @classmethod
    def parse(cls, text: str) -> Self:
        """``1398-11-01``, ``2020/1/21``, ``2020-01``, ``1399``."""
        try:
            return cls(parse_date(text))
        except NoSuchDayError as error:
            raise ImpossibleDateError(error.message, date_hint()) from None
        except DateError as error:
            raise FactError(error.message, date_hint()) from None


@dataclass(frozen=True, slots=True)
class Year(Date):
    """A year, or a year and month, of an issue: ``1399``, ``2020-06``."""

    examples: ClassVar[tuple[str, ...]] = ("1399", "2020", "2020-06")

    @classmethod
    def parse(cls, text: str) -> Self:
        """A date; what has not even its shape is told as no year."""
        try:
            return cls(parse_date(text))
        except NoSuchDayError as error:
            raise ImpossibleDateError(error.message, examples_hint(cls.examples)) from None
        except DateError as error:
            if re.match(r"[0-9]{4}(?![0-9])", to_latin_digits(text.strip())):
                raise cls.refusal(error.message) from None
            raise cls.refusal(say(N_("{value} is not a year."), value=text.strip())) from None


def read_when(text: str) -> Date | Moment | None:
    """A date or a moment; None for words that say when.

    Raises:
        FactError: a ValueError; it was meant as one of the two.
    """
    plain = to_latin_digits(text.strip())
    for kind in (Moment, Date):
        try:
            return kind.parse(text)
        except ValueError:
            continue
    if re.match(r"[0-9]{4}(?:[-/]|$)", plain):
        return Date.parse(text)  # its own error speaks of the month or the day
    if not re.match(r"[-+\u2212]?\s?[0-9]", plain):
        return None
    message = say(N_("{value} is neither a date nor a time before or after the presentation."),
                  value=text.strip())  # fmt: skip
    try:
        Duration.parse(text)
    except ValueError:
        raise FactError(message, when_hint()) from None
    raise FactError(
        message,
        say(
            N_("Write {before} for before the presentation, {after} for after it."),
            before=f"-{text.strip()}",
            after=f"+{text.strip()}",
        ),
    )


def when_hint() -> Message:
    """How is said when something happened."""
    return say(
        N_("Write a date such as {dates}, or a time before or after the presentation: {moments}."),
        dates=AnyOf(("1398-11-01", "2020-01")),
        moments=AnyOf(("-2 years", "+1 week", "day 5")),
    )


class PrintedDate(RootModel[Date | NotStated | dict[str, Date]]):
    """A date stored once, or as printed in each language (then the two are compared)."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _by_shape(cls, value: Any) -> Any:
        if isinstance(value, str) and value.strip() != NOT_STATED:
            return Date.parse(value)
        return value

    def get(self, language: str) -> CalendarDate | None:
        """The date that prints in ``language``; None when it is not stated there."""
        if isinstance(self.root, Date):
            return self.root.calendar_date
        if isinstance(self.root, dict) and language in self.root:
            return self.root[language].calendar_date
        return None
