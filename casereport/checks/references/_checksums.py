"""Check digits of identifiers (ISO 3297 for ISSN; ISO 7064 mod 11-2 for ORCID)."""

from __future__ import annotations

_ISSN_WEIGHTS = range(8, 1, -1)


def is_sound_issn(digits: str) -> bool:
    """True when the eighth character is the check digit of the seven before it.

    >>> is_sound_issn("17359260"), is_sound_issn("17359261")
    (True, False)
    """
    weighted = sum(int(d) * w for d, w in zip(digits[:7], _ISSN_WEIGHTS, strict=True))
    return digits[7].upper() == _character(-weighted % 11)


def is_sound_orcid(orcid: str) -> bool:
    """True when the last character is the check digit of the fifteen digits before it.

    >>> is_sound_orcid("0000-0002-1825-0097"), is_sound_orcid("0000-0002-1825-0098")
    (True, False)
    """
    digits = orcid.replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return digits[-1].upper() == _character((12 - total % 11) % 11)


def _character(remainder: int) -> str:
    return "X" if remainder == 10 else str(remainder)
