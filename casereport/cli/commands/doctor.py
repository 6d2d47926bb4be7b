"""``casereport doctor``: what this machine lacks, and how to mend it."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

import click

from casereport import __version__, resources
from casereport.cli.command import FINDINGS, REINSTALL, Command
from casereport.cli.parameters import language_option
from casereport.cli.terminal import wants_colour
from casereport.diagnostics import N_, Message, say
from casereport.errors import CaseReportError, JournalsFolderError, install_command

_MENDS = {
    "linux": (
        N_("On Debian and Ubuntu run:"),
        "sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    ),
    "darwin": (N_("On macOS run:"), "brew install pango"),
    "win32": (
        N_("On Windows install MSYS2 (https://www.msys2.org) and run in its window:"),
        "pacman -S mingw-w64-ucrt-x86_64-pango",
    ),
}
_EXTRAS = (
    ("dicom", "pydicom", N_("To read the headers of DICOM files: {command}")),
    ("distributed", "distributed", N_("For batch --scheduler, on many machines: {command}")),
)
"""Each extra of ours, the package that it brings, and what for."""
_REINSTALL = (N_("Install casereport again:"), REINSTALL)
_UNSET = (N_("Correct the variable, or unset it:"), "unset CASEREPORT_JOURNALS")


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the report: the part's name and ``version``, or ``state`` in a word.

    ``mend``, for what is needed and not there: a sentence, and the command to type. ``remark``:
    why an absent part is not needed.
    """

    name: str
    version: str = ""
    state: str | Message = N_("found")
    mend: tuple[str, str] | None = None
    remark: str | Message = ""


@click.command(
    "doctor",
    cls=Command,
    short_help="Look whether this machine has all that is needed.",
    examples=("casereport doctor",),
)
@language_option
def command(language: str) -> None:
    """Look whether this machine has all that casereport needs.

    Exit code 0 when nothing needed is missing, else 1, with what to install.
    """
    from casereport.reporting import render

    parts = [*_program(), *_libraries(), *_data()]
    width = max(len(part.name) for part in parts)
    colour = wants_colour(sys.stdout)
    for part in parts:
        mark = _mark(part, colour=colour)
        state = part.state if isinstance(part.state, Message) else Message(part.state)
        told = part.version or render(state, language)
        click.echo(f"{mark} {part.name:<{width}}  {told}")
        if part.remark:
            remark = part.remark if isinstance(part.remark, Message) else Message(part.remark)
            click.echo(f"{'':>7} {'':<{width}}  {render(remark, language)}")
    mends = list(dict.fromkeys(part.mend for part in parts if part.mend))
    if not mends:
        click.echo(f"\n{render(say(N_('Nothing that is needed is missing.')), language)}")
        return
    for sentence, typed in mends:
        click.echo(f"\n{render(Message(sentence), language)}\n\n  {typed}")
    click.get_current_context().exit(FINDINGS)


def _mark(part: Part, *, colour: bool) -> str:
    word, shade = ("ok", "green") if not part.remark else ("note", "yellow")
    if part.mend:
        word, shade = "missing", "red"
    return click.style(f"{word:>7}", fg=shade) if colour else f"{word:>7}"


def _program() -> Iterator[Part]:
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    yield Part("casereport", __version__)
    yield Part("Python", f"{platform.python_version()} ({system})")


def _libraries() -> Iterator[Part]:
    from casereport.typesetting.libraries import installed_libraries, raqm_version

    mend = _MENDS.get(sys.platform, _MENDS["linux"])
    for library in installed_libraries():
        if library.found:
            yield Part(library.name, library.version)
        else:
            yield Part(library.name, library.problem, mend=mend)
    yield _raqm(raqm_version())
    yield from _patches()
    yield from _extras()


def _patches() -> Iterator[Part]:
    """Whether the layout engine is the one that our own order of lines was made for."""
    from casereport.typesetting.patches import MADE_FOR, patch_states

    try:
        changed = tuple(state.name for state in patch_states() if not state.is_as_expected)
    except CaseReportError:
        return  # a library is missing, and is told as such
    if changed:
        yield Part(
            "typesetting patches",
            state=say(
                N_("made for WeasyPrint {version}; its source differs: {names}"),
                version=MADE_FOR,
                names=changed,
            ),
            remark=N_("Lines of mixed direction may come out wrong: look at the pages."),
        )
        return
    yield Part(
        "typesetting patches",
        state=say(N_("made for WeasyPrint {version}; its source is as expected"), version=MADE_FOR),
    )


def _raqm(version: str) -> Part:
    """Pillow's text layout for figure labels; our own order and shapes serve without it."""
    if version:
        return Part("Raqm (Pillow)", version)
    return Part(
        "Raqm (Pillow)",
        state=N_("absent"),
        remark=N_("Labels on figures are shaped by casereport itself; nothing to do."),
    )


def _extras() -> Iterator[Part]:
    """The optional packages."""
    for extra, package, remark in _EXTRAS:
        try:
            yield Part(package, metadata.version(package))
        except metadata.PackageNotFoundError:
            told = say(remark, command=install_command(extra))
            yield Part(package, state=N_("absent"), remark=told)


def _data() -> Iterator[Part]:
    wanted: tuple[tuple[resources.Kind, str], ...] = (
        ("fonts", ".ttf"),
        ("templates", "/journal.yaml"),
        ("locales", "/locale.yaml"),
    )
    for kind, suffix in wanted:
        try:
            names = resources.files(kind, suffix.removeprefix("/"))
        except CaseReportError as error:
            yield Part(kind, str(error), mend=_REINSTALL)
            continue
        told = ", ".join(sorted({name.split("/")[0] for name in names}))
        yield Part(kind, told, N_("empty"), None if names else _REINSTALL)
    yield from _own_journals()


def _own_journals() -> Iterator[Part]:
    """The folder of the user's own journals, where one is named."""
    try:
        folder = resources.own_journals()
    except JournalsFolderError as error:
        yield Part("own journals", str(error), mend=_UNSET)
        return
    if folder is not None:
        yield Part("own journals", str(folder))
