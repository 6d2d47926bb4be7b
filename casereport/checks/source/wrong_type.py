"""A value of case.yaml is not of the kind that its key needs.

Every key says what it holds: a date, a number with its unit, one of a few words, a list, a mapping.
What does not fit is left out of the article, so it has to be mended. A date that its calendar does
not have has a code of its own, DATE002.

Bad (a date without its year)::

    case.yaml:
        dates:
          received: 31 Ordibehesht

Bad (not one of the words allowed)::

    case.yaml:
        patient:
          sex: woman

A measured value is read whole or not at all: one that was cut at a comma would be wrong and look
right. Thousands stand in groups of three (12,500), a decimal has a point, a range is 5-6, a titre
1:640; the unit stands once, after the number or under unit.

Bad (8.4, or 84?)::

    case.yaml:
        labs:
          hemoglobin: {name: Hemoglobin, value: "8,4", unit: g/dL}

Bad (two units)::

    case.yaml:
        labs:
          hemoglobin: {name: Hemoglobin, value: 8.4 mg, unit: g/dL}

Good::

    case.yaml:
        labs:
          hemoglobin: {name: Hemoglobin, value: 8.4, unit: g/dL}
          leukocytes: {name: White cells, value: "12,500", unit: /μL}
          ana: {name: ANA, value: "1:640", range: <1:80}

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
