"""A check stopped because of a fault in the program.

The finding names the check and what went wrong. All other checks ran; only what this one looks for
was not looked at. It is a fault of casereport, not of the case: report it together with the
smallest case that shows it.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC009",
    name="check-crashed",
    severity=Severity.ERROR,
    scope="elsewhere",
)
