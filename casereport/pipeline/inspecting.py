"""Looks at a PDF, whoever made it: what it is, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass

from casereport.checks import OutputContext, run_checks
from casereport.diagnostics import N_, Diagnostic, Message, say
from casereport.inspection import PdfDocument, UnreadablePdfError, read_pdf
from casereport.workspace import OutputFile, UnreadableError, Workspace

CODE = "SRC001"
"""Unreadable-file, also for a file that is no case's."""

_REFUSALS = {
    "not-a-pdf": (N_("{file} is not a PDF."), N_("Give a file that a PDF reader opens.")),
    "encrypted": (
        N_("{file} is locked by a password."),
        N_("Open it with the password, and save it without one."),
    ),
    "damaged": (
        N_("{file} is damaged past reading."),
        N_("Export or download it again, whole."),
    ),
    "missing": (N_("{file} does not exist."), N_("Correct the path.")),
    "not-a-file": (
        N_("{file} is a folder or a device, not a file."),
        N_("Give the path of the PDF itself."),
    ),
    "permission": (
        N_("{file} may not be read by this user."),
        N_("Give yourself the permission to read it."),
    ),
    "too-large": (
        N_("{file} is larger than a file may be here."),
        N_("Give a part of it, or a copy with smaller images."),
    ),
}
_REFUSED = (N_("{file} cannot be read."), N_("Check the disk and try again."))


class CannotInspectError(Exception):
    """A file that is no PDF, or not one that can be read; what to tell the reader of it."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(str(message))
        self.message = message
        self.hint = hint


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
        message, hint = _REFUSALS.get(error.reason, _REFUSED)
        raise CannotInspectError(say(message, file=name), say(hint)) from error
    # A PDF by any name: it has been read as one.
    path = name if name.lower().endswith(".pdf") else f"{name}.pdf"
    context = OutputContext(outputs=(OutputFile(path, content),))
    return Inspection(document, run_checks(context))
