"""A rule of a journal is about no check, or about one that keeps its severity.

A rule for a code that does not exist changes nothing, and nobody would notice. The errors of
reading (SRC) and of the machine (ENV) keep their severity whatever a journal says: to switch them
off would be to call a case sound that was not looked at. To explain them is welcome.

Bad::

    journal.yaml:
        checks: {REF099: off}

Bad (it tells what could not be read)::

    journal.yaml:
        checks: {SRC002: note}

Good::

    journal.yaml:
        checks:
          REF009: note
          SRC002: {reason: {fa: پرونده باید خوانده شود., en: We read it by machine.}}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.diagnostics import N_, Severity
from casereport.reading.faults import nearest

check = Check(
    code="PROF004",
    name="unknown-check",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("There is no check {code}."),
    hint=N_("Look the code up: casereport explain lists them all."),
)

_NEAREST = N_("Did you mean {nearest}?")
_FIXED = N_("{code} keeps its severity, it tells what cannot be read.")
_EXPLAIN = N_("Remove the severity; a reason may stay.")


def run(context: ProfileContext) -> Iterator[Finding]:
    manifest, source = context.profile.manifest, context.profile.source
    for code, rule in (manifest.checks if manifest else {}).items():
        route = ("checks", code)
        if route not in source.spans:
            continue  # a rule of the journal that is extended
        if code not in context.codes:
            near = nearest(code, context.codes.keys())
            hint = _NEAREST if near else ""
            yield Finding.at(source.key(route), hint=hint, code=code, nearest=near or "")
        elif rule.severity is not None and not context.codes[code]:
            yield Finding.at(
                source.key(route),
                message=_FIXED,
                hint=_EXPLAIN,
                severity=Severity.WARNING,
                code=code,
            )
