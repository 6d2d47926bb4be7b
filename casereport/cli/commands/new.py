"""``casereport new``: a starter case that passes every check."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from casereport import resources
from casereport.cli.command import Command, misuse
from casereport.cli.parameters import JOURNAL, language_option
from casereport.cli.terminal import tell
from casereport.diagnostics import N_, say
from casereport.errors import ResourceMissingError
from casereport.workspace import OutputFile, is_vacant, write_all

_STARTER = "starter/"
_CASE_FILE = "case.yaml"
_DEFAULT_JOURNAL = "manuscript"


@click.command(
    "new",
    cls=Command,
    short_help="Start a case from one that passes every check.",
    examples=(
        "casereport new my-case",
        "casereport new my-case --journal jmums",
    ),
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--journal", type=JOURNAL, metavar="ID", help="The journal the case is for.")
@language_option
def command(directory: Path, journal: str | None, language: str) -> None:
    """Write a starter case into DIR: a short made-up report, complete in both languages.

    It passes every check as it is. Put your own words and facts in its place, bit by bit, and run
    casereport check as you go.
    """
    if not is_vacant(directory):
        fault = "is not empty" if directory.is_dir() else "is a file"
        misuse(f"{str(directory)!r} {fault}; name a new folder.")
    if journal is None:
        journal = _ask_for_journal() if sys.stdin.isatty() else _DEFAULT_JOURNAL
    starter = _starter(journal)
    write_all(directory, starter)
    tell(say(N_("A starter case stands in {folder}."), folder=str(directory)), language)
    texts = tuple(output.path for output in starter if output.path.endswith(".md"))
    put = N_("Put your facts into {facts} and your text into {texts}. Then run:")
    tell(say(put, facts=_CASE_FILE, texts=texts), language)
    folder = shlex.quote(str(directory))
    click.echo(f"\n  casereport check {folder}\n  casereport render {folder}", err=True)


def _ask_for_journal() -> str:
    from casereport.journals import journal_ids

    ids = journal_ids()
    answer = click.prompt(
        "Journal", type=click.Choice(ids), default=_DEFAULT_JOURNAL, show_choices=True, err=True
    )
    return str(answer)


def _starter(journal: str) -> tuple[OutputFile, ...]:
    """The files of ``templates/starter/``, with the journal filled in."""
    outputs = []
    for name in resources.files("templates", ""):
        if not name.startswith(_STARTER) or not resources.exists("templates", name):
            continue
        path, content = name.removeprefix(_STARTER), resources.read_bytes("templates", name)
        if path == _CASE_FILE:
            told = f"journal: {_DEFAULT_JOURNAL}\n".encode()
            content = content.replace(told, f"journal: {journal}\n".encode(), 1)
        outputs.append(OutputFile(path, content))
    if not outputs:
        raise ResourceMissingError("the starter case is missing from this installation")
    return tuple(outputs)
