"""A case's references beside saved records: what was compared with what, and how each field stands.

The same comparison as REF015, told whole: also what is equal, and what could not be compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from casereport.diagnostics import N_, Diagnostic, say
from casereport.journals import journal_ids
from casereport.locale import available_languages
from casereport.model.evidence import WorkRecord
from casereport.model.reference import Reference
from casereport.pipeline.options import Progress, quiet
from casereport.reading import EvidenceFolder, read_case
from casereport.references.evidence.comparing import Compared, compare
from casereport.references.evidence.matching import RecordIndex
from casereport.workspace import DiskWorkspace, Workspace


@dataclass(frozen=True, slots=True)
class ComparedEntry:
    """One reference: its records, strangers' records with its identifiers, and its fields."""

    reference: Reference
    records: tuple[WorkRecord, ...]
    strangers: tuple[tuple[str, WorkRecord], ...]
    fields: tuple[Compared, ...]

    @property
    def found(self) -> bool:
        """True when there was any record to compare it with."""
        return bool(self.records or self.strangers)


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """Every reference of a case, and the files that were asked.

    ``readable``: False when case.yaml could not be read. ``faults``: then all that was found, else
    what is wrong with evidence; the rest is for check to tell.
    """

    entries: tuple[ComparedEntry, ...]
    files: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    readable: bool = True


def evidence_folder(folder: Path) -> EvidenceFolder:
    """A folder of the disk whose records serve several cases; nothing is read yet."""
    shown = f"{folder.as_posix()}/"
    # As no file of a case is called: so that it shows where the file lies. Reports go to authors,
    # whom an absolute path would tell of the desk's machine.
    if folder.is_absolute():
        shown = f"\u2026/{folder.name}/"
    elif not shown.startswith("../"):
        shown = f"./{shown}"
    return EvidenceFolder(DiskWorkspace(folder), shown)


def compare_case(
    workspace: Workspace, evidence: EvidenceFolder | None = None, progress: Progress = quiet
) -> EvidenceTable:
    """Compare each reference of the case with the records there are."""
    progress(say(N_("Reading the case")))
    read = read_case(
        workspace,
        journals=journal_ids(),
        languages=available_languages(),
        evidence=evidence,
    )
    if read.case is None:
        return EvidenceTable((), faults=read.diagnostics, sources=read.sources, readable=False)
    found = read.case.evidence
    index = RecordIndex(found.records)
    entries = []
    for reference in read.case.references:
        matches = index.match(reference)
        fields = compare(reference, matches.records)
        entries.append(ComparedEntry(reference, matches.records, matches.strangers, fields))
    # The texts of a case are among its sources; evidence is not, and is told here.
    faults = tuple(each for each in read.diagnostics if each.span.file not in read.sources)
    return EvidenceTable(tuple(entries), found.files, found.lists, faults, read.sources)
