"""Footnotes and their marks: marks without a note, notes without a mark, notes that go in a circle.

The text of a note may hold marks of other notes. A note that leads back to itself, directly or
through others, would never end.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.diagnostics import Diagnostic
from casereport.model.narrative import Footnote, FootnoteReference, Narrative, Section
from casereport.model.walking import flattened, inlines_within, marks_among
from casereport.reading import narrative_faults

_INLINE_NOTE = "^"
"""The label of ``^[a note]`` begins so: it has its mark where it stands."""


def note_faults(sections: tuple[Section, ...], notes: tuple[Footnote, ...]) -> list[Diagnostic]:
    """Marks that no note answers, and notes that lead back to themselves, in reading order."""
    inside = {note.label: tuple(marks_among(inlines_within(note.blocks))) for note in notes}
    found = [
        narrative_faults.unknown_note(mark.label, mark.span)
        for mark in (*_marks_of(sections), *(mark for marks in inside.values() for mark in marks))
        if mark.label not in inside
    ]
    return found + list(_circles(inside))


def uncalled_notes(narrative: Narrative, case_text: str) -> Iterator[Diagnostic]:
    """Notes that no mark calls, neither in the text nor in a text of case.yaml (a caption)."""
    called = {mark.label for mark in _marks_of(narrative.sections)}
    for note in narrative.footnotes:
        called.update(mark.label for mark in marks_among(inlines_within(note.blocks)))
    for note in narrative.footnotes:
        label = note.label
        typed = not label.startswith(_INLINE_NOTE)
        if typed and label not in called and f"[^{label}]" not in case_text:
            yield narrative_faults.uncalled_note(label, note.span)


def _circles(inside: dict[str, tuple[FootnoteReference, ...]]) -> Iterator[Diagnostic]:
    """One finding for each mark that closes a circle (depth first, without recursion)."""
    done: set[str] = set()
    for start, first in inside.items():
        if start in done:
            continue
        way = {start: iter(first)}  # the notes from the first to where we are, in order
        while way:
            label, marks = next(reversed(way.items()))
            mark = next(marks, None)
            if mark is None:
                done.add(label)
                del way[label]
            elif mark.label in way:
                names = tuple(way)[tuple(way).index(mark.label) :]
                typed = tuple(name for name in names if not name.startswith(_INLINE_NOTE))
                yield narrative_faults.circular_note(typed, mark.span)
            elif mark.label in inside and mark.label not in done:
                way[mark.label] = iter(inside[mark.label])


def _marks_of(sections: tuple[Section, ...]) -> Iterator[FootnoteReference]:
    for section in sections:
        yield from marks_among(flattened(section.heading))
    for section in sections:
        yield from marks_among(inlines_within(section.blocks))
