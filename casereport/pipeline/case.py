"""One case through all stages: read, check, assemble, check, export. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from casereport.article.article import Article
from casereport.assembly import AssemblyOptions, assemble
from casereport.checks import (
    ArticleContext,
    OutputContext,
    Scope,
    SourceContext,
    apply_ignores,
    run_checks,
)
from casereport.diagnostics import N_, Diagnostic, Message, Severity, say
from casereport.exporters import Export, find_exporter
from casereport.journals import Journal, journal_ids, load_journal
from casereport.locale import available_languages
from casereport.model.case_report import CaseReport
from casereport.pipeline.findings import figure_missing_in_output, glyph_missing, page_count_differs
from casereport.reading import ReadResult, read_case
from casereport.workspace import OutputFile, Workspace

_FALLBACK_JOURNAL = "manuscript"
_FATAL_FIGURES = frozenset({"FIG001", "FIG006", "OUT005"})

Progress = Callable[[Message], None]
"""Told each step as it begins."""


def _quiet(_step: Message) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The findings of one case, and the texts that reporters quote from."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """What to make of a case."""

    formats: tuple[str, ...] = ("pdf",)
    journal: str | None = None
    order: tuple[str, ...] | None = None
    blind: bool = False
    strict: bool = False
    prove: bool = False
    keep_html: bool = False


@dataclass(frozen=True, slots=True)
class RenderResult:
    """The files that were made, and the findings. ``fatal``: nothing may be written."""

    outputs: tuple[OutputFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    fatal: bool
    kept_html: tuple[OutputFile, ...] = ()


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A case that is read, assembled and checked; no journal and article when it was unreadable."""

    read: ReadResult
    options: AssemblyOptions
    journal: Journal | None = None
    article: Article | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def told(self, *made: Diagnostic, proved: bool = False) -> tuple[Diagnostic, ...]:
        """The findings that no comment in the files silences; ``made``: those of the output."""
        # Where checks did not run, a comment for one of them is not idle.
        scopes: tuple[Scope, ...] = ("source", "article") if self.article is not None else ()
        scopes = (*scopes, "output") if proved else scopes
        return apply_ignores((*self.diagnostics, *made), self.read.ignores, scopes=scopes)


def check_case(
    workspace: Workspace, *, journal: str | None = None, progress: Progress = _quiet
) -> CheckResult:
    """Read a case and find what is wrong with it; ``journal`` overrides the case's own."""
    prepared = _prepare(workspace, journal, AssemblyOptions(), progress)
    return CheckResult(prepared.told(), prepared.read.sources)


def render_case(
    workspace: Workspace, options: RenderOptions, progress: Progress = _quiet
) -> RenderResult:
    """Make the files of one case.

    ``fatal`` (and no outputs) when the case cannot be read, a figure is missing or unreadable, or,
    with ``strict``, when there is any error.
    """
    wanted = AssemblyOptions(order=options.order or (), blind=options.blind)
    prepared = _prepare(workspace, options.journal, wanted, progress)
    told, sources = prepared.told(), prepared.read.sources
    journal, article = prepared.journal, prepared.article
    if journal is None or article is None or _is_fatal(prepared, told, strict=options.strict):
        return RenderResult((), _with_lost_pictures(prepared, told), sources, fatal=True)
    exports, article, notes = _export(prepared, article, journal, options.formats, progress)
    missing = dict.fromkeys("".join(export.missing_characters for export in exports))
    made = [*notes, *(glyph_missing(character, sources) for character in missing)]
    losses = dict.fromkeys(loss for export in exports for loss in export.losses)
    if losses:
        told = (*prepared.told(*made), *map(figure_missing_in_output, losses))
        return RenderResult((), told, sources, fatal=True)
    outputs = tuple(file for export in exports for file in export.files)
    if options.prove:
        progress(say(N_("Proving the PDF")))
        made.extend(_prove(prepared, exports))
    told = prepared.told(*made, proved=options.prove)
    if options.prove and options.strict and _has_error(told):
        return RenderResult((), told, sources, fatal=True)
    kept: tuple[OutputFile, ...] = ()
    if options.keep_html:
        from casereport.exporters._kept import kept_html

        kept = kept_html(article, journal)
    return RenderResult(outputs, told, sources, fatal=False, kept_html=kept)


