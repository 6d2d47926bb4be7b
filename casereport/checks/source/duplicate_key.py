"""A key or a section stands twice in one place.

Of two equal keys only one can count, and a reader cannot tell which. Most YAML readers keep the
last without a word; here it is reported, with the place of the first. The same holds for two
sections of a narrative with the same id, and for a language given twice.

Bad::

    case.yaml:
        patient:
          age: 44
          age: 45

Good::

    case.yaml:
        patient:
          age: 44
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC006",
    name="duplicate-key",
    severity=Severity.ERROR,
    scope="elsewhere",
)
