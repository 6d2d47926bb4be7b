"""A key that the schema requires is absent.

Few keys are required: the title of the case; the name of a contributor, of a finding, a laboratory
value, a treatment; the caption of a panel. Without them there is nothing to print. An article
without authors, and a reference file without an entry, are warnings.

Bad::

    case.yaml:
        labs:
          hemoglobin:
            value: 10.1 g/dL

Bad (no authors)::

    case.yaml:
        contributors: []

Good::

    case.yaml:
        labs:
          hemoglobin:
            name: {fa: هموگلوبین, en: Hemoglobin}
            value: 10.1 g/dL
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC005",
    name="missing-field",
    severity=Severity.ERROR,
    scope="elsewhere",
)
