"""The initials of given names in one form: ``AH`` as Vancouver has them, or ``A. H.``.

Only given names that are initials already change; nobody's name is shortened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

InitialsForm: TypeAlias = Literal["plain", "dotted"]

_LETTER = "[A-Z\u00c0-\u00d6\u00d8-\u00de]"
# One initial, then more with full stops, spaces or hyphens between them; up to five.
_INITIALS = re.compile(rf"{_LETTER}\.?(?:[ ~-]{{0,2}}{_LETTER}\.?){{0,4}}")
_GIVEN = re.compile(
    rf",\s{{0,3}}(?P<given>{_LETTER}\.?(?:[ ~-]{{0,2}}{_LETTER}\.?){{0,4}})"
    r"(?=\s{0,3}\Z|\s{1,40}and\s|\s{0,40}\n)"
)


def rewritten(text: str, form: InitialsForm, *, bare: bool) -> Iterator[tuple[int, int, str]]:
    """The stretches of ``text`` that are initials in another form, and how they should stand.

    ``bare``: the text is one given name; else it is a list, ``Boulman, N. and Rosner, I.``.

    >>> list(rewritten("Boulman, N. A. and Rosner, Itzhak", "plain", bare=False))
    [(9, 14, 'NA')]
    """
    if bare:
        if _INITIALS.fullmatch(text) and (wanted := in_form(text, form)) != text:
            yield 0, len(text), wanted
        return
    for match in _GIVEN.finditer(text):
        if (wanted := in_form(match["given"], form)) != match["given"]:
            yield match.start("given"), match.end("given"), wanted


def in_form(initials: str, form: InitialsForm) -> str:
    """Initials in a form; a hyphen between two stays.

    >>> in_form("J.-P. M", "plain"), in_form("J-PM", "dotted")
    ('J-PM', 'J.-P. M.')
    """
    letters = re.findall(rf"(-?){_LETTER}", initials)
    names = re.findall(_LETTER, initials)
    parts = list(zip(letters, names, strict=True))
    if form == "plain":
        return "".join(hyphen + name for hyphen, name in parts)
    dotted = "".join(f"{hyphen or ' '}{name}." for hyphen, name in parts)
    return dotted.strip()
