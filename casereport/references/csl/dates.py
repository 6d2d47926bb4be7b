"""Dates as citeproc-py takes them; a Jalali date never gets the name of a Gregorian month."""

from __future__ import annotations

from typing import Any

from casereport.locale import load_locale
from casereport.model.reference import Issued
from casereport.references.csl.marks import clean
from casereport.references.csl.settings import Setting
from casereport.text.calendars import JALALI_YEARS, Calendar, CalendarDate, from_date, to_date


def issued_date(issued: Issued) -> Any:
    """The date of publication in its own calendar; of a Jalali one the year alone."""
    if issued.year is None:
        return _literal(clean(issued.literal))
    if issued.year in JALALI_YEARS:
        return _date(issued.year)
    return _date(issued.year, issued.month, issued.day)


def accessed_date(accessed: Issued, setting: Setting) -> Any:
    """The day on which a page was seen, in the calendar of the language it is set in."""
    if accessed.year is None:
        return _literal(clean(accessed.literal))
    calendar: Calendar = "persian" if accessed.year in JALALI_YEARS else "gregory"
    day = CalendarDate(calendar, accessed.year, accessed.month, accessed.day)
    locale = load_locale(setting.language)
    try:
        if setting.direction == "rtl":
            return _literal(locale.date(day, "long"))
        if day.is_complete:
            day = from_date(to_date(day), locale.calendar)
    except ValueError:
        # No such day: what was typed prints as it was typed.
        return _literal("-".join(str(part) for part in (day.year, day.month, day.day) if part))
    return _date(day.year, day.month if day.calendar == locale.calendar else None, day.day)


class _LetteredYear(int):
    """A year and the letter that tells it from the same author's others: 2019a."""

    letter: str

    def __new__(cls, year: int, letter: str) -> _LetteredYear:
        made = super().__new__(cls, year)
        made.letter = letter
        return made

    def __abs__(self) -> _LetteredYear:
        return self

    def __str__(self) -> str:
        return f"{int(self)}{self.letter}"


def lettered(entry: Any, letter: str, *, behind_year: bool) -> None:
    """Give an entry of citeproc-py the letter of its year."""
    from citeproc.string import String

    entry["year_suffix"] = String(letter)
    issued = entry.get("issued")
    if not behind_year or issued is None:
        return
    if "year" in issued:
        issued["year"] = _LetteredYear(issued["year"], letter)
    else:
        issued["text"] = issued["text"] + letter


def _literal(text: str) -> Any:
    from citeproc import source

    return source.LiteralDate(text) if text else None


def _date(year: int, month: int | None = None, day: int | None = None) -> Any:
    from citeproc import source

    parts = {"year": year, "month": month, "day": day if month else None}
    return source.Date(**{name: part for name, part in parts.items() if part is not None})
