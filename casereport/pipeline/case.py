"""One case through all stages: read, check, assemble, check, export. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casereport.assembly import assemble
from casereport.checks import ArticleContext, SourceContext, apply_ignores, run_checks
from casereport.diagnostics import N_, Diagnostic, Severity
from casereport.exporters import Loss, find_exporter
from casereport.journals import journal_ids, load_journal
from casereport.locale import available_languages
from casereport.model.case_report import CaseReport
from casereport.article.article import Article
from casereport.journals import Journal
from casereport.pipeline.losses import figure_missing_in_output
from casereport.reading import ReadResult, read_case
from casereport.workspace import OutputFile, Workspace

_FALLBACK_JOURNAL = "manuscript"
_FATAL_FIGURES = frozenset({"FIG001", "FIG006", "OUT005"})

Progress = Callable[[str], None]
"""Told each step's English name (a gettext msgid) as it begins."""


def _quiet(_step: str) -> None:
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
    """A case that is read, assembled and checked."""

    read: ReadResult
    journal: Journal | None = None
    article: Article | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def check_case(
    workspace: Workspace, *, journal: str | None = None, progress: Progress = _quiet
) -> CheckResult:
    """Read a case and find what is wrong with it; ``journal`` overrides the case's own."""
    prepared = _prepare(workspace, journal, (), False, progress)
    found = apply_ignores(prepared.diagnostics, prepared.read.ignores)
    return CheckResult(found, prepared.read.sources)


def render_case(
    workspace: Workspace, options: RenderOptions, progress: Progress = _quiet
) -> RenderResult:
    """Make the files of one case.

    ``fatal`` (and no outputs) when the case cannot be read, a figure is missing or unreadable, or,
    with ``strict``, when there is any error.
    """
    prepared = _prepare(
        workspace, options.journal, options.order or (), options.blind, progress
    )
    found = apply_ignores(prepared.diagnostics, prepared.read.ignores)
    sources = prepared.read.sources
    article, journal = prepared.article, prepared.journal
    if article is None or journal is None or _is_fatal(prepared.diagnostics, strict=options.strict):
        return RenderResult((), found, sources, fatal=True)
    outputs: list[OutputFile] = []
    losses: list[Loss] = []
    for name in options.formats:
        progress(N_("Writing {format}").replace("{format}", name))
        export = find_exporter(name).run(article, journal)
        outputs.extend(export.files)
        losses.extend(export.losses)
    if losses:
        found = (*found, *map(figure_missing_in_output, dict.fromkeys(losses)))
        return RenderResult((), found, sources, fatal=True)
    kept: tuple[OutputFile, ...] = ()
    if options.keep_html:
        from casereport.exporters._kept_html import kept_html  # noqa: PLC0415

        kept = kept_html(article, journal)
    return RenderResult(tuple(outputs), found, sources, fatal=False, kept_html=kept)


def _prepare(
    workspace: Workspace,
    journal_id: str | None,
    order: tuple[str, ...],
    blind: bool,
    progress: Progress,
) -> _Prepared:
    progress(N_("Reading the case"))
    read = read_case(workspace, journals=journal_ids(), languages=available_languages())
    case = read.case
    if case is None:
        return _Prepared(read, diagnostics=read.diagnostics)
    journal = load_journal(_journal_of(case, journal_id))
    files = workspace.names()
    progress(N_("Checking the case"))
    found = [*read.diagnostics, *run_checks(SourceContext(case=case, files=files))]
    progress(N_("Assembling the article"))
    assembled = assemble(case, journal, order=order, blind=blind)
    article = assembled.article
    context = ArticleContext(case=case, files=files, article=article)
    found = [*found, *assembled.diagnostics, *run_checks(context)]
    return _Prepared(read, journal, article, tuple(found))


def _journal_of(case: CaseReport, journal_id: str | None) -> str:
    """The journal to use; an unknown one in case.yaml is reported (SRC015), the check goes on."""
    wanted = journal_id or case.facts.journal
    return wanted if wanted in journal_ids() else _FALLBACK_JOURNAL


def _is_fatal(diagnostics: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    return any(
        diagnostic.severity is Severity.ERROR
        and (strict or diagnostic.code.startswith("SRC") or diagnostic.code in _FATAL_FIGURES)
        for diagnostic in diagnostics
    )
