"""A picture of the case did not get into the output.

The page would show a hole where the figure stands, so nothing is written. The file could be read
and decoded when the case was checked, and was still refused when the page was made: most often a
drawing that refers to something outside itself. The finding names the file and the reason.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="OUT005",
    name="figure-missing-in-output",
    severity=Severity.ERROR,
    scope="elsewhere",
)
