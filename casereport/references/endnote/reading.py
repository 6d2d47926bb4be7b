"""EndNote XML files (.xml, .enl.xml), as EndNote exports a library and Zotero writes it.

A record that is not XML costs itself alone.
"""

from __future__ import annotations

from casereport.diagnostics import N_, Message, Span, say
from casereport.model.reference import Reference
from casereport.references.citekeys import with_citekeys
from casereport.references.endnote.fields import PATHS, reference_from, type_of
from casereport.references.endnote.records import (
    TYPE,
    BrokenRecord,
    XmlRecord,
    read_records,
)
from casereport.references.read_result import (
    MAX_ENTRIES,
    ReadReferences,
    ReferenceFault,
    too_many_entries,
)


def read(text: str, file: str) -> ReadReferences:
    """The references of an EndNote XML file; faults carry the place of their record."""
    references: list[Reference] = []
    faults: list[ReferenceFault] = []
    is_endnote = False
    for count, record in enumerate(read_records(text, file, PATHS)):
        if count == MAX_ENTRIES:
            faults.append(too_many_entries(record.span))
            break
        if isinstance(record, BrokenRecord):
            faults.append(_broken(record))
            continue
        if not type_of(record):
            faults.append(_unknown_type(record))
        references.append(reference_from(record))
        is_endnote = is_endnote or bool(record.elements)
    if text.strip() and not is_endnote and len(faults) in {0, len(references)}:
        # Other formats have elements of this name, too.
        return ReadReferences((), (_no_record(text, file),))
    return ReadReferences(tuple(with_citekeys(references)), tuple(faults))


def _broken(record: BrokenRecord) -> ReferenceFault:
    if not record.reason:
        message = say(N_("This record is not closed before the next one, or the file's end."))
        hint = say(N_("Add {end} after its last element."), end="</record>")
    else:
        message = say(N_("This record is not XML: {reason}."), reason=record.reason)
        hint = say(N_("Close each element it opens, or export the library anew."))
    return ReferenceFault("broken-entry", record.span, message, hint)


def _unknown_type(record: XmlRecord) -> ReferenceFault:
    element = next(iter(record.all(TYPE)), None)
    span = element.span if element is not None else record.span
    typed = element.attributes.get("name", "") or element.text if element is not None else ""
    if not typed:
        message = say(N_("This record does not say its type; it is read as a document."))
    else:
        message = say(N_("{type} is not a type of EndNote; the record is read as a document."),
                      type=typed)  # fmt: skip
    hint = say(N_("Use a type such as {example}."),
               example='<ref-type name="Journal Article">17</ref-type>')  # fmt: skip
    return ReferenceFault("unknown-type", span, message, hint)


def _no_record(text: str, file: str) -> ReferenceFault:
    message = say(N_("Nothing in this file is a record of EndNote."))
    hint: Message = say(N_("Export the library from EndNote as XML, or in another format."))
    if "<PubmedArticle" in text:
        hint = say(N_("Save it from PubMed in the format PubMed, as references.nbib."))
    return ReferenceFault("invalid-file", Span.start_of(file), message, hint)
