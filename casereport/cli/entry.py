"""The program's entry: runs a command and turns every way it can end into an exit code.

0 done · 1 findings, or the machine refused (ENV codes) · 2 misuse · 70 a fault of ours (EX_SOFTWARE
of sysexits.h) · 130 interrupted (128 + SIGINT), 143 and 129 by SIGTERM and SIGHUP · 141 the reader
of our output went away (128 + SIGPIPE).
"""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from casereport import __version__, compiled, garbage, levers
from casereport.cli.command import FINDINGS, REINSTALL, tell_failure
from casereport.cli.group import Commands
from casereport.cli.stopping import exit_code, stoppable
from casereport.cli.terminal import READER_GONE, prepare_streams, silence_stdout
from casereport.errors import CaseReportError, MisconfiguredError

FAULT = 70


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="casereport")
def casereport() -> None:
    """Check bilingual Persian/English medical case reports, and render them as journals print them.

    A case is a folder with case.yaml (the facts), fa.md and en.md (the text), references and
    figures. To begin: casereport new my-case

    Exit codes: 0 done, 1 findings or a file that cannot be written, 2 a wrong command line.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``casereport`` with these arguments (``sys.argv`` by default); returns the exit code."""
    prepare_streams()
    garbage.look_seldom()
    levers.settle()
    with stoppable():
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        with compiled.in_use():
            code = casereport.main(
                args=None if arguments is None else list(arguments),
                prog_name="casereport",
                standalone_mode=False,
            )
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt) as error:
        with contextlib.suppress(OSError):  # nobody may be there any more
            click.echo("Stopped.", err=True)
        return exit_code(error)
    except MisconfiguredError as error:
        # While the command line was read: told in English, as misuse is.
        return tell_failure(error, "en")
    except CaseReportError as error:
        # Before a command began, or while telling: what the program itself ships is not there.
        click.echo(f"{error}. Install casereport again: {REINSTALL}", err=True)
        return FINDINGS
    except BrokenPipeError:
        silence_stdout()
        return READER_GONE
    except Exception as error:  # the last door: no traceback reaches an author
        _tell_fault(error)
        return FAULT
    # click hands back the code of ctx.exit(), or what the command returned: None.
    return code if isinstance(code, int) else 0


def _tell_fault(error: Exception) -> None:
    """Say that the program itself failed, and how to pass that on."""
    if os.environ.get("CASEREPORT_DEBUG"):
        traceback.print_exception(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    summary = " ".join(str(error).split())[:200]
    click.echo(
        f"casereport {__version__} failed: {type(error).__name__} at {where}: {summary}\n"
        "This is a fault of the program, not of your case. Run the same command again with\n"
        "CASEREPORT_DEBUG=1 and send us what it prints (look it over for patient data first).",
        err=True,
    )
