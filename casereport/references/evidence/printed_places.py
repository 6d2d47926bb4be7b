"""Volumes, issues, supplements and pages, made comparable: numbers that say where a work stands."""

from __future__ import annotations

import re

from casereport.references.pages import PageRange
from casereport.text.digits import to_latin_digits

_NUMBER = re.compile(r"\d{1,9}")
_ROMAN = re.compile(r"[ivxlc]{1,9}", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FIRST_RANGE = re.compile(r"[^,;&\u060c\u061b]{1,60}")
_LONGEST = 200


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of a volume or an issue, in Latin digits without leading zeros.

    >>> numbers_in("34 Suppl 100"), numbers_in("XII")
    (('34', '100'), ('12',))
    """
    text = to_latin_digits(text[:_LONGEST]).strip()
    if _ROMAN.fullmatch(text):
        return (str(_roman(text.lower())),)
    return tuple(match[0].lstrip("0") or "0" for match in _NUMBER.finditer(text))


def _roman(letters: str) -> int:
    values = [_VALUES[letter] for letter in letters]
    following = (*values[1:], 0)
    return sum(-one if one < then else one for one, then in zip(values, following, strict=True))


def first_number(text: str) -> str:
    """The number of a volume, without a supplement's."""
    return next(iter(numbers_in(text)), "")


def first_range(pages: str) -> PageRange | None:
    """The first range of pages; what follows it (a quiz, an erratum) tells nothing apart.

    >>> first_range("281-3; quiz 284-5")
    PageRange(first='281', last='3')
    """
    match = _FIRST_RANGE.match(pages.strip())
    return PageRange.parse(match[0].removeprefix("pp.").removeprefix("p.")) if match else None


def first_page(pages: str) -> str:
    """The first page, or the article's number, in small letters; empty when it is none."""
    found = first_range(pages)
    return found.first.casefold() if found is not None else ""


def same_places(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool | None:
    """Whether two lists of numbers name one issue; None when either names none.

    A double issue (4-5) is also issue 4.
    """
    if not ours or not theirs:
        return None
    return set(ours) <= set(theirs) or set(theirs) <= set(ours)


def same_pages(ours: str, theirs: str) -> bool | None:
    """Whether two texts name the same pages; None where they cannot be compared.

    805-12 is 805-812, and a record that knows the first page alone says nothing against a range.
    An article's number and a range in its own PDF are two ways of saying where it is.

    >>> same_pages("805-812", "805\u201312"), same_pages("281-183", "281-3")
    (True, False)
    >>> same_pages("e3585", "1-4") is None
    True
    """
    one, other = first_range(ours), first_range(theirs)
    if one is None or other is None:
        return None
    if bool(_letters(one.first)) != bool(_letters(other.first)):
        digits = one.first.strip(_letters(one.first)), other.first.strip(_letters(other.first))
        # e3585 is also written 3585; the pages of a supplement are not S12 and 12.
        same_number = digits[0] == digits[1] and not one.last and not other.last
        return True if same_number else None if bool(one.last) != bool(other.last) else False
    if one.first.casefold() != other.first.casefold():
        return False
    if not one.last or not other.last:
        return True
    return _last(one) == _last(other)


def _letters(page: str) -> str:
    return "".join(letter for letter in page if not letter.isdigit())


def _last(pages: PageRange) -> str:
    """The last page with the letters of the first: e1262-4 is e1262-e1264."""
    if pages.is_numeric:
        return pages.full_last
    first, last = _NUMBER.search(pages.first), _NUMBER.search(pages.last)
    if first is None or last is None:
        return pages.last.casefold()
    return PageRange(first[0], last[0]).full_last
