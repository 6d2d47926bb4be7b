"""Numbers typed by hand of figures and tables that the article does not have.

They are left over when a figure is taken out or forgotten. A sentence with a citation may speak of
the figure of another work, and is passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from casereport.checks.check import ArticleContext, Finding
from casereport.checks.figures._order import numbers_of
from casereport.checks.figures._typed_mentions import typed_mentions
from casereport.checks.figures._words import FloatKind
from casereport.checks.prose import narrative_prose
from casereport.checks.sentences import cites, sentences
from casereport.diagnostics import Severity, Span
from casereport.model.narrative import Narrative, TableBlock
from casereport.model.walking import blocks_within


def beyond_the_last(
    context: ArticleContext, kind: FloatKind, declared: Collection[str], *, message: str, hint: str
) -> Iterator[Finding]:
    """For each text the first mention of each number that is higher than the last one there is."""
    part = "figures" if kind == "fig" else "tables"
    if context.case.source.is_refused((part,)):
        return  # how many there are is not known
    numbers = numbers_of(context.article, kind)
    for _, text in sorted(context.case.narratives.items()):
        typed = _typed_tables(text) if kind == "tbl" else 0
        last = max(len(numbers), len(declared), typed)
        for number, place in _first_mentions(context, kind, text).items():
            if number > last:
                yield Finding.at(
                    place,
                    message=message,
                    hint=hint,
                    severity=Severity.WARNING,
                    number=number,
                    last=last,
                )


def _typed_tables(text: Narrative) -> int:
    """The tables of a text, those without a name included: authors count them, too."""
    return sum(
        isinstance(block, TableBlock)
        for section in text.sections
        for block in blocks_within(section.blocks)
    )


def _first_mentions(context: ArticleContext, kind: FloatKind, text: Narrative) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for prose in narrative_prose(text):
        if prose.part != "paragraph":
            continue
        for mention in typed_mentions(prose.text, prose.language, kind):
            # "Figs. 2" looks like the end of a sentence; meant is the one with the number.
            own = (s for s in sentences(prose) if s.start < mention.end <= s.start + len(s.text))
            if not any(cites(sentence, context.case) for sentence in own):
                for number in mention.numbers:
                    found.setdefault(number, prose.place(mention.start, mention.end))
    return found
