"""A heading, or a block between colons, is no part of a case report.

The journal decides where each section is printed and under which heading, so a section is known by
its id: ``## Discussion {#discussion}``. The usual headings in both languages are known without an
id. Text that stands before the first heading belongs to no section.

Three colons begin a block that places something, ``::: labs``, ``::: timeline``,
``::: {#fig-chest}``, ``::: {#tbl-doses}``, or that changes the language, ``::: {lang=en dir=ltr}``.
A line of three colons ends it, also when nothing stands inside. A block of another name places
nothing, one without an end takes in all that follows, and colons that end nothing are left over
from a block that is gone.

Bad::

    en.md:
        ## Miscellany {#miscellany}

        The text of this section has no place in the journal.

Bad (a block that is never closed)::

    en.md:
        ::: {lang=fa dir=rtl}
        کلسینوز

Bad (nothing of this name can be placed)::

    en.md:
        ::: note
        The patient is well.
        :::

Good::

    en.md:
        ## Discussion {#discussion}

        The text of this section has its place in the journal.

Good (a block in another language)::

    en.md:
        ::: {lang=fa dir=rtl}
        کلسینوز
        :::

References:
    CARE guidelines 2013, whose items name the sections.
    Pandoc User's Guide, divs and spans: fenced divs.
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
