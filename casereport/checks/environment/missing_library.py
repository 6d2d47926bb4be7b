"""A library that this step needs is not on this machine.

Setting pages needs Pango, HarfBuzz and fontconfig, which pip cannot install. ``casereport doctor``
lists what is missing and how to install it; reading and checking work without them.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="ENV002",
    name="missing-library",
    severity=Severity.ERROR,
    scope="elsewhere",
)
