"""One language as readers see it: terms, numbers, dates, lists. Every result is ready to print.

Results hold the isolates that numbers need; see :mod:`casereport.text.numbers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from casereport.locale.data import LocaleData
from casereport.text import numbers as printed
from casereport.text.calendars import Calendar, CalendarDate, from_date, to_date
from casereport.text.characters import GREEK_MU, MICRO_SIGN
from casereport.text.citations import ROUND, Brackets, format_citation_group
from casereport.text.isolates import Direction
from casereport.text.numbers import Number, NumberStyle
from casereport.text.ordinals import english_ordinal, persian_ordinal
from casereport.text.prose import set_prose

DateStyle = Literal["long", "numeric", "month-year", "year"]

_ORDINALS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {"persian-words": persian_ordinal, "english-suffix": english_ordinal}
)


@dataclass(frozen=True, slots=True)
class Locale:
    """A language, with the marks that a journal wants in its numbers."""

    data: LocaleData = field(repr=False, compare=False)
    language: str
    direction: Direction
    name: str
    """The language's name for itself."""
    calendar: Calendar
    numbers: NumberStyle

    def with_numbers(
        self,
        *,
        decimal: str | None = None,
        group: str | None = None,
        range_sign: str | None = None,
        percent: str | None = None,
    ) -> Locale:
        """The same language with a journal's own marks; None keeps the language's."""
        given = {"decimal": decimal, "group": group, "range_sign": range_sign, "percent": percent}
        changes = {name: mark for name, mark in given.items() if mark is not None}
        # mypy cannot see that every value of the mapping is a mark.
        return replace(self, numbers=replace(self.numbers, **changes))  # type: ignore[arg-type]

    # Words

    def term(self, key: str, **values: str | int) -> str:
        """The words for ``key``; ``values`` fill its fields, an int in this language's digits.

        Raises:
            KeyError: there is no such term, or a field of it has no value.
        """
        if key not in self.data.terms:
            raise KeyError(f"the locale {self.language} has no term {key!r}")
        filled = {
            name: self.number(value) if isinstance(value, int) else value
            for name, value in values.items()
        }
        return self.data.terms[key].format_map(filled)

    @property
    def terms(self) -> Mapping[str, str]:
        """Every term, its fields still open."""
        return MappingProxyType(self.data.terms)

    def join(self, items: Sequence[str]) -> str:
        """The items as a list in words: "A, B, and C"."""
        marks = self.data.list
        if len(items) <= 2:
            return marks.two.join(items)
        return marks.comma.join(items[:-1]) + marks.last + items[-1]

    def either(self, items: Sequence[str]) -> str:
        """The items as alternatives: "A, B, or C"."""
        marks = self.data.list
        if len(items) <= 2:
            return marks.either.join(items)
        return marks.comma.join(items[:-1]) + marks.last_either + items[-1]

    def quote(self, text: str) -> str:
        """``text`` in this language's quotation marks."""
        return f"{self.data.quotes.open}{text}{self.data.quotes.close}"

    @property
    def quotes(self) -> tuple[str, str]:
        """The opening and the closing quotation mark."""
        return (self.data.quotes.open, self.data.quotes.close)

    @property
    def list_comma(self) -> str:
        """The comma between items, with its space."""
        return self.data.list.comma

    def ordinal(self, number: int) -> str:
        """The ordinal, in words or figures as the language has it.

        Raises:
            ValueError: the number is under 1, or (in words) over 999.
        """
        return _ORDINALS[self.data.ordinals](number)

    def panel_letter(self, index: int) -> str:
        """The letter of a figure's panel; the first panel has index 0.

        Raises:
            ValueError: there is no such panel.
        """
        letters = self.data.panel_letters
        if index < 0:
            raise ValueError(f"{index} is not the index of a panel")
        turn, place = divmod(index, len(letters))
        return letters[place] * (turn + 1)

    # Numbers

    def number(self, value: Number, places: int | None = None, *, group: bool = False) -> str:
        """A number; a plain non-negative one is bare (see :meth:`after`)."""
        return printed.format_number(value, self.numbers, places=places, group=group)

    def after(self, before: str, text: str) -> str:
        """``text``, a bare number or date, for a place after ``before`` in its paragraph."""
        return printed.place_number(text, before, self.numbers)

    def digits(self, text: str) -> str:
        """``text``, which holds only a number or a numeric date, in this language's digits."""
        return self.numbers.digits(text)

    def percent(self, value: Number, places: int | None = None) -> str:
        """A percentage with its sign."""
        return printed.format_percent(value, self.numbers, places)

    def range(self, low: Number, high: Number) -> str:
        """``low`` to ``high``."""
        return printed.format_range(low, high, self.numbers)

    def ratio(
        self, first: Number, second: Number, comparator: str = "", *, group: bool = False
    ) -> str:
        """``1:2``, ``≥1:640``."""
        return printed.format_ratio(first, second, self.numbers, comparator, group=group)

    def plus_minus(self, value: Number, deviation: Number, *, group: bool = False) -> str:
        """A mean and its deviation."""
        return printed.format_plus_minus(value, deviation, self.numbers, group=group)

    def p_value(self, value: Number, comparator: str = "", *, symbol: str = "p") -> str:
        """A p-value; see :func:`casereport.text.numbers.format_p_value`."""
        return printed.format_p_value(value, self.numbers, comparator, symbol=symbol)

    def comparison(self, comparator: str, value: Number, *, group: bool = False) -> str:
        """``<5``."""
        return printed.format_comparison(comparator, value, self.numbers, group=group)

    def quantity(
        self,
        value: Number,
        unit: str,
        comparator: str = "",
        *,
        words: bool = False,
        group: bool = False,
    ) -> str:
        """A number with its unit; ``words``: the unit in words, if the language knows them."""
        known = self.unit_words(unit) if words else None
        if known is None:
            return printed.format_quantity(value, unit, self.numbers, comparator, group=group)
        number = self.number(value, group=group)
        if comparator in self.data.comparators:
            number = self.data.comparators[comparator].format(number=number)
        elif comparator:
            number = self.comparison(comparator, value, group=group)
        return f"{number} {known}"

    def with_unit(self, number: str, unit: str, *, words: bool = False) -> str:
        """A number that is already printed, with its unit (see :meth:`quantity`)."""
        known = self.unit_words(unit) if words else None
        if known is None:
            return printed.join_unit(number, unit, self.numbers)
        return f"{number} {known}"

    def unit_words(self, unit: str) -> str | None:
        """A unit in words, or None; the micro sign and the Greek letter are one."""
        return self.data.units.get(unit.replace(MICRO_SIGN, GREEK_MU))

    def citation_group(self, numbers: Iterable[int], brackets: Brackets = ROUND) -> str:
        """Citation numbers in brackets, runs of three or more collapsed."""
        return format_citation_group(numbers, self.numbers, brackets=brackets)

    def prose(self, text: str, *, before: str = "") -> str:
        """Prose as an author typed it, with this language's digits and isolates."""
        return set_prose(text, self.numbers, before=before)

    # Time

    def duration(self, value: Number, unit: str) -> str:
        """A span of time: "20 years", "1 week"."""
        return self._duration_form(value, unit).format(number=self.number(value))

    def duration_unit(self, value: Number, unit: str) -> str:
        """The noun of a duration without its number: "years", "week"."""
        return self._duration_form(value, unit).format(number="").strip()

    def _duration_form(self, value: Number, unit: str) -> str:
        forms = {str(name): forms for name, forms in self.data.durations.items()}[unit]
        number = printed.to_decimal(value)
        # CLDR's category "one" of the languages here: 1, but not 1.0.
        return forms.one if number == 1 and number.as_tuple().exponent == 0 else forms.other

    def age(self, value: Number, unit: str = "year") -> str:
        """An age: the number alone when it counts years."""
        return self.number(value) if unit == "year" else self.duration(value, unit)

    def moment(self, value: Number, unit: str, *, counted: bool = False) -> str:
        """When, against the presentation; ``counted``: the nth day (week …) of the course."""
        number, moments = printed.to_decimal(value), self.data.moments
        if counted:
            forms = {str(name): form for name, form in moments.counted.items()}
            return forms[unit].format(number=self.number(number))
        if number == 0:
            return moments.presentation
        form = moments.before if number < 0 else moments.after
        return form.format(duration=self.duration(abs(number), unit))

    def date(
        self, date: CalendarDate, style: DateStyle = "long", calendar: Calendar | None = None
    ) -> str:
        """A date in ``calendar`` (the language's own by default).

        A date without month or day cannot be converted: it prints in its own calendar, and as
        much of it as is known.
        """
        if date.is_complete:
            date = from_date(to_date(date), calendar or self.calendar)
        if style == "numeric":
            return self._numeric(date)
        year = self.digits(str(date.year))
        if date.month is None or style == "year":
            return year
        month = self.data.months[date.calendar][date.month - 1]
        if date.day is None or style == "month-year":
            return self.data.dates.month_year.format(month=month, year=year)
        day = self.digits(str(date.day))
        return self.data.dates.long.format(day=day, month=month, year=year)

    def _numeric(self, date: CalendarDate) -> str:
        known = [part for part in (date.month, date.day) if part is not None]
        width = 2 if self.data.dates.numeric_padded else 1
        parts = [str(date.year), *(f"{part:0{width}}" for part in known)]
        return self.digits(self.data.dates.numeric_separator.join(parts))


def locale_of(data: LocaleData) -> Locale:
    """The Locale that a locale.yaml describes."""
    marks = data.numbers.model_dump()
    return Locale(
        data=data,
        language=data.language,
        direction=data.direction,
        name=data.name,
        calendar=data.calendar,
        numbers=NumberStyle(direction=data.direction, **marks),
    )
