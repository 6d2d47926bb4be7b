"""The references of a case, or of one file, and who cites them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from casereport.article.article import Article, CitationUse
from casereport.assembly import AssemblyOptions, assemble
from casereport.diagnostics import Diagnostic, Severity, Span
from casereport.journals import journal_ids, load_journal
from casereport.locale import available_languages
from casereport.model.case_report import CaseReport
from casereport.model.reference import Reference
from casereport.pipeline.options import CheckOptions
from casereport.pipeline.preparing import journal_of
from casereport.reading import read_case
from casereport.reading.decoding import decode
from casereport.reading.file_faults import unreadable_file
from casereport.reading.reference_files import MAX_BYTES, is_reference_file, references_of
from casereport.references import supported_suffixes
from casereport.workspace import UnreadableError, Workspace


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """One file: its bytes, its text (LF line ends), and what was read from it."""

    name: str
    content: bytes
    text: str
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """Reference files in their order, and what was wrong while reading them."""

    files: tuple[ReferenceFile, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def references(self) -> tuple[Reference, ...]:
        """All of them, in the order of the files."""
        return tuple(one for file in self.files for one in file.references)

    @property
    def has_losses(self) -> bool:
        """True when something in the files is not among the references."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list: its number where it has one, the languages that cite it."""

    reference: Reference
    number: int | None = None
    cited_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingReference:
    """A citekey, or a typed number, that has no entry; where it is cited."""

    cited: str
    language: str
    span: Span


@dataclass(frozen=True, slots=True)
class CitedList:
    """The references of a case in the order of their numbers, then those that nothing cites.

    ``case`` is None where the case could not be read; ``keyed`` is False where the text cites by
    numbers typed by hand, so that the order of the entries is theirs.
    """

    rows: tuple[Row, ...] = ()
    missing: tuple[MissingReference, ...] = ()
    keyed: bool = True
    case: CaseReport | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_losses(self) -> bool:
        """True when something of the case is not among the references."""
        found = any(found.severity is Severity.ERROR for found in self.diagnostics)
        return self.case is None or found

    @property
    def unused(self) -> tuple[Row, ...]:
        """Entries that nothing in the text cites."""
        return tuple(row for row in self.rows if not row.cited_in)


def read_list(workspace: Workspace, names: Iterable[str] | None = None) -> ReferenceList:
    """The references of these files; without names those of the case in ``workspace``."""
    files: list[ReferenceFile] = []
    diagnostics: list[Diagnostic] = []
    sources: dict[str, str] = {}
    for name in reference_names(workspace) if names is None else names:
        try:
            content = workspace.read(name)
        except UnreadableError as error:
            diagnostics.append(unreadable_file(name, error.reason, Span.start_of(name)))
            continue
        decoded = decode(content, name, max_bytes=MAX_BYTES)
        diagnostics += decoded.diagnostics
        if decoded.text is None:
            continue
        sources[name] = decoded.text
        references, found = references_of(name, decoded.text)
        diagnostics += found
        files.append(ReferenceFile(name, content, decoded.text, references))
    return ReferenceList(tuple(files), tuple(diagnostics), sources)


def reference_names(workspace: Workspace) -> tuple[str, ...]:
    """The reference files of a case, sorted; none for a folder that cannot be looked into."""
    try:
        names = workspace.names()
    except UnreadableError:
        return ()
    return tuple(
        name
        for name in sorted(names)
        if is_reference_file(name) and name.lower().endswith(supported_suffixes())
    )


def read_cited(workspace: Workspace, options: CheckOptions) -> CitedList:
    """A case's references as its article numbers them."""
    read = read_case(workspace, journals=journal_ids(), languages=available_languages())
    case = read.case
    if case is None:
        return CitedList(diagnostics=read.diagnostics, sources=read.sources)
    journal = load_journal(journal_of(case, options))
    article = assemble(case, journal, AssemblyOptions()).article
    files = set(case.reference_files)
    return CitedList(
        rows=tuple(_rows(case, article)),
        missing=tuple(_missing(use) for use in article.citations if not use.resolved),
        keyed=not any(use.typed for use in article.citations),
        case=case,
        diagnostics=tuple(found for found in read.diagnostics if found.span.file in files),
        sources=read.sources,
    )


def _rows(case: CaseReport, article: Article) -> list[Row]:
    numbers = {ref.citekey: ref.number for ref in article.references}
    keys = {ref.number: ref.citekey for ref in article.references}
    languages: dict[str, dict[str, None]] = {}
    for use in article.citations:
        key = use.citekey or keys.get(use.number or 0, "")
        if use.resolved:
            languages.setdefault(key, {})[use.language] = None
    seen: set[str] = set()
    rows: list[Row] = []
    for reference in case.references:
        key = reference.citekey
        # A second entry of one key is never printed.
        first = key not in seen
        seen.add(key)
        cited = tuple(sorted(languages.get(key, ()))) if first else ()
        rows.append(Row(reference, numbers.get(key) if first else None, cited))
    last = len(rows) + 1
    return sorted(rows, key=lambda row: row.number if row.number is not None else last)


def _missing(use: CitationUse) -> MissingReference:
    return MissingReference(use.citekey or str(use.number), use.language, use.span)
