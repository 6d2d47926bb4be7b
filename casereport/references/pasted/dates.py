"""Dates inside reference lists: ``2005``, ``2018 Nov 5``, ``2011 Mar-Apr``, «۱۳۹۹», «تابستان ۱۳۹۵».

Years are of the Gregorian or the Jalali calendar and stay in it.
"""

from __future__ import annotations

import re

from casereport.model.reference import Issued
from casereport.references.dates import parse_issued
from casereport.references.pasted.persian import MONTHS, SEASON

YEAR = r"(?:1[89]\d\d|20\d\d|1[34]\d\d)(?![\d])"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_SEASON = "(?:Spring|Summer|Autumn|Fall|Winter)"
_P_MONTH = f"(?:{'|'.join(MONTHS)})"

_DAYS = r"\d{1,2}(?!\d)(?:-\d{1,2}(?!\d))?"
_AFTER_YEAR = (
    rf"(?:[ ,]{{0,2}}(?:{_MONTH}\.?(?:[-/]{_MONTH}\.?)?(?:,? {_DAYS})?"
    rf"|{_SEASON}(?:-{_SEASON})?|{SEASON}|{_P_MONTH}(?: ماه)?))?"
)
_BEFORE_YEAR = (
    rf"(?:(?:\d{{1,2}} )?(?:{_MONTH}\.?(?:[-/]{_MONTH}\.?)?)(?: \d{{1,2}})?,? |{_SEASON},? "
    rf"|(?:\d{{1,2}} )?{_P_MONTH}(?: ماه)?,? |{SEASON}(?: و {SEASON})?,? )"
)
DATE = rf"(?:{YEAR}{_AFTER_YEAR}|{_BEFORE_YEAR}{YEAR})"
"""A date of publication, the year first or last."""

SEEN = (
    rf"(?:{DATE}|\d{{1,2}}/\d{{1,2}}/(?:20|1[34])\d\d|(?:20|1[34])\d\d[-/]\d{{1,2}}[-/]\d{{1,2}})"
)
"""The day on which a page was seen: numbers alone are usual there."""

PLAIN_YEAR = re.compile(rf"(?<!\d){YEAR}")
_PERSIAN_DATE = re.compile(rf"(?:(\d{{1,2}}) )?({_P_MONTH})(?: ماه)?,? (\d{{4}})")
_PERSIAN_YEAR_FIRST = re.compile(rf"(\d{{4}})[ ,]{{1,2}}({_P_MONTH})(?: ماه)?")
_SEASON_DATE = re.compile(rf"(?:{_SEASON}|{SEASON})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def date_of(plain: str) -> Issued:
    """The date that a stretch of plain text says.

    >>> date_of("2018 Nov 5"), date_of("Summer 2010").year
    (Issued(year=2018, month=11, day=5, literal=''), 2010)
    """
    typed = plain.strip(" ,.;").replace(".", "")
    if match := _PERSIAN_DATE.fullmatch(typed):
        return Issued(
            int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]) if match[1] else None
        )
    if match := _PERSIAN_YEAR_FIRST.fullmatch(typed):
        return Issued(int(match[1]), MONTHS.index(match[2]) + 1)
    if match := _SLASHES.fullmatch(typed):
        return _numeric(int(match[1]), int(match[2]), int(match[3]))
    if _SEASON_DATE.search(typed) and (year := re.search(r"\d{4}", typed)):
        return Issued(int(year[0]))
    # A range of days or months is dated by its beginning.
    first = re.sub(r"(?<=[A-Za-z])[-/][A-Za-z]{3,9}|(?<=\d)-\d{1,2}$", "", typed)
    return parse_issued(first.replace("Sept ", "Sep "))


def _numeric(first: int, second: int, year: int) -> Issued:
    """Day and month in figures: sure only when one of them can be no month."""
    if first > 12 >= second and first <= 31:
        return Issued(year, second, first)
    if second > 12 >= first and second <= 31:
        return Issued(year, first, second)
    if first == second and first <= 12:
        return Issued(year, first, first)
    return Issued(literal=f"{first}/{second}/{year}")
