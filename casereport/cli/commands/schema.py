"""``casereport schema``: the JSON Schema of case.yaml or issue.yaml, for editors."""

from __future__ import annotations

import json
from typing import Literal

import click

from casereport.cli.command import Command


@click.command(
    "schema",
    cls=Command,
    short_help="Print the JSON Schema of case.yaml or issue.yaml, for editors.",
    examples=(
        "casereport schema > case.schema.json",
        "casereport schema issue > issue.schema.json",
    ),
)
@click.argument(
    "file", metavar="[case|issue]", type=click.Choice(["case", "issue"]), default="case"
)
def command(file: Literal["case", "issue"]) -> None:
    """Print the JSON Schema of case.yaml, or of an issue's file, for editors.

    An editor that knows it completes the names of fields while you type, explains them, and
    underlines mistakes. VS Code's YAML extension takes it from the first line of case.yaml, which
    names the schema's file as seen from case.yaml (here: the folder above it):

    # yaml-language-server: $schema=../case.schema.json
    """
    from casereport.model.editor_schema import editor_schema

    click.echo(json.dumps(editor_schema(file), ensure_ascii=False, indent=2))
