"""A case of an issue is written for another journal.

Its ``case.yaml`` names a journal that is not the issue's. The article is set as the issue's journal
prints, with its limits and its references; what the case says of its place in the other journal
(volume, number, pages, DOI) is left out. A case that names no journal belongs to any.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="ISS003",
    name="case-of-another-journal",
    severity=Severity.WARNING,
    scope="elsewhere",
)
