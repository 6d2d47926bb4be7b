"""A value of a journal's manifest does not fit its key.

Every value is of a closed kind: a length with its unit, a colour of six digits, one of a few words,
the id of a section or of a statement. Nothing else may reach a style sheet, and nothing that the
manifest requires may be a thing that no case can have.

Bad (a statement that exists nowhere)::

    journal.yaml:
        required: {statements: [ethic]}

Bad (a length without a unit that CSS has)::

    journal.yaml:
        page: {margin-top: 2 inch}

Good::

    journal.yaml:
        required: {statements: [ethics]}
        page: {margin-top: 25mm}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.diagnostics import N_, AnyOf, Severity
from casereport.journals.profile import Refusal
from casereport.reading.faults import nearest

check = Check(
    code="PROF003",
    name="unfit-value",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("{value} cannot stand under {key}."),
    hint=N_("Use one of {known}."),
)

_NEAREST = N_("Did you mean {nearest}?")
_FORM = N_("Write it like {known}.")
_SHAPE = N_("What stands under {key} is not of its kind.")
_FIELDS = N_("Write its keys below it, indented: {known}.")
_LOOK = N_("Compare it with the same key of the journal that is extended.")
_MISSING = N_("{key} is missing, and nothing that is extended has it.")
_GIVE = N_("Write it, or extend a journal that has it.")


def run(context: ProfileContext) -> Iterator[Finding]:
    for refusal in context.profile.refusals:
        key = ".".join(str(part + 1 if isinstance(part, int) else part) for part in refusal.route)
        if refusal.kind == "missing":
            place = refusal.route[:-1]
            yield Finding.at(place, message=_MISSING, hint=_GIVE, key=key)
        elif refusal.kind != "unknown-key":
            yield _finding(refusal, key)


def _finding(refusal: Refusal, key: str) -> Finding:
    if refusal.kind == "shape":
        hint = _FIELDS if refusal.known else _LOOK
        known = refusal.known
        return Finding.at(refusal.route, message=_SHAPE, hint=hint, key=key, known=known)
    near = nearest(refusal.value.lower(), refusal.known) if refusal.kind == "word" else None
    if near is not None:
        return Finding.at(refusal.route, hint=_NEAREST, value=refusal.value, key=key, nearest=near)
    hint = _LOOK if not refusal.known else _FORM if refusal.kind == "form" else ""
    known = AnyOf(refusal.known)
    return Finding.at(refusal.route, hint=hint, value=refusal.value, key=key, known=known)
