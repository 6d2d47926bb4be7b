"""``casereport journals``: which journals there are, what each sets of a case, and their faults."""

from __future__ import annotations

import difflib
import json
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport import resources
from casereport.cli.command import FINDINGS, Command, misuse
from casereport.cli.folders import below
from casereport.cli.parameters import REPORT, language_option, terminal_bidi_option
from casereport.cli.terminal import eye_for, wants_colour
from casereport.diagnostics import N_, Diagnostic, Severity, say
from casereport.workspace import DiskWorkspace, Workspace

if TYPE_CHECKING:
    from casereport.journals import Journal

_MANIFEST = "journal.yaml"
_LISTS = ("text", "json")
_PARTS = {
    "full": N_("the whole text"),
    "front-page": N_("a front page"),
    "abstract": N_("the abstract"),
}


@click.command(
    "journals",
    cls=Command,
    short_help="List the journals one can choose, or check their profiles.",
    examples=(
        "casereport journals",
        "casereport journals --format json",
        "casereport render my-case --journal jmums",
        "casereport journals --check my-journals/my-journal",
        "casereport journals --check jmums --lang fa",
        "casereport journals --check",
    ),
)
@click.argument("names", metavar="[JOURNAL]...", nargs=-1)
@click.option(
    "--check",
    "checks",
    is_flag=True,
    help="Check the profiles of the journals: ids, or folders with a journal.yaml; else of all.",
)
@click.option(
    "--format",
    "form",
    type=REPORT,
    metavar="text|json|sarif|github|html",
    default="text",
    show_default=True,
    help="How it is told on stdout; the list itself is text or json.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="error",
    show_default=True,
    help="With --check: the least severity that makes the exit code 1.",
)
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    names: tuple[str, ...],
    checks: bool,  # noqa: FBT001
    form: str,
    fail_on: str,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """List the journals: their names, and what they print in each language.

    With --check, tell what is wrong with their profiles: manifests, style sheets, templates,
    citation styles. Exit code 1 when anything is at or over --fail-on.
    """
    if checks:
        _check(names, form=form, fail_on=Severity(fail_on), language=language)
        return
    from casereport.journals import journal_ids, load_journal

    if names:
        misuse("The list takes no names; to check these journals, add --check.")
    if form not in _LISTS:
        misuse(f"The list is told as {' or '.join(_LISTS)}.")
    journals = [load_journal(journal_id) for journal_id in journal_ids()]
    if form == "json":
        click.echo(json.dumps([_facts(each) for each in journals], ensure_ascii=False, indent=2))
        return
    click.echo("\n\n".join(_lines(journal, language) for journal in journals))


def _check(names: tuple[str, ...], *, form: str, fail_on: Severity, language: str) -> None:
    from casereport.pipeline.profiles import check_profile
    from casereport.reporting import Report, find_reporter

    found: list[Diagnostic] = []
    sources: dict[str, str] = {}
    folders = [(name, _folder(name)) for name in names or _all_journals()]
    for name, folder in folders:
        result = check_profile(DiskWorkspace(folder), partial(_beside, folder))
        before = f"{name.rstrip('/')}/" if len(folders) > 1 else ""
        found += below(before, result.diagnostics)
        sources.update((before + file, text) for file, text in result.sources.items())
    report = Report(
        diagnostics=tuple(found),
        language=language,
        sources=sources,
        case=folders[0][0] if len(folders) == 1 else "",
        colour=wants_colour(sys.stdout),
        eye=eye_for(sys.stdout),
    )
    if told := find_reporter(form)(report):
        click.echo(told)
    if any(item.severity.at_least(fail_on) for item in found):
        click.get_current_context().exit(FINDINGS)


def _all_journals() -> tuple[str, ...]:
    folders = resources.folders("templates")
    return tuple(name for name in folders if resources.exists("templates", f"{name}/{_MANIFEST}"))


def _folder(name: str) -> Path:
    """The folder of a journal: an id's, or the one that is named."""
    if name in _all_journals():
        return resources.path_of("templates", name)
    path = Path(name).parent if Path(name).name == _MANIFEST else Path(name)
    if path.is_dir():
        return path
    near = difflib.get_close_matches(name, _all_journals(), n=1)
    hint = f"did you mean {near[0]}?" if near else "name an id, or a folder with a journal.yaml."
    return misuse(f"There is no journal {name!r}; {hint}")


def _beside(folder: Path, journal_id: str) -> Workspace | None:
    """The folder of what a journal extends: next to it, else among those that are known."""
    near = folder.resolve().parent / journal_id
    if near.name == journal_id and (near / _MANIFEST).is_file():
        return DiskWorkspace(near)
    if journal_id in _all_journals():
        return DiskWorkspace(resources.path_of("templates", journal_id))
    return None


def _facts(journal: Journal) -> dict[str, object]:
    manifest = journal.manifest
    issn = manifest.issn
    return {
        "id": journal.id,
        "name": dict(manifest.name.texts),
        "print": dict(manifest.print),
        "sole": manifest.sole,
        "order": list(manifest.order),
        "issn": {"print": issn.print, "electronic": issn.electronic} if issn else None,
        "extends": list(journal.chain[1:]),
    }


def _lines(journal: Journal, language: str) -> str:
    from casereport.locale import load_locale
    from casereport.reporting import render

    manifest = journal.manifest
    names = manifest.name.texts
    own = names.get(language) or names.get("und") or ""
    others = [name for key, name in names.items() if name != own]
    parts = [
        f"{load_locale(key).name}: {render(say(_PARTS[manifest.print[key]]), language)}"
        for key in manifest.order
    ]
    indent = "  "
    return "\n".join([journal.id, *(indent + line for line in (own, *others, *parts) if line)])
