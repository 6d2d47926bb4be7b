"""Lists, quotations, mappings or footnotes stand inside one another deeper than a text can go.

No case report needs twenty lists inside one another. Such files are made by accident or to bring
the program down, and are not read further. A footnote that calls itself, directly or through other
notes, stands inside itself without end.

Bad::

    en.md: <a hundred quotations in each other>

Bad (a footnote in itself)::

    en.md:
        The patient was well[^later].

        [^later]: Seen in March[^later].

Good::

    en.md:
        > One quotation
        >
        > > inside another.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC016",
    name="nesting-too-deep",
    severity=Severity.ERROR,
    scope="elsewhere",
)
