"""The numbers by which a state, an insurance or a bank knows a person, as a table.

A number with a check digit is told when the digit is right; one without only behind its own name.
The words before a number say what it is: its name (then the finding is certain), or that it is
something else (the number of a book, a grant, a post code).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casereport.checks.privacy._checksums import (
    is_iban,
    is_iranian_national_id,
    is_nhs_number,
    is_payment_card,
)
from casereport.diagnostics import N_

_BEFORE = r"(?<![0-9A-Za-z])(?<![0-9][-./,+])(?<!\+)"
_AFTER = r"(?![0-9A-Za-z])(?![-./,][0-9])"
_LOOKED_BACK = 40
_ELSE = re.compile(
    r"(?:\b(?:ISBN|PMID|PMC|grants?|award|project|postal|post ?code|zip|account|catalog(?:ue)?|cat"
    r"|lot|batch|serial|model|accession|barcode|fax|tel|phone|version|software|licen[cs]e|trial)\b"
    r"|(?<!\w)(?:شابک|کد ?پستی|شماره ?حساب|گرنت|طرح|سریال|مدل|تلفن|نمابر|همراه|موبایل|پیوست|نامه))"
    r"(?:no\.|[^.\n]){0,25}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of number: how it is written, what proves it, and the words it is called by."""

    message: str
    form: re.Pattern[str]
    called: re.Pattern[str]
    proven: Callable[[str], bool]
    named_only: bool = False


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number that stands at ``start:end``; ``certain`` when the text itself calls it so."""

    start: int
    end: int
    message: str
    certain: bool


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}(?:{pattern}){_AFTER}")


def _called(*names: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(names)})(?:no\.|[^.\n]){{0,25}}$", re.IGNORECASE)


KINDS: tuple[Kind, ...] = (
    Kind(
        message=N_("{number} is a payment card's number by its form and its check digit."),
        form=_form(r"[4-6][0-9]{3}(?P<sign>[ -]?)[0-9]{4}(?P=sign)[0-9]{4}(?P=sign)[0-9]{4}"),
        called=_called("card", "شماره ?کارت", "کارت بانکی"),
        proven=is_payment_card,
    ),
    Kind(
        message=N_("{number} is a bank account's number (IBAN) by its form and its check digits."),
        form=_form(r"[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?"),
        called=_called("IBAN", "شبا", "account"),
        proven=is_iban,
    ),
    Kind(
        message=N_("{number} is an NHS number by its form and its check digit."),
        form=_form(r"[0-9]{3}(?P<sign>[ -]?)[0-9]{3}(?P=sign)[0-9]{4}"),
        called=_called(r"\bNHS"),
        proven=is_nhs_number,
        named_only=True,
    ),
    Kind(
        message=N_("{number} is an Iranian national id by its form and its check digit."),
        form=_form(r"[0-9]{3}(?P<sign>[ -]?)[0-9]{6}(?P=sign)[0-9]"),
        called=_called(
            r"national (?:id|code|number|identi)",
            r"\bid\b",
            "(?:کد|شماره|شناسه)[\u200c ]?(?:ی )?ملی",
            "کارت ملی",
            "شناسنامه",
        ),
        proven=is_iranian_national_id,
    ),
    Kind(
        message=N_("{number} has the form of a US social security number."),
        form=_form(r"(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}"),
        called=_called(r"\bSSN\b", "social security"),
        proven=lambda digits: digits != "123456789",
    ),
    Kind(
        message=N_("{number} is called the number of a passport."),
        form=_form("[A-Z]{1,2}[0-9]{6,9}|[0-9]{8,9}"),
        called=_called("passport", "گذرنامه", "پاسپورت"),
        proven=lambda _: True,
        named_only=True,
    ),
)  # fmt: skip


def personal_numbers(text: str) -> Iterator[PersonalNumber]:
    """The numbers of persons in a text of Latin digits; of several readings the first kind."""
    taken: list[range] = []
    for kind in KINDS:
        for match in kind.form.finditer(text):
            start, end = match.span()
            if any(start < other.stop and other.start < end for other in taken):
                continue
            if not kind.proven(re.sub("[ -]", "", match[0])):
                continue
            before = text[max(0, start - _LOOKED_BACK) : start]
            certain = kind.called.search(before) is not None
            if certain or not (kind.named_only or _ELSE.search(before)):
                taken.append(range(start, end))
                yield PersonalNumber(start, end, kind.message, certain)
