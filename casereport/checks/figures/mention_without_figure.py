"""The text speaks of a figure that is not declared.

A figure is called by its key in case.yaml: `@fig-chest` speaks of `figures: chest`. A
mention that leads nowhere prints a question mark in place of the number.

Bad::

    fa.md:
        تغییرات در @fig-chest دیده شد.

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

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.figures._mentions import dangling
from casereport.diagnostics import N_, Severity

check = Check(
    code="FIG004",
    name="mention-without-figure",
    severity=Severity.ERROR,
    scope="article",
    message=N_("There is no figure {target}; the mention prints a question mark."),
    hint=N_("Did you mean {nearest}? Otherwise declare it under figures in case.yaml."),
)


def run(context: ArticleContext) -> Iterator[Finding]:
    return dangling(context, "fig", context.case.facts.figures)
