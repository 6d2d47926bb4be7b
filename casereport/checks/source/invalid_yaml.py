"""A YAML file breaks the rules of YAML.

The most frequent causes are a tab at the beginning of a line, a colon or a quotation mark inside
an unquoted text, and a line that is indented by too few or too many spaces. Tags (``!!python``) and
several documents in one file are refused: a case is plain data.

Bad (a bracket that is never closed)::

    case.yaml:
        languages: [fa, en

Bad (a tab)::

    case.yaml:
        patient:
        \u0009age: 44

Good::

    case.yaml:
        languages: [fa, en]

References:
    YAML 1.1, section 5.5: tabs may not indent.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC002",
    name="invalid-yaml",
    severity=Severity.ERROR,
    scope="elsewhere",
)
