"""BibTeX and biblatex files (.bib).

A broken entry costs that entry alone. Two entries with one citekey are both kept: a check tells.
"""

from __future__ import annotations

import difflib

from casereport.diagnostics import N_, Message, Span, say
from casereport.references.bibtex.blocks import Broken, Entry, Stray, read_blocks
from casereport.references.bibtex.fields import TYPES, reference_from
from casereport.references.bibtex.inheritance import (
    CONTAINERS_OF_DATA,
    Dangling,
    with_inherited,
)
from casereport.references.read_result import (
    MAX_ENTRIES,
    ReadReferences,
    ReferenceFault,
    too_many_entries,
)

_MAX_AT_SIGNS = 5 * MAX_ENTRIES
"""Each may begin an entry, and an entry that breaks off costs as much time as one that does not."""


def read(text: str, file: str) -> ReadReferences:
    """The references of a BibTeX file; faults carry the line of their entry or field."""
    if text.count("@") > _MAX_AT_SIGNS:
        return ReadReferences((), (too_many_entries(Span.start_of(file)),))
    entries: list[Entry] = []
    faults: list[ReferenceFault] = []
    for count, block in enumerate(read_blocks(text, file)):
        if count == MAX_ENTRIES:
            faults.append(too_many_entries(block.span))
            break
        if isinstance(block, Entry):
            faults.extend(_faults_of(block))
            if block.citekey:
                entries.append(block)
        else:
            faults.append(_broken(block) if isinstance(block, Broken) else _stray(block))
    completed, dangling = with_inherited(entries)
    faults.extend(map(_dangling, dangling))
    works = (entry for entry in completed if entry.type not in CONTAINERS_OF_DATA)
    return ReadReferences(tuple(map(reference_from, works)), tuple(faults))


def _faults_of(entry: Entry) -> list[ReferenceFault]:
    faults: list[ReferenceFault] = []
    if not entry.citekey:
        return [_no_citekey(entry.citekey_span)]
    if entry.type not in TYPES and entry.type not in CONTAINERS_OF_DATA:
        faults.append(_unknown_type(entry))
    for field in entry.repeated:
        message = say(
            N_("The field {field} stands twice in the entry {citekey}; the first is used."),
            field=field.name, citekey=entry.citekey,
        )  # fmt: skip
        hint = say(N_("Remove one of the two."))
        fault = ReferenceFault("duplicate-field", field.span, message, hint, entry.citekey)
        faults.append(fault)
    for field in (*entry.fields, *entry.repeated):
        if not field.value.sound:
            message = say(
                N_("The value of {field} in the entry {citekey} is not closed where it should be."),
                field=field.name, citekey=entry.citekey,
            )  # fmt: skip
            hint = say(N_("Check its braces, and the comma between it and the next field."))
            fault = ReferenceFault("broken-field", field.span, message, hint, entry.citekey)
            faults.append(fault)
        for name in field.value.undefined:
            message = say(N_("No @string defines {name}; it is read as text."), name=name)
            hint = say(N_("Put it between braces if it is text, or define it with @string."))
            fault = ReferenceFault("undefined-string", field.span, message, hint, entry.citekey)
            faults.append(fault)
    return faults


def _dangling(found: Dangling) -> ReferenceFault:
    message = say(
        N_("No entry has the key {name}, which the entry {citekey} names under {field}."),
        name=found.name, citekey=found.entry.citekey, field=found.field.name,
    )  # fmt: skip
    hint = say(N_("Add that entry, or give the fields here."))
    return ReferenceFault("undefined-string", found.field.span, message, hint, found.entry.citekey)


def _unknown_type(entry: Entry) -> ReferenceFault:
    message = say(
        N_("{type} is not a type of BibTeX; the entry {citekey} is read as a document."),
        type="@" + entry.type, citekey=entry.citekey,
    )  # fmt: skip
    near = difflib.get_close_matches(entry.type, TYPES, n=1)
    hint: Message = (
        say(N_("Write {type} if that is meant."), type="@" + near[0])
        if near
        else say(N_("Use a type such as @article, @book, @incollection or @online."))
    )
    return ReferenceFault("unknown-type", entry.span, message, hint, entry.citekey)


def _no_citekey(span: Span) -> ReferenceFault:
    message = say(N_("This entry has no citekey, so nothing can cite it."))
    hint = say(N_("Write a citekey and a comma after the opening brace."))
    return ReferenceFault("missing-citekey", span, message, hint)


def _broken(block: Broken) -> ReferenceFault:
    named = block.citekey or "@"
    if block.reason == "no-key":
        return _no_citekey(block.span)
    if block.reason == "next-block":
        message = say(
            N_("The entry {citekey} is not closed before the next one begins."), citekey=named
        )
        hint = say(N_("Add the brace or quotation mark that is missing in it."))
    elif block.reason == "end-of-file":
        message = say(N_("The entry {citekey} is not closed before the file ends."), citekey=named)
        hint = say(N_("Add the brace or quotation mark that is missing in it."))
    elif block.reason == "bad-key":
        message = say(
            N_("{citekey} cannot be a citekey: it holds braces or quotes."), citekey=named
        )
        hint = say(N_("Write it in letters and digits alone, such as smith2019."))
    else:
        message = say(N_("The entry {citekey} cannot be read."), citekey=named)
        hint = say(N_("Write each field as name = {{value}}, with a comma after it."))
    return ReferenceFault("broken-entry", block.span, message, hint, block.citekey)


def _stray(block: Stray) -> ReferenceFault:
    message = say(N_("These fields stand outside any entry and are not read."))
    hint = say(N_("Remove the brace that closes the entry above them too early."))
    return ReferenceFault("broken-field", block.span, message, hint)
