"""Footnotes: their marks in the text, and the notes themselves with the way back to each mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casereport.article.article import Footnote
from casereport.article.inline import Text, Xref
from casereport.assembly.setting import Setting

if TYPE_CHECKING:
    from casereport.assembly.blocks import Blocks


def note_mark(label: str, setting: Setting) -> Xref | None:
    """The mark that calls the note ``label``; None when there is no such note."""
    index = setting.note_index.get(label)
    if index is None:
        return None
    target = note_id(setting.language, index + 1)
    marks = setting.record.note_marks.setdefault(target, [])
    marks.append(f"{target}-mark" if not marks else f"{target}-mark-{len(marks) + 1}")
    return Xref("fn", target, (Text(setting.note_signs[index]),), marks[-1])


def footnotes(setting: Setting, blocks: Blocks) -> tuple[Footnote, ...]:
    """The notes in the order of their marks, once all that calls them is set."""
    notes = setting.narrative.footnotes
    # A note may hold the mark of any other.
    bodies = [blocks.set(note.blocks) for note in notes]
    found: list[Footnote] = []
    for index, body in enumerate(bodies):
        identifier = note_id(setting.language, index + 1)
        marks = tuple(setting.record.note_marks.get(identifier, ()))
        found.append(Footnote(identifier, setting.note_signs[index], body, marks))
    return tuple(found)


def note_id(language: str, number: int) -> str:
    """The id of a footnote in the document; its label is the author's, who may use any letters."""
    return f"{language}-fn-{number}"
