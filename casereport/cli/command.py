"""A command that ends in one line and exit code 1 when the machine or the installation fails."""

from __future__ import annotations

import os
import sys
from typing import Any, NoReturn

import click

from casereport.cli.terminal import READER_GONE, silence_stdout, tell
from casereport.diagnostics import N_, say
from casereport.errors import (
    CannotWriteError,
    CaseReportError,
    ClusterError,
    JournalsFolderError,
    MisconfiguredError,
    MissingExtraError,
    MissingLibraryError,
    WorkerError,
    install_command,
)
from casereport.workspace import refused

FINDINGS = 1
"""Exit code: findings that count, or something the machine refused."""

MISUSE = click.UsageError.exit_code
"""Exit code: a wrong command line, or settings that cannot be used."""

REINSTALL = "pip install --force-reinstall casereport"


class Command(click.Command):
    """A command of ``casereport``: examples below its help, failures told in one line."""

    def __init__(self, *arguments: Any, examples: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, one a line as they are typed."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")
        super().format_epilog(ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; a :class:`CaseReportError` is told in one sentence, with its ENV code."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except CaseReportError as error:
            ctx.exit(tell_failure(error, ctx.params.get("language") or "en"))
        except BrokenPipeError:
            # Told here, since click would end with 1, which means findings.
            silence_stdout()
            ctx.exit(READER_GONE)
        except OSError as error:
            if error.filename is not None:
                raise
            # A stream has no name: stdout leads to a file, and its disk is full.
            silence_stdout()
            ctx.exit(tell_failure(refused("stdout", error), ctx.params.get("language") or "en"))


def misuse(message: str) -> NoReturn:
    """End with a usage error: exit code 2."""
    raise click.UsageError(message, click.get_current_context())


def tell_failure(error: CaseReportError, language: str) -> int:
    """Say what cannot be done and what to do about it; returns the exit code."""
    from casereport.pipeline.failures import (
        cluster_failure,
        cluster_hint,
        disk_failure,
        disk_hint,
        worker_failure,
        worker_hint,
    )

    match error:
        case JournalsFolderError(folder=folder):
            gone = N_("CASEREPORT_JOURNALS names {folder}, which is not a folder.")
            tell(
                say(gone, folder=folder),
                language,
                hint=say(N_("Correct the variable, or unset it.")),
            )
            return MISUSE
        case MisconfiguredError():
            tell(
                say(N_("A journal cannot be used: {reason}."), reason=str(error)),
                language,
                hint=say(
                    N_("Run casereport journals --check: it tells every fault and its place.")
                ),
            )
            return MISUSE
        case CannotWriteError():
            tell(disk_failure(error), language, hint=disk_hint(error), code="ENV001")
        case WorkerError():
            tell(worker_failure(error), language, hint=worker_hint(error))
            if os.environ.get("CASEREPORT_DEBUG") and error.stderr:
                click.echo(error.stderr, err=True)
        case ClusterError():
            tell(cluster_failure(error), language, hint=cluster_hint(error))
        case MissingExtraError(library=library, extra=extra):
            absent = N_("{library} is not installed; it comes with: {command}")
            tell(say(absent, library=library, command=install_command(extra)), language)
        case MissingLibraryError(library=library, reason=reason):
            tell(
                say(N_("{library} cannot be loaded: {reason}."), library=library, reason=reason),
                language,
                hint=say(N_("Run casereport doctor: it says what to install.")),
                code="ENV002",
            )
        case _:
            reason = str(error)
            tell(
                say(N_("The program cannot go on: {reason}."), reason=reason),
                language,
                hint=say(N_("Run casereport doctor: it looks whether the installation is whole.")),
            )
    return FINDINGS


