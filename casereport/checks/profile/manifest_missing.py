"""A journal's folder has no manifest.

A journal is a folder with a ``journal.yaml``: keys and values, at its top level. Without one the
folder is no journal, and ``--journal`` does not find it.

Bad (a list in its place)::

    journal.yaml:
        - extends
        - base

Good::

    journal.yaml:
        extends: base
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.diagnostics import N_, Severity, Span
from casereport.journals.layers import MANIFEST_FILE

check = Check(
    code="PROF001",
    name="manifest-missing",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("This folder has no manifest: {file} holds no keys and values."),
    hint=N_("Write it: at least extends: base, and the name in each language."),
)


def run(context: ProfileContext) -> Iterator[Finding]:
    profile = context.profile
    unread = profile.yaml_faults or any(d.span.file == MANIFEST_FILE for d in profile.undecoded)
    if profile.own is None and not unread:
        yield Finding.at(Span.start_of(MANIFEST_FILE), file=MANIFEST_FILE)
