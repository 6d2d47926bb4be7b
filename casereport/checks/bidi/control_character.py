r"""An invisible control turns the order of the text round, or is never closed.

An override makes letters and digits stand in the reverse order: what the reader sees is not what is
stored, searched and copied, and a dose can be forged with it (Trojan Source). An isolate or an
embedding that is not closed reaches to the end of its paragraph, and a closing one without its
opening does nothing today and harm after the next edit. Closed isolates and the marks LRM and RLM
are an author's right and are left alone. All files are read as typed, comments too.

Bad (an override, here as an escape)::

    case.yaml:
        title: {fa: گزارش مورد, en: "A dose of \u202E05\u202C mg: a case report"}

Good::

    case.yaml:
        title: {fa: گزارش مورد, en: "A dose of \u206605\u2069 mg: a case report"}

References:
    UAX #9, sections 2.2 to 2.5.
    Boucher and Anderson, Trojan Source: Invisible Vulnerabilities (2021).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from casereport.checks.bidi._paragraphs import raw_paragraphs
from casereport.checks.bidi._values import escaped_values
from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import typed_at
from casereport.diagnostics import N_, Fix, Severity, Span, TextEdit, say
from casereport.text.orthography.invisible import Control, control_faults

check = Check(
    code="BIDI001",
    name="control-character",
    severity=Severity.WARNING,
    scope="source",
    message=N_("An override ({code_point}, {name}) turns the text after it round."),
    hint=N_("Remove it, and type the text in the order in which it is read."),
)

_UNCLOSED = N_("The control {code_point} ({name}) is never closed in its paragraph.")
_UNOPENED = N_("The control {code_point} ({name}) closes nothing.")
_CLOSE = N_("Close it where the stretch ends, or remove it.")
_REMOVE = N_("Remove it.")


def run(context: SourceContext) -> Iterator[Finding]:
    yield from limited(_findings(context))


def _findings(context: SourceContext) -> Iterator[Finding]:
    for paragraph in raw_paragraphs(context.case):
        for fault in control_faults(paragraph.text):
            place = paragraph.span(fault.index, fault.index + 1)
            safe = fault.kind == "unopened"
            yield _finding(fault, place, Fix(say(_REMOVE), (TextEdit(place, ""),), safe=safe))
    for prose in case_prose(context.case):
        for fault in control_faults(prose.text):
            place = prose.place(fault.index, fault.index + 1)
            if typed_at(context.case, place) != fault.character:  # an escape, an entity
                yield _finding(fault, place, None)
    for value in escaped_values(context.case):
        for fault in control_faults(value.text):
            if not value.is_typed(fault.character):
                yield _finding(fault, value.place, None)


def _finding(fault: Control, place: Span, fix: Fix | None) -> Finding:
    message, hint = "", ""
    if fault.kind == "unclosed":
        message, hint = _UNCLOSED, _CLOSE
    elif fault.kind == "unopened":
        message, hint = _UNOPENED, _REMOVE
    return Finding.at(
        place,
        message=message,
        hint=hint,
        fix=fix,
        code_point=f"U+{ord(fault.character):04X}",
        name=unicodedata.name(fault.character),
    )
