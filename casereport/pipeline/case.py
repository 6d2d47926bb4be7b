"""One case through all stages: read, check, assemble, check, export. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from casereport.article.article import Article
from casereport.article.contents import Head
from casereport.assembly import AssemblyOptions, assemble
from casereport.checks import (
    ArticleContext,
    OutputContext,
    Scope,
    SourceContext,
    apply_ignores,
    run_checks,
)
from casereport.checks.ignoring import UNUSED_IGNORE
from casereport.checks.reasons import with_reasons
from casereport.checks.running import SeverityOverrides
from casereport.checks.severities import changeable, layered, with_severities
from casereport.diagnostics import N_, Diagnostic, Message, Severity, say
from casereport.exporters import Export, find_exporter
from casereport.journals import Journal, journal_ids, load_journal
from casereport.locale import available_languages
from casereport.model.case_report import CaseReport
from casereport.model.issue import IssuePlace
from casereport.pipeline.findings import figure_missing_in_output, glyph_missing, page_count_differs
from casereport.pipeline.issue.faults import told_of_place
from casereport.reading import CATALOGUE, EvidenceFolder, ReadResult, read_case
from casereport.workspace import OutputFile, Workspace

_FALLBACK_JOURNAL = "manuscript"
_FATAL_FIGURES = frozenset({"FIG001", "FIG006", "OUT005"})

Progress = Callable[[Message], None]
"""Told each step as it begins."""


def quiet(_step: Message) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The findings of one case, and the texts that reporters quote from."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    case: CaseReport | None = None
    """What was read; None when case.yaml could not be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """How a case is checked.

    ``journal`` overrides the case's own, ``default_journal`` serves one that names none;
    ``severities`` are the project's, and stand over those of the journal and of the checks.
    ``evidence``: records that serve several cases, beside the case's own.
    """

    journal: str | None = None
    default_journal: str | None = None
    severities: SeverityOverrides = field(default_factory=lambda: MappingProxyType({}))
    evidence: EvidenceFolder | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """What to make of a case. ``place``: its place in the issue that it is rendered for."""

    formats: tuple[str, ...] = ("pdf",)
    journal: str | None = None
    order: tuple[str, ...] | None = None
    blind: bool = False
    strict: bool = False
    prove: bool = False
    keep_html: bool = False
    default_journal: str | None = None
    severities: SeverityOverrides = field(default_factory=lambda: MappingProxyType({}))
    evidence: EvidenceFolder | None = None
    place: IssuePlace | None = None

    @property
    def checking(self) -> CheckOptions:
        """How the case is checked on the way."""
        return CheckOptions(
            journal=self.journal,
            default_journal=self.default_journal,
            severities=self.severities,
            evidence=self.evidence,
        )


