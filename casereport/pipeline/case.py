"""One case through all stages: read, check, assemble, check, export. Nothing is written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casereport.article.contents import Head
from casereport.assembly import AssemblyOptions
from casereport.diagnostics import N_, Diagnostic, Severity, say
from casereport.model.case_report import CaseReport
from casereport.pipeline.exporting import export, prove
from casereport.pipeline.findings import figure_missing_in_output, glyph_missing
from casereport.pipeline.issue.faults import told_of_place
from casereport.pipeline.options import CheckOptions, Progress, RenderOptions, quiet
from casereport.pipeline.preparing import Prepared, prepare
from casereport.reading import CATALOGUE
from casereport.workspace import OutputFile, Workspace

_FATAL_FIGURES = frozenset({"FIG001", "FIG006", "OUT005"})


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The findings of one case, and the texts that reporters quote from."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    case: CaseReport | None = None
    """What was read; None when case.yaml could not be."""


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


def check_case(
    workspace: Workspace, options: CheckOptions = CheckOptions(), progress: Progress = quiet
) -> CheckResult:
    """Read a case and find what is wrong with it."""
    prepared = prepare(workspace, options, AssemblyOptions(), progress)
    return CheckResult(prepared.told(), prepared.read.sources, prepared.read.case)


def render_case(
    workspace: Workspace, options: RenderOptions, progress: Progress = quiet
) -> RenderResult:
    """Make the files of one case.

    ``fatal`` (and no outputs) when the case cannot be read, a figure is missing or unreadable, or,
    with ``strict``, when there is any error.
    """
    wanted = AssemblyOptions(order=options.order or (), blind=options.blind, place=options.place)
    prepared = prepare(workspace, options.checking, wanted, progress)
    told, sources = prepared.told(), prepared.read.sources
    journal, article = prepared.journal, prepared.article
    if journal is None or article is None or _is_fatal(prepared, told, strict=options.strict):
        return RenderResult((), _with_lost_pictures(prepared, told), sources, fatal=True)
    exports, article, notes = export(prepared, article, journal, options, progress)
    missing = dict.fromkeys("".join(each.missing_characters for each in exports.values()))
    case = prepared.read.case
    if options.place is not None and case is not None:
        notes = (*notes, *told_of_place(case, options.place))
    made = [*notes, *(glyph_missing(character, sources) for character in missing)]
    losses = dict.fromkeys(loss for each in exports.values() for loss in each.losses)
    if losses:
        told = (*prepared.told(*made), *map(figure_missing_in_output, losses))
        return RenderResult((), told, sources, fatal=True)
    outputs = tuple(file for each in exports.values() for file in each.files)
    if options.prove:
        progress(say(N_("Proving the PDF")))
        made.extend(prove(prepared, exports, article, journal))
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


def _has_error(told: tuple[Diagnostic, ...]) -> bool:
    return any(found.severity is Severity.ERROR for found in told)


def _with_lost_pictures(prepared: Prepared, told: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What is told when nothing is written: the pictures that are missing in any case."""
    lost = [
        found for found in prepared.explained(prepared.diagnostics) if found.code in _FATAL_FIGURES
    ]
    return (*told, *(found for found in lost if found not in told))


def _is_fatal(prepared: Prepared, told: tuple[Diagnostic, ...], *, strict: bool) -> bool:
    """True when nothing may be written."""
    # A comment can silence a finding, but it cannot bring back a picture.
    missing = any(found.code in _FATAL_FIGURES for found in prepared.diagnostics)
    errors = [found for found in told if found.severity is Severity.ERROR]
    return missing or any(strict or found.code in CATALOGUE for found in errors)
