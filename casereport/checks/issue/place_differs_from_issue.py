"""A case names another volume, number, year or first page than the issue in which it stands.

The issue decides, and prints what it says. A page range that was typed beforehand belongs to an
earlier order of the articles; another volume or number may mean that the case is in the wrong
issue.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="ISS004",
    name="place-differs-from-issue",
    severity=Severity.WARNING,
    scope="elsewhere",
)
