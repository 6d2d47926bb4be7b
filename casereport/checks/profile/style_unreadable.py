"""The citation style of a journal cannot be used.

``references.csl`` is a style of the Citation Style Language, with a bibliography in it. It is
parsed, and an article and a book are set by it; where that fails, no reference list of a case could
be set.

Bad::

    references.csl:
        <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">

Good::

    references.csl:
        <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
          <info><title>Plain</title><id>plain</id><updated>2020-01-01T00:00:00Z</updated></info>
          <citation><layout><text variable="citation-number"/></layout></citation>
          <bibliography><layout><text variable="title"/></layout></bibliography>
        </style>

References:
    Citation Style Language 1.0.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.diagnostics import N_, Severity, Span
from casereport.references import find_style_fault

check = Check(
    code="PROF018",
    name="style-unreadable",
    severity=Severity.ERROR,
    scope="profile",
    message=N_("This style cannot be used: {reason}."),
    hint=N_("Begin with a style of zotero.org/styles, or remove it: what is extended has one."),
)

_STYLE = "references.csl"


def run(context: ProfileContext) -> Iterator[Finding]:
    text = context.profile.texts.get(_STYLE)
    fault = find_style_fault(text) if text is not None else None
    if fault is not None:
        place = Span(_STYLE, fault.line, fault.column, fault.line, fault.column)
        yield Finding.at(place, reason=fault.reason.rstrip("."))
