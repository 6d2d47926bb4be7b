"""What the words of a statement claim: a yes, a no, that there is none, or one by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from casereport.checks.ethics._words import any_of

GIVEN = any_of(
    r"\b(?:was|were|been) (?:obtained|given|taken|granted|approved|signed|provided)\b",
    r"\b(?:gave|signed|provided|granted)\b",
    "(?:اخذ|گرفته|کسب|دریافت|تأیید|تایید|تصویب) (?:شد|گردید)",
    "رضایت (?:دادند|داد)",
)
"""It was asked for and given."""

REFUSED = any_of(
    r"\b(?:was|were|is|could) not (?:be )?(?:obtained|given|taken|sought)\b",
    r"\b(?:was|were|is) not (?:required|necessary|needed)\b",
    r"\bwaived\b",
    r"\b(?:not required|not obtained|without (?:informed |written )?consent|declined|refused)\b",
    "(?:اخذ|گرفته|کسب|دریافت) (?:نشد|نگردید)",
    "(?:لازم|نیاز|ضروری) (?:نبود|نیست|نداشت)",
    "رضایت (?:ندادند|نداد)",
    "(?<!\\w)معاف(?!\\w)",
)
"""It was not given, or not asked for."""

DENIED: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "funding": any_of(
            r"\b(?:no|without|any) (?:external |specific |financial )?(?:funding|grant|support)\b",
            r"\bnot (?:funded|supported)\b",
            "بدون (?:حمایت|پشتیبانی) مالی",
            "(?:حمایت|پشتیبانی|پشتیبان|حامی) مالی (?:نداشت|ندارد|نداشته|دریافت نشد)",
        ),
        "competing-interests": any_of(
            r"\bno (?:known |potential )?(?:competing|conflicts?)\b",
            "(?:تعارض|تضاد) (?:در )?منافع(?:ی)? (?:ندارند|ندارد|نداشتند|وجود ندارد)",
            "هیچ~(?:گونه )?(?:تعارض|تضاد)",
        ),
    }
)
"""Statement → words that say there is none."""

NAMED: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "funding": any_of(
            r"\bgrant (?:no\.?|number|code|#)[ :]{0,2}[\w/.-]{0,12}[0-9]",
            "(?:شماره|کد) (?:طرح|گرنت)[ :]{0,2}[0-9]",
            "(?:طرح|گرنت) (?:شماره|با کد|به شماره)[ :]{0,2}[0-9]",
        ),
        "competing-interests": any_of(
            r"\b(?:received|receives|reports?) (?:personal |consulting |speaker )?fees\b",
            r"\b(?:received|receives|reports?) honoraria\b",
            r"\b(?:is|are) (?:an? )?(?:employee|shareholder|consultant)s? (?:of|in|for)\b",
            "(?:سهام~دار|کارمند|مشاور) شرکت",
        ),
    }
)
"""Statement → words that name one all the same."""

EXCEPTED = any_of(
    r"\b(?:other than|except|apart from|beyond)\b", "(?<!\\w)(?:به~جز|جز|غیر از)(?!\\w)"
)
"""What is named after these words is no contradiction."""
