"""What can be wrong with a file of evidence. Others wrote it: each is told as a warning."""

from __future__ import annotations

from casereport.diagnostics import N_, Diagnostic, Span, say
from casereport.reading.faults import make


def unreadable_folder(folder: str) -> Diagnostic:
    """SRC001: the folder cannot be listed."""
    return make(
        "SRC001",
        say(N_("The folder of evidence {folder} cannot be read."), folder=folder),
        Span.start_of("case.yaml"),
        say(N_("Correct its path, or take the setting away.")),
    )


def broken_off(file: str, form: str, line: int, column: int) -> Diagnostic:
    """SRC001: text that stops being what its suffix says; what stands before is used."""
    return make(
        "SRC001",
        say(N_("This is not {form}; nothing after it is read."), form=form),
        Span(file, line, column, line, column + 1),
        say(N_("Save the answer of the database again, whole and as it is.")),
    )


def too_deep(file: str, line: int) -> Diagnostic:
    """SRC001: brackets in brackets, beyond what any database sends."""
    return make(
        "SRC001",
        say(N_("The brackets are nested too deeply; nothing after this place is read.")),
        Span(file, line, 1, line, 1),
        say(N_("Save the answer of the database again, whole and as it is.")),
    )


def no_record(file: str) -> Diagnostic:
    """SRC005: a sound file without a work in it."""
    return make(
        "SRC005",
        say(N_("{file} holds no record of Crossref or PubMed."), file=file),
        Span.start_of(file),
        say(N_("Save an answer of their interfaces, or take the file away.")),
    )


def broken_rows(file: str, line: int, count: int) -> Diagnostic:
    """SRC001: rows of a list that cannot be read; the place is the first one's."""
    return make(
        "SRC001",
        say(N_("{count} rows of the list cannot be read; the first is here."), count=count),
        Span(file, line, 1, line, 1),
        say(N_("Save the list again; look for a quotation mark that is never closed.")),
    )


def too_many_rows(file: str, limit: int) -> Diagnostic:
    """SRC010: a list that goes on and on."""
    return make(
        "SRC010",
        say(N_("The list has more than {limit} rows; the others are not read."), limit=limit),
        Span.start_of(file),
        say(N_("Keep only rows about works that may be cited.")),
    )


def too_many_records(file: str, limit: int) -> Diagnostic:
    """SRC010: more records than are held in memory."""
    return make(
        "SRC010",
        say(N_("The folder has more than {limit} records; the others are not read."), limit=limit),
        Span.start_of(file),
        say(N_("Keep only records of works that may be cited.")),
    )
