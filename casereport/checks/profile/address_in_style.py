"""A style sheet asks for something from elsewhere.

Nothing outside the case is ever opened: a page that loads a picture, a font or another sheet by its
address prints without it, and would tell a stranger who reads what. An image may stand in the sheet
itself, as ``data:image/…``.

Bad::

    style.css:
        .front { background: url(https://example.org/logo.png); }

Bad (another sheet)::

    style.css:
        @import "other.css";

Good::

    style.css:
        .front { border-block-end: 1pt solid var(--accent); }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.checks.profile._sheets import code_of
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF010",
    name="address-in-style",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("{address} is not loaded: a page takes nothing from elsewhere."),
    hint=N_("Remove it; write rules into style.css, and a small image as data:image."),
)

_ADDRESS = re.compile(
    r"url\(\s*+[\"']?+(?!data:image/|#)[^)\s\"']{0,200}\)?|@import\b[^;\n]{0,200}", re.IGNORECASE
)


def run(context: ProfileContext) -> Iterator[Finding]:
    for name, text in context.profile.sheets():
        for match in _ADDRESS.finditer(code_of(text)):
            yield Finding.at(context.profile.place(name, *match.span()), address=match[0])
