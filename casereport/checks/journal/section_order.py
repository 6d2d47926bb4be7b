"""The sections do not stand in the journal's order.

The abstract comes first, then the sections as the journal's manifest lists them. In print they
stand so whatever the file says; but whoever reads the file, or another program, meets them as they
were written. The order of sections under one printed heading is the author's. The fewest sections
that break the order are told.

Bad::

    en.md:
        ## Introduction {#introduction}

        Some text.

        ## Abstract {#abstract}

        A summary.

        ## Discussion {#discussion}

        More.

Good::

    en.md:
        ## Abstract {#abstract}

        A summary.

        ## Introduction {#introduction}

        Some text.

        ## Timeline {#timeline}

        Times.

        ## Clinical Findings {#clinical-findings}

        Findings.

        ## Discussion {#discussion}

        More.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.journal_rules import manifest_of
from casereport.diagnostics import N_, Severity
from casereport.journals.manifest import Manifest
from casereport.model.narrative import Section

check = Check(
    code="JRN002",
    name="section-order",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The section {section} does not stand where the journal has it."),
    hint=N_("Move it: the journal {journal} prints {order}."),
)

_ABSTRACT = "abstract"


def run(context: ArticleContext) -> Iterator[Finding]:
    manifest = manifest_of(context.article)
    ranks = _ranks(manifest)
    for narrative in context.case.narratives.values():
        # A section that stands twice is told by reading; the first has its place.
        first = {section.id: section for section in reversed(narrative.sections)}
        known = [one for one in narrative.sections if one.id in ranks and first[one.id] is one]
        kept = _longest_order([ranks[section.id] for section in known])
        for index, section in enumerate(known):
            if index not in kept:
                yield Finding.at(
                    section.span,
                    section=section.id,
                    journal=context.article.journal,
                    order=_order(known, ranks),
                )


def _ranks(manifest: Manifest) -> dict[str, int]:
    ranks = {_ABSTRACT: -1}
    for rank, printed in enumerate(manifest.sections):
        ranks.update(dict.fromkeys(printed.ids, rank))
    return ranks


def _order(sections: list[Section], ranks: dict[str, int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.id for s in sorted(sections, key=lambda s: ranks[s.id])))


def _longest_order(ranks: list[int]) -> set[int]:
    """The positions of the longest part that never falls; of two equally long, the later words."""
    ends: list[int] = []
    before: list[int] = []
    for position, rank in enumerate(ranks):
        length = bisect_right(ends, rank, key=ranks.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [position]
    kept: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        kept.add(position)
        position = before[position]
    return kept
