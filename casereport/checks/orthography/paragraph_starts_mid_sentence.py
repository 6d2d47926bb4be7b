"""A paragraph starts in the middle of a sentence.

The paragraph before ends without a mark, and this one goes on: a line end got between, or columns
were read in the wrong order when the text was taken from a PDF. It is told only on evidence: the
first half ends in a comma, a bracket that stays open or a word that needs another, or the second
begins with a small letter or with a word like «و» and «که».

Bad::

    fa.md:
        بیشتر این مطالعات با تعداد اندکی بیمار انجام شده\u200cاند

        و تأثیر داروها در آن\u200cها یکسان نبوده است.

Bad (a small letter)::

    en.md:
        Most of these studies were done with a small number of patients

        and the effect of the drugs varied among them.

Good::

    fa.md:
        بیشتر این مطالعات با تعداد اندکی بیمار انجام شده\u200cاند.

        وارفارین در همهٔ آن\u200cها یکسان بود.
    en.md:
        The studies were these:

        mTOR inhibitors were given in two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.prose import Prose, block_lists, prose_of
from casereport.diagnostics import N_, Severity, say
from casereport.model.narrative import Block, Paragraph
from casereport.text.characters import OBJECT_REPLACEMENT
from casereport.text.orthography.brackets import unpaired_brackets

check = Check(
    code="ORTH009",
    name="paragraph-starts-mid-sentence",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The paragraph starts in the middle of a sentence: {words}."),
    hint=N_("Join it with the paragraph before, or end that one with a mark."),
)

_SHORTEST = 25
"""What is shorter and without a mark is a heading of its own kind."""
_ENDS = re.compile(r"[.!?:;\u061f\u061b\u2026\u00bb\u201d)\]\"]\s*$")
_GOES_ON = re.compile(
    r"(?:و|که|را|یا|تا|ولی|اما|زیرا|همراه با|است|بود|شد)(?=\s)|[\u060c,)]|[a-z]{2,20}(?=[\s,.;])"
)
_WANTS_MORE = re.compile(
    r"(?:[\u060c,(\u00ab-]|\s(?:و|که|از|به|در|با|را|یا|تا|برای|این|a|an|the|and|or|of|to|in|with|by|for))\s*$"
)
_WORDS = re.compile(r"\s*(\S+(?:\s+\S+){0,3})")


def run(context: SourceContext) -> Iterator[Finding]:
    for _, narrative in sorted(context.case.narratives.items()):
        for language, blocks in block_lists(narrative):
            before: Prose | None = None
            for block in blocks:
                after = _paragraph(block, language)
                if before is not None and after is not None and _is_cut(before.text, after.text):
                    yield _finding(before, after)
                before = after


def _paragraph(block: Block, language: str) -> Prose | None:
    if not isinstance(block, Paragraph):
        return None
    found = prose_of(block.children, language, "paragraph")
    return found[0] if found and found[0].part == "paragraph" else None


def _is_cut(before: str, after: str) -> bool:
    """True when ``before`` has no end, and either it or ``after`` shows that a sentence goes on."""
    if (
        len(before) < _SHORTEST
        or _ENDS.search(before)
        or before.rstrip()[-1:] == OBJECT_REPLACEMENT
    ):
        return False
    opened = any(one.opens for one in unpaired_brackets(before))
    return bool(opened or _WANTS_MORE.search(before) or _GOES_ON.match(after.lstrip()))


def _finding(before: Prose, after: Prose) -> Finding:
    match = _WORDS.match(after.text)
    start, end = match.span(1) if match is not None else (0, 1)
    length = len(before.text.rstrip())
    last = before.place(length - 1, length)
    return Finding.at(
        after.place(start, end),
        related=[(last, say(N_("The paragraph before ends here, without a mark.")))],
        words=after.text[start:end].replace(OBJECT_REPLACEMENT, "\u2026"),
    )
