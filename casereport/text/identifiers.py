"""Identifiers with a check digit: a slip of the keyboard is found without asking anyone."""

from __future__ import annotations

import re


def is_orcid(text: str) -> bool:
    """True for an ORCID iD in four groups whose last character is its check digit.

    ISO/IEC 7064, MOD 11-2.

    >>> is_orcid("0000-0002-1825-0097"), is_orcid("0000-0002-1825-0098")
    (True, False)
    """
    if not re.fullmatch(r"(?:[0-9]{4}-){3}[0-9]{3}[0-9X]", text):
        return False
    digits, check = text.replace("-", "")[:-1], text[-1]
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    remainder = -(total - 1) % 11
    return check == ("X" if remainder == 10 else str(remainder))
