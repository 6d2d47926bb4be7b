"""``casereport schema``: the JSON Schema of case.yaml, for editors."""

from __future__ import annotations

import json

import click

from casereport.cli.command import Command


@click.command(
    "schema",
    cls=Command,
    short_help="Print the JSON Schema of case.yaml, for editors.",
    examples=(
        "casereport schema > case.schema.json",
    ),
)
def command() -> None:
    """Print the JSON Schema of case.yaml, for editors.

    An editor that knows it completes the names of fields while you type, explains them, and
    underlines mistakes. VS Code's YAML extension takes it from the first line of case.yaml, which
    names the schema's file as seen from case.yaml (here: the folder above it):

    # yaml-language-server: $schema=../case.schema.json
    """
    from casereport.model.editor_schema import editor_schema

    click.echo(json.dumps(editor_schema(), ensure_ascii=False, indent=2))
