"""The words by which a statement is known in running text, and the persons who can consent.

Tables only: regular expressions that heed no case, each bounded. They follow the usual wording of
such statements in English and in Persian.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_GAP = "[ \u200c]?"


def any_of(*alternatives: str) -> re.Pattern[str]:
    """One pattern of many; a tilde stands for a space, a half-space or nothing."""
    return re.compile("|".join(alternatives).replace("~", _GAP), re.IGNORECASE)


MENTIONED: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "consent": any_of(
            r"\binformed consent\b",
            r"\bconsent (?:was|for|to)\b",
            "رضایت~نامه",
            "رضایت (?:آگاهانه|کتبی)",
        ),
        "ethics": any_of(
            r"\bethics (?:committee|approval)\b",
            r"\bethical approval\b",
            r"\binstitutional review board\b",
            r"\bIRB\b",
            r"\bIR\.[A-Z.]{1,40}REC\b",
            "کمیتهٔ?~ی?~اخلاق",
            "کد اخلاق",
        ),
        "competing-interests": any_of(
            r"\bcompeting (?:financial )?interests?\b",
            r"\bconflicts? of interests?\b",
            "(?:تعارض|تضاد) (?:در )?منافع",
        ),
        "funding": any_of(
            r"\b(?:no|any|without|external|received) (?:external |specific )?funding\b",
            r"\bfunded by\b",
            r"\bfinancial(?:ly)? support",
            "(?:حمایت|پشتیبانی|پشتیبان|حامی) مالی",
        ),
    }
)
"""Statement → words that tell of it in running text."""

PERSONS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "en": any_of(
            r"\b(?:patient|participant|subject|parent|mother|father|guardian|famil(?:y|ies)|relative"
            r"|husband|wife|spouse|partner|daughter|son|child|sibling|brother|sister"
            r"|representative|caregiver|proxy)(?:s|['\u2019]s)?\b",
            r"\bnext of kin\b",
            r"\b(?:s?he|her|him|his|them|they|their)\b",
        ),
        "fa": any_of(
            r"(?<!\w)(?:بیمار|والدین|ولی|اولیا|قیم|پدر|مادر|همسر|فرزند|خانواده|بستگان|همراه|سرپرست"
            r"|خواهر|برادر|دختر|پسر|کودک|نماینده|آزمودنی|شرکت~کننده)"
            "(?:ان|~ها)?(?:ی|ش|شان|~اش|~شان|ٔ)?"
            r"(?!\w)",
            r"(?<!\w)(?:وی|ایشان|او|آنان|آن~ها)(?!\w)",
        ),
    }
)
"""Language → those who can consent; a language that is not here is not judged."""
