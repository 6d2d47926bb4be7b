"""The pages of the PDF end elsewhere than the page range in case.yaml says.

A range is typed before the pages are made, or belongs to an earlier setting of the article. The
PDF numbers its pages from the first page of the range; its running heads and its own citation
print the range that is really there.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="OUT008",
    name="page-count-differs",
    severity=Severity.NOTE,
    scope="elsewhere",
)
