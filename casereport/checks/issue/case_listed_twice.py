"""An issue lists the same case twice.

An article stands in an issue once, on its own pages. Two ways of writing one folder (``a`` and
``./a``) are one case.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="ISS002",
    name="case-listed-twice",
    severity=Severity.ERROR,
    scope="elsewhere",
)
