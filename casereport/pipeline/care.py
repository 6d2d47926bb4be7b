"""Fills the checklist of CARE for one case, with the pages on which each piece of evidence stands.

The pages are those of the article as its journal prints it: it is typeset in memory, and its lines
are matched with the words that tell an item. Nothing is written.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from casereport.article.article import Article
from casereport.assembly import assemble
from casereport.checks import run_checks
from casereport.checks.care import Checklist, Evidence, evaluate
from casereport.checks.check import SourceContext
from casereport.checks.discovery import discover
from casereport.checks.prose import typed_at
from casereport.diagnostics import N_, Diagnostic, say
from casereport.exporters import find_exporter
from casereport.inspection import pages_of, paragraphs_of, read_glyphs
from casereport.journals import Journal, journal_ids, load_journal
from casereport.journals.classes import BLOCK_CLASSES, FLOATING_CLASSES, OPTIONAL_CLASSES
from casereport.locale import available_languages
from casereport.model.base import Bilingual
from casereport.pipeline.options import CheckOptions, Progress, quiet
from casereport.pipeline.preparing import journal_of
from casereport.reading import read_case
from casereport.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CareResult:
    """The filled checklist; None, with what was found, when the case could not be read.

    ``pages`` has the folio of each piece of evidence that is printed; None: nobody asked.
    ``private`` are the stretches of the case that the privacy checks tell.
    """

    checklist: Checklist | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    today: datetime.date
    name: str = ""
    title: Bilingual | None = None
    journal: Bilingual | None = None
    pages: Mapping[Evidence, int] | None = field(default=None)
    private: frozenset[str] = frozenset()


def care_case(
    workspace: Workspace, options: CheckOptions, progress: Progress = quiet, *, pages: bool = False
) -> CareResult:
    """Fill the checklist; with ``pages`` the article is typeset to find them."""
    progress(say(N_("Reading the case")))
    read = read_case(workspace, journals=journal_ids(), languages=available_languages())
    case = read.case
    if case is None:
        return CareResult(None, read.diagnostics, read.sources, workspace.today)
    journal = load_journal(journal_of(case, options))
    article = assemble(case, journal).article
    progress(say(N_("Filling the checklist")))
    checklist = evaluate(case, article, journal.manifest)
    return CareResult(
        checklist,
        read.diagnostics,
        read.sources,
        workspace.today,
        name=article.name,
        title=case.facts.title,
        journal=journal.manifest.name,
        pages=_pages(checklist, article, journal, progress) if pages else None,
        private=_private(SourceContext(case=case, files=workspace.names())),
    )


def _private(context: SourceContext) -> frozenset[str]:
    """What tells who the patient is: evidence that holds it is quoted without it."""
    checks = tuple(one for one in discover() if one.family == "privacy")
    found = run_checks(context, checks=checks)
    typed = (typed_at(context.case, one.span) for one in found if one.code != "SRC009")
    return frozenset(text for text in typed if text)


def _pages(
    checklist: Checklist, article: Article, journal: Journal, progress: Progress
) -> Mapping[Evidence, int]:
    progress(say(N_("Writing {format}"), format="pdf"))
    exporter = find_exporter("pdf")
    export = exporter.run(article, journal)
    progress(say(N_("Looking for the pages")))
    evidence = tuple(
        dict.fromkeys(
            one
            for heading in checklist.headings
            for item in heading.items
            for one in item.verdict.evidence
            if one.section
        )
    )
    meant = paragraphs_of(
        exporter.printed(article, journal),
        optional_classes=OPTIONAL_CLASSES,
        block_classes=BLOCK_CLASSES,
        floating_classes=FLOATING_CLASSES,
    )
    found = pages_of([one.text for one in evidence], meant, read_glyphs(export.files[0].content))
    before = (article.first_page or 1) - 1
    return MappingProxyType(
        {one: before + page for one, page in zip(evidence, found, strict=True) if page is not None}
    )
