"""``casereport explain``: the page of a finding's code, or the codes of a family, or all."""

from __future__ import annotations

import difflib
import sys
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from casereport.cli.command import Command, misuse
from casereport.cli.parameters import language_option, terminal_bidi_option
from casereport.cli.terminal import columns, eye_for, is_terminal, wants_colour

if TYPE_CHECKING:
    from casereport.checks import Page, UnknownCodeError
    from casereport.reporting.rule_page import RulePage


_READABLE = 92
"""Columns: a page is read, so its lines stay short on a wide terminal."""


@click.command(
    "explain",
    cls=Command,
    short_help="Explain a finding: the rule, its reason, examples.",
    examples=(
        "casereport explain REF001",
        "casereport explain pages-run-backwards --lang fa",
        "casereport explain CIT",
        "casereport explain",
    ),
)
@click.argument("code", required=False)
@terminal_bidi_option
@language_option
def command(
    code: str | None,
    terminal_bidi: str,  # noqa: ARG001  (read by eye_for)
    language: str,
) -> None:
    """Explain a finding: what the rule is, why it matters, a bad and a good example.

    CODE is a code (REF001), its name (pages-run-backwards) or the letters of a family (CIT), which
    lists its codes; without it, every code is listed.
    """
    from casereport.checks import UnknownCodeError, catalogue, explain, family
    from casereport.reporting.rule_list import rule_list
    from casereport.reporting.rule_page import rule_page

    pages = catalogue() if code is None else family(code)
    if code is None or pages:
        width = columns(sys.stdout) if is_terminal(sys.stdout) else None
        click.echo(rule_list(pages, language, eye=eye_for(sys.stdout), width=width))
        return
    try:
        page = explain(code)
    except UnknownCodeError as error:
        near = " or ".join(_nearest(error, catalogue()))
        hint = f"Did you mean {near}?" if near else "Run casereport explain: it lists them all."
        misuse(f"There is no code {code!r}. {hint}")
    _show(rule_page(page, language))


def _nearest(error: UnknownCodeError, pages: Iterable[Page]) -> tuple[str, ...]:
    """The family that is meant by a word without digits, else the nearest codes and names."""
    wanted = error.code.strip().lower()
    if any(map(str.isdigit, wanted)):
        return error.nearest
    words = {word: page.letters for page in pages for word in (page.letters.lower(), page.family)}
    near = difflib.get_close_matches(wanted, words, n=1, cutoff=0.75)
    return (words[near[0]],) if near else error.nearest


def _show(page: RulePage) -> None:
    """The page as Markdown; on a terminal set for reading, with lines that stay short."""
    if not is_terminal(sys.stdout):
        head = f"{page.code} {page.name} ({page.kind})"
        click.echo(f"{head}\n{page.title}\n\n{page.body_markdown}")
        return
    eye = eye_for(sys.stdout)
    width = min(columns(sys.stdout), _READABLE)
    click.echo(f"{_head(page.code)} {page.name} ({eye.line(page.kind)})")
    click.echo(_head(eye.line(page.title)))
    for paragraph in page.paragraphs:
        if eye.reorders:
            lines = eye.sentences(paragraph, page.direction, indent=0)
        else:
            lines = [textwrap.fill(paragraph, width)]
        click.echo("\n" + "\n".join(lines))
    for heading, source in page.examples:
        shown = "\n".join(eye.line(line) for line in source.split("\n"))
        click.echo(f"\n{_head(eye.line(heading))}\n\n{textwrap.indent(shown, '    ')}")
    if page.references:
        click.echo(f"\n{_head(eye.line(page.references_heading))}")
    for reference in page.references:
        for line in textwrap.wrap(
            reference, width, initial_indent="  ", subsequent_indent="    "
        ):
            click.echo(eye.line(line))
    if page.silence:
        click.echo(f"\n{_head(eye.line(page.silence_heading))}\n")
    for line in page.silence:
        click.echo(f"    {eye.line(line, 'ltr')}")


def _head(text: str) -> str:
    return click.style(text, bold=True) if wants_colour(sys.stdout) else text
