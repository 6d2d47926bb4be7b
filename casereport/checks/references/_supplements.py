"""How references write a supplement: «15 Suppl 1», «15(Suppl 1)», «57(2 Suppl)»."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from casereport.checks.references._places import inside
from casereport.diagnostics import Span
from casereport.model.reference import Reference
from casereport.text.digits import to_latin_digits

_WORD = re.compile(r"\bsuppl(?:ement)?s?\b|\bs(?=\s?\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Supplement:
    """``of``: a supplement to a volume, written with it or in the issue's place, or to an issue.

    ``word``: how the word is written, in small letters.
    """

    of: Literal["in volume", "in place of issue", "issue"]
    word: str
    text: str
    span: Span | None


def supplements(references: Iterable[Reference]) -> list[Supplement]:
    """The supplement of each reference that has one."""
    found: list[Supplement] = []
    for reference in references:
        fields = dict(reference.spans)
        own = reference.supplement
        kind: Literal["in place of issue", "issue"] = (
            "issue" if reference.issue else "in place of issue"
        )
        # The reader takes a supplement out of the issue's place.
        variable = "supplement-number" if "supplement-number" in fields else "issue"
        if own and (word := _word(own)):
            found.append(Supplement(kind, word, own, inside(reference, variable, own)))
        elif word := _word(reference.issue):
            of: Literal["issue"] = "issue"
            place = inside(reference, "issue", reference.issue)
            found.append(Supplement(of, word, reference.issue, place))
        elif word := _word(reference.volume):
            place = inside(reference, "volume", reference.volume)
            found.append(Supplement("in volume", word, reference.volume, place))
    return found


def write_alike(found: list[Supplement]) -> bool:
    """True when the list has one way: one word, and one place for supplements to a volume."""
    places = {one.of for one in found if one.of != "issue"}
    return len(places) <= 1 and len({one.word for one in found}) <= 1


def _word(text: str) -> str:
    match = _WORD.search(to_latin_digits(text))
    return match[0].casefold() if match is not None else ""
