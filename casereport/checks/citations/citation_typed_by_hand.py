"""Citations are numbers typed by hand.

A typed number is right only until the list changes: one entry more, and every number behind it
points at another work. In Persian text a typed group also shows in another order than it is written
in. A citation by key, ``[@boulman2005]``, is numbered by the journal's own rule in every language.
Typed numbers still count as citations of the list in its own order. They are told of once a file,
at the first. The offered change replaces them all by the keys of the entries that they number; it
is an unsafe one, for by key the list is numbered anew, by first appearance.

Bad::

    en.md:
        Calcinosis is common in systemic sclerosis [1].
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }

Good::

    en.md:
        Calcinosis is common in systemic sclerosis [@boulman2005]. A year (2005) is none.
    references.bib:
        @article{boulman2005,
          author = {Boulman, Nina}, title = {Calcinosis in rheumatic diseases},
          journal = {Semin Arthritis Rheum}, year = {2005}, volume = {34}, pages = {805-812}
        }
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.citations._typed_groups import TypedGroup, typed_groups
from casereport.diagnostics import N_, Fix, Severity, TextEdit, say

check = Check(
    code="CIT006",
    name="citation-typed-by-hand",
    severity=Severity.NOTE,
    scope="article",
    message=N_("This file has {count} citations typed by hand; the first is {citation}."),
    hint=N_("Cite by key, [@key], and the numbers follow the list."),
)

_ONE = N_("The citation {citation} is typed by hand.")
_SHOWN = 5


def run(context: ArticleContext) -> Iterator[Finding]:
    groups = typed_groups(context.article)
    files: dict[str, list[TypedGroup]] = {}
    for group in groups:
        files.setdefault(group.span.file, []).append(group)
    keys = {ref.number: ref.citekey for ref in context.article.references}
    texts = {narrative.file for narrative in context.case.narratives.values()}
    mendable = texts.issuperset(files) and all(_is_mendable(group, keys) for group in groups)
    for found in files.values():
        found.sort(key=lambda group: group.span)
        first, *others = found
        yield Finding.at(
            first.span,
            message=_ONE if not others else "",
            related=[(one.span, say(N_("Typed by hand, too."))) for one in others[:_SHOWN]],
            fix=_fix(found, keys) if mendable else None,
            count=len(found),
            citation=first.text,
        )


def _is_mendable(group: TypedGroup, keys: dict[int, str]) -> bool:
    numbers = [use.number for use in group.uses]
    return not group.reads_two_ways and all(keys.get(number or 0) for number in numbers)


def _fix(groups: Iterable[TypedGroup], keys: dict[int, str]) -> Fix:
    edits = tuple(
        TextEdit(group.span, f"[{'; '.join(f'@{keys[use.number or 0]}' for use in group.uses)}]")
        for group in groups
    )
    return Fix(say(N_("Cite by the keys of the entries.")), edits, safe=False)
