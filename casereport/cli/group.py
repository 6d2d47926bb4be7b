"""Groups of commands: found by walking a package, each imported only when it is called.

A short help line has to be read from each module, so these import nothing heavy at their top:
what a command needs is imported where it enters a stage.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from types import ModuleType
from typing import Any, NoReturn

import click

from casereport.cli import commands


class Commands(click.Group):
    """``casereport``: every module of ``package`` is one of its commands."""

    def __init__(self, *arguments: Any, package: ModuleType = commands, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """The names of the commands, sorted."""
        return sorted(module.name for module in pkgutil.iter_modules(self.package.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; an error while importing it is an error of the program."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{self.package.__name__}.{cmd_name}")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"{module.__name__}.command is not a command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that ``args`` names; an unknown name is misuse, the nearest is offered."""
        name = args[0]
        if not name.startswith("-") and name not in self.list_commands(ctx):
            self._refuse(ctx, name)
        return super().resolve_command(ctx, args)

    def _refuse(self, ctx: click.Context, name: str) -> NoReturn:
        near = difflib.get_close_matches(name, self.list_commands(ctx), n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        ctx.fail(f"There is no command {name!r}.{hint}")
