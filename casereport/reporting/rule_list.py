"""The rules in a list, family by family, as ``explain`` without a code shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from casereport.checks import Page
from casereport.diagnostics import Message
from casereport.reporting.eye import LOGICAL, Eye
from casereport.reporting.rendering import render
from casereport.reporting.rule_page import family_name, severity_word

_GAP = "  "


def rule_list(
    pages: Iterable[Page], language: str, *, eye: Eye = LOGICAL, width: int | None = None
) -> str:
    """A block a family: its letters and name, then code, severity, name and title of each rule.

    Where a line would be longer than ``width`` columns, every title stands on a line of its own.
    """
    listed = list(pages)
    words = {page.severity: severity_word(page.severity, language) for page in listed}
    titles = {page.code: render(Message(page.title), language) for page in listed}
    codes, names = (max((len(text) for text in column), default=0) for column in _columns(listed))
    room = max(map(len, words.values()), default=0)
    # Letters of every language here take one column each.
    before = codes + room + names + 4 * len(_GAP)
    is_wide = width is None or before + max(map(len, titles.values()), default=0) <= width

    def lines(page: Page) -> Iterator[str]:
        word = eye.line(words[page.severity]) + " " * (room - len(words[page.severity]))
        head = f"{_GAP}{page.code:<{codes}}{_GAP}{word}{_GAP}"
        title = eye.line(titles[page.code])
        if is_wide:
            yield f"{head}{page.name:<{names}}{_GAP}{title}"
        else:
            yield f"{head}{page.name}"
            yield f"{_GAP}{'':<{codes}}{_GAP}{title}"

    blocks: list[str] = []
    for letters, members in groupby(listed, key=lambda page: page.letters):
        family = list(members)
        head = f"{letters}{_GAP}{eye.line(family_name(family[0].family, language))}"
        blocks.append("\n".join([head, *(line for page in family for line in lines(page))]))
    return "\n\n".join(blocks)


def _columns(pages: list[Page]) -> tuple[list[str], list[str]]:
    return [page.code for page in pages], [page.name for page in pages]
