"""The case is meant for a journal that is not known here.

The journal decides the layout, the order of the languages, the citations and the limits. The
nearest name is given; ``casereport journals`` lists all of them.

Bad::

    case.yaml:
        journal: manuscrip

Good::

    case.yaml:
        journal: manuscript
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC015",
    name="unknown-journal",
    severity=Severity.ERROR,
    scope="elsewhere",
)
