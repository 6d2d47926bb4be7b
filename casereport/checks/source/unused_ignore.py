"""A comment asks to ignore a finding that does not occur.

``# casereport: ignore REF001 the journal printed it so`` silences one finding with a reason. When
the fault has been mended, the comment only misleads, and would hide the next one. It is reported
so that it can be removed. A comment without a code or without a reason silences nothing.

Bad::

    case.yaml:
        # casereport: ignore DATE001 the journal printed both dates so
        dates:
          received: 2020-01-21

Good::

    case.yaml:
        dates:
          # casereport: ignore DATE001 the journal printed both dates so
          received: {fa: 1398-11-11, en: 2020-01-21}
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC008",
    name="unused-ignore",
    severity=Severity.WARNING,
    scope="elsewhere",
)
