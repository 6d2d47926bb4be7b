"""No font that ships with casereport has a character of the text.

A box prints in its place. The pages are set with the bundled fonts alone, so that they are the
same on every machine; they have Persian, Latin and Greek letters, digits and the usual signs.
Emoji, dingbats and other scripts are not among them. The finding names the first place of the
character in the files.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="OUT004",
    name="glyph-missing",
    severity=Severity.WARNING,
    scope="elsewhere",
)
