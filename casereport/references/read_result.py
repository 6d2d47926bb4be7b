"""What reading a reference file gives: the references, and what in the file could not be used.

Types, and the faults that every format has. A fault is a value with a place; the reading stage
makes a diagnostic of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from casereport.diagnostics import N_, Message, Span, say
from casereport.model.reference import Reference
from casereport.text.yaml_tree import FATAL_KINDS, YamlFault

ReferenceFaultKind: TypeAlias = Literal[
    "invalid-file",
    "too-large",
    "broken-entry",
    "broken-field",
    "missing-citekey",
    "unknown-type",
    "unknown-field",
    "duplicate-field",
    "undefined-string",
    "yaml",
]

LOSSES: frozenset[ReferenceFaultKind] = frozenset(
    {"invalid-file", "too-large", "broken-entry", "missing-citekey"}
)
"""Kinds after which something of the file is not among the references."""

MAX_CHARACTERS = 20_000_000
"""5,000 records of PubMed or EndNote with their abstracts."""
MAX_LINES = 1_000_000
MAX_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class ReferenceFault:
    """What is wrong with a reference file or with one entry of it.

    ``citekey`` is the entry's, empty when it is not known. ``yaml`` is set for kind "yaml": the
    fault is one of the YAML itself, which the reading stage words as it does for case.yaml.
    """

    kind: ReferenceFaultKind
    span: Span
    message: Message
    hint: Message | None = None
    citekey: str = ""
    yaml: YamlFault | None = None

    @property
    def detail(self) -> str:
        """The message in English."""
        return str(self.message)

    @property
    def loses_entry(self) -> bool:
        """True when an entry, or the whole file, is missing from the references."""
        fatal_yaml = self.yaml is not None and self.yaml.kind in FATAL_KINDS
        return fatal_yaml or self.kind in LOSSES


@dataclass(frozen=True, slots=True)
class ReadReferences:
    """References in the order of the file (a citekey may occur twice), and the faults found."""

    references: tuple[Reference, ...] = ()
    faults: tuple[ReferenceFault, ...] = ()


def too_many_entries(span: Span) -> ReferenceFault:
    """The fault of a file with more entries than are read; ``span``: the first that is not."""
    message = say(
        N_("The file has more than {limit} entries; the rest is not read."), limit=MAX_ENTRIES
    )
    hint = say(N_("Keep only the references that this case cites."))
    return ReferenceFault("too-large", span, message, hint)


def too_many_lines(file: str) -> ReferenceFault:
    """The fault of a file with more lines than are read."""
    message = say(N_("The file has more than {limit} lines and is not read."), limit=MAX_LINES)
    hint = say(N_("Keep only the references that this case cites."))
    return ReferenceFault("too-large", Span.start_of(file), message, hint)


Read: TypeAlias = Callable[[str, str], ReadReferences]
"""What every module of ``readers/`` offers as ``read(text, file)``."""
