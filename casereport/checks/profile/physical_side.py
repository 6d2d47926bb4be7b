"""A style sheet names the left or the right side of a page.

The same sheet sets Persian from the right and English from the left. What it says by start and end
mirrors by itself; what it says by left and right stands on the wrong side of one of the two.

Bad::

    style.css:
        .note { margin-left: 4mm; }

Bad (as a value)::

    style.css:
        .note { text-align: right; }

Good::

    style.css:
        .note { margin-inline-start: 4mm; text-align: end; }

References:
    CSS Logical Properties and Values Level 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.checks.profile._sheets import code_of, declarations, without_strings
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF009",
    name="physical-side",
    severity=Severity.WARNING,
    scope="profile",
    message=N_("{word} names a side that does not mirror."),
    hint=N_("Say it by start and end, such as {example}."),
)

_EXAMPLE = "margin-inline-start"
_SIDES = frozenset({"left", "right"})
_WORD = re.compile(r"(?<![\w-])(?:left|right)(?![\w-])", re.IGNORECASE)


def run(context: ProfileContext) -> Iterator[Finding]:
    for name, text in context.profile.sheets():
        for one in declarations(without_strings(code_of(text))):
            stretches = [(one.value_start + m.start(), m[0]) for m in _WORD.finditer(one.value)]
            if _SIDES & set(one.name.split("-")) and not one.name.startswith("--"):
                stretches.insert(0, (one.name_start, one.name))
            for start, word in stretches:
                place = context.profile.place(name, start, start + len(word))
                yield Finding.at(place, word=word, example=_EXAMPLE)
