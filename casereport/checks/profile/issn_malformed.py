"""An ISSN of the journal cannot be right.

An ISSN is two groups of four characters; the last one is a check digit, made from the seven before
it. One wrong digit is another journal, or none.

Bad::

    journal.yaml:
        issn: {print: 1735-9261}

Bad (its form)::

    journal.yaml:
        issn: {electronic: 1735927}

Good::

    journal.yaml:
        issn: {print: 1735-9260, electronic: 1735-9279}

References:
    ISO 3297 (ISSN).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.checks.references._checksums import is_sound_issn
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF015",
    name="issn-malformed",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("{value} is no ISSN: its check digit does not fit."),
    hint=N_("Compare it with the journal's own page; one of the digits is wrong."),
)

_MALFORMED = N_("{value} has not the form of an ISSN.")
_FORM = N_("Write two groups of four, such as {example}.")
_ISSN = re.compile(r"\d{4}-\d{3}[\dX]", re.ASCII)


def run(context: ProfileContext) -> Iterator[Finding]:
    manifest = context.profile.manifest
    issn = manifest.issn if manifest is not None else None
    for kind, value in (("print", issn.print), ("electronic", issn.electronic)) if issn else ():
        route = ("issn", kind)
        if value is None or route not in context.profile.source.spans:
            continue
        if _ISSN.fullmatch(value) is None:
            yield Finding.at(
                route, message=_MALFORMED, hint=_FORM, value=value, example="1735-9260"
            )
        elif not is_sound_issn(value.replace("-", "")):
            yield Finding.at(route, value=value)
