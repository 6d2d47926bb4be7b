"""A text file is not UTF-8.

Persian text saved in an old encoding (Windows-1256) or as UTF-16 turns into other letters when it
is read as UTF-8. The likely encoding is named; the file is not read until it is saved as UTF-8.

Bad::

    fa.md: <text in Windows-1256>

Good::

    fa.md:
        متن فارسی است.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC011",
    name="wrong-encoding",
    severity=Severity.ERROR,
    scope="elsewhere",
)
