"""``casereport refs evidence``: each reference beside the saved records of databases."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport.cli.command import FINDINGS, Command
from casereport.cli.parameters import (
    case_argument,
    evidence_option,
    language_option,
    settings_option,
    terminal_bidi_option,
)
from casereport.cli.project import evidence_of, project_settings, reader_language
from casereport.cli.terminal import eye_for, progress, tell_findings
from casereport.diagnostics import N_, Message, Words, say
from casereport.workspace import DiskWorkspace

if TYPE_CHECKING:
    from casereport.model.evidence import WorkRecord
    from casereport.pipeline.evidence import ComparedEntry, EvidenceTable

_EQUAL = N_("equal: {fields}")
_ABSENT = N_("nothing to compare: {fields}")
_DIFFERENT = N_("different: {field}, here {ours}; there {theirs}")
_NEAR = N_("a year off: here {ours}; there {theirs}")
_STRANGER = N_("The {field} belongs to another work: {theirs} ({place})")
_HEAD = N_("{citekey}: compared with {places}")
_NOT_COMPARED = N_("{citekey}: not compared, there is no record")
_COUNT = N_("{compared} of {total} references were compared.")
_SOURCES = N_("Records: {files}. Lists of retractions: {lists}.")


@click.command(
    "evidence",
    cls=Command,
    short_help="Compare references with saved records of databases.",
    examples=(
        "casereport refs evidence my-case",
        "casereport refs evidence my-case --evidence desk/evidence --lang fa",
        "casereport refs evidence my-case --format json",
    ),
)
@case_argument
@evidence_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    case: Path,
    evidence: Path | None,
    form: str,
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Tell of each reference with what it was compared, and which fields are equal or different.

    Records are saved answers of Crossref and PubMed (.json, .xml, .nbib) in the folder evidence of
    the case, in DIR, or in the folder that casereport.toml names. Nothing is fetched.

    Exit code 0 whatever differs (check tells it as REF015), 1 when the case cannot be read, 2 for a
    wrong command line.
    """
    from casereport.pipeline.evidence import compare_case

    project = project_settings(case, settings, language)
    language = reader_language(language, project)
    with progress(language) as step:
        table = compare_case(DiskWorkspace(case), evidence_of(project, evidence), step)
    if table.readable and form == "json":
        click.echo(json.dumps(_facts(table), ensure_ascii=False, indent=2))
    elif table.readable:
        click.echo("\n".join(_lines(table, language)))
    if table.faults:
        tell_findings(table.faults, table.sources, case.as_posix(), language)
    if not table.readable:
        click.get_current_context().exit(FINDINGS)


def _lines(table: EvidenceTable, language: str) -> Iterator[str]:
    from casereport.reporting import render

    eye = eye_for(sys.stdout)
    for entry in table.entries:
        head = say(_HEAD, citekey=entry.reference.citekey, places=_places(entry))
        lines = [head if entry.found else say(_NOT_COMPARED, citekey=entry.reference.citekey)]
        lines += _field_lines(entry)
        for depth, line in enumerate(lines):
            yield eye.line(("" if depth == 0 else "  ") + render(line, language))
    compared = sum(entry.found for entry in table.entries)
    count = say(_COUNT, compared=compared, total=len(table.entries))
    sources = say(_SOURCES, files=table.files or ("\u2013",), lists=table.lists or ("\u2013",))
    for line in (count, sources):
        yield eye.line(render(line, language))


def _field_lines(entry: ComparedEntry) -> Iterator[Message]:
    from casereport.references.evidence.comparing import FIELD_NAMES

    for variable, record in entry.strangers:
        title = record.titles[0] if record.titles else ""
        yield say(_STRANGER, field=variable, theirs=title, place=_place(record))
    by_verdict: dict[str, list[str]] = {}
    for field in entry.fields:
        name = Words(FIELD_NAMES[field.variable])
        if field.verdict in {"different", "near"}:
            template = _DIFFERENT if field.verdict == "different" else _NEAR
            yield say(template, field=name, ours=field.ours, theirs=field.theirs)
        else:
            by_verdict.setdefault(field.verdict, []).append(name)
    for verdict, template in (("equal", _EQUAL), ("absent", _ABSENT)):
        if names := by_verdict.get(verdict):
            yield say(template, fields=tuple(names))


def _places(entry: ComparedEntry) -> tuple[str, ...]:
    records = (*entry.records, *(record for _, record in entry.strangers))
    return tuple(dict.fromkeys(_place(record) for record in records))


def _place(record: WorkRecord) -> str:
    place = f" {record.span.file}:{record.span.line}" if record.span else ""
    return f"{record.source}{place}"


def _facts(table: EvidenceTable) -> dict[str, object]:
    return {
        "references": [_entry_facts(entry) for entry in table.entries],
        "compared": sum(entry.found for entry in table.entries),
        "files": list(table.files),
        "lists": list(table.lists),
    }


def _entry_facts(entry: ComparedEntry) -> dict[str, object]:
    return {
        "citekey": entry.reference.citekey,
        "records": [_record_facts(record) for record in entry.records],
        "strangers": [
            {"field": variable, **_record_facts(record)} for variable, record in entry.strangers
        ],
        "fields": {
            field.variable: {"verdict": field.verdict, "here": field.ours, "there": field.theirs}
            for field in entry.fields
        },
    }


def _record_facts(record: WorkRecord) -> dict[str, object]:
    return {
        "source": record.source,
        "file": record.span.file if record.span else "",
        "line": record.span.line if record.span else 0,
        "doi": record.doi,
        "pmid": record.pmid,
        "title": record.titles[0] if record.titles else "",
    }
