"""A figure is declared but the text never speaks of it.

A figure appears after the paragraph of its first mention. One that no paragraph mentions has no
place, and the reader does not know what to see in it. Each language that has a text of its own
(more than an abstract) is looked at by itself.

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
from casereport.diagnostics import N_, Severity

check = Check(
    code="FIG002",
    name="figure-never-mentioned",
    severity=Severity.WARNING,
    scope="article",
    message=N_("The figure {figure} is never mentioned in {file}."),
    hint=N_("Mention it in the sentence that speaks of it, {mention}, or remove it."),
)

_NO_TEXT = N_("The figure {figure} is never mentioned: no language has a text beyond the abstract.")


def run(context: ArticleContext) -> Iterator[Finding]:
    texts = [text for _, text in sorted(context.case.narratives.items()) if text.has_body]
    for figure in context.case.facts.figures:
        for text in texts:
            if not any(_of(figure, text.language, use) for use in context.article.mentions):
                yield _finding(figure, file=text.file)
        if not texts:
            yield _finding(figure, _NO_TEXT)


def _of(figure: str, language: str, mention: FloatMention) -> bool:
    if mention.kind != "fig" or mention.language != language:
        return False
    # @fig-chest-a speaks of a panel of the figure chest.
    stem, _, panel = mention.target.rpartition("-")
    return mention.target == figure or (stem == figure and len(panel) == 1)


def _finding(figure: str, message: str = "", file: str = "") -> Finding:
    mention = f"@fig-{figure}"
    route = ("figures", figure)
    return Finding.at(route, message=message, figure=figure, file=file, mention=mention)
