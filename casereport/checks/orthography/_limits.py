"""A text in which one fault stands everywhere: the first places are told, then how many follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casereport.checks.check import Finding
from casereport.diagnostics import N_

MOST = 300
MORE_PLACES = N_("There are {count} more places of this kind.")
MEND_THE_FIRST = N_("Mend those told before, and check again.")


def limited(found: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings as they are, and one that counts the rest and stands at the next."""
    following: Finding | None = None
    count = 0
    for number, finding in enumerate(found):
        if number < MOST:
            yield finding
            continue
        following = following or finding
        count += 1
    if following is not None:
        yield Finding.at(following.place, message=MORE_PLACES, hint=MEND_THE_FIRST, count=count)