@dataclass(frozen=True, slots=True)
class RenderResult:
    """The files that were made, and the findings. ``fatal``: nothing may be written.

    ``page_count`` is that of the PDF, when there is one; ``heads`` are for an issue's contents.
    ``counts_pages``: all is as it would be if any other last page had been said.
    """

    outputs: tuple[OutputFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    fatal: bool
    kept_html: tuple[OutputFile, ...] = ()
    page_count: int | None = None
    counts_pages: bool = False
    heads: tuple[Head, ...] = ()


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A case that is read, assembled and checked; no journal and article when it was unreadable."""

    read: ReadResult
    options: AssemblyOptions
    severities: SeverityOverrides
    journal: Journal | None = None
    article: Article | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def told(self, *made: Diagnostic, proved: bool = False) -> tuple[Diagnostic, ...]:
        """The findings that no comment in the files silences; ``made``: those of the output."""
        # Where checks did not run, a comment for one of them is not idle.
        scopes: tuple[Scope, ...] = ("source", "article") if self.article is not None else ()
        scopes = (*scopes, "output") if proved else scopes
        found = self.explained((*self.diagnostics, *with_severities(made, self.severities)))
        off = [code for code, severity in self.severities.items() if severity is None]
        told = apply_ignores(found, self.read.ignores, scopes=scopes, off=off)
        # Only now is it known which comments silence nothing.
        late = {code: self.severities[code] for code in self.severities if code == UNUSED_IGNORE}
        return self.explained(with_severities(told, late))

    def explained(self, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """The findings with what the journal says of their rules."""
        return found if self.journal is None else with_reasons(found, self.journal.manifest)


def check_case(
    workspace: Workspace, options: CheckOptions = CheckOptions(), progress: Progress = quiet
) -> CheckResult:
    """Read a case and find what is wrong with it."""
    prepared = _prepare(workspace, options, AssemblyOptions(), progress)
    return CheckResult(prepared.told(), prepared.read.sources, prepared.read.case)


def render_case(
    workspace: Workspace, options: RenderOptions, progress: Progress = quiet
) -> RenderResult:
    """Make the files of one case.

    ``fatal`` (and no outputs) when the case cannot be read, a figure is missing or unreadable, or,
    with ``strict``, when there is any error.
    """
    wanted = AssemblyOptions(order=options.order or (), blind=options.blind, place=options.place)
    prepared = _prepare(workspace, options.checking, wanted, progress)
    told, sources = prepared.told(), prepared.read.sources
    journal, article = prepared.journal, prepared.article
    if journal is None or article is None or _is_fatal(prepared, told, strict=options.strict):
        return RenderResult((), _with_lost_pictures(prepared, told), sources, fatal=True)
    exports, article, notes = _export(prepared, article, journal, options, progress)
    missing = dict.fromkeys("".join(export.missing_characters for export in exports.values()))
    case = prepared.read.case
    if options.place is not None and case is not None:
        notes = (*notes, *told_of_place(case, options.place))
    made = [*notes, *(glyph_missing(character, sources) for character in missing)]
    losses = dict.fromkeys(loss for export in exports.values() for loss in export.losses)
    if losses:
        told = (*prepared.told(*made), *map(figure_missing_in_output, losses))
        return RenderResult((), told, sources, fatal=True)
    outputs = tuple(file for export in exports.values() for file in export.files)
    if options.prove:
        progress(say(N_("Proving the PDF")))
        made.extend(_prove(prepared, exports, article, journal))
    told = prepared.told(*made, proved=options.prove)
    if options.prove and options.strict and _has_error(told):
        return RenderResult((), told, sources, fatal=True)
    kept: tuple[OutputFile, ...] = ()
    if options.keep_html:
        from casereport.exporters._kept import kept_html

        kept = kept_html(article, journal)
    heads: tuple[Head, ...] = ()
    if options.place is not None:
        from casereport.exporters._contents import article_heads

        heads = article_heads(article, journal)
    return RenderResult(
        outputs,
        told,
        sources,
        fatal=False,
        kept_html=kept,
        page_count=next(
            (each.page_count for each in exports.values() if each.page_count is not None), None
        ),
        # The proof compares with a document that has the last page as it was said.
        counts_pages=not options.prove and all(each.counts_pages for each in exports.values()),
        heads=heads,
    )


def _export(
    prepared: _Prepared,
    article: Article,
    journal: Journal,
    options: RenderOptions,
    progress: Progress,
) -> tuple[dict[str, Export], Article, tuple[Diagnostic, ...]]:
    """Write each format; where the pages come out other than the article says, print our range."""
    exports: dict[str, Export] = {}
    notes: tuple[Diagnostic, ...] = ()
    goes_on = len(options.formats) > 1 or options.prove or options.keep_html
    # The pages are counted first, so that every format says the same.
    for name in sorted(options.formats, key=lambda name: name != "pdf"):
        progress(say(N_("Writing {format}"), format=name))
        export = find_exporter(name).run(article, journal)
        case = prepared.read.case
        last = _last_page(article, export)
        # Of an issue the pages are its own to settle, all articles together.
        is_ours = prepared.options.place is None and last != article.last_page
        if case is not None and last is not None and is_ours:
            notes = (page_count_differs(case, article, last),)
            if goes_on or not export.counts_pages:
                counted = replace(prepared.options, last_page=last)
                article = assemble(case, journal, counted).article
            if not export.counts_pages:
                export = find_exporter(name).run(article, journal)
        exports[name] = export
    return exports, article, notes


def _prove(
    prepared: _Prepared, exports: Mapping[str, Export], article: Article, journal: Journal
) -> tuple[Diagnostic, ...]:
    """Check the finished files against the document that was typeset."""
    documents = {name: find_exporter(name).printed(article, journal) for name in exports}
    context = OutputContext(
        outputs=tuple(file for export in exports.values() for file in export.files),
        printed={
            file.path: document
            for name, document in documents.items()
            if document
            for file in exports[name].files
        },
        case=prepared.read.case,
    )
    return run_checks(context, overrides=prepared.severities)


def _last_page(article: Article, export: Export) -> int | None:
    """The number of the export's last page, where it has pages and the article a range."""
    if article.first_page is None or article.last_page is None or export.page_count is None:
        return None
    return article.first_page + export.page_count - 1


def _prepare(
    workspace: Workspace, checking: CheckOptions, options: AssemblyOptions, progress: Progress
) -> _Prepared:
    progress(say(N_("Reading the case")))
    read = read_case(
        workspace,
        journals=journal_ids(),
        languages=available_languages(),
        evidence=checking.evidence,
    )
    case, severities = read.case, checking.severities
    found = [*with_severities(read.diagnostics, severities)]
    if case is None:
        return _Prepared(read, options, severities, diagnostics=tuple(found))
    journal = load_journal(journal_of(case, checking))
    # What a project says of a check stands over what the journal says.
    severities = layered(changeable(journal.manifest.severities), severities)
    files = workspace.names()
    progress(say(N_("Checking the case")))
    found += run_checks(SourceContext(case=case, files=files), overrides=severities)
    assembled = assemble(case, journal, options)
    article = assembled.article
    found += with_severities(assembled.diagnostics, severities)
    context = ArticleContext(case=case, files=files, article=article)
    found += run_checks(context, overrides=severities)
    return _Prepared(read, options, severities, journal, article, tuple(found))


def journal_of(case: CaseReport, checking: CheckOptions) -> str:
    """The journal to use; an unknown one in case.yaml is reported (SRC015), the check goes on."""
    named = case.facts.journal if "journal" in case.facts.model_fields_set else None
    wanted = checking.journal or named or checking.default_journal or case.facts.journal
    return wanted if wanted in journal_ids() else _FALLBACK_JOURNAL


def _has_error(told: tuple[Diagnostic, ...]) -> bool:
    return any(found.severity is Severity.ERROR for found in told)


def _with_lost_pictures(
    prepared: _Prepared, told: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """What is told when nothing is written: the pictures that are missing in any case."""
    lost = [
        found for found in prepared.explained(prepared.diagnostics) if found.code in _FATAL_FIGURES
    ]
    return (*told, *(found for found in lost if found not in told))


def _is_fatal(prepared: _Prepared, told: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """True when nothing may be written."""
    # A comment can silence a finding, but it cannot bring back a picture.
    missing = any(found.code in _FATAL_FIGURES for found in prepared.diagnostics)
    errors = [found for found in told if found.severity is Severity.ERROR]
    return missing or any(strict or found.code in CATALOGUE for found in errors)
