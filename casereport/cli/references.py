"""What the commands of ``casereport refs`` share: their target, and how changes are told."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casereport.cli.changes import show_diff
from casereport.cli.command import FINDINGS
from casereport.cli.project import project_settings, reader_language
from casereport.cli.terminal import columns, eye_for, is_terminal, tell, tell_findings
from casereport.diagnostics import N_, Diagnostic, Message, Span, say
from casereport.workspace import ChangedMeanwhileError, DiskWorkspace, Replacement, replace_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casereport.pipeline.references.lists import CitedList, ReferenceList

FORMATS = ("bib", "ris", "csl-json", "nbib")
"""Formats that are written; here by name, so that help imports none of them."""


@dataclass(frozen=True, slots=True)
class Target:
    """A case folder, or one reference file: its folder and its name."""

    folder: Path
    file: str = ""

    @property
    def workspace(self) -> DiskWorkspace:
        """Where its files are read."""
        return DiskWorkspace(self.folder)

    @property
    def names(self) -> tuple[str, ...] | None:
        """The files that are meant; None for all of a case."""
        return (self.file,) if self.file else None

    @property
    def shown(self) -> str:
        """The path as it was named."""
        return (self.folder / self.file).as_posix() if self.file else self.folder.as_posix()

    def path_of(self, name: str) -> str:
        """A file of it, as seen from where the command runs."""
        return (self.folder / name).as_posix()


class CaseOrFile(click.ParamType[Target]):
    """A folder that holds a case, or a reference file of a format that can be read."""

    name = "target"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Target:
        """The folder, or the file with its folder. What stands in it is not looked at here."""
        from casereport.references import supported_suffixes

        if isinstance(value, Target):
            return value
        path = Path(value)
        try:
            is_folder, is_file = path.is_dir(), path.is_file()
        except OSError as error:
            self.fail(f"{value!r} cannot be looked at ({error.strerror}).", param, ctx)
        if is_folder:
            return Target(path)
        if is_file and path.name == "case.yaml":
            return Target(path.parent)
        if not is_file:
            hint = "name a case folder or a reference file."
            self.fail(f"{value!r} does not exist; {hint}", param, ctx)
        if not path.name.lower().endswith(supported_suffixes()):
            known = ", ".join(supported_suffixes())
            self.fail(f"{value!r} has no suffix of a format that is read: {known}.", param, ctx)
        return Target(path.parent, path.name)


def read_target(target: Target, language: str) -> ReferenceList:
    """The references of a target; what is wrong in the files is told on stderr."""
    from casereport.pipeline.references.lists import read_list

    read = read_list(target.workspace, target.names)
    tell_faults(read.diagnostics, read.sources, target, language)
    if not read.files and not read.diagnostics:
        message = say(N_("{case} holds no reference file."), case=target.shown)
        tell(message, language, hint=say(N_("A case keeps them in {file}."), file="references.bib"))
        click.get_current_context().exit(FINDINGS)
    return read


def tell_faults(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], target: Target, language: str
) -> None:
    """What was wrong while reading, with places, on stderr."""
    found = list(diagnostics)
    if not found:
        return

    case = "" if target.folder == Path() else target.folder.as_posix()
    tell_findings(found, sources, case, language)


def place_of(target: Target, span: Span) -> str:
    """A place as terminals open it: ``my-case/references.bib:12:3``."""
    return f"{target.path_of(span.file)}:{span.line}:{span.column}"


def tell_place(target: Target, span: Span, message: Message, language: str) -> None:
    """One line on stderr: the place, and what is to be said of it."""
    from casereport.reporting import render

    eye = eye_for(sys.stderr)
    place = eye.line(place_of(target, span), "ltr")
    click.echo(f"{place}: {eye.line(render(message, language))}", err=True)


def say_aloud(message: Message, language: str, *, place: str = "") -> None:
    """One sentence on stdout, in the reader's language; behind its place on one line."""
    from casereport.locale import load_locale
    from casereport.reporting import render

    eye = eye_for(sys.stdout)
    if place:
        click.echo(f"{eye.line(place, 'ltr')}: {eye.line(render(message, language))}")
        return
    direction = load_locale(language).direction
    click.echo("\n".join(eye.sentences(render(message, language), direction, indent=0)))


def read_citing(
    case: Path, journal: str | None, settings: Path | None, language: str
) -> tuple[CitedList, Target, str]:
    """A case's references with who cites them, and the reader's language; else the command ends."""
    from casereport.pipeline.options import CheckOptions
    from casereport.pipeline.references.lists import read_cited

    target = Target(case)
    project = project_settings(case, settings, language)
    language = reader_language(language, project)
    options = CheckOptions(journal=journal, default_journal=project.journal)
    cited = read_cited(target.workspace, options)
    tell_faults(cited.diagnostics, cited.sources, target, language)
    if cited.case is None:
        click.get_current_context().exit(FINDINGS)
    return cited, target, language


def width_of_stdout() -> int | None:
    """The columns of the terminal; None for a file or a pipe."""
    return columns(sys.stdout) if is_terminal(sys.stdout) else None


def write_or_show(
    replacements: tuple[Replacement, ...], target: Target, language: str, *, dry_run: bool
) -> None:
    """Write the files, all or none; or print what would change as a diff."""
    if dry_run:
        show_diff(replacements, target.folder.name)
        return
    try:
        replace_all(target.folder, replacements)
    except ChangedMeanwhileError as error:
        message = say(N_("{files} changed meanwhile; nothing was written."), files=error.names)
        tell(message, language, hint=say(N_("Run the command again.")))
        click.get_current_context().exit(FINDINGS)
