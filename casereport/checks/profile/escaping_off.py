"""A template switches off the escaping of what it prints.

Every value that a template prints is escaped, so that a title such as "a < b" or a name with an
ampersand prints as it was written, and no text of an author can become markup. ``safe`` and
``{% autoescape %}`` take that away.

Bad::

    parts/note.html.j2:
        <p>{{ edition.front.title | safe }}</p>

Bad (for a stretch)::

    parts/note.html.j2:
        {% autoescape false %}<p>{{ edition.front.kind }}</p>{% endautoescape %}

Good::

    parts/note.html.j2:
        <p>{{ edition.front.kind }}</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.checks.profile._templates import faults_of
from casereport.diagnostics import N_, Severity

check = Check(
    code="PROF011",
    name="escaping-off",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("{word} lets text become markup."),
    hint=N_("Remove it: values come as text, and inlines and blocks make their markup."),
)

def run(context: ProfileContext) -> Iterator[Finding]:
    for place, word in faults_of(context.profile, "unescaped"):
        yield Finding.at(place, word=word)
