"""The order in which the texts first mention figures and tables, by their printed numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from casereport.article.article import Article
from casereport.article.block import Block, Fig, TableWrap
from casereport.assembly.plan import inlines_with_notes, mentioned_float, plan_body
from casereport.checks.check import ArticleContext, Finding
from casereport.checks.figures._typed_mentions import typed_mentions
from casereport.checks.figures._words import FloatKind
from casereport.checks.journal_rules import manifest_of, within
from casereport.diagnostics import Message, Span
from casereport.model.narrative import CrossReference, Inline, Narrative, TextRun


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention in the running text: of a number, by key or typed by hand."""

    number: int
    span: Span
    typed: bool


def numbers_of(article: Article, kind: FloatKind) -> dict[str, int]:
    """Name → number, of all that the article prints in any language."""
    wanted = Fig if kind == "fig" else TableWrap
    found: dict[str, int] = {}
    for edition in article.editions:
        blocks: list[Block] = [block for section in edition.body for block in section.blocks]
        for block in (*within(blocks), *edition.floats_group):
            if isinstance(block, wanted) and block.id and block.number:
                found.setdefault(block.id.removeprefix(f"{kind}-"), block.number)
    return found


def mentions_in_order(
    context: ArticleContext, kind: FloatKind, text: Narrative
) -> Iterator[Mention]:
    """The mentions of a text in the order of print, the abstract left out: nothing stands there.

    Numbers beyond those of the article are passed over: they may be another work's.
    """
    facts, numbers = context.case.facts, numbers_of(context.article, kind)
    sections = plan_body(text, manifest_of(context.article), facts)
    nodes: Iterator[Inline] = (
        node
        for section in sections
        for block in section.blocks
        for node in inlines_with_notes((block,), text)
    )
    for node in nodes:
        if isinstance(node, CrossReference) and node.kind == kind:
            number = numbers.get(mentioned_float(node, facts)[0])
            if number is not None:
                yield Mention(number, node.span, typed=False)
        elif isinstance(node, TextRun):
            for found in typed_mentions(node.text, text.language, kind):
                span = node.place(found.start, found.end)
                known = (number for number in found.numbers if 0 < number <= len(numbers))
                yield from (Mention(number, span, typed=True) for number in known)


def out_of_order(
    context: ArticleContext, kind: FloatKind, *, typed_hint: str, earlier: Message
) -> Iterator[Finding]:
    """For each text the first mention that comes before one of a lower number.

    What the text that sets the numbers never mentions has its number by its place alone; that is
    told of it, and not again where another text mentions it by key.
    """
    texts = sorted(context.case.narratives.items())
    mentions = {
        language: _first(mentions_in_order(context, kind, text)) for language, text in texts
    }
    numbering = mentions.get(context.article.main.language, {})
    for found in mentions.values():
        appeared = [one for one in found.values() if one.typed or one.number in numbering]
        for index, mention in enumerate(appeared):
            late = [other for other in appeared[index + 1 :] if other.number < mention.number]
            if not late:
                continue
            lowest = min(late, key=lambda other: other.number)
            yield Finding.at(
                mention.span,
                hint=typed_hint if mention.typed or lowest.typed else "",
                related=[(lowest.span, earlier)],
                number=mention.number,
                missing=lowest.number,
                mention=f"@{kind}-\u2026",
            )
            break


def _first(mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Each number's first mention, in the order of the text."""
    first: dict[int, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.number, mention)
    return first
