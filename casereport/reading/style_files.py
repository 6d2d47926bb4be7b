"""The CSL style that a case brings: read, and looked at whether it can be used."""

from __future__ import annotations

from dataclasses import dataclass

from casereport.diagnostics import Diagnostic, Span
from casereport.model.case_report import StyleFile
from casereport.reading import file_faults
from casereport.reading.decoding import decode
from casereport.reading.style_faults import unusable_style
from casereport.references import ReferenceStyleError, style_kind
from casereport.workspace import UnreadableError, Workspace

MAX_BYTES = 1_000_000
"""Four times the largest of 2,300 public CSL styles."""


@dataclass(frozen=True, slots=True)
class ReadStyle:
    """The style, None when it cannot be used; its text, None when there is none; the faults."""

    style: StyleFile | None
    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_style(workspace: Workspace, file: str, place: Span) -> ReadStyle:
    """The style in ``file``, which the case names at ``place``."""
    try:
        content = workspace.read(file)
    except UnreadableError as error:
        return ReadStyle(None, None, (file_faults.unreadable_file(file, error.reason, place),))
    decoded = decode(content, file, max_bytes=MAX_BYTES)
    if decoded.text is None:
        return ReadStyle(None, None, tuple(decoded.diagnostics))
    try:
        style_kind(decoded.text)
    except ReferenceStyleError as error:
        found = (*decoded.diagnostics, unusable_style(file, error))
        return ReadStyle(None, decoded.text, found)
    return ReadStyle(StyleFile(file, decoded.text), decoded.text, tuple(decoded.diagnostics))
