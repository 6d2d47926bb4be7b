"""What can be wrong with a CSL style that a case brings: one sentence, and its mend, a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from casereport.diagnostics import N_, Diagnostic, Span, say
from casereport.reading.faults import make
from casereport.references import ReferenceStyleError

_REPOSITORY = N_("Take the style from the Zotero Style Repository, or leave out references.csl.")
_REASONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "document-type": (
            N_("The CSL style {file} declares a document type."),
            N_("Remove the lines of <!DOCTYPE> and <!ENTITY>: a style needs none."),
        ),
        "not-xml": (N_("The XML of the CSL style {file} is broken here."), _REPOSITORY),
        "not-csl": (N_("{file} is no CSL style."), _REPOSITORY),
        "dependent": (
            N_("The CSL style {file} is empty: it only names another one, {subject}."),
            N_("Save {subject}.csl in the case folder and name that one."),
        ),
        "no-bibliography": (N_("The CSL style {file} sets no reference list."), _REPOSITORY),
        "no-citation": (N_("The CSL style {file} sets no citations."), _REPOSITORY),
        "footnotes": (
            N_("The CSL style {file} cites in footnotes, which no journal here prints."),
            N_("Choose a style that cites by numbers, or by author and date."),
        ),
        "labels": (
            N_("The CSL style {file} cites by labels such as [Smi19]."),
            N_("Choose a style that cites by numbers, or by author and date."),
        ),
        "too-large": (N_("The CSL style {file} is larger than any style is."), _REPOSITORY),
        "macro-missing": (
            N_("The CSL style {file} calls a macro that it does not have: {subject}."),
            _REPOSITORY,
        ),
        "macro-loops": (
            N_("A macro of the CSL style {file} calls itself: {subject}."),
            _REPOSITORY,
        ),
    }
)  # fmt: skip


def unusable_style(file: str, error: ReferenceStyleError) -> Diagnostic:
    """SRC001: the style, where it is at fault; the list is set by the journal's own."""
    message, hint = _REASONS.get(error.reason, _REASONS["not-csl"])
    start = Span.start_of(file)
    line = max(error.line, 1)
    span = replace(start, line=line, column=error.column, end_line=line, end_column=error.column)
    return make(
        "SRC001",
        say(message, file=file, subject=error.subject),
        span,
        say(hint, subject=error.subject),
    )


def failing_style(file: str, error: ReferenceStyleError) -> Diagnostic:
    """SRC001: a style that asks for what cannot be set; the journal's own takes its place."""
    told = N_("The CSL style {file} cannot set the reference {citekey}.")
    if not error.subject:
        told = N_("The CSL style {file} cannot sort these references.")
    return make(
        "SRC001",
        say(told, file=file, citekey=error.subject),
        Span.start_of(file),
        say(N_("Choose another style, or leave out references.csl.")),
    )
