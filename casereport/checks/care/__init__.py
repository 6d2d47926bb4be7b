"""The checklist of CARE: one check for each heading, and the filled list for the report."""

from casereport.checks.care._evaluation.evaluating import evaluate
from casereport.checks.care._evaluation.items import HEADINGS, Heading, Item
from casereport.checks.care._evaluation.verdict import (
    Checklist,
    Evidence,
    Judged,
    JudgedHeading,
    Status,
    Verdict,
)

__all__ = [
    "HEADINGS",
    "Checklist",
    "Evidence",
    "Heading",
    "Item",
    "Judged",
    "JudgedHeading",
    "Status",
    "Verdict",
    "evaluate",
]
