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


def _literal(text: str) -> Any:
    from citeproc import source

    return source.LiteralDate(text) if text else None


def _date(year: int, month: int | None = None, day: int | None = None) -> Any:
    from citeproc import source

    parts = {"year": year, "month": month, "day": day if month else None}
    return source.Date(**{name: part for name, part in parts.items() if part is not None})
