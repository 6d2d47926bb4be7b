"""A figure is declared but the text never speaks of it.

A figure appears after the paragraph of its first mention. One that no paragraph mentions has no
place, and the reader does not know what to see in it. Each language that has a text of its own
(more than an abstract) is looked at by itself; a mention in a caption sends nobody there. A number
typed by hand («شکل ۲», "Figure 2") is a mention, told as a note: it does not move with the figure.

Bad::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption: {fa: قفسه سینه, en: The chest}
    fa.md:
        تغییرات در @fig-chest دیده شد.
    figures/chest.png: <a small PNG>

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
    ICMJE Recommendations, IV.A.3.i: figures are numbered in the order in which the text cites them.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.article.article import FloatMention
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.figures._order import Mention, mentions_in_order, numbers_of
from casereport.diagnostics import N_, Severity
from casereport.model.narrative import Narrative

check = Check(
    code="FIG002",
    name="figure-never-mentioned",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The figure {figure} is never mentioned in {file}."),
    hint=N_("Mention it in the sentence that speaks of it, {mention}, or remove it."),
)

_NO_TEXT = N_("The figure {figure} is never mentioned: no language has a text beyond the abstract.")
_BY_HAND = N_("The figure {figure} is mentioned in {file} by a number that was typed: {typed}.")
_BY_HAND_HINT = N_("Write {mention}: the number and the figure's place then follow the text.")


def run(context: ArticleContext) -> Iterator[Finding]:
    texts = [text for _, text in sorted(context.case.narratives.items()) if text.has_body]
    numbers = numbers_of(context.article, "fig")
    for text in texts:
        typed = [one for one in mentions_in_order(context, "fig", text) if one.typed]
        for figure in context.case.facts.figures:
            if any(_of(figure, text, use) for use in context.article.mentions):
                continue
            by_hand = [one for one in typed if one.number == numbers.get(figure)]
            yield _by_hand(figure, text, by_hand[0]) if by_hand else _finding(figure, text.file)
    for figure in context.case.facts.figures if not texts else ():
        yield _finding(figure, message=_NO_TEXT)


def _of(figure: str, text: Narrative, mention: FloatMention) -> bool:
    """True for a mention in the text itself: a caption sends no reader to a figure."""
    if mention.kind != "fig" or mention.span.file != text.file:
        return False
    # @fig-chest-a speaks of a panel of the figure chest.
    stem, _, panel = mention.target.rpartition("-")
    return mention.target == figure or (stem == figure and len(panel) == 1)


def _finding(figure: str, file: str = "", message: str = "") -> Finding:
    mention = f"@fig-{figure}"
    route = ("figures", figure)
    return Finding.at(route, message=message, figure=figure, file=file, mention=mention)


def _by_hand(figure: str, text: Narrative, found: Mention) -> Finding:
    return Finding.at(
        found.span,
        message=_BY_HAND,
        hint=_BY_HAND_HINT,
        severity=Severity.NOTE,
        figure=figure,
        file=text.file,
        typed=found.number,
        mention=f"@fig-{figure}",
    )
