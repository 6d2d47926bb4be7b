"""An issue's file becomes a plan: its cases found and named, what is wrong with the list told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from casereport.diagnostics import N_, Diagnostic, Route, Severity, Span, say
from casereport.journals import journal_ids, load_journal
from casereport.locale import available_languages
from casereport.model.case_report import CASE_FILE, SourceMap
from casereport.model.issue import IssueFile, IssuePlace
from casereport.pipeline.batch.planning import PlannedCase, name_cases
from casereport.pipeline.issue.faults import case_folder_missing, case_listed_twice
from casereport.reading import file_faults
from casereport.reading.faults import wrong_type
from casereport.reading.issue_yaml import read_issue
from casereport.workspace import FoundFolder, UnreadableError, find_folder, output_name, read_file


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A heading of the contents (language -> text; empty without one), and the cases below it."""

    heading: Mapping[str, str]
    cases: tuple[PlannedCase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePlan:
    """An issue to be made: ``stem`` is its file's name without a suffix."""

    stem: str
    place: IssuePlace
    title: Mapping[str, str]
    on_odd_pages: bool
    sections: tuple[PlannedSection, ...]

    @property
    def cases(self) -> tuple[PlannedCase, ...]:
        """Every case, in order."""
        return tuple(case for section in self.sections for case in section.cases)


@dataclass(frozen=True, slots=True)
class IssueListing:
    """The plan (None when anything is wrong with the file), the findings, the file's text."""

    plan: IssuePlan | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


def list_issue(path: Path) -> IssueListing:
    """Read the issue's file at ``path`` and find its cases."""
    try:
        content = read_file(path)
    except UnreadableError as error:
        found = file_faults.unreadable_file(path.name, error.reason, Span.start_of(path.name))
        return IssueListing(None, (found,), {})
    read = read_issue(
        content, path.name, journals=journal_ids(), languages=available_languages()
    )
    sources = MappingProxyType({path.name: read.text})
    if read.issue is None:
        return IssueListing(None, read.diagnostics, sources)
    listed = _Listing(path.parent, read.issue, read.source)
    told = (*read.diagnostics, *listed.diagnostics)
    if any(found.severity is Severity.ERROR for found in told):
        return IssueListing(None, told, sources)
    return IssueListing(_plan(path, read.issue, listed.folders), told, sources)


class _Listing:
    """The folders of an issue, looked for one after the other."""

    def __init__(self, base: Path, issue: IssueFile, source: SourceMap) -> None:
        self._base = base
        self._source = source
        self._places: dict[Path, Span] = {}
        self.folders: list[FoundFolder] = []
        self.diagnostics: list[Diagnostic] = []
        if not load_journal(issue.journal).manifest.layout.place:
            message = say(
                N_("The journal {journal} prints no volume and pages, so it has no issues."),
                journal=issue.journal,
            )
            span = source.span(("journal",))
            hint = say(N_("Name the journal in which the articles appear."))
            self.diagnostics.append(wrong_type(span, message, hint))
        for route, folder in _named(issue):
            self._take(folder, source.span(route))

    def _take(self, name: str, span: Span) -> None:
        try:
            found = find_folder(self._base, name, CASE_FILE)
        except UnreadableError as error:
            self.diagnostics.append(case_folder_missing(error, span))
            return
        real = found.path.resolve()
        if (first := self._places.get(real)) is not None:
            self.diagnostics.append(case_listed_twice(name, span, first))
            return
        self._places[real] = span
        self.folders.append(found)


def _named(issue: IssueFile) -> Iterator[tuple[Route, str]]:
    for index, folder in enumerate(issue.cases):
        yield ("cases", index), folder
    for number, section in enumerate(issue.sections):
        for index, folder in enumerate(section.cases):
            yield ("sections", number, "cases", index), folder


def _plan(path: Path, issue: IssueFile, folders: list[FoundFolder]) -> IssuePlan:
    stem = output_name(_stem(path, issue))
    cases = iter(name_cases(folders, taken=[stem]))
    years = issue.year.root if issue.year is not None else {}
    return IssuePlan(
        stem=stem,
        place=IssuePlace(
            journal=issue.journal,
            volume=issue.volume,
            number=issue.number,
            year={language: year.calendar_date for language, year in years.items()},
            first_page=issue.first_page,
            last_page=issue.first_page,
        ),
        title=issue.title.texts if issue.title is not None else {},
        on_odd_pages=issue.is_on_odd_pages,
        sections=tuple(
            PlannedSection(
                section.heading.texts if section.heading is not None else {},
                tuple(next(cases) for _ in section.cases),
            )
            for section in issue.in_sections
        ),
    )


def _stem(path: Path, issue: IssueFile) -> str:
    """``issue-30-187``; the name of the file when the issue has no number."""
    if issue.number is None:
        return path.stem
    return "-".join(["issue", *([issue.volume] if issue.volume else []), issue.number])
