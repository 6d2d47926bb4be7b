"""RIS files (.ris), as EndNote, Zotero, Mendeley and databases export them.

A record that is not closed, or has no type, is read all the same; one of which nothing can be read
is kept whole.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from casereport.diagnostics import N_, Message, Span, say
from casereport.references.read_result import ReadReferences, ReferenceFault
from casereport.references.ris.fields import has_type, reference_from
from casereport.references.ris.records import read_records
from casereport.references.ris.types import TYPES
from casereport.references.tagged import Record
from casereport.references.tagged_reading import TaggedFormat, read_tagged, repeated_tags

_DAY_OF_HISTORY = re.compile(r"\d{4}/\d{0,2}/\d{0,2}/[a-z]{1,20}")
"""``2013/02/15/received``: PubMed Central gives such days beside the date of publication."""
_SINGLE = frozenset(str.split("TI T1 JO JF JA J2 T2 PY Y1 DA VL IS SP EP DO PB ET LA"))
"""Tags that one work can have once; of the others some programs write several."""


def read(text: str, file: str) -> ReadReferences:
    """The references of a RIS file; faults carry the line of their record or value."""
    return read_tagged(text, file, _FORMAT)


def _faults_of(record: Record) -> Iterator[ReferenceFault]:
    key = record.first("ID")
    line = record.span.line
    first_line = Span(record.span.file, line, 1, line, len(record.source.split("\n", 1)[0]) + 1)
    if not has_type(record):
        typed = next((value for value in record.values if value.tag == "TY"), None)
        yield _unknown_type(typed.text if typed else "", typed.span if typed else first_line, key)
    if not record.closed:
        message = say(N_("This record is not closed before the next one, or the file's end."))
        hint = say(N_("Add a line {end} after its last value."), end="ER  -")
        yield ReferenceFault("broken-field", first_line, message, hint, key)
    for tag, span in record.slips:
        message = say(N_("This line begins with {tag} but is not in RIS's form; it is not read."),
                      tag=tag)  # fmt: skip
        hint = say(
            N_("Write {example}: two spaces, a hyphen, a space."), example=f"{tag}  - \u2026"
        )
        yield ReferenceFault("broken-field", span, message, hint, key)
    told = (value for value in record.values if not _DAY_OF_HISTORY.fullmatch(value.text))
    yield from repeated_tags(told, _SINGLE, key)


def _unknown_type(typed: str, span: Span, key: str) -> ReferenceFault:
    if not typed:
        message = say(N_("This record does not say its type; it is read by its other tags."))
        hint: Message = say(N_("Begin it with a line {begin}."), begin="TY  - JOUR")
        return ReferenceFault("unknown-type", span, message, hint, key)
    message = say(N_("{type} is not a type of RIS; the record is read by its other tags."),
                  type=typed)  # fmt: skip
    near = difflib.get_close_matches(typed.upper()[:20], TYPES, n=1)
    hint = (
        say(N_("Write {type} if that is meant."), type=near[0])
        if near
        else say(N_("Use a type such as JOUR, BOOK, CHAP, THES or ELEC."))
    )
    return ReferenceFault("unknown-type", span, message, hint, key)


_FORMAT = TaggedFormat(
    records=read_records,
    reference=reference_from,
    faults=_faults_of,
    nothing=say(N_("Nothing in this file is a RIS record.")),
    form=say(
        N_("A record begins with {begin} and ends with {end}."), begin="TY  - JOUR", end="ER  -"
    ),
)
