"""``casereport refs``: the reference list of a case, or a reference file by itself.

One module a command, found by walking this folder.
"""

from __future__ import annotations

import sys

import click

from casereport.cli.group import Commands


@click.group(
    "refs",
    cls=Commands,
    package=sys.modules[__name__],
    short_help="List, convert, clean, sort and compare references.",
)
def command() -> None:
    """List, convert, clean, sort and compare references.

    TARGET is the folder of a case (then all its reference files are meant) or one reference file.
    Nothing that an entry says is lost on the way from one format to another, and files are changed
    as text: comments and layout stay.

    To begin: casereport refs list my-case
    """
