"""A heading of the narrative is not a section of a case report.

The journal decides where each section is printed and under which heading, so a section is known by
its id: ``## Discussion {#discussion}``. The usual headings in both languages are known without an
id. Text that stands before the first heading belongs to no section.

Bad::

    en.md:
        ## Miscellany {#miscellany}

        The text of this section has no place in the journal.

Good::

    en.md:
        ## Discussion {#discussion}

        The text of this section has its place in the journal.

References:
    CARE guidelines 2013, whose items name the sections.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC013",
    name="unknown-section",
    severity=Severity.ERROR,
    scope="elsewhere",
)
