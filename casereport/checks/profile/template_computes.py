"""A template computes.

Templates display. What is counted, rounded, cut or replaced in one of them comes out otherwise in
the next format and in the other language, whose digits and marks it does not know; all that has a
number or a date comes ready from assembly.

Bad::

    parts/note.html.j2:
        <p>{{ article.first_page + 1 }}</p>

Bad (a filter that changes the text)::

    parts/note.html.j2:
        <p>{{ edition.front.kind | replace("a", "b") }}</p>

Good::

    parts/note.html.j2:
        <p>{{ edition.front.running.place }}</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.checks.profile._templates import faults_of
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF012",
    name="template-computes",
    severity=Severity.WARNING,
    scope="profile",
    message=N_("{word} computes; a template only displays."),
    hint=N_("Print a value as it comes, or ask for one that comes ready."),
)

def run(context: ProfileContext) -> Iterator[Finding]:
    for place, word in faults_of(context.profile, "computes"):
        yield Finding.at(place, word=word)
