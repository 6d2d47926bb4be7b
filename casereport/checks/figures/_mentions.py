"""Mentions of figures and tables that print a question mark in place of a number."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Literal

from casereport.article.article import FloatMention
from casereport.checks.check import ArticleContext, Finding
from casereport.diagnostics import N_

_PARTS = {"fig": "figures", "tbl": "tables"}
DECLARE = {
    "fig": N_("Declare it under figures in case.yaml."),
    "tbl": N_("Declare it under tables in case.yaml."),
}


def dangling(
    context: ArticleContext, kind: Literal["fig", "tbl"], known: Iterable[str]
) -> Iterator[Finding]:
    """A finding for each mention of this kind whose target is not among the ``known`` ones.

    One whose declaration was refused is passed over: that has a finding of its own.
    """
    names = sorted(known)
    for mention in unresolved(context, kind):
        if mention.target in names:
            continue
        near = difflib.get_close_matches(mention.target, names, n=1)
        yield Finding.at(
            mention.span,
            hint="" if near else DECLARE[kind],
            target=mention.target,
            nearest=f"@{kind}-{near[0]}" if near else "",
        )


def unresolved(context: ArticleContext, kind: Literal["fig", "tbl"]) -> Iterator[FloatMention]:
    """The mentions of this kind without a number, each place once."""
    told = set()
    for mention in context.article.mentions:
        if mention.kind != kind or mention.resolved or mention.span in told:
            continue
        told.add(mention.span)  # a caption that serves both languages is set twice
        if not context.case.source.is_refused((_PARTS[kind], mention.target)):
            yield mention
