"""The text speaks of a figure that is not declared.

A figure is called by its key in case.yaml: `@fig-chest` speaks of `figures: chest`. A
mention that leads nowhere prints a question mark in place of the number, and a place kept for a
figure that is not declared (`::: {#fig-chest}`) stays empty. A number typed by hand that is higher
than the last figure's is a warning, unless its sentence cites another work.

Bad::

    fa.md:
        تغییرات در @fig-chest دیده شد.

Bad (a place without its figure)::

    en.md:
        ::: {#fig-chest}
        :::

Bad (a number typed by hand)::

    en.md:
        The changes are shown in Figure 2.

Good::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
    fa.md:
        تغییرات در @fig-chest دیده شد.
    en.md:
        The changes are shown in @fig-chest.
    figures/chest.png: <a small PNG>

References:
    ICMJE Recommendations, IV.A.3: each figure is cited in the text, and each citation has its
    figure.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.figures._beyond import beyond_the_last
from casereport.checks.figures._mentions import DECLARE, dangling, unresolved
from casereport.checks.figures._placements import placements
from casereport.diagnostics import N_, Severity

check = Check(
    code="FIG004",
    name="mention-without-figure",
    severity=Severity.ERROR,
    scope="article",
    message=N_("There is no figure {target}; the mention prints a question mark."),
    hint=N_("Did you mean {nearest}? Otherwise declare it under figures in case.yaml."),
)


_PLACED = N_("There is no figure {target} to place here.")
_UNPLACED = N_("The figure {target} stands nowhere; the mention prints a question mark.")
_BEYOND = N_("The text speaks of figure {number}; the number of figures is {last}.")
_BEYOND_HINT = N_("Correct the number, or declare the figure under figures in case.yaml.")
_UNPLACED_HINT = N_("Mention it in a section other than the abstract: it prints after that.")


def run(context: ArticleContext) -> Iterator[Finding]:
    figures = context.case.facts.figures
    yield from dangling(context, "fig", figures)
    yield from beyond_the_last(context, "fig", figures, message=_BEYOND, hint=_BEYOND_HINT)
    for mention in unresolved(context, "fig"):
        if mention.target in figures:
            yield Finding.at(
                mention.span, message=_UNPLACED, hint=_UNPLACED_HINT, target=mention.target
            )
    for block in placements(context.case):
        name = block.target
        known = name in figures or context.case.source.is_refused(("figures", name))
        if block.kind == "fig" and not known:
            near = difflib.get_close_matches(name, sorted(figures), n=1)
            nearest = f"::: {{#fig-{near[0]}}}" if near else ""
            hint = "" if near else DECLARE["fig"]
            yield Finding.at(block.span, message=_PLACED, hint=hint, target=name, nearest=nearest)
