"""The group of commands: found by walking ``commands/``, each imported only when it is called.

A short help line has to be read from each module, so these import nothing heavy at their top:
what a command needs is imported where it enters a stage.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from typing import NoReturn

import click

from casereport.cli import commands


class Commands(click.Group):
    """``casereport``: every module of ``commands/`` is one of its commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """The names of the commands, sorted."""
        return _names()

    def get_command(
        self, ctx: click.Context, cmd_name: str  # noqa: ARG002
    ) -> click.Command | None:
        """The command of this name; an error while importing it is an error of the program."""
        if cmd_name not in _names():
            return None
        module = importlib.import_module(f"{commands.__name__}.{cmd_name}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"{module.__name__}.command is not a command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that ``args`` names; an unknown name is misuse, the nearest is offered."""
        name = args[0]
        if not name.startswith("-") and name not in _names():
            self._refuse(ctx, name)
        return super().resolve_command(ctx, args)

    def _refuse(self, ctx: click.Context, name: str) -> NoReturn:
        near = difflib.get_close_matches(name, _names(), n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        ctx.fail(f"There is no command {name!r}.{hint}")


def _names() -> list[str]:
    return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))