def _export(
    prepared: _Prepared,
    article: Article,
    journal: Journal,
    formats: tuple[str, ...],
    progress: Progress,
) -> tuple[list[Export], Article, tuple[Diagnostic, ...]]:
    """Write each format; where the pages come out other than the article says, print our range."""
    exports: list[Export] = []
    notes: tuple[Diagnostic, ...] = ()
    # The pages are counted first, so that every format says the same.
    for name in sorted(formats, key=lambda name: name != "pdf"):
        progress(say(N_("Writing {format}"), format=name))
        export = find_exporter(name).run(article, journal)
        case = prepared.read.case
        last = _last_page(article, export)
        if case is not None and last is not None and last != article.last_page:
            notes = (page_count_differs(case, article, last),)
            options = replace(prepared.options, last_page=last)
            article = assemble(case, journal, options).article
            export = find_exporter(name).run(article, journal)
        exports.append(export)
    return exports, article, notes


def _prove(prepared: _Prepared, exports: list[Export]) -> tuple[Diagnostic, ...]:
    """Check the finished files against the document that was typeset."""
    context = OutputContext(
        outputs=tuple(file for export in exports for file in export.files),
        printed={
            file.path: export.printed
            for export in exports
            if export.printed
            for file in export.files
        },
        case=prepared.read.case,
    )
    journal = prepared.journal
    return run_checks(context, overrides=journal.manifest.severities if journal else {})


def _last_page(article: Article, export: Export) -> int | None:
    """The number of the export's last page, where it has pages and the article a range."""
    if article.first_page is None or article.last_page is None or export.page_count is None:
        return None
    return article.first_page + export.page_count - 1


def _prepare(
    workspace: Workspace, journal_id: str | None, options: AssemblyOptions, progress: Progress
) -> _Prepared:
    progress(say(N_("Reading the case")))
    read = read_case(workspace, journals=journal_ids(), languages=available_languages())
    case = read.case
    if case is None:
        return _Prepared(read, options, diagnostics=read.diagnostics)
    journal = load_journal(_journal_of(case, journal_id))
    files = workspace.names()
    progress(say(N_("Checking the case")))
    overrides = journal.manifest.severities
    source = SourceContext(case=case, files=files)
    found = [*read.diagnostics, *run_checks(source, overrides=overrides)]
    assembled = assemble(case, journal, options)
    article = assembled.article
    found += assembled.diagnostics
    context = ArticleContext(case=case, files=files, article=article)
    found += run_checks(context, overrides=overrides)
    return _Prepared(read, options, journal, article, tuple(found))


def _journal_of(case: CaseReport, journal_id: str | None) -> str:
    """The journal to use; an unknown one in case.yaml is reported (SRC015), the check goes on."""
    wanted = journal_id or case.facts.journal
    return wanted if wanted in journal_ids() else _FALLBACK_JOURNAL


def _has_error(told: tuple[Diagnostic, ...]) -> bool:
    return any(found.severity is Severity.ERROR for found in told)


def _with_lost_pictures(
    prepared: _Prepared, told: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """What is told when nothing is written: the pictures that are missing in any case."""
    lost = [found for found in prepared.diagnostics if found.code in _FATAL_FIGURES]
    return (*told, *(found for found in lost if found not in told))


def _is_fatal(prepared: _Prepared, told: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """True when nothing may be written."""
    # A comment can silence a finding, but it cannot bring back a picture.
    missing = any(found.code in _FATAL_FIGURES for found in prepared.diagnostics)
    errors = [found for found in told if found.severity is Severity.ERROR]
    return missing or any(strict or found.code.startswith("SRC") for found in errors)
