"""Evidence files: saved answers of Crossref and PubMed, and lists of retracted works, in a folder.

The folder is the case's own (``evidence/``), or one that serves many cases: its files are read once
a run. Nothing is fetched. What cannot be read in it is told as a warning, once, and costs nothing
but itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, TypeAlias

from casereport.diagnostics import Diagnostic, Severity, Span
from casereport.model.evidence import Evidence, WorkRecord
from casereport.model.reference import Reference, Retraction
from casereport.reading import evidence_faults, faults, file_faults
from casereport.reading.decoding import decode
from casereport.reading.retractions import (
    MAX_ROWS,
    RETRACTION_FILE,
    RetractionList,
    read_retraction_list,
)
from casereport.references.evidence.answers import read_answers
from casereport.references.evidence.keys import identity_keys
from casereport.references.evidence.matching import RecordIndex
from casereport.references.evidence.pubmed_nbib import nbib_records
from casereport.references.evidence.pubmed_xml import XmlSyntaxError, xml_records
from casereport.text.digits import to_latin_digits
from casereport.workspace import MAX_FILE_BYTES, UnreadableError, Workspace

EVIDENCE_FOLDER = "evidence"
MAX_RECORDS = 200_000
Kind: TypeAlias = Literal["json", "nbib", "xml", "csv"]
_KINDS: dict[str, Kind] = {
    ".json": "json", ".jsonl": "json", ".ndjson": "json", ".nbib": "nbib", ".xml": "xml",
    ".csv": "csv",
}  # fmt: skip
_UTF_16_AND_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(slots=True)
class EvidenceFolder:
    """A folder of evidence, whose files are read when the first case asks.

    ``shown`` is what stands before a file's name where it is told; ``below``: only the files of
    this folder of the workspace.
    """

    workspace: Workspace
    shown: str = ""
    below: str = ""
    _read: _Contents | None = field(default=None, init=False)

    def contents(self) -> _Contents:
        """What its files hold; read once."""
        if self._read is None:
            self._read = _Contents(self.workspace, self.shown, self.below)
            self._read.fill()
        return self._read


@dataclass(slots=True)
class CaseEvidence:
    """What folders of evidence say of one case's references; ``faults`` are told as warnings."""

    evidence: Evidence = field(default_factory=Evidence)
    retractions: tuple[Retraction, ...] | None = None
    faults: tuple[Diagnostic, ...] = ()


def read_evidence(
    workspace: Workspace,
    names: Collection[str],
    references: Sequence[Reference],
    desk: EvidenceFolder | None,
) -> CaseEvidence:
    """What the desk's folder, the case's own and its ``retractions.csv`` say of its references.

    Where the desk has records of a work, those that the author sent are not asked.
    """
    own = EvidenceFolder(workspace, below=f"{EVIDENCE_FOLDER}/")
    folders = [each for each in (desk, own if _is_there(names) else None) if each is not None]
    contents = [folder.contents() for folder in folders]
    lists = [each for one in contents for each in one.lists]
    case_list, faults_found = _list_of_case(workspace, names)
    keys = {key for reference in references for key in _keys(reference)}
    rows: list[Retraction] = []
    for each in [*case_list, *lists]:
        try:
            rows += each.about(keys)
        except (OSError, UnreadableError):
            faults_found.append(file_faults.unreadable_file(each.file, "failed"))
    return CaseEvidence(
        Evidence(
            tuple(_records(contents, references)),
            tuple(file for one in contents for file in one.files),
            tuple(each.file for each in [*case_list, *lists]),
        ),
        tuple(rows) if case_list or lists else None,
        (*faults_found, *(fault for one in contents for fault in one.take_faults())),
    )


def _is_there(names: Collection[str]) -> bool:
    return any(name.startswith(f"{EVIDENCE_FOLDER}/") for name in names)


def _keys(reference: Reference) -> Iterator[str]:
    return identity_keys(to_latin_digits(reference.doi), reference.pmid, reference.title)


def _records(contents: list[_Contents], references: Sequence[Reference]) -> Iterator[WorkRecord]:
    """The records near the references; of a work that an earlier folder knows no later one's."""
    open_references = list(references)
    known: set[str] = set()
    for one in contents:
        found = {
            id(record): record
            for reference in open_references
            for record in one.index.near(reference)
        }
        fresh = [record for record in found.values() if known.isdisjoint(_identifiers(record))]
        yield from fresh
        known.update(identifier for record in fresh for identifier in _identifiers(record))
        matched = RecordIndex(fresh)
        open_references = [
            reference for reference in open_references if not matched.match(reference).found
        ]


