"""``casereport refs convert``: references from any format that is read into one that is written."""

from __future__ import annotations

from pathlib import Path

import click

from casereport.cli.command import FINDINGS, Command, misuse
from casereport.cli.parameters import language_option
from casereport.cli.references import FORMATS, CaseOrFile, Target, read_target
from casereport.cli.terminal import tell
from casereport.diagnostics import N_, say


@click.command(
    "convert",
    cls=Command,
    short_help="Write the references in another format.",
    examples=(
        "casereport refs convert my-case --to ris > references.ris",
        "casereport refs convert export.nbib --to bib -o my-case/references.bib",
        "casereport refs convert my-case --to csl-json | less",
    ),
)
@click.argument("target", type=CaseOrFile())
@click.option(
    "--to", "form", type=click.Choice(FORMATS), required=True, help="The format to write."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to this file; without it, to stdout.",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@language_option
def command(
    target: Target,
    form: str,
    output: Path | None,
    force: bool,  # noqa: FBT001
    language: str,
) -> None:
    """Write the references of a case, or of one file, in another format.

    Nothing is lost: what the format has no field for is kept at the end of the entry's note, as
    [casereport {...}], and taken back when casereport reads it.

    Exit code 1 when an entry cannot be read (nothing is written then) or the file cannot be
    written, 2 for a wrong command line.
    """
    from casereport.references.writing import suffix_of, write_references
    from casereport.workspace import OutputFile, write_all

    if output is not None and output.exists() and not force:
        misuse(f"{output.as_posix()} is there already; add --force to write over it.")
    suffix = suffix_of(form)
    if output is not None and output.suffix.lower() != suffix:
        misuse(f"A file of this format ends in {suffix}: by that it is known when it is read.")
    read = read_target(target, language)
    if read.has_losses:
        message = say(N_("Not every entry could be read; nothing is written."))
        tell(message, language, hint=say(N_("Mend what is told above, and run it again.")))
        click.get_current_context().exit(FINDINGS)
    text = write_references(form, read.references)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_all(output.parent, (OutputFile(output.name, text.encode("utf-8")),))
        message = say(
            N_("References written: {count} to {file}"),
            count=len(read.references), file=output.as_posix(),
        )  # fmt: skip
        tell(message, language)
