"""The result cannot be written.

The disk is full, the folder is read-only, or this user may not write there. Nothing is left half
written: a file stands under its final name only when all of it reached the disk. Free space or
choose another folder with ``-o``.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="ENV001",
    name="cannot-write",
    severity=Severity.ERROR,
    scope="elsewhere",
)