def _identifiers(record: WorkRecord) -> tuple[str, ...]:
    return tuple(identity_keys(record.doi, record.pmid, ""))


def _list_of_case(
    workspace: Workspace, names: Collection[str]
) -> tuple[list[RetractionList], list[Diagnostic]]:
    """The ``retractions.csv`` beside case.yaml; its faults keep their severity."""
    if RETRACTION_FILE not in names:
        return [], []
    contents = _Contents(workspace)
    contents.add_list(RETRACTION_FILE)
    return contents.lists, [
        replace(fault, severity=Severity.ERROR) if not contents.lists else fault
        for fault in contents.take_faults()
    ]


@dataclass(slots=True)
class _Contents:
    """The records and lists of a folder, and what in it cannot be read."""

    workspace: Workspace
    shown: str = ""
    below: str = ""
    records: list[WorkRecord] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    lists: list[RetractionList] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    index: RecordIndex = field(default_factory=lambda: RecordIndex(()))

    def fill(self) -> None:
        """Read every file of a known kind, in the order of their names."""
        try:
            names = self.workspace.names()
        except UnreadableError as error:
            self._tell(evidence_faults.unreadable_folder(self.shown or error.name))
            return
        for name in names:
            kind = _KINDS.get(name[name.rfind(".") :].lower()) if "." in name else None
            if kind is None or not name.startswith(self.below):
                continue
            if kind == "csv":
                self.add_list(name)
            elif len(self.records) >= MAX_RECORDS:
                self._tell(evidence_faults.too_many_records(self.shown + name, MAX_RECORDS))
                break
            else:
                self._add_records(name, kind)
        self.index = RecordIndex(self.records)

    def take_faults(self) -> tuple[Diagnostic, ...]:
        """What cannot be read; told once, to the first case that asks."""
        told, self.faults = tuple(self.faults), []
        return told

    def _tell(self, *found: Diagnostic) -> None:
        self.faults += (replace(each, severity=Severity.WARNING) for each in found)

    def add_list(self, name: str) -> None:
        """A list of retracted works."""
        file = self.shown + name
        try:
            with self.workspace.stream(name) as stream:
                begin = stream.read(4)
            if begin.startswith(_UTF_16_AND_32):
                self._tell(file_faults.wrong_encoding(Span.start_of(file), "UTF-16"))
                return
            found = read_retraction_list(file, partial(self.workspace.stream, name))
        except UnreadableError as error:
            self._tell(file_faults.unreadable_file(file, error.reason))
            return
        except OSError:
            self._tell(file_faults.unreadable_file(file, "failed"))
            return
        if found is None:
            self._tell(file_faults.no_retraction_list(file))
            return
        self.lists.append(found)
        if found.broken_count:
            self._tell(
                evidence_faults.broken_rows(file, found.first_broken, found.broken_count)
            )
        if found.cut:
            self._tell(evidence_faults.too_many_rows(file, MAX_ROWS))

    def _add_records(self, name: str, kind: Kind) -> None:
        file = self.shown + name
        try:
            content = self.workspace.read(name)
        except UnreadableError as error:
            told = (
                faults.too_large(file, f"{MAX_FILE_BYTES // 1_048_576} MB")
                if error.reason == "too-large"
                else file_faults.unreadable_file(file, error.reason)
            )
            self._tell(told)
            return
        before, told_before = len(self.records), len(self.faults)
        if kind == "xml":
            self._add_xml(content, file)
        else:
            self._add_text(content, file, kind)
        if len(self.records) > before:
            self.files.append(file)
        elif len(self.faults) == told_before:
            self._tell(evidence_faults.no_record(file))

    def _add_xml(self, content: bytes, file: str) -> None:
        try:
            for record in xml_records(content, file):
                self.records.append(record)
        except XmlSyntaxError as error:
            self._tell(evidence_faults.broken_off(file, "XML", error.line, error.column))

    def _add_text(self, content: bytes, file: str, kind: Kind) -> None:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            decoded = decode(content, file, max_bytes=MAX_FILE_BYTES)
            if decoded.text is None:
                self._tell(*decoded.diagnostics)
                return
            text = decoded.text
        if kind == "nbib":
            self.records += nbib_records(text, file)
            return
        answers = read_answers(text, file)
        self.records += answers.records
        if (error := answers.error) is not None:
            if error.too_deep:
                self._tell(evidence_faults.too_deep(file, error.line))
            else:
                self._tell(evidence_faults.broken_off(file, "JSON", error.line, error.column))
