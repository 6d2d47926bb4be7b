"""A file is larger than a case report can be.

Text files end at two million bytes, and YAML at a bounded number of nodes. A larger file is
another file under a wrong name, or was made to bring the program down; it is not read. So it is
with what one file can hold too much of: entries of a list, paragraphs, cells of tables, references,
the characters and the names of a reference. There the first are read, the rest is left out.

Bad::

    fa.md: <three million letters>

Good::

    fa.md:
        متن کوتاه است.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC010",
    name="too-large",
    severity=Severity.ERROR,
    scope="elsewhere",
)
