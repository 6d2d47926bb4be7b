"""A fact called in the text is not in case.yaml.

``{{ labs.hemoglobin }}`` prints the value that stands under ``labs: hemoglobin:`` in case.yaml. A
path that leads nowhere has no value to print. The nearest path is named.

Bad::

    case.yaml:
        patient:
          age: 44
    en.md:
        The patient was {{ patient.aeg }} years old.

Good::

    case.yaml:
        patient:
          age: 44
    en.md:
        The patient was {{ patient.age }} years old.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC007",
    name="unknown-placeholder",
    severity=Severity.ERROR,
    scope="elsewhere",
)
