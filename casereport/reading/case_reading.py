"""A case folder becomes a CaseReport: what the author said, every node with its place.

An author's mistake is never an exception: all are collected, and reading goes on with the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from casereport.diagnostics import Diagnostic, Span
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile
from casereport.model.case_report import (
    CASE_FILE,
    CaseReport,
    ImageSource,
    SourceMap,
    StyleFile,
)
from casereport.model.narrative import Narrative
from casereport.model.reference import Reference
from casereport.reading import faults, file_faults
from casereport.reading.case_yaml import CaseYaml, read_case_yaml
from casereport.reading.decoding import MAX_BYTES, decode
from casereport.reading.evidence import CaseEvidence, EvidenceFolder, read_evidence
from casereport.reading.ignores import Ignore
from casereport.reading.image_traces import traces_of
from casereport.reading.markdown import read_narrative, uncalled_notes
from casereport.reading.reference_files import MAX_BYTES as MAX_REFERENCE_BYTES
from casereport.reading.reference_files import (
    ignores_of,
    is_reference_file,
    references_of,
    usual_names,
)
from casereport.reading.style_files import read_style
from casereport.workspace import UnreadableError, Workspace

_MAX_REFERENCES = 2_000
"""Every one is set by the journal's style, cited or not; the longest list of a sample has 60."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The case (None when case.yaml cannot be read at all) and everything found while reading.

    ``sources`` is the text of each file read, with LF line ends, for excerpts; ``ignores`` are
    applied by the checks stage.
    """

    case: CaseReport | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    ignores: tuple[Ignore, ...] = ()


def read_case(
    workspace: Workspace,
    *,
    journals: Collection[str],
    languages: Collection[str],
    evidence: EvidenceFolder | None = None,
) -> ReadResult:
    """Read the case in ``workspace``.

    Args:
        workspace: where the files come from.
        journals: the ids of the journals that exist.
        languages: the languages that have a locale.
        evidence: a folder of records that serves several cases, beside the case's own.
    """
    return _Reading(workspace, journals, languages, evidence).read()


@dataclass(slots=True)
class _Reading:
    workspace: Workspace
    journals: Collection[str]
    languages: Collection[str]
    desk: EvidenceFolder | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    ignores: list[Ignore] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)

    def read(self) -> ReadResult:
        try:
            names = self.workspace.names()
        except UnreadableError as error:
            return ReadResult(None, (_folder_fault(self.workspace.name, error),), {})
        case_yaml = self._case_yaml(names)
        facts = case_yaml.facts
        narratives = self._narratives(names, facts, case_yaml.source)
        references, reference_files = self._references(names)
        case = None
        if facts is not None:
            self._check_journal(facts, case_yaml.source)
            self._check_affiliations(facts, case_yaml.source)
            evidence = self._evidence(names, references)
            case = CaseReport(
                name=self.workspace.name,
                facts=facts,
                narratives=narratives,
                references=references,
                images=self._images(facts),
                source=case_yaml.source,
                today=self.workspace.today,
                reference_files=reference_files,
                unread_reference_files=tuple(
                    file for file in reference_files if file not in self.sources
                ),
                texts=MappingProxyType(self.sources),
                retractions=evidence.retractions,
                evidence=evidence.evidence,
                reference_style=self._reference_style(facts, case_yaml.source),
            )
        found = tuple(sorted(self.diagnostics, key=lambda diagnostic: diagnostic.sort_key))
        return ReadResult(case, found, MappingProxyType(self.sources), tuple(self.ignores))

    def _text(self, name: str, *, max_bytes: int = MAX_BYTES) -> str | None:
        """The text of a file; None, with a diagnostic, when it cannot be had."""
        try:
            content = self.workspace.read(name)
        except UnreadableError as error:
            self.diagnostics.append(_file_fault(name, error))
            return None
        decoded = decode(content, name, max_bytes=max_bytes)
        self.diagnostics += decoded.diagnostics
        if decoded.text is not None:
            self.sources[name] = decoded.text
        return decoded.text

    def _case_yaml(self, names: Collection[str]) -> CaseYaml:
        nothing = CaseYaml(None, SourceMap(), ())
        if CASE_FILE not in names and (near := _misnamed(CASE_FILE, names)):
            self.diagnostics.append(file_faults.misnamed_file(CASE_FILE, near))
            return nothing
        text = self._text(CASE_FILE)
        if text is None:
            return nothing
        read = read_case_yaml(text, CASE_FILE, languages=self.languages)
        forbidden = [found.span for found in self.diagnostics if found.code == "SRC012"]
        self.diagnostics += (
            found for found in read.diagnostics if not any(_follows(found, s) for s in forbidden)
        )
        self.ignores += read.ignores
        return read

    def _narratives(
        self, names: Collection[str], facts: CaseFile | None, source: SourceMap
    ) -> Mapping[str, Narrative]:
        """Each language's text; without facts those that lie in the folder, for their faults."""
        wanted = facts.languages if facts is not None else tuple(sorted(self.languages))
        found: dict[str, Narrative] = {}
        for index, language in enumerate(dict.fromkeys(wanted)):
            file = f"{language}.md"
            if file not in names:
                if facts is not None:
                    place = source.span(("languages", index))
                    self.diagnostics.append(self._absent_text(language, file, place, names))
                continue
            text = self._text(file)
            if text is not None:
                read = read_narrative(text, file, language)
                found[language] = read.narrative
                if not read.narrative.sections and not read.diagnostics:
                    self.diagnostics.append(file_faults.empty_text(language, file))
                self.diagnostics += read.diagnostics
                self.diagnostics += uncalled_notes(read.narrative, self.sources.get(CASE_FILE, ""))
                self.ignores += read.ignores
        return MappingProxyType(found)

    def _absent_text(
        self, language: str, file: str, place: Span, names: Collection[str]
    ) -> Diagnostic:
        """A language without its file: a folder may have its name, a file nearly its name."""
        if self._is_no_file(file):
            return file_faults.unreadable_file(file, "not-a-file", place)
        if near := _misnamed(file, names):
            return file_faults.misnamed_file(file, near, place)
        return file_faults.missing_text(language, file, place)

    def _is_no_file(self, name: str) -> bool:
        """True when a folder, a pipe or a device has this name: such are not among the files."""
        try:
            self.workspace.read(name)
        except UnreadableError as error:
            return error.reason == "not-a-file"
        return False

    def _references(self, names: Collection[str]) -> tuple[tuple[Reference, ...], tuple[str, ...]]:
        references: list[Reference] = []
        files = tuple(name for name in sorted(names) if is_reference_file(name))
        unread = tuple(self._unread_references(names))
        for file in files:
            text = self._text(file, max_bytes=MAX_REFERENCE_BYTES)
            if text is None:
                continue
            read, found = references_of(file, text)
            if not read and not found:
                self.diagnostics.append(file_faults.no_reference(file))
            references += read
            ignores = ignores_of(file, text)
            self.ignores += ignores.found
            self.diagnostics += [*found, *ignores.diagnostics]
        if len(references) > _MAX_REFERENCES:
            place = references[_MAX_REFERENCES].span() or Span.start_of(files[-1])
            fault = file_faults.too_many_references(place, _MAX_REFERENCES)
            self.diagnostics.append(fault)
        return tuple(references[:_MAX_REFERENCES]), (*files, *unread)

    def _unread_references(self, names: Collection[str]) -> Iterator[str]:
        """What was meant as a reference file but is none, by the name it should have; each told."""
        for name in usual_names():
            near = _misnamed(name, names)
            if name not in names and self._is_no_file(name):
                self.diagnostics.append(file_faults.unreadable_file(name, "not-a-file"))
                yield name
            elif name not in names and near and not is_reference_file(near):
                self.diagnostics.append(file_faults.misnamed_file(name, near))
                yield name

    def _evidence(self, names: Collection[str], references: tuple[Reference, ...]) -> CaseEvidence:
        """What saved records and lists of retractions say of these references."""
        if not references:
            return CaseEvidence()
        found = read_evidence(self.workspace, names, references, self.desk)
        self.diagnostics += found.faults
        return found

    def _reference_style(self, facts: CaseFile, source: SourceMap) -> StyleFile | None:
        """The CSL style that case.yaml names; None, with a diagnostic, when it cannot be used."""
        if facts.references.csl is None:
            return None
        place = source.span(("references", "csl"))
        read = read_style(self.workspace, facts.references.csl, place)
        self.diagnostics += read.diagnostics
        if read.text is not None:
            self.sources[facts.references.csl] = read.text
        return read.style

    def _check_journal(self, facts: CaseFile, source: SourceMap) -> None:
        if facts.journal not in self.journals:
            span = source.span(("journal",))
            self.diagnostics.append(faults.unknown_journal(facts.journal, span, self.journals))

    def _check_affiliations(self, facts: CaseFile, source: SourceMap) -> None:
        for number, person in enumerate(facts.contributors):
            for index, key in enumerate(person.affiliations):
                route = ("contributors", number, "affiliations", index)
                # One that was refused has its own finding, and is no longer among the facts.
                if key not in facts.affiliations and not source.is_spoilt(("affiliations", key)):
                    span, known = source.span(route), facts.affiliations
                    self.diagnostics.append(faults.unknown_affiliation(key, span, known))

    def _images(self, facts: CaseFile) -> Mapping[str, ImageSource]:
        """The bytes of every image named in case.yaml, keyed by the path as written."""
        found: dict[str, ImageSource] = {}
        for file in dict.fromkeys(_image_files(facts)):
            try:
                content = self.workspace.read(file)
            except UnreadableError as error:
                found[file] = ImageSource(file, None, error.reason)
            else:
                found[file] = ImageSource(file, content, traces=traces_of(content))
        return MappingProxyType(found)


