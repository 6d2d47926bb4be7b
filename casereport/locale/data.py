"""The shape of ``locales/<language>/locale.yaml``; an unknown or missing key is an error."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from casereport.text.calendars import Calendar
from casereport.text.isolates import Direction
from casereport.text.numbers import NumberingSystem

DurationUnit = Literal["minute", "hour", "day", "week", "month", "year"]
CountedUnit = Literal["hour", "day", "week", "month", "year"]

Words = Annotated[str, Field(min_length=1)]
MonthNames = Annotated[tuple[Words, ...], Field(min_length=12, max_length=12)]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Data(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=_kebab, str_strip_whitespace=False
    )


class NumberData(_Data):
    """See :class:`casereport.text.numbers.NumberStyle`."""

    numbering_system: NumberingSystem
    decimal: Words
    group: Words
    range_sign: Words
    percent: Words
    list_comma: Words


class PluralForms(_Data):
    """A noun with its number: ``{number} week``, ``{number} weeks`` (CLDR's one and other)."""

    one: Annotated[str, Field(pattern=r"\{number\}")]
    other: Annotated[str, Field(pattern=r"\{number\}")]


class MomentData(_Data):
    """When something happened against the presentation, or as a counted day of the course."""

    before: Annotated[str, Field(pattern=r"\{duration\}")]
    after: Annotated[str, Field(pattern=r"\{duration\}")]
    presentation: Words
    counted: dict[CountedUnit, Annotated[str, Field(pattern=r"\{number\}")]] = Field(
        min_length=5, max_length=5
    )


class DateData(_Data):
    """Patterns of dates; ``day``, ``month`` (its name) and ``year`` are the fields."""

    long: Words
    month_year: Words
    numeric_separator: Words
    numeric_padded: bool


class ListData(_Data):
    """How a list is joined: between items, between two, before the last of several.

    ``either`` and ``last_either`` join alternatives in the same places.
    """

    comma: Words
    two: Words
    last: Words
    either: Words
    last_either: Words


class QuoteData(_Data):
    """Quotation marks."""

    open: Words
    close: Words


class LocaleData(_Data):
    """Everything that one language's locale.yaml says."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    name: Words = Field(description="the language's name for itself")
    direction: Direction
    calendar: Calendar
    numbers: NumberData
    ordinals: Literal["persian-words", "english-suffix"]
    panel_letters: tuple[Words, ...] = Field(min_length=20)
    quotes: QuoteData
    list: ListData
    months: dict[Calendar, MonthNames] = Field(
        min_length=2, max_length=2, description="as they stand before a year"
    )
    dates: DateData
    durations: dict[DurationUnit, PluralForms] = Field(min_length=6, max_length=6)
    moments: MomentData
    comparators: dict[Words, Annotated[str, Field(pattern=r"\{number\}")]] = Field(
        description="a comparator in words, for prose"
    )
    terms: dict[Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")], str]
    units: dict[Words, Words] = Field(description="the symbol of a unit → its words, for prose")

    @model_validator(mode="after")
    def _letters_differ(self) -> LocaleData:
        if len(set(self.panel_letters)) != len(self.panel_letters):
            raise ValueError("panel-letters holds a letter twice")
        return self
