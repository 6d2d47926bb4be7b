"""A value of case.yaml is not of the kind that its key needs.

Every key says what it holds: a date that exists in its calendar, a number with its unit, one of a
few words, a list, a mapping. What does not fit is left out of the article, so it has to be mended.

Bad (a day that the Jalali calendar does not have)::

    case.yaml:
        dates:
          received: 1402-02-32

Bad (not one of the words allowed)::

    case.yaml:
        patient:
          sex: woman

Good::

    case.yaml:
        dates:
          received: 1402-02-31
        patient:
          sex: female
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC004",
    name="wrong-type",
    severity=Severity.ERROR,
    scope="elsewhere",
)
