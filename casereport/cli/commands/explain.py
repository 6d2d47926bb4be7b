"""``casereport explain``: the page of a finding's code, or the list of all codes."""

from __future__ import annotations

import sys
import textwrap
from typing import TYPE_CHECKING

import click

from casereport.cli.command import Command, misuse
from casereport.cli.parameters import language_option
from casereport.cli.terminal import columns, is_terminal, wants_colour
from casereport.diagnostics import Message

if TYPE_CHECKING:
    from casereport.checks import Page


_READABLE = 92
"""Columns: a page is read, so its lines stay short on a wide terminal."""

_EXAMPLES = {"bad": "Reported", "good": "Not reported"}


@click.command(
    "explain",
    cls=Command,
    short_help="Explain a finding: the rule, its reason, examples.",
    examples=(
        "casereport explain REF001",
        "casereport explain",
    ),
)
@click.argument("code", required=False)
@language_option
def command(code: str | None, language: str) -> None:
    """Explain a finding: what the rule is, why it matters, a bad and a good example.

    Without CODE, list every code.
    """
    from casereport.checks import UnknownCodeError, catalogue, explain

    if code is None:
        click.echo("\n".join(_line(page, language) for page in catalogue()))
        return
    try:
        page = explain(code)
    except UnknownCodeError as error:
        near = " or ".join(error.nearest)
        hint = f"Did you mean {near}?" if near else "Run casereport explain: it lists them all."
        misuse(f"There is no code {code!r}. {hint}")
    _show(page, language)


def _title(page: Page, language: str) -> str:
    from casereport.reporting import render

    return render(Message(page.title), language)


def _line(page: Page, language: str) -> str:
    return f"{page.code:<7}  {page.severity:<7}  {page.name:<27}  {_title(page, language)}"


def _show(page: Page, language: str) -> None:
    """The page as Markdown; on a terminal set for reading, with lines that stay short."""
    title = _title(page, language)
    if not is_terminal(sys.stdout):
        click.echo(f"{page.code} {page.name} ({page.severity})\n{title}\n\n{page.body_markdown}")
        return
    width = min(columns(sys.stdout), _READABLE)
    click.echo(f"{_head(page.code)} {page.name} ({page.severity})\n{_head(title)}")
    for paragraph in page.paragraphs:
        click.echo(f"\n{textwrap.fill(paragraph, width)}")
    for example in page.examples:
        kind = _EXAMPLES[example.kind] + (f" ({example.label})" if example.label else "")
        click.echo(f"\n{_head(kind)}\n\n{textwrap.indent(example.source, '    ')}")
    if page.references:
        click.echo(f"\n{_head('References')}")
    for reference in page.references:
        click.echo(textwrap.fill(reference, width, initial_indent="  ", subsequent_indent="    "))


def _head(text: str) -> str:
    return click.style(text, bold=True) if wants_colour(sys.stdout) else text
