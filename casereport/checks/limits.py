"""A text in which one fault stands everywhere: the first places are told, and that more follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casereport.checks.check import Finding
from casereport.diagnostics import N_

MOST = 300
_MORE = N_("From here on there are more places of this kind.")
_MEND_THE_FIRST = N_("Mend those told before, and check again.")


def limited(found: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings as they are, and one in place of all that follow; nothing more is made."""
    for number, finding in enumerate(found):
        if number == MOST:
            yield Finding.at(finding.place, message=_MORE, hint=_MEND_THE_FIRST)
            return
        yield finding
