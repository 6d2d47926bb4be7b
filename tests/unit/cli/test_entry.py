"""Every way a command can end, and what importing the command line costs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from casereport import resources
from casereport.cli import entry, main
from casereport.cli.terminal import READER_GONE
from casereport.errors import (
    CannotWriteError,
    MissingLibraryError,
    ResourceMissingError,
    TypesettingError,
)

PYTHON = sys.executable
HEAVY = ("weasyprint", "pydantic", "jinja2", "yaml", "lxml", "PIL", "rich", "babel", "citeproc")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PYTHON, "-m", "casereport", *arguments],
        env={**os.environ, "CASEREPORT_LANG": "en", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def command_that_raises(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Put a failing function in the place of the command ``doctor``."""
    from casereport.cli.commands import doctor

    def fail(**_options: object) -> None:
        raise error

    monkeypatch.setattr(doctor.command, "callback", fail)


def test_help_lists_every_command_with_a_short_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out.partition("Commands:")[2]
    for name in ("check", "doctor", "explain", "journals", "new", "render", "schema"):
        (line,) = [line for line in told.splitlines() if line.startswith(f"  {name} ")]
        assert "..." not in line


def test_every_command_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("check", "doctor", "explain", "journals", "new", "render", "schema"):
        assert main([name, "--help"]) == 0
        assert f"Examples:\n  casereport {name}" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("--version",)])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    code = (
        "import sys; from casereport.cli import main; main(sys.argv[1:]); "
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [PYTHON, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr.strip() == "[]"


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    from casereport import __version__

    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chekc"], "Did you mean check?"),
        (["check", "--formt", "json", "x"], "--format"),
        (["check"], "CASE"),
        (["check", "no-such-folder"], "does not exist"),
        (["check", __file__], "is not a folder"),
        (["check", "x" * 5000], "cannot be looked at"),
        (["check", "a\0b"], "case.yaml"),
        (["render", ".", "--to", "pfd"], "did you mean pdf?"),
        (["render", ".", "--journal", "jmms"], "did you mean jmums?"),
        (["render", ".", "--order", "fa,xx"], "no language 'xx'"),
        (["check", ".", "--lang", "de"], "no language 'de'"),
        (["explain", "REF9999"], "no code"),
        (["render", ".", "-o", "x", "--keep-html", "x", "--to", "html"], "folder of its own"),
    ],
)
def test_misuse_ends_with_2_and_says_what_was_meant(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


def test_no_arguments_show_the_help_and_are_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Commands:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "start"),
    [
        (CannotWriteError("out/x.pdf", "full"), "ENV001 out/x.pdf"),
        (MissingLibraryError("Pango", "not found"), "ENV002 Pango"),
        (TypesettingError("no pages"), "The program cannot go on: no pages"),
    ],
)
def test_a_refusal_of_the_machine_is_told_in_one_line_with_its_hint(
    error: Exception,
    start: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command_that_raises(monkeypatch, error)
    assert main(["doctor", "--lang", "en"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith(start)
    assert len(told) == 2


def test_an_installation_without_locales_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(kind: resources.Kind) -> tuple[str, ...]:
        raise ResourceMissingError(f"the folder {kind}/ is missing from this installation")

    monkeypatch.setattr(resources, "folders", missing)
    assert main(["check", ".", "--lang", "en"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("the folder locales/ is missing")


@pytest.mark.parametrize(
    "arguments", [["check", "{case}"], ["check", "{case}", "--journal", "jmums"], ["journals"]]
)
def test_journals_of_ones_own_that_are_not_there_are_misuse_and_named(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path / "gone"))
    assert main([word.format(case=tmp_path) for word in arguments]) == 2
    told, hint = capsys.readouterr().err.splitlines()
    assert str(tmp_path / "gone") in told
    assert "doctor" not in told + hint


def test_a_journal_of_ones_own_that_is_not_sound_is_misuse_and_its_file_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "journal.yaml").write_text("extends: base\nnam: x\n", encoding="utf-8")
    monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path))
    assert main(["journals"]) == 2
    assert "mine/journal.yaml" in capsys.readouterr().err


def test_a_fault_of_the_program_has_no_traceback_and_its_own_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command_that_raises(monkeypatch, ZeroDivisionError("by\nzero"))
    monkeypatch.delenv("CASEREPORT_DEBUG", raising=False)
    assert main(["doctor"]) == entry.FAULT
    told = capsys.readouterr().err
    assert "ZeroDivisionError at test_entry.py" in told
    assert "by zero" in told
    assert "Traceback" not in told


def test_the_traceback_is_shown_when_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command_that_raises(monkeypatch, ZeroDivisionError("by zero"))
    monkeypatch.setenv("CASEREPORT_DEBUG", "1")
    assert main(["doctor"]) == entry.FAULT
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interrupt_ends_with_130(
    error: BaseException, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command_that_raises(monkeypatch, error)
    assert main(["doctor"]) == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    # The schema is longer than a pipe holds, and nobody reads it.
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(
            [PYTHON, "-m", "casereport", "schema"],
            stdout=closed,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == READER_GONE
    assert done.stderr == b""


def test_output_is_utf8_in_any_locale() -> None:
    done = run("journals", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0, done.stderr
    assert "\u0645\u062c\u0644" in done.stdout


def test_an_unreadable_module_of_a_command_is_not_hidden(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from casereport.cli import commands

    (tmp_path / "broken.py").write_text("import no_such_package\n", "utf-8")
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(tmp_path)])
    assert main(["broken"]) == entry.FAULT
