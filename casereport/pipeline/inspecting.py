"""Looks at a PDF, whoever made it: what it is, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from casereport.checks import OutputContext, run_checks
from casereport.diagnostics import N_, Diagnostic, Message, say
from casereport.inspection import PdfDocument, UnreadablePdfError, read_pdf
from casereport.workspace import OutputFile, UnreadableError, Workspace

_REFUSALS = {
    "not-a-pdf": N_("{file} is not a PDF."),
    "encrypted": N_("{file} is locked by a password; open it and save it without one."),
    "damaged": N_("{file} is damaged past reading."),
    "missing": N_("{file} does not exist."),
    "permission": N_("{file} may not be read by this user."),
    "too-large": N_("{file} is larger than a file may be here."),
}
_REFUSED = N_("{file} cannot be read.")


class CannotInspectError(Exception):
    """A file that is no PDF, or not one that can be read; ``message`` is for the reader."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a PDF holds, and the findings."""

    document: PdfDocument
    diagnostics: tuple[Diagnostic, ...]


def inspect_pdf(workspace: Workspace, name: str) -> Inspection:
    """Read one PDF of a folder and run the checks on it.

    Raises:
        CannotInspectError: there is no such file, or it cannot be read as a PDF.
    """
    try:
        content = workspace.read(name)
        document = read_pdf(content)
    except (UnreadableError, UnreadablePdfError) as error:
        told = _REFUSALS.get(error.reason, _REFUSED)
        raise CannotInspectError(say(told, file=name)) from error
    # A PDF by any name: it has been read as one.
    path = name if name.lower().endswith(".pdf") else f"{name}.pdf"
    context = OutputContext(outputs=(OutputFile(path, content),))
    return Inspection(document, run_checks(context))
