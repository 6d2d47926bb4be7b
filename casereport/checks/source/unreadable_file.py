"""A file of the case cannot be read.

Nothing can be checked or set from a file that does not open: it is absent, it is a folder or a
link, its name has other letters (``FA.md``), this user may not read it, or an entry in it is broken
so that it cannot be told apart from the next. An entry of a reference file that cannot be read
costs that entry alone; the rest of the case is read on. A CSL style that the case brings
(``references: {csl: my-style.csl}``) and that cannot be used is told at its line; the journal's own
style takes its place.

Bad::

    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases

Good::

    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC001",
    name="unreadable-file",
    severity=Severity.ERROR,
    scope="elsewhere",
)
