"""OUT005: what an exporter could not put into its file becomes a finding."""

from __future__ import annotations

from casereport.diagnostics import N_, Diagnostic, Severity, Span, say
from casereport.exporters import Loss
from casereport.model.case_report import CASE_FILE

CODE = "OUT005"
NAME = "figure-missing-in-output"
SEVERITY = Severity.ERROR


def figure_missing_in_output(loss: Loss) -> Diagnostic:
    """The finding that something of the case is absent from the output."""
    return Diagnostic(
        CODE,
        NAME,
        SEVERITY,
        say(N_("{name} is missing from the output ({reason})."), name=loss.name, reason=loss.reason),
        Span.start_of(CASE_FILE),
        say(N_("Replace the file by a sound PNG, JPEG, TIFF or SVG image.")),
    )
