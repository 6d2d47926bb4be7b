"""Two limits of a journal cannot both be kept.

Where the fewest keywords are more than the most, every case is at fault. The two may come from two
manifests: the one here, and the one that it extends.

Bad::

    journal.yaml:
        limits: {keywords-least: 6, keywords-most: 5}

Good::

    journal.yaml:
        limits: {keywords-least: 3, keywords-most: 5}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF005",
    name="limits-contradict",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("At least {least} and at most {most} keywords: no number is both."),
    hint=N_("Correct one of the two, or lift it with off."),
)


def run(context: ProfileContext) -> Iterator[Finding]:
    manifest, source = context.profile.manifest, context.profile.source
    if manifest is None:
        return
    least, most = manifest.limits.keywords_least, manifest.limits.keywords_most
    if least is not None and most is not None and least > most:
        written = [("limits", name) for name in ("keywords-least", "keywords-most")]
        own = next((route for route in written if route in source.spans), ("limits",))
        yield Finding.at(own, least=least, most=most)
