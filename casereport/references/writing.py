"""Writing references in any format that has a module in ``writers/``, found by walking it.

Nothing is lost: each entry is read back by the format's own reader, and what comes back otherwise
than it was is kept in the entry's note (:mod:`casereport.references.kept_fields`).
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Protocol

from casereport.model.reference import Reference
from casereport.references import writers
from casereport.references.kept_fields import differing, with_kept
from casereport.references.reading import read_references

_STAND_IN = "reference"
"""The citekey of an entry whose own cannot stand in the format; its own is kept in the note."""


class Writer(Protocol):
    """What every module of ``writers/`` offers."""

    suffix: str
    head: str
    between: str
    tail: str

    def entry(self, reference: Reference) -> str:
        """One entry as text, as far as the format's own fields go."""


@cache
def _writers() -> dict[str, Writer]:
    """Format name (``csl-json``) → its module. One that fails to import stops the program."""
    found: dict[str, Writer] = {}
    for info in sorted(pkgutil.iter_modules(writers.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{writers.__name__}.{info.name}")
        found[module.name] = module
    return found


def writable_formats() -> tuple[str, ...]:
    """The names of the formats that can be written."""
    return tuple(sorted(_writers()))


def suffix_of(format_name: str) -> str:
    """The suffix of the files of a format, with its dot."""
    return _writers()[format_name].suffix


def write_references(format_name: str, references: Iterable[Reference]) -> str:
    r"""The text of a file that holds these references.

    >>> print(write_references("bib", [Reference("a", title="Pain", et_al=True)]))
    @article{a,
      title = {Pain},
      note  = {[casereport \{"et\_al": true\}]},
    }
    <BLANKLINE>
    """
    writer = _writers()[format_name]
    listed = list(references)
    text = _file(writer, [_whole(writer, reference) for reference in listed])
    found = read_references(f"references{writer.suffix}", text).references
    if all(one.citekey == other.citekey for one, other in zip(listed, found, strict=False)):
        return text
    # Where a format has no citekeys, reading makes them, in view of the whole file.
    return _file(writer, [_whole(writer, one, always=("citekey",)) for one in listed])


def _file(writer: Writer, entries: list[str]) -> str:
    return f"{writer.head}{writer.between.join(entries)}{writer.tail}"


def _whole(writer: Writer, reference: Reference, always: tuple[str, ...] = ()) -> str:
    """An entry that reads back as ``reference``; its note keeps the fields ``always`` in any case.

    Raises:
        ValueError: no file can hold it, as when a lone surrogate stands in it.
    """
    reference = replace(reference, spans=())
    tried = (
        reference,
        # With a citekey, or with texts, that break the entry, its note alone says what it is.
        replace(reference, citekey=_STAND_IN),
        Reference(_STAND_IN, type=reference.type),
    )
    for native in tried:
        entry = writer.entry(native)
        found = _only(writer, entry)
        if found is None:
            continue
        kept = {name: getattr(reference, name) for name in always} | differing(reference, found)
        if not kept:
            return entry
        note = with_kept("" if "note" in kept else reference.note, kept)
        entry = writer.entry(replace(native, note=note))
        read = _only(writer, entry)
        if read is not None and not differing(reference, read):
            return entry
    # It has nothing that the format has a place for: an entry found whole, but not understood.
    everything = {"type": reference.type, **differing(reference, Reference(""))}
    entry = writer.entry(Reference(_STAND_IN, note=with_kept("", everything)))
    read = _only(writer, entry)
    if read is not None and not differing(reference, read):
        return entry
    raise ValueError(f"{writer.suffix} cannot hold {reference!r}")


def _only(writer: Writer, entry: str) -> Reference | None:
    """The one reference of a file with this entry alone; None when it is not read as one."""
    read = read_references(f"references{writer.suffix}", f"{writer.head}{entry}{writer.tail}")
    lossless = not any(fault.loses_entry for fault in read.faults)
    return read.references[0] if len(read.references) == 1 and lossless else None
