"""The text first mentions the figures in another order than that of their numbers.

Numbers follow the first mention, so that a reader who comes to figure 2 has seen figure 1. A figure
that is mentioned by key is numbered so, by the text that is printed whole; out of order are the
mentions of another language that takes the figures in another order, those after a place kept too
early, and numbers typed by hand («شکل ۲», "Figs. 2A and 3"). The order is that of the printed
sections. The abstract and captions do not count.

Bad::

    case.yaml:
        figures:
          chest: {file: figures/chest.png, caption: {fa: قفسه سینه, en: The chest}}
          wrist: {file: figures/wrist.png, caption: {fa: مچ, en: The wrist}}
    fa.md:
        قفسه سینه در @fig-chest و مچ در @fig-wrist دیده شد.
    en.md:
        The wrist is shown in @fig-wrist, the chest in @fig-chest.
    figures/chest.png: <a small PNG>
    figures/wrist.png: <a small PNG>

Bad (typed by hand)::

    case.yaml:
        figures:
          chest: {file: figures/chest.png, caption: {fa: قفسه سینه, en: The chest}}
          wrist: {file: figures/wrist.png, caption: {fa: مچ, en: The wrist}}
    en.md:
        The wrist is shown in Figure 2, the chest in Figure 1.
    figures/chest.png: <a small PNG>
    figures/wrist.png: <a small PNG>

Good::

    case.yaml:
        figures:
          chest: {file: figures/chest.png, caption: {fa: قفسه سینه, en: The chest}}
          wrist: {file: figures/wrist.png, caption: {fa: مچ, en: The wrist}}
    fa.md:
        قفسه سینه در @fig-chest و مچ در @fig-wrist دیده شد.
    en.md:
        The chest is shown in @fig-chest, the wrist in @fig-wrist.
    figures/chest.png: <a small PNG>
    figures/wrist.png: <a small PNG>

References:
    ICMJE Recommendations, IV.A.3.i: figures are numbered in the order in which the text cites them.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.figures._order import out_of_order
from casereport.diagnostics import N_, Severity, say

check = Check(
    code="FIG003",
    name="figures-mentioned-out-of-order",
    severity=Severity.WARNING,
    scope="article",
    message=N_("Figure {number} is mentioned before figure {missing}."),
    hint=N_("One numbering serves every language: mention the figures in the same order in each."),
)

_TYPED_HINT = N_("Number them in the order of their mentions; {mention} does that by itself.")


def run(context: ArticleContext) -> Iterator[Finding]:
    earlier = say(N_("The lower number is first mentioned here."))
    yield from out_of_order(context, "fig", typed_hint=_TYPED_HINT, earlier=earlier)
