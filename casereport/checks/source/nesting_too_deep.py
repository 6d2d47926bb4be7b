"""Lists, quotations or mappings are nested deeper than a text can be.

No case report needs twenty lists inside one another. Such files are made by accident or to bring
the program down, and are not read further.

Bad::

    en.md: <a hundred quotations in each other>

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
