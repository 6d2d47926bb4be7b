"""An issue names a folder in which no case can be found.

Folders are named as seen from the issue's own file, inside the folder in which it stands; a link,
an absolute path or ``..`` leads out of it and is refused. A case's folder holds a ``case.yaml``.
While one folder is not there, no page of the articles after it has its number, so nothing is
written.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="ISS001",
    name="case-folder-missing",
    severity=Severity.ERROR,
    scope="elsewhere",
)
