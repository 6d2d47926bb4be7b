"""A typed group of citation numbers shows in another order than it is written in.

In Persian text a hyphen parts two numbers and a comma between two joins them (UAX #9), so a group
typed by hand rarely shows as it stands in the file. Authors then type it backwards until it looks
right: «(8-17,6-11)» in the file looks like «(11-17,6-8)» and means 6-8 and 11-17, while a program,
or the next editor, reads 8-17. When the two readings name different works, this is a warning with
both; when they differ in their order alone, a note. A range typed backwards, (10-8), is a note in
every language. Citations by key cannot have this fault: the journal sets their order.

Bad::

    fa.md:
        اثر داروها یکسان نبوده است (۲-۴،۱).
    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One}, journal = {J}, year = {2001}}
        @article{b, author = {Reiter, Nina}, title = {Two}, journal = {J}, year = {2002}}
        @article{c, author = {Song, Peter}, title = {Three}, journal = {J}, year = {2003}}
        @article{d, author = {Emil, Nina}, title = {Four}, journal = {J}, year = {2004}}

Good::

    fa.md:
        اثر داروها یکسان نبوده است [@a; @b; @c; @d].
    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One}, journal = {J}, year = {2001}}
        @article{b, author = {Reiter, Nina}, title = {Two}, journal = {J}, year = {2002}}
        @article{c, author = {Song, Peter}, title = {Three}, journal = {J}, year = {2003}}
        @article{d, author = {Emil, Nina}, title = {Four}, journal = {J}, year = {2004}}

References:
    Unicode Standard Annex #9, rules W2, W4 and L2.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.citations._typed_groups import TypedGroup, in_figures, typed_groups
from casereport.diagnostics import N_, Severity
from casereport.text.citations import TypedCitation, TypedOrders, collapse

check = Check(
    code="CIT004",
    name="range-reads-two-ways",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The citation {citation} reads two ways: {meant} (likely), or {other}."),
    hint=N_("Cite by key, [@key], and the journal sets the order."),
)

_EITHER = N_("The citation {citation} reads two ways: {meant}, or {other}.")
_ORDER = N_(
    "The citation {citation} is typed as {typed} and shows, from the right, as {shown}; it means "
    "{meant}."
)
_BACKWARDS = N_("The range in the citation {citation} is typed backwards; it means {meant}.")


def run(context: ArticleContext) -> Iterator[Finding]:
    for group in typed_groups(context.article):
        orders, read = group.orders, group.read
        if orders is None or read is None:
            continue
        if group.reads_two_ways:
            yield _two_ways(group, orders, read)
        elif orders.differ or orders.runs_backwards:
            yield Finding.at(
                group.span,
                message=_ORDER if orders.differ else _BACKWARDS,
                severity=Severity.NOTE,
                citation=group.text,
                typed=in_figures(orders.typed),
                shown=in_figures(orders.shown),
                meant=in_figures(read.ranges),
            )


def _two_ways(group: TypedGroup, orders: TypedOrders, read: TypedCitation) -> Finding:
    readings = [collapse(_covered(items)) for items in (orders.typed, orders.shown)]
    other = next(reading for reading in readings if reading != read.ranges)
    return Finding.at(
        group.span,
        message=_EITHER if read.ambiguous else "",
        citation=group.text,
        meant=in_figures(read.ranges),
        other=in_figures(other),
    )


def _covered(items: tuple[tuple[int, int], ...]) -> set[int]:
    return {number for item in items for number in range(min(item), max(item) + 1)}
