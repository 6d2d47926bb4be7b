"""The narrative holds HTML, which is printed as text.

Markup of the web does not reach print, DOCX or JATS, and can carry scripts. What it is used for has
a form of its own: ``*emphasis*``, ``H~2~O``, ``10^9^``, ``[text]{lang=en dir=ltr}``, pipe tables.

Bad::

    en.md:
        The count was 10<sup>9</sup> per litre.

Good::

    en.md:
        The count was 10^9^ per litre.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC014",
    name="raw-html",
    severity=Severity.ERROR,
    scope="elsewhere",
)
