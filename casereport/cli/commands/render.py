"""``casereport render``: a case as its journal prints it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport.cli.command import FINDINGS, Command, misuse
from casereport.cli.parameters import (
    FORMATS,
    LANGUAGE,
    ListOf,
    OutputFolder,
    case_argument,
    journal_option,
    language_option,
    settings_option,
    terminal_bidi_option,
)
from casereport.cli.project import evidence_of, project_settings, reader_language
from casereport.cli.terminal import progress, tell, tell_findings
from casereport.diagnostics import N_, Message, say
from casereport.workspace import DiskWorkspace, is_same_folder, write_all

if TYPE_CHECKING:
    from casereport.pipeline.case import RenderResult
    from casereport.pipeline.options import RenderOptions

_FOLDER = OutputFolder()


@click.command(
    "render",
    cls=Command,
    short_help="Write a case as its journal prints it (PDF, HTML).",
    examples=(
        "casereport render my-case",
        "casereport render my-case --to pdf,html -o build",
        "casereport render my-case --journal clinical-brief --order en,fa",
        "casereport render my-case --journal manuscript --blind",
        "casereport render submission --isolated",
    ),
)
@case_argument
@click.option(
    "-o",
    "--output",
    type=_FOLDER,
    default=Path("build"),
    show_default=True,
    metavar="DIR",
    help="The folder for the results; it is made when absent.",
)
@click.option(
    "--to",
    "formats",
    type=FORMATS,
    default="pdf",
    show_default=True,
    metavar="FORMAT,...",
    help="What to write: pdf, html, or both, joined by a comma.",
)
@journal_option
@click.option(
    "--order",
    type=ListOf(LANGUAGE),
    metavar="LANG,LANG",
    help="The order of the languages in print: fa,en or en,fa.",
)
@click.option("--strict", is_flag=True, help="Write nothing when the case has an error.")
@click.option("--blind", is_flag=True, help="Leave out the authors, for reviewers.")
@click.option(
    "--prove", is_flag=True, help="Read the PDF back: the order of each line, its text, its fonts."
)
@click.option(
    "--keep-html",
    type=_FOLDER,
    metavar="DIR",
    help="Also write the HTML that the PDF is made of, with its assets beside it.",
)
@click.option(
    "--isolated",
    is_flag=True,
    help="Render in a process that may be killed: for a case you did not write.",
)
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    case: Path,
    output: Path,
    formats: tuple[str, ...],
    journal: str | None,
    order: tuple[str, ...] | None,
    strict: bool,  # noqa: FBT001
    blind: bool,  # noqa: FBT001
    prove: bool,  # noqa: FBT001
    keep_html: Path | None,
    isolated: bool,  # noqa: FBT001
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Render a case as its journal prints it: DIR/<case>.pdf, <case> being the folder's name.

    The findings are told on stderr, the names of the files on stdout. Exit code 0 when every
    file is written, 1 when the case cannot be read, a figure is missing, or --strict finds an
    error, 2 for a wrong command line.
    """
    from casereport.pipeline.case import render_case
    from casereport.pipeline.options import RenderOptions

    if keep_html and "html" in formats and is_same_folder(keep_html, output):
        misuse("--keep-html needs a folder of its own when html is written, too.")
    project = project_settings(case, settings, language)
    language = reader_language(language, project)
    options = RenderOptions(
        formats=formats,
        journal=journal,
        order=order,
        blind=blind,
        strict=strict,
        prove=prove,
        keep_html=keep_html is not None,
        default_journal=project.journal,
        severities=project.severities,
        evidence=evidence_of(project),
    )
    with progress(language) as step:
        make = _render_isolated if isolated else render_case
        result = make(DiskWorkspace(case), options, step)
    # Told first: they hold, too, when the disk refuses the files.
    if result.diagnostics:
        tell_findings(result.diagnostics, result.sources, case.as_posix(), language)
    written = write_all(output, result.outputs)
    kept = write_all(keep_html, result.kept_html) if keep_html is not None else ()
    # Of what is kept, the page is told and not each of its assets.
    for path in (*written, *(path for path in kept if path.suffix == ".html")):
        click.echo(path)
    if not written:
        tell(say(N_("Nothing was written.")), language)
    if result.fatal:
        click.get_current_context().exit(FINDINGS)


def _render_isolated(
    workspace: DiskWorkspace, options: RenderOptions, step: Callable[[Message], None]
) -> RenderResult:
    from casereport.pipeline.isolation import render_isolated

    step(say(N_("Rendering")))
    return render_isolated(workspace, options)
