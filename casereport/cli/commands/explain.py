"""``casereport explain``: the page of a finding's code, or the list of all codes."""

from __future__ import annotations

import sys
import textwrap
from typing import TYPE_CHECKING

import click

from casereport.cli.command import Command, misuse
from casereport.cli.parameters import language_option, terminal_bidi_option
from casereport.cli.terminal import columns, eye_for, is_terminal, wants_colour
from casereport.diagnostics import Message

if TYPE_CHECKING:
    from casereport.checks import Page
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

    Without CODE, list every code. A page that is not translated yet is shown in English.
    """
    from casereport.checks import UnknownCodeError, catalogue, explain
    from casereport.reporting.rule_page import rule_page

    if code is None:
        click.echo("\n".join(_line(page, language) for page in catalogue()))
        return
    try:
        page = explain(code)
    except UnknownCodeError as error:
        near = " or ".join(error.nearest)
        hint = f"Did you mean {near}?" if near else "Run casereport explain: it lists them all."
        misuse(f"There is no code {code!r}. {hint}")
    _show(rule_page(page, language))


def _line(page: Page, language: str) -> str:
    from casereport.reporting import render
    from casereport.reporting.rule_page import severity_word

    eye = eye_for(sys.stdout)
    word = severity_word(page.severity, language)
    title = eye.line(render(Message(page.title), language))
    # Padded by what is seen: letters of every language here take one column each.
    return f"{page.code:<7}  {eye.line(word)}{' ' * (7 - len(word))}  {page.name:<27}  {title}"


def _show(page: RulePage) -> None:
    """The page as Markdown; on a terminal set for reading, with lines that stay short."""
    if not is_terminal(sys.stdout):
        head = f"{page.code} {page.name} ({page.severity}, {page.family})"
        click.echo(f"{head}\n{page.title}\n\n{page.body_markdown}")
        return
    eye = eye_for(sys.stdout)
    width = min(columns(sys.stdout), _READABLE)
    kind = f"{eye.line(page.severity)}, {eye.line(page.family)}"
    click.echo(f"{_head(page.code)} {page.name} ({kind})")
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
