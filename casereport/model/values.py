"""Scalar values of a case: numbers with units, durations, ranges, dates in two calendars.

Scalars arrive as text (YAML guesses nothing) and are typed here; digits may be Latin or Persian.
Each class parses its own text and raises FactError (a ValueError) with a sentence for the author.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self

from pydantic import (
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    RootModel,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema

from casereport.diagnostics import N_, AnyOf, Message, say
from casereport.model.base import NOT_STATED, FactError, NotStated
from casereport.text.calendars import CalendarDate, DateError, parse_date
from casereport.text.digits import to_latin_digits


def examples_hint(examples: tuple[str, ...]) -> Message:
    """What to write, by example."""
    return say(N_("Write a value such as {examples}."), examples=AnyOf(examples))


def date_hint() -> Message:
    """How a date is written, whatever was wrong with one."""
    return say(
        N_("Write year-month-day, such as {examples}; month and day may be left out."),
        examples=AnyOf(("1398-11-01", "2020-01-21")),
    )


class _FromText:
    """A frozen value that pydantic reads from a string by ``parse``; JSON Schema: a string."""

    pattern: ClassVar[str] = ""
    examples: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The value that ``text`` says; raises FactError when it says none."""
        raise NotImplementedError(f"{cls.__name__} reads no text, not even {text!r}")

    @classmethod
    def refusal(cls, message: Message) -> FactError:
        """The error for a text that this class does not read, with its examples as the hint."""
        return FactError(message, examples_hint(cls.examples))

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def read(value: object) -> _FromText:
            if isinstance(value, cls):
                return value
            if not isinstance(value, str):
                raise FactError(
                    say(N_("A single value is expected here.")), examples_hint(cls.examples)
                )
            return cls.parse(value)

        return core_schema.no_info_plain_validator_function(read)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        # An editor's YAML reader sees numbers where we see text, so both are allowed.
        return {"type": ["string", "number"], "examples": list(cls.examples)}


_NUMBER = r"[-+\u2212]?\d+(?:[.\u066b]\d+)?"
_COMPARATOR = r"[<>\u2264\u2265]=?|~"


def parse_decimal(text: str) -> Decimal:
    """A number in Latin or Persian digits, with ``.`` or U+066B; trailing zeros are kept.

    >>> parse_decimal("10.10")
    Decimal('10.10')

    Raises:
        ValueError: it is not a number.
    """
    plain = to_latin_digits(text.strip()).replace("\u066b", ".").replace("\u2212", "-")
    if not re.fullmatch(r"[-+]?\d{1,15}(?:\.\d{1,15})?", plain):
        raise FactError(
            say(N_("{value} is not a number."), value=text.strip()),
            say(N_("Write digits with a decimal point, such as 10.1.")),
        )
    return Decimal(plain)


@dataclass(frozen=True, slots=True)
class Quantity(_FromText):
    """A number with an optional comparator and unit: ``28 mm/h``, ``< 5 mg/L``, ``55%``.

    ``second`` is the lower number of a pair, as of a blood pressure: ``105/70 mmHg``.
    """

    value: Decimal
    unit: str = ""
    comparator: str = ""
    second: Decimal | None = None

    examples: ClassVar[tuple[str, ...]] = ("28 mm/h", "55%", "<5 mg/L", "105/70 mmHg", "44")

    @classmethod
    def parse(cls, text: str) -> Self:
        """``28 mm/h``: the unit is whatever follows the number; ``10^9`` in it is a power."""
        plain = to_latin_digits(text.strip())
        pattern = rf"({_COMPARATOR})?\s*({_NUMBER})(?:/({_NUMBER}))?\s*(\S.{{0,39}})?"
        match = re.fullmatch(pattern, plain)
        if not match:
            raise cls.refusal(say(N_("{value} is not a number with a unit."), value=text.strip()))
        comparator, number, second, unit = match.groups()
        mend = {"<=": "\u2264", ">=": "\u2265"}
        return cls(
            parse_decimal(number),
            read_unit(unit or ""),
            mend.get(comparator or "", comparator or ""),
            parse_decimal(second) if second else None,
        )


_SUPERSCRIPTS = str.maketrans(
    "0123456789-+", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a"
)


def read_unit(text: str) -> str:
    """A unit as it prints: what is typed ``10^9`` is a power, as is ``m^2``.

    >>> read_unit("\u00d710^9/L") == "\u00d710\u2079/L"
    True
    """
    return re.sub(r"\^([-+]?\d{1,3})", lambda m: m[1].translate(_SUPERSCRIPTS), text.strip())


@dataclass(frozen=True, slots=True)
class ReferenceRange(_FromText):
    """The normal range of a laboratory value: ``12-16``, ``<5``, ``>=60``.

    ``exclusive``: the one bound of an open range (``<5``) is not normal itself.
    """

    low: Decimal | None
    high: Decimal | None
    exclusive: bool = False

    examples: ClassVar[tuple[str, ...]] = ("12-16", "<5", ">60")

    @classmethod
    def parse(cls, text: str) -> Self:
        """``12-16``, ``12 to 16``, ``<5``, ``>60``."""
        plain = to_latin_digits(text.strip())
        if match := re.fullmatch(rf"(<=?|\u2264)\s*({_NUMBER})", plain):
            return cls(None, parse_decimal(match[2]), match[1] == "<")
        if match := re.fullmatch(rf"(>=?|\u2265)\s*({_NUMBER})", plain):
            return cls(parse_decimal(match[2]), None, match[1] == ">")
        match = re.fullmatch(rf"({_NUMBER})\s*(?:-|\u2013|to)\s*({_NUMBER})", plain)
        if not match:
            raise cls.refusal(say(N_("{value} is not a range of numbers."), value=text.strip()))
        low, high = parse_decimal(match[1]), parse_decimal(match[2])
        if low > high:
            raise FactError(
                say(N_("The range {value} begins above its end."), value=text.strip()),
                say(N_("Write the smaller bound first.")),
            )
        return cls(low, high)


DurationUnit = Literal["minute", "hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Duration(_FromText):
    """A span of time in one unit: ``20 years``, ``2 weeks``, ``18 months``."""

    value: Decimal
    unit: DurationUnit

    examples: ClassVar[tuple[str, ...]] = ("20 years", "2 weeks", "18 months")

    @classmethod
    def parse(cls, text: str) -> Self:
        """``20 years``, ``2-week``."""
        match = re.fullmatch(
            rf"({_NUMBER})\s*-?\s*(minute|hour|day|week|month|year)s?",
            to_latin_digits(text.strip()),
        )
        if not match or match[1].startswith(("-", "\u2212")):
            raise cls.refusal(say(N_("{value} is not a length of time."), value=text.strip()))
        return cls(parse_decimal(match[1]), match[2])  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Age(_FromText):
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
class Moment(_FromText):
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
        if not match:
            raise cls.refusal(
                say(
                    N_("{value} is not a moment before or after the presentation."),
                    value=text.strip(),
                )
            )
        duration = Duration.parse(match[2])
        return cls(-duration.value if match[1] == "-" else duration.value, duration.unit)


@dataclass(frozen=True, slots=True)
class Date(_FromText):
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
        except DateError as error:
            raise FactError(error.message, date_hint()) from None


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
