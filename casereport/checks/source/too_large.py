"""A file is larger than a case report can be.

Text files end at two million bytes, and YAML at a bounded number of nodes. A larger file is
another file under a wrong name, or was made to bring the program down; it is not read.

Bad::

    fa.md: <three million letters>

Good::

    fa.md:
        متن کوتاه است.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC010",
    name="too-large",
    severity=Severity.ERROR,
    scope="elsewhere",
)
