"""The article of a case written in each format, and proved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from casereport.article.article import Article
from casereport.assembly import assemble
from casereport.checks import OutputContext, run_checks
from casereport.diagnostics import N_, Diagnostic, say
from casereport.exporters import Export, find_exporter
from casereport.journals import Journal
from casereport.pipeline.findings import page_count_differs
from casereport.pipeline.options import Progress, RenderOptions
from casereport.pipeline.preparing import Prepared


def export(
    prepared: Prepared,
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
        made = find_exporter(name).run(article, journal)
        case = prepared.read.case
        last = _last_page(article, made)
        # Of an issue the pages are its own to settle, all articles together.
        is_ours = prepared.options.place is None and last != article.last_page
        if case is not None and last is not None and is_ours:
            notes = (page_count_differs(case, article, last),)
            if goes_on or not made.counts_pages:
                counted = replace(prepared.options, last_page=last)
                article = assemble(case, journal, counted).article
            if not made.counts_pages:
                made = find_exporter(name).run(article, journal)
        exports[name] = made
    return exports, article, notes


def prove(
    prepared: Prepared, exports: Mapping[str, Export], article: Article, journal: Journal
) -> tuple[Diagnostic, ...]:
    """Check the finished files against the document that was typeset."""
    documents = {name: find_exporter(name).printed(article, journal) for name in exports}
    context = OutputContext(
        outputs=tuple(file for made in exports.values() for file in made.files),
        printed={
            file.path: document
            for name, document in documents.items()
            if document
            for file in exports[name].files
        },
        case=prepared.read.case,
    )
    return run_checks(context, overrides=prepared.severities)


def _last_page(article: Article, made: Export) -> int | None:
    """The number of the export's last page, where it has pages and the article a range."""
    if article.first_page is None or article.last_page is None or made.page_count is None:
        return None
    return article.first_page + made.page_count - 1
