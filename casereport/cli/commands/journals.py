"""``casereport journals``: which journals there are, and what each sets of a case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from casereport.cli.command import Command
from casereport.cli.parameters import language_option
from casereport.diagnostics import N_, say

if TYPE_CHECKING:
    from casereport.journals import Journal

_PARTS = {
    "full": N_("the whole text"),
    "front-page": N_("a front page"),
    "abstract": N_("the abstract"),
}


@click.command(
    "journals",
    cls=Command,
    short_help="List the journals one can choose.",
    examples=(
        "casereport journals",
        "casereport journals --format json",
        "casereport render my-case --journal jmums",
    ),
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@language_option
def command(form: str, language: str) -> None:
    """List the journals: their names, and what they print in each language."""
    from casereport.journals import journal_ids, load_journal

    journals = [load_journal(journal_id) for journal_id in journal_ids()]
    if form == "json":
        click.echo(json.dumps([_facts(each) for each in journals], ensure_ascii=False, indent=2))
        return
    click.echo("\n\n".join(_lines(journal, language) for journal in journals))


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
