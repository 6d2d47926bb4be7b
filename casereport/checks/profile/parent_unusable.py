"""What a journal extends is not there, is not sound, or leads back to the journal.

``extends`` names the folder of another journal, under ``templates/``, beside this one, or where
``CASEREPORT_JOURNALS`` points. What is not said here is taken from there, to the base.

Bad::

    journal.yaml:
        extends: bas

Bad (in a circle)::

    journal.yaml:
        extends: example

Good::

    journal.yaml:
        extends: base
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF007",
    name="parent-unusable",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("There is no journal {parent}."),
    hint=N_("Name the folder of a journal; casereport journals lists them."),
)

_MESSAGES = {
    "absent": "",
    "circle": N_("It extends itself, by way of {parent}."),
    "unsound": N_("The manifest of {parent}, which it extends, is not sound."),
}
_HINTS = {
    "absent": "",
    "circle": N_("Let one of the journals in the circle extend base."),
    "unsound": N_("Check that journal first."),
}


def run(context: ProfileContext) -> Iterator[Finding]:
    broken = context.profile.broken_parent
    if broken is not None:
        yield Finding.at(
            ("extends",),
            message=_MESSAGES[broken.reason],
            hint=_HINTS[broken.reason],
            parent=broken.id,
        )
