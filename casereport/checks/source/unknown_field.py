"""A key of case.yaml is not one that the schema knows.

A misspelt key would silently lose the fact that it holds: the ``hemoglobin`` of ``lab`` instead of
``labs`` would never reach the page. So every key is one of the schema's (``casereport schema``
lists them), and the nearest is named.

Bad::

    case.yaml:
        runing-title: A short title

Good::

    case.yaml:
        running-title: A short title
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC003",
    name="unknown-field",
    severity=Severity.ERROR,
    scope="elsewhere",
)
