"""A file holds a character that no text may hold.

NUL and half of a surrogate pair are not text; they arrive with damaged files and stop programs
further on. Control characters are invisible and can change what a line shows.

Bad::

    en.md: <text with a NUL in it>

Good::

    en.md:
        The text is plain.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC012",
    name="forbidden-character",
    severity=Severity.ERROR,
    scope="elsewhere",
)
