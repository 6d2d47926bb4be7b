"""Reading references in any format that has a module in ``readers/``, found by walking it."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from casereport.diagnostics import N_, Span, say
from casereport.references import readers
from casereport.references.bounds import within_bounds
from casereport.references.kept_fields import taken_back
from casereport.references.read_result import (
    MAX_CHARACTERS,
    Read,
    ReadReferences,
    ReferenceFault,
)


@cache
def _readers() -> dict[str, Read]:
    """Suffix → the function that reads it. A module that fails to import stops the program."""
    found: dict[str, Read] = {}
    for module_info in sorted(pkgutil.iter_modules(readers.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{readers.__name__}.{module_info.name}")
        found.update(dict.fromkeys(module.suffixes, module.read))
    return found


def supported_suffixes() -> tuple[str, ...]:
    """The suffixes of the files that can be read, with their dot, sorted."""
    return tuple(sorted(_readers()))


def read_references(file: str, text: str) -> ReadReferences:
    """The references in ``text``; the suffix of ``file`` tells the format.

    Nothing is raised for any text: what cannot be used is among the faults, with its place.
    """
    name = file.lower()
    read = next((read for suffix, read in _readers().items() if name.endswith(suffix)), None)
    if read is None:
        message = say(N_("No reader knows the format of {file}."), file=file)
        hint = say(N_("Give it one of these suffixes: {suffixes}."), suffixes=supported_suffixes())
        fault = ReferenceFault("invalid-file", Span.start_of(file), message, hint)
        return ReadReferences((), (fault,))
    if len(text) > MAX_CHARACTERS:
        message = say(
            N_("The file has more than {limit} characters and is not read."), limit=MAX_CHARACTERS
        )
        hint = say(N_("Keep only the references that this case cites."))
        fault = ReferenceFault("too-large", Span.start_of(file), message, hint)
        return ReadReferences((), (fault,))
    # A BOM is no character of the text; columns count from what follows it.
    found = read(text.removeprefix("\ufeff"), file)
    whole = ReadReferences(tuple(map(taken_back, found.references)), found.faults)
    return within_bounds(whole, file)
