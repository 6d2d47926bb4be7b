"""Texts that say one thing in several languages: the abstract, and those of case.yaml."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from casereport.checks.bilingual import bilingual_prose
from casereport.checks.numbers._number_sets import NumberSet, number_set
from casereport.checks.prose import block_lists, narrative_prose
from casereport.model.case_report import CaseReport
from casereport.model.narrative import FactReference, Inline, Narrative, Paragraph, Styled

_COMPARED = frozenset(
    {
        "title", "running-title", "history", "timeline", "findings", "labs", "imaging",
        "interventions", "outcome", "figures", "tables",
    }
)  # fmt: skip
"""Not the keywords, which may stand in another order, nor statements, in each language's words."""
_DESCRIPTIONS = frozenset({"alt", "credit"})
"""They tell of the image what their writer finds worth telling."""


def texts_in_languages(case: CaseReport) -> Iterator[tuple[str, Mapping[str, NumberSet]]]:
    """(what it is, language → its numbers), where there are two languages at least."""
    abstracts: dict[str, NumberSet] = {}
    for language in case.facts.languages:
        narrative = case.narratives.get(language)
        if narrative and (abstract := _abstract(narrative)):
            proses = (one for one in narrative_prose(abstract) if one.part != "heading")
            calls = tuple(_calls(abstract))
            abstracts[language] = number_set(language, proses, calls, case.facts)
    if len(abstracts) > 1:
        yield "abstract", abstracts
    for route, texts in bilingual_prose(case):
        if route[0] in _COMPARED and len(texts) > 1 and not _DESCRIPTIONS & set(route):
            parts = (part + 1 if isinstance(part, int) else part for part in route)
            name = ".".join(str(part) for part in parts)
            yield (
                name,
                {
                    language: number_set(language, proses, (), case.facts)
                    for language, proses in texts.items()
                },
            )


def _abstract(narrative: Narrative) -> Narrative | None:
    sections = tuple(one for one in narrative.sections if one.id == "abstract" and one.blocks)
    return dataclasses.replace(narrative, sections=sections, footnotes=()) if sections else None


def _calls(narrative: Narrative) -> Iterator[FactReference]:
    for _, blocks in block_lists(narrative):
        for block in blocks:
            if isinstance(block, Paragraph):
                yield from _called(block.children)


def _called(inlines: tuple[Inline, ...]) -> Iterator[FactReference]:
    for inline in inlines:
        if isinstance(inline, FactReference):
            yield inline
        elif isinstance(inline, Styled):
            yield from _called(inline.children)
