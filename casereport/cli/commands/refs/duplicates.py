"""``casereport refs duplicates``: works that stand twice, told or merged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casereport.cli.command import FINDINGS, Command, misuse
from casereport.cli.parameters import language_option, settings_option, terminal_bidi_option
from casereport.cli.project import project_settings, reader_language
from casereport.cli.references import (
    CaseOrFile,
    Target,
    place_of,
    read_target,
    say_aloud,
    tell_faults,
    tell_place,
    write_or_show,
)
from casereport.diagnostics import N_, Message, Span, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casereport.model.reference import Reference
    from casereport.pipeline.references.editing import Edited
    from casereport.pipeline.references.lists import ReferenceFile


@click.command(
    "duplicates",
    cls=Command,
    short_help="Tell works that stand twice, or merge them.",
    examples=(
        "casereport refs duplicates my-case",
        "casereport refs duplicates my-case --merge --dry-run",
        "casereport refs duplicates my-case --merge",
    ),
)
@click.argument("target", type=CaseOrFile())
@click.option("--merge", is_flag=True, help="Make one entry of them; citations follow.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would change, as a diff.")
@settings_option
@terminal_bidi_option
@language_option
def command(  # noqa: PLR0913, PLR0917  (one parameter an option)
    target: Target,
    merge: bool,  # noqa: FBT001
    dry_run: bool,  # noqa: FBT001
    settings: Path | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Tell works that stand twice in the list; with --merge make one entry of each.

    The first entry stays, with its key; fields that it lacks, or that are fuller in the other, are
    taken from that. Contradictions are told, and the first entry's value stays. Citations in the
    text are renamed. Entries with different authors are never merged.

    Exit code 0 when there are none or all were merged, else 1.
    """
    if dry_run and not merge:
        misuse("--dry-run shows what --merge would change: say both.")
    if merge and target.file and (target.folder / "case.yaml").is_file():
        misuse(f"{target.shown} belongs to a case: name its folder, so that citations follow.")
    project = project_settings(target.folder, settings, language)
    language = reader_language(language, project)
    read = read_target(target, language)
    edited = _merged(target, read.files, language)
    _tell(edited, target, language, aloud=not dry_run)
    if merge:
        write_or_show(edited.replacements, target, language, dry_run=dry_run)
    if edited.refused or (edited.merged and (dry_run or not merge)):
        click.get_current_context().exit(FINDINGS)
    if dry_run:
        return
    count = sum(len(one.removed) for one in edited.merged)
    total = say(N_("Entries merged: {count}"), count=count)
    say_aloud(total if count else say(N_("No work stands twice.")), language)


def _merged(target: Target, files: Sequence[ReferenceFile], language: str) -> Edited:
    """What would be merged; where the text's own numbers would move, nothing is."""
    from casereport.pipeline.options import CheckOptions
    from casereport.pipeline.references.editing import citing_files, merge_files
    from casereport.pipeline.references.lists import read_cited

    if target.file:
        return merge_files(files, target.workspace, ())
    cited = read_cited(target.workspace, CheckOptions())
    if cited.case is None:
        tell_faults(cited.diagnostics, cited.sources, target, language)
        click.get_current_context().exit(FINDINGS)
    texts = (narrative.file for narrative in cited.case.narratives.values())
    return merge_files(files, target.workspace, citing_files(texts), keyed=cited.keyed)


def _tell(edited: Edited, target: Target, language: str, *, aloud: bool) -> None:
    """Each work that stands twice, what contradicts, and what is not merged, with places.

    ``aloud``: on stdout; else on stderr, for stdout is the diff's.
    """
    from casereport.pipeline.references.comparing import shown

    def at(reference: Reference, message: Message) -> None:
        span = reference.span() or Span.start_of(target.file)
        if aloud:
            say_aloud(message, language, place=place_of(target, span))
        else:
            tell_place(target, span, message, language)

    for one in edited.merged:
        for gone in one.removed:
            message = N_("{other} is the same work as {kept}.")
            at(gone, say(message, other=gone.citekey, kept=one.kept.citekey))
    for conflict in edited.conflicts:
        values = [shown(getattr(each, conflict.field)) for each in (conflict.kept, conflict.other)]
        message = N_("{field} differs: {kept} stays, {other} is dropped.")
        told = say(message, field=conflict.field, kept=values[0], other=values[1])
        at(conflict.other, told)
    for refused in edited.refused:
        message = N_("{one} and {other} look like one work and are not merged.")
        told = say(message, one=refused.one.citekey, other=refused.other.citekey)
        at(refused.other, told)
        at(refused.other, refused.reason)
