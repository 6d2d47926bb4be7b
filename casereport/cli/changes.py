"""Changes of files shown before they are made."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from casereport.cli.terminal import eye_for, is_terminal, wants_colour
from casereport.workspace import Replacement


def show_diff(replacements: Iterable[Replacement], folder: str) -> None:
    """The diff as it is for a file or a pipe; on a terminal without what could steer it."""
    from casereport.reporting.diff import unified_diff
    from casereport.reporting.rendering import visible

    eye, colour = eye_for(sys.stdout), wants_colour(sys.stdout)
    shown = is_terminal(sys.stdout)
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for each in replacements:
        name = f"{folder}/{each.name}" if folder else each.name
        texts = (each.before.decode("utf-8", "replace"), each.after.decode("utf-8", "replace"))
        for line in unified_diff(name, *texts):
            text = line[:1] + eye.line(visible(line[1:])) if shown else line
            painted = click.style(text, fg=colours.get(line[:1])) if colour else text
            click.echo(painted)
