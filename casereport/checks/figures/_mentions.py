"""Mentions of figures and tables that lead nowhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Literal

from casereport.checks.check import ArticleContext, Finding
from casereport.diagnostics import N_

_DECLARE = {
    "fig": N_("Declare it under figures in case.yaml."),
    "tbl": N_("Declare it under tables in case.yaml."),
}


def dangling(
    context: ArticleContext, kind: Literal["fig", "tbl"], known: Iterable[str]
) -> Iterator[Finding]:
    """A finding for each mention of this kind whose target is not declared."""
    names = sorted(known)
    for mention in context.article.mentions:
        if mention.kind != kind or mention.resolved or mention.target in names:
            continue
        near = difflib.get_close_matches(mention.target, names, n=1)
        yield Finding.at(
            mention.span,
            hint="" if near else _DECLARE[kind],
            target=mention.target,
            nearest=f"@{kind}-{near[0]}" if near else "",
        )
