"""What reading can find wrong with a file as a whole: one function per fault, as in ``faults``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from casereport.diagnostics import N_, Diagnostic, LanguageName, Severity, Span, say
from casereport.reading.faults import make

_UNREADABLE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "missing": (
            N_("There is no file {file}."),
            N_("Add the file to the case folder, or correct its name."),
        ),
        "outside": (
            N_("The file {file} is outside the case folder or is a link."),
            N_("Copy the file itself into the case folder."),
        ),
        "permission": (
            N_("The file {file} may not be read."),
            N_("Give yourself the permission to read it."),
        ),
        "not-a-file": (
            N_("{file} is a folder or a device, not a file."),
            N_("Put a file of this name in its place."),
        ),
        "failed": (N_("The file {file} could not be read."), N_("Check the disk and try again.")),
    }
)

_UNREADABLE_FOLDER: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "missing": (
            N_("There is no folder {folder}."),
            N_("Give the path of a folder that holds case.yaml."),
        ),
        "not-a-file": (
            N_("{folder} is not a folder."),
            N_("Give the path of a folder that holds case.yaml."),
        ),
        "permission": (
            N_("The folder {folder} may not be read."),
            N_("Give yourself the permission to list and read it."),
        ),
        "failed": (
            N_("The folder {folder} could not be read."),
            N_("Check the disk and try again."),
        ),
    }
)


def unreadable_file(file: str, reason: str, span: Span | None = None) -> Diagnostic:
    """SRC001: a file that the workspace refused, by the workspace's word for the reason."""
    message, hint = _UNREADABLE.get(reason, _UNREADABLE["failed"])
    return make("SRC001", say(message, file=file), span or Span.start_of(file), say(hint))


def unreadable_folder(folder: str, reason: str) -> Diagnostic:
    """SRC001: the case folder itself."""
    message, hint = _UNREADABLE_FOLDER.get(reason, _UNREADABLE_FOLDER["failed"])
    return make("SRC001", say(message, folder=folder), Span.start_of("case.yaml"), say(hint))


def no_retraction_list(file: str) -> Diagnostic:
    """SRC001: a list of retractions whose columns say nothing of which works were retracted."""
    message = say(N_("{file} has no column that names retracted works."), file=file)
    hint = say(N_("Save the Retraction Watch database as it is, or write a column doi or pmid."))
    return make("SRC001", message, Span.start_of(file), hint)


def misnamed_file(file: str, near: str, span: Span | None = None) -> Diagnostic:
    """SRC001: a file stands there under a name that is almost right."""
    return make(
        "SRC001",
        say(N_("There is no file {file}."), file=file),
        span or Span.start_of(file),
        say(N_("Rename {near} to {file}."), near=near, file=file),
    )


def missing_text(language: str, file: str, span: Span) -> Diagnostic:
    """SRC001: a language of the case has no narrative."""
    return make(
        "SRC001",
        say(N_("The text in {language} is missing: there is no file {file}."),
            language=LanguageName(language), file=file),
        span,
        say(N_("Write {file}, or remove {language} from languages."), language=language, file=file),
    )  # fmt: skip


def empty_file(file: str) -> Diagnostic:
    """SRC005: case.yaml says nothing."""
    return make(
        "SRC005",
        say(N_("The file {file} is empty."), file=file),
        Span.start_of(file),
        say(N_("Write the facts of the case, beginning with title.")),
    )


def empty_text(language: str, file: str) -> Diagnostic:
    """SRC005: a narrative without a word."""
    return make(
        "SRC005",
        say(N_("The file {file} is empty."), file=file),
        Span.start_of(file),
        say(N_("Write {file}, or remove {language} from languages."), language=language, file=file),
    )


def too_many_files(folder: str) -> Diagnostic:
    """SRC010: the case folder holds more files than a case can."""
    return make(
        "SRC010",
        say(N_("The folder {folder} holds too many files."), folder=folder),
        Span.start_of("case.yaml"),
        say(N_("Give the folder of one case.")),
    )


def too_many_references(span: Span, limit: int) -> Diagnostic:
    """SRC010: more references than any case report has; at the first that is left out."""
    return make(
        "SRC010",
        say(N_("The case has more than {limit} references; the rest is not read."), limit=limit),
        span,
        say(N_("Keep only the references that this case cites.")),
    )


def wrong_encoding(span: Span, guess: str | None) -> Diagnostic:
    """SRC011: bytes that are not UTF-8, at the first of them; ``guess``: what they may be."""
    if guess is None:
        return make(
            "SRC011",
            say(N_("The file is not in UTF-8.")),
            span,
            say(N_("Save it again as UTF-8.")),
        )
    return make(
        "SRC011",
        say(N_("The file is not in UTF-8: it looks like {encoding}."), encoding=guess),
        span,
        say(N_("Open it as {encoding} and save it as UTF-8."), encoding=guess),
    )


def no_reference(file: str) -> Diagnostic:
    """SRC005, as a warning: a reference file in which no entry begins; citations have their own."""
    found = make(
        "SRC005",
        say(N_("The file {file} holds no entry."), file=file),
        Span.start_of(file),
        say(N_("Write the entries that the text cites, or remove the file.")),
    )
    return replace(found, severity=Severity.WARNING)
