"""One language's Markdown file becomes a Narrative."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casereport.diagnostics import Diagnostic, Span
from casereport.model.narrative import Footnote, Narrative, Paragraph
from casereport.reading import faults, narrative_faults
from casereport.reading.ignores import Ignore
from casereport.reading.markdown.block_rules import MAX_DIVISION_LINES, TOO_MANY
from casereport.reading.markdown.block_tree import BlockTree
from casereport.reading.markdown.comments import take_comments
from casereport.reading.markdown.footnotes import note_faults
from casereport.reading.markdown.inline_tree import Collected
from casereport.reading.markdown.parser import block_tokens
from casereport.reading.markdown.sections import sections_of

MAX_CHARACTERS = 2_000_000
MAX_BLANK_LINES = 10_000

# No line begins as two of these may: else a text that does not end so is tried in 2^200 ways.
_SETTING = r"\w[\w-]*[ \t]*:[^\n]*\n|[ \t#-][^\n]*\n|\n"
_FRONT_MATTER = re.compile(rf"---[ \t]*\n(?:{_SETTING}){{1,200}}?(?:---|\.\.\.)[ \t]*(?=\n|\Z)")


@dataclass(frozen=True, slots=True)
class NarrativeResult:
    """The narrative, what is wrong with it, and its ignore comments."""

    narrative: Narrative
    diagnostics: tuple[Diagnostic, ...]
    ignores: tuple[Ignore, ...]


def read_narrative(text: str, file: str, language: str) -> NarrativeResult:
    """The narrative in ``text`` (LF line ends, no BOM); nothing is raised for any text."""
    if len(text) > MAX_CHARACTERS:
        return NarrativeResult(Narrative(language, file, ()), (faults.too_large(file, "2 MB"),), ())
    diagnostics: list[Diagnostic] = []
    text = _without_front_matter(text, file, diagnostics)
    text, ignores, ignore_faults = take_comments(text, file)
    diagnostics += ignore_faults
    text = _without_endless_rest(text, file, diagnostics)
    environment: dict[str, object] = {TOO_MANY: text.count(":::") > MAX_DIVISION_LINES}
    if environment[TOO_MANY]:
        fault = narrative_faults.too_many_divisions(Span.start_of(file), MAX_DIVISION_LINES)
        diagnostics.append(fault)
    tokens = block_tokens(text, environment)
    collected = Collected(file, environment)
    tree = BlockTree(tokens, text.split("\n"), collected)
    sections, heading_faults = sections_of(tree.top())
    notes = tuple(tree.footnotes.values()) + tuple(
        Footnote(label, (Paragraph(children, span),), span)
        for label, children, span in collected.notes
    )
    diagnostics += heading_faults + collected.diagnostics + note_faults(sections, notes)
    narrative = Narrative(language, file, sections, notes)
    return NarrativeResult(narrative, tuple(diagnostics), ignores)


def _without_endless_rest(text: str, file: str, diagnostics: list[Diagnostic]) -> str:
    """The text up to where it has more paragraphs than any; each costs more than its letters."""
    if text.count("\n\n") <= MAX_BLANK_LINES:
        return text
    end = -1
    for _ in range(MAX_BLANK_LINES + 1):
        end = text.index("\n\n", end + 1)
    line = text.count("\n", 0, end) + 2
    place = Span(file, line, 1, line, 1)
    diagnostics.append(narrative_faults.too_many_paragraphs(place, MAX_BLANK_LINES))
    return text[:end]


def _without_front_matter(text: str, file: str, diagnostics: list[Diagnostic]) -> str:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return text
    diagnostics.append(narrative_faults.front_matter(Span(file, 1, 1, 1, 4)))
    return "\n" * match[0].count("\n") + text[match.end() :]
