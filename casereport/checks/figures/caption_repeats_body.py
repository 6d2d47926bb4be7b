"""A caption says again, word for word, what the text says.

A caption tells what is to be seen and explains its signs; the text says what follows from it. A
sentence that stands in both is read twice and, when one of the two is corrected, differs. Told are
sentences of eight words and more of which three quarters stand in one paragraph in the same order,
whatever their half-spaces and punctuation.

Bad::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption:
              fa: گرافی قفسه سینه
              en: The chest radiograph showed coarse reticular opacity at both lung bases.
    en.md:
        The chest radiograph showed coarse reticular opacity at both lung bases (@fig-chest).
    figures/chest.png: <a small PNG>

Good::

    case.yaml:
        figures:
          chest:
            file: figures/chest.png
            caption:
              fa: گرافی قفسه سینه
              en: Frontal view of the chest with opacity of both lung bases.
    en.md:
        The chest radiograph showed coarse reticular opacity at both lung bases (@fig-chest).
    figures/chest.png: <a small PNG>

References:
    ICMJE Recommendations, IV.A.3.f: the text does not repeat what tables and figures show.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._captions import shown
from casereport.checks.figures._repeats import Body, Repeat, sentences_of
from casereport.checks.prose import Prose, narrative_prose
from casereport.diagnostics import N_, Severity, Span, say

check = Check(
    code="FIG009",
    name="caption-repeats-body",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The caption of the figure {figure} repeats the text word for word."),
    hint=N_("Say in the caption what is to be seen, in few words; leave the findings to the text."),
)

_FEWEST = 8


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    bodies: dict[str, Body] = {}
    for language, text in case.narratives.items():
        paragraphs = (one for one in narrative_prose(text) if one.part == "paragraph")
        bodies[language] = Body(one for one in paragraphs if one.language == language)
    for one in shown(case):
        for caption in one.captions(case):
            wanted = bodies if caption.language == "und" else (caption.language,)
            for language in wanted:
                if language in bodies and (found := list(_repeats(caption, bodies[language]))):
                    yield _finding(one.figure, found)


def _repeats(caption: Prose, body: Body) -> Iterator[Repeat]:
    for sentence in sentences_of(caption.text):
        start, length, elsewhere = body.longest(sentence)
        if elsewhere is not None and length >= _FEWEST and 4 * length >= 3 * len(sentence):
            last = sentence[start + length - 1]
            yield Repeat(caption.place(sentence[start].start, last.end), elsewhere)


def _finding(figure: str, found: list[Repeat]) -> Finding:
    first, last = found[0].place, found[-1].place
    return Finding.at(
        Span(first.file, first.line, first.column, last.end_line, last.end_column),
        related=[(one.elsewhere, say(N_("The same words stand in the text."))) for one in found],
        figure=figure,
    )
