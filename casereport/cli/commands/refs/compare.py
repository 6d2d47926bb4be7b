"""``casereport refs compare``: what two lists have in common, and where they differ."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from casereport.cli.command import FINDINGS, Command
from casereport.cli.parameters import language_option, terminal_bidi_option
from casereport.cli.references import CaseOrFile, Target, place_of, read_target, say_aloud
from casereport.diagnostics import N_, Message, Span, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casereport.model.reference import Reference
    from casereport.pipeline.references.comparing import Comparison, FieldDifference


@click.command(
    "compare",
    cls=Command,
    short_help="Compare two reference lists.",
    examples=(
        "casereport refs compare references.bib export.ris",
        "casereport refs compare my-case revised-case --format json",
    ),
)
@click.argument("first", type=CaseOrFile())
@click.argument("second", type=CaseOrFile())
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@terminal_bidi_option
@language_option
def command(
    first: Target,
    second: Target,
    form: str,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Compare two reference lists of any formats: what one lacks, and what they tell otherwise.

    Entries belong together by their key, else by DOI, PubMed number, or title, year and author.

    Exit code 0 when both say the same, else 1.
    """
    from casereport.pipeline.references.comparing import compare

    lists = [read_target(target, language).references for target in (first, second)]
    found = compare(*lists)
    if form == "json":
        click.echo(json.dumps(_facts(found), ensure_ascii=False, indent=2))
    else:
        _show(found, first, second, language)
    if not found.is_same:
        click.get_current_context().exit(FINDINGS)


def _facts(found: Comparison) -> dict[str, object]:
    return {
        "same": len(found.pairs) - len(found.differing),
        "only_first": [one.citekey for one in found.only_first],
        "only_second": [one.citekey for one in found.only_second],
        "differing": [
            {
                "first": pair.first.citekey,
                "second": pair.second.citekey,
                "fields": {
                    each.field: {"first": each.first, "second": each.second}
                    for each in pair.differences
                },
            }
            for pair in found.differing
        ],
    }


def _show(found: Comparison, first: Target, second: Target, language: str) -> None:
    _only(found.only_first, first, second, language)
    _only(found.only_second, second, first, language)
    for pair in found.differing:
        if pair.first.citekey != pair.second.citekey:
            message = N_("{first} is called {second} in the other list.")
            told = say(message, first=pair.first.citekey, second=pair.second.citekey)
            _at(first, pair.first, "", told, language)
        for each in pair.differences:
            here = (first, pair.first) if each.first else (second, pair.second)
            _at(*here, each.field, _difference(each, here[1].citekey), language)
    same = len(found.pairs) - len(found.differing)
    message = N_("Alike: {same}, different: {differing}, only in one of them: {only}")
    only = len(found.only_first) + len(found.only_second)
    say_aloud(say(message, same=same, differing=len(found.differing), only=only), language)


def _difference(each: FieldDifference, citekey: str) -> Message:
    if each.first and each.second:
        message = N_("{citekey}, {field}: {first}; in the other list {second}.")
        return say(
            message, citekey=citekey, field=each.field, first=each.first, second=each.second
        )
    message = N_("{citekey}, {field}: {value}; the other list does not say it.")
    return say(message, citekey=citekey, field=each.field, value=each.first or each.second)


def _only(references: Iterable[Reference], here: Target, there: Target, language: str) -> None:
    for one in references:
        message = say(N_("{citekey} is not in {file}."), citekey=one.citekey, file=there.shown)
        _at(here, one, "", message, language)


def _at(
    target: Target, reference: Reference, field: str, message: Message, language: str
) -> None:
    from casereport.references.cleaning.merging import VARIABLES

    span = reference.span(VARIABLES.get(field, "")) or Span.start_of(target.file)
    say_aloud(message, language, place=place_of(target, span))
