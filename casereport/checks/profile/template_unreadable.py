"""A template cannot be read, or names another that is not there.

Such a journal sets no article at all. A template is looked for in the journal's folder, then in
those that it extends; ``base/article.html.j2``, with its folder, names one exactly.

Bad::

    parts/note.html.j2:
        {% if edition.front.kind %}<p>

Bad (absent)::

    parts/note.html.j2:
        {% include "parts/missing.html.j2" %}

Good::

    parts/note.html.j2:
        {% include "parts/notes.html.j2" %}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.checks.profile._templates import faults_of
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF013",
    name="template-unreadable",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("This template cannot be read: {word}."),
    hint=N_("Correct it; Jinja's documentation has the form of each statement."),
)

_ABSENT = N_("There is no template {word} in this journal or in what it extends.")
_NAME = N_("Correct its name, or add the file.")


def run(context: ProfileContext) -> Iterator[Finding]:
    for place, word in faults_of(context.profile, "unreadable"):
        yield Finding.at(place, word=word.rstrip("."))
    for place, word in faults_of(context.profile, "absent"):
        yield Finding.at(place, message=_ABSENT, hint=_NAME, word=word)
