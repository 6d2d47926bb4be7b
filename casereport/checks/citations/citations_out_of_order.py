"""The numbers of the citations do not follow their first appearance in the text.

A numbered list is in the order in which the text first cites its entries, so that numbers rise as
one reads. Where the author cites by key, the numbers are set so; where they are typed by hand, the
author keeps the order, and an inserted paragraph breaks it. One list can follow only one text: of
two that are printed whole it follows the first, and what the first never cites comes last. Where
the second text cites in another order, its numbers do not rise; by key this is a note with the
places, for it is no fault of the numbering. Numbers of captions and footnotes count where their
marks stand and are left out.

Bad::

    en.md:
        Calcinosis is common [1], often painful [3] and hard to treat [2].
    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One}, journal = {J}, year = {2001}}
        @article{b, author = {Reiter, Nina}, title = {Two}, journal = {J}, year = {2002}}
        @article{c, author = {Song, Peter}, title = {Three}, journal = {J}, year = {2003}}
    case.yaml:
        journal: clinical-brief

Bad (by key, in two languages)::

    en.md:
        Calcinosis is common [@a], often painful [@b] and hard to treat [@c].
    fa.md:
        کلسینوز شایع [@a]، دشوار [@c] و دردناک [@b] است.
    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One}, journal = {J}, year = {2001}}
        @article{b, author = {Reiter, Nina}, title = {Two}, journal = {J}, year = {2002}}
        @article{c, author = {Song, Peter}, title = {Three}, journal = {J}, year = {2003}}
    case.yaml:
        journal: clinical-brief

Good::

    en.md:
        Calcinosis is common [1], often painful [2,3] and hard to treat [1-3].
    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One}, journal = {J}, year = {2001}}
        @article{b, author = {Reiter, Nina}, title = {Two}, journal = {J}, year = {2002}}
        @article{c, author = {Song, Peter}, title = {Three}, journal = {J}, year = {2003}}
    case.yaml:
        journal: clinical-brief

References:
    ICMJE Recommendations, IV.A.3.g: references are numbered in the order of their first mention.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from casereport.article.article import CitationUse
from casereport.checks.check import ArticleContext, Check, Finding
from casereport.checks.citations._typed_groups import typed_groups
from casereport.diagnostics import N_, Severity, Span, say
from casereport.model.narrative import Narrative

check = Check(
    code="CIT003",
    name="citations-out-of-order",
    severity=Severity.WARNING,
    scope="article",
    message=N_("Reference {number} is cited out of order; by first appearance it is {place}."),
    hint=N_("Number the list in the order of first appearance, or cite by key: [@key]."),
)


_SECOND = N_("Reference {number} is cited out of order here: the list is numbered by {file}.")
_SECOND_HINT = N_("Cite in the order of {file}, or let the numbers stand as they are.")


def run(context: ArticleContext) -> Iterator[Finding]:
    if not any(ref.label for ref in context.article.references):
        return  # a list that is sorted by author follows no text
    main = context.article.main
    for edition in context.article.editions:
        narrative = context.case.narratives.get(edition.language)
        if narrative is None:
            continue
        if edition is main:
            groups = typed_groups(context.article)
            typed = [group for group in groups if group.language == main.language]
            uses = [(use, group.span) for group in typed for use in group.uses]
            yield from _out_of_order(uses, narrative)
        elif edition.part == "full" and main.language in context.case.narratives:
            keyed = [
                use
                for use in context.article.citations
                if use.language == edition.language and not use.typed
            ]
            file = context.case.narratives[main.language].file
            for found in _out_of_order([(use, use.span) for use in keyed], narrative, file):
                yield replace(found, severity=Severity.NOTE, message=_SECOND, hint=_SECOND_HINT)


def _out_of_order(
    uses: list[tuple[CitationUse, Span]], narrative: Narrative, file: str = ""
) -> Iterator[Finding]:
    """One finding at the first number that does not rise, with the places of the others."""
    appeared = _first_appearances(uses, narrative)
    kept = set(_longest_rise(list(appeared)))
    moved = [number for number in appeared if number not in kept]
    if moved:
        places = {number: place for place, number in enumerate(appeared, 1)}
        yield Finding.at(
            appeared[moved[0]],
            related=[
                (appeared[number], say(N_("Reference {number}, too."), number=number))
                for number in moved[1:]
            ],
            number=moved[0],
            place=places[moved[0]],
            file=file,
        )


def _first_appearances(
    uses: list[tuple[CitationUse, Span]], narrative: Narrative
) -> dict[int, Span]:
    """Each number of the running text, in the order of the text, with its place."""
    found: dict[int, Span] = {}
    elsewhere: set[int] = set()
    for use, span in uses:
        if use.number is None:
            continue
        if _is_running_text(span, narrative):
            found.setdefault(use.number, span)
        else:
            elsewhere.add(use.number)
    return {number: span for number, span in found.items() if number not in elsewhere}


def _is_running_text(span: Span, narrative: Narrative) -> bool:
    notes = (note.span for note in narrative.footnotes)
    inside_note = any(note.line <= span.line <= note.end_line for note in notes)
    return span.file == narrative.file and not inside_note


def _longest_rise(numbers: list[int]) -> list[int]:
    """The longest part of the sequence that rises; what is not in it stands out of order."""
    ends: list[int] = []  # positions of the last numbers of rises, by length
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number, key=numbers.__getitem__)
        before.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [index]
    rise: list[int] = []
    position = ends[-1] if ends else -1
    while position >= 0:
        rise.append(numbers[position])
        position = before[position]
    return rise[::-1]
