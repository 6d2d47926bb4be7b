"""Options and arguments that several commands share."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

from casereport import resources

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class OneOf(click.ParamType[str]):
    """A word of a list that is only made when it is needed (journals, languages, formats)."""

    def __init__(self, name: str, choices: Callable[[], Iterable[str]]) -> None:
        self.name = name
        self.choices = choices

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """The word, when it is one of the list; else misuse, with the nearest one."""
        known = tuple(self.choices())
        if value in known:
            return str(value)
        near = difflib.get_close_matches(str(value), known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"choose from {', '.join(known)}."
        raise click.BadParameter(f"there is no {self.name} {value!r}; {hint}", ctx, param)


    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str  # noqa: ARG002
    ) -> list[CompletionItem]:
        """The words that begin so, for the shell's completion."""
        return [CompletionItem(word) for word in self.choices() if word.startswith(incomplete)]


class ListOf(click.ParamType[tuple[str, ...]]):
    """Words of such a list, joined by commas: ``fa,en``. Said twice counts once."""

    def __init__(self, item: OneOf) -> None:
        self.item = item
        self.name = f"{item.name},…"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The words in the order given."""
        if isinstance(value, tuple):
            return value
        words = [word.strip() for word in str(value).split(",")]
        return tuple(dict.fromkeys(self.item.convert(word, param, ctx) for word in words))


class CaseFolder(click.ParamType[Path]):
    """A folder that exists; its ``case.yaml`` may be named in its place."""

    name = "case"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The folder. What is inside (or whether it can be read) is not looked at here."""
        path = Path(value)
        try:
            if path.name == "case.yaml" and path.is_file():
                return path.parent
            if path.is_dir():
                return path
            reason = "is not a folder" if path.exists() else "does not exist"
        except OSError as error:  # a folder above it is closed to us, or the name is too long
            reason = f"cannot be looked at ({error.strerror})"
        message = f"{value!r} {reason}; name the folder that holds case.yaml."
        raise click.BadParameter(message, ctx, param)


class OutputFolder(click.ParamType[Path]):
    """A folder for results: one that exists, or one that can be made."""

    name = "folder"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path; whether it can be written to shows when it is."""
        path = Path(value)
        try:
            is_file = path.exists() and not path.is_dir()
        except OSError:  # closed to us, or too long a name: writing tells it better
            is_file = False
        if is_file:
            raise click.BadParameter(f"{str(value)!r} is a file; name a folder.", ctx, param)
        return path


def _languages() -> tuple[str, ...]:
    return resources.folders("locales")


def _journals() -> tuple[str, ...]:
    from casereport.journals import journal_ids

    return journal_ids()


def _formats() -> tuple[str, ...]:
    from casereport.reporting import format_names

    return format_names()


def _exported() -> tuple[str, ...]:
    from casereport.exporters import formats

    return formats()


LANGUAGE = OneOf("language", _languages)
JOURNAL = OneOf("journal", _journals)
REPORT = OneOf("format", _formats)
FORMATS = ListOf(OneOf("format", _exported))


def language_of_the_environment() -> str:
    """The reader's language: what the terminal's locale says when it is one of ours, else English.

    >>> import os; os.environ.update(LC_ALL="fa_IR.UTF-8"); language_of_the_environment()
    'fa'
    """
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            told = value.replace("-", "_").split("_")[0].split(".")[0].lower()
            return told if told in _languages() else "en"
    return "en"


def case_argument(function: Decorated) -> Decorated:
    """``CASE``: one case folder."""
    return click.argument("case", type=CaseFolder())(function)


def language_option(function: Decorated) -> Decorated:
    """``--lang``: the language of messages."""
    return click.option(
        "--lang",
        "language",
        type=LANGUAGE,
        metavar="fa|en",
        envvar="CASEREPORT_LANG",
        default=language_of_the_environment,
        help="Language of the messages  [default: CASEREPORT_LANG, else the terminal's, else en]",
    )(function)


def journal_option(function: Decorated) -> Decorated:
    """``--journal``: another journal than the one case.yaml names."""
    return click.option(
        "--journal",
        type=JOURNAL,
        metavar="ID",
        help="Take this journal, not the one named in case.yaml (see: casereport journals).",
    )(function)


def settings_option(function: Decorated) -> Decorated:
    """``--settings``: other settings than the casereport.toml that is found."""
    return click.option(
        "--settings",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Take these settings, not the casereport.toml of the case's folder or one above it.",
    )(function)


def evidence_option(function: Decorated) -> Decorated:
    """``--evidence``: a folder of saved records that serves many cases."""
    return click.option(
        "--evidence",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        help="Compare the references with the saved answers of Crossref and PubMed in DIR, and look"
        " them up in its lists of retractions (.csv); beside the case's own folder evidence.",
    )(function)


def terminal_bidi_option(function: Decorated) -> Decorated:
    """``--terminal-bidi``: whether the terminal puts right-to-left text in order by itself."""
    return click.option(
        "--terminal-bidi",
        type=click.Choice(["yes", "no"]),
        envvar="CASEREPORT_TERMINAL_BIDI",
        default="yes",
        show_default="CASEREPORT_TERMINAL_BIDI, else yes",
        help="no: this terminal cannot order Persian (tmux, xterm, ...), so do it for the eye.",
    )(function)
