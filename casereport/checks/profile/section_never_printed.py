"""A section is required that no heading prints, or one stands under two headings.

``sections`` says under which printed heading each section of a case stands. One that is required
(``required: sections``) but stands under none follows what the author put before it, under a
heading of the author's; one that stands under two prints under the first. The abstract has its own
place.

Bad::

    journal.yaml:
        sections:
          - {heading: {fa: متن, en: Text}, ids: [introduction, discussion]}
        required: {sections: [conclusion]}

Bad (twice)::

    journal.yaml:
        sections:
          - {heading: {fa: مقدمه, en: Introduction}, ids: [introduction]}
          - {heading: {fa: بحث, en: Discussion}, ids: [introduction, discussion]}

Good::

    journal.yaml:
        sections:
          - {heading: {fa: متن, en: Text}, ids: [introduction, discussion, conclusion]}
        required: {sections: [abstract, conclusion]}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF006",
    name="section-never-printed",
    severity=Severity.WARNING,
    scope="profile",
    message=N_("The section {section} is required, but no heading prints it."),
    hint=N_("Put it under a heading of sections, or do not require it."),
)

_TWICE = N_("The section {section} stands under two headings.")
_ONE = N_("Leave it under one of them.")
_ABSTRACT = "abstract"


def run(context: ProfileContext) -> Iterator[Finding]:
    manifest = context.profile.manifest
    if manifest is None:
        return
    seen: set[str] = set()
    for index, printed in enumerate(manifest.sections):
        for place, section in enumerate(printed.ids):
            if section in seen:
                route = ("sections", index, "ids", place)
                yield Finding.at(route, message=_TWICE, hint=_ONE, section=section)
            seen.add(section)
    for place, section in enumerate(manifest.required.sections):
        if section not in {*seen, _ABSTRACT}:
            yield Finding.at(("required", "sections", place), section=section)
