"""Terms, numerals, calendars, lists of one language: ``load_locale("fa")``."""

from casereport.locale.loading import LocaleDataError, available_languages, load_locale
from casereport.locale.locale import DateStyle, Locale
from casereport.locale.messages import catalogue

__all__ = [
    "DateStyle",
    "Locale",
    "LocaleDataError",
    "available_languages",
    "catalogue",
    "load_locale",
]
