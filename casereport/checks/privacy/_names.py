"""The shapes in which a patient is named, and the few words that look the same.

There is no dictionary of names in it but the commonest Iranian ones (of family names those that the
Organization for Civil Registration counts most often, 1404): behind خانم may stand a name or an
adjective, and only a name that is known, a patronymic ending or initials tell which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

GIVEN_NAMES = (
    "فاطمه|زهرا|مریم|معصومه|سکینه|زینب|رقیه|خدیجه|لیلا|سمیه|محمد|علی|حسین|مهدی|حسن|رضا|احمد"
    "|عباس|ابراهیم|محمود|سعید|علیرضا|محمدرضا|امیرحسین"
)
FAMILY_NAMES = (
    "محمدی|حسینی|احمدی|رضایی|کریمی|موسوی|جعفری|صادقی|حیدری|مرادی|ابراهیمی|رحیمی|هاشمی|قاسمی"
    "|صالحی|کاظمی|اکبری|امیری|عباسی|اسدی|امینی|باقری|طاهری|نوری|محمودی|شریفی|سلطانی|نجفی|زارعی"
)
PATRONYMS = "زاده|پور|نژاد|نیا"
"""Endings of family names, joined or behind a space or half-space."""

_LETTER = "(?:الف|[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی])"
_DOT = r"[ \u200c]?[.\u00b7][ \u200c]?"
_TITLE = r"(?<!\w)(?:سرکار[ ])?(?:خانم|آقای|دوشیزه)[ \u200c]"
_SURNAME = rf"(?:(?:{FAMILY_NAMES})|[\u0622-\u06cc]{{2,12}}[ \u200c]?(?:{PATRONYMS}))"
_ILL = "(?:بیمار|کودک|نوزاد|شیرخوار)"
_CAPITAL = "[A-Z\u00c0-\u00d6\u00d8-\u00de]"
_WORD = rf"{_CAPITAL}[\w'\u2019-]{{1,20}}"
_NO_NAME = (
    "(?:Gravida|Para|Caucasian|African|Asian|Hispanic|White|Black|Native|Non|Iranian|Afghan|Indian"
    "|Iraqi|American|European)"
)
"""What follows a person with a comma and a capital: births, and where people come from."""
_INITIALS = rf"{_CAPITAL}\.\ ?{_CAPITAL}\."
_PERSON = r"(?:patient|woman|man|girl|boy|lady|gentleman|infant|child|baby)"

_SHAPES = re.compile(
    rf"""
      {_TITLE}(?:{_LETTER}{_DOT}{_LETTER}(?:{_DOT})?(?!\w)|{_LETTER}[.\u00b7](?!\w))
    | {_TITLE}(?:سید(?:ه)?[ ])?(?:{GIVEN_NAMES})(?![\w\u200c])(?![ ]رغم)(?:[ ]{_SURNAME}(?!\w))?
    | {_TITLE}{_SURNAME}(?![\w\u200c])(?![ ]و[ ]همکار)
    | (?<!\w)بیمار[ ](?:{_LETTER}{_DOT}){{2,3}}(?!\w)
    | (?<!\w){_ILL}[ ](?:سید(?:ه)?[ ])?(?:{GIVEN_NAMES})[ ]{_SURNAME}(?!\w)
    | (?<!\w)(?:خانم|آقا|مرد|زن|دختر|پسر|کودک|نوزاد|(?:دختر|پسر)?بچه\u200c?ا)ی
      [ ](?:با|به)[ ]نام[ ](?P<fa>[\u0622-\u06cc]{{2,15}})
    | (?<!\w)نام[ ](?:و[ ]نام[ ]خانوادگی[ ])?بیمار\s?:\s?(?P<label>[^\s\d.\u060c]{{2,20}})
    | \b(?:Mr|Mrs|Ms|Miss|Mister)\b\.?\ (?:{_INITIALS}|(?!X\b){_CAPITAL}\b\.?)
    | \b(?:Mr|Mrs|Ms|Mister)\b\.?\ {_WORD}(?:\ {_WORD})?
    | \bMiss\ {_WORD}(?=,|\ (?:is|was|had|presented)\b)
    | \b[Pp]atient(?:,\ |\ \(|\ )(?P<initials>{_INITIALS})(?=[,)]|\ (?:is|was|had|presented)\b)
    | (?<![\w.])(?P<aged>{_INITIALS}),?\ (?:is\ |was\ )?an?\ [0-9]{{1,3}}[- ](?:year|month)s?[- ]old
    | \b{_PERSON},?\ named\ (?P<named>{_WORD}(?:\ {_WORD})?)
    | \b{_PERSON},\ (?!{_NO_NAME}\b)(?P<apposed>{_WORD}\ {_WORD}),
      \ (?:is|was|had|has|presented|who)\b
    | \b[Pp]atient(?:'s|\u2019s)?\ [Nn]ame\s?:\s?(?P<en>[^\s\d.,]{{2,20}})
    """,
    re.VERBOSE,
)
_NO_INITIALS = frozenset(
    {"IV", "IM", "PO", "SC", "US", "UK", "EU", "UN", "AM", "PM", "BC", "AD", "MD", "ID", "GI",
     "GU", "TB", "BP", "HR", "RA", "MS"}
)  # fmt: skip
_WITHHELD = re.compile(
    r"(?:withheld|confidential|anonym|not|none|redacted|removed|de-?identified|x+\b|n/?a\b|\W"
    r"|محرمانه|محفوظ|ذکر|حذف|نا?معلوم|بی)",
    re.IGNORECASE,
)


TITLE = re.compile(rf"^(?:(?:Mr|Mrs|Ms|Miss|Mister)\b\.?|(?:سرکار )?(?:خانم|آقای|دوشیزه)|{_ILL}) ")
"""What stands before a name and tells nobody who it is."""


def patient_names(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each name or pair of initials, its title included."""
    for match in _SHAPES.finditer(text):
        parts = {name: part for name, part in match.groupdict().items() if part is not None}
        initials = parts.get("initials") or parts.get("aged") or ""
        if "".join(filter(str.isalpha, initials)) in _NO_INITIALS:
            continue
        if any(_WITHHELD.match(parts.get(label, "")) for label in ("label", "en")):
            continue
        yield match.span(next(iter(parts), 0))