def _image_files(facts: CaseFile) -> Iterator[str]:
    for figure in facts.figures.values():
        files: list[Bilingual | None] = [figure.file, *(panel.file for panel in figure.panels)]
        for file in files:
            yield from file.texts.values() if file is not None else ()


def _misnamed(file: str, names: Collection[str]) -> str:
    """The file that was probably meant for ``file``: another suffix, or other letter case."""
    meant = {file, f"{file}.txt", file.removesuffix(".yaml") + ".yml"}
    return next((name for name in sorted(names) if name.lower() in meant and name != file), "")


def _follows(found: Diagnostic, forbidden: Span) -> bool:
    """True for what only comes of a forbidden character: it stands on it or a line it spoilt."""
    if found.code == "SRC002" and 0 <= found.span.line - forbidden.line <= 1:
        return True  # YAML tells of a spoilt line there, or where the next one begins
    start, end = (found.span.line, found.span.column), (found.span.end_line, found.span.end_column)
    return start <= (forbidden.line, forbidden.column) < end


def _folder_fault(folder: str, error: UnreadableError) -> Diagnostic:
    if error.reason == "too-large":
        return file_faults.too_many_files(folder)
    if error.name != ".":
        folder = f"{folder}/{error.name}"
    return file_faults.unreadable_folder(folder, error.reason)


def _file_fault(name: str, error: UnreadableError) -> Diagnostic:
    if error.reason == "too-large":
        return faults.too_large(name, "64 MB")
    return file_faults.unreadable_file(name, error.reason, Span.start_of(name))
