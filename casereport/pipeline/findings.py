"""Findings that arise when files are made: OUT005, OUT008. Their pages are under checks/output/."""

from __future__ import annotations

from casereport.article.article import Article
from casereport.diagnostics import N_, Diagnostic, Severity, Span, say
from casereport.exporters import Loss
from casereport.model.case_report import CASE_FILE, CaseReport


def figure_missing_in_output(loss: Loss) -> Diagnostic:
    """OUT005: something of the case is absent from the output."""
    return Diagnostic(
        "OUT005",
        "figure-missing-in-output",
        Severity.ERROR,
        say(
            N_("{name} is missing from the output ({reason})."),
            name=loss.name,
            reason=loss.reason,
        ),
        Span.start_of(CASE_FILE),
        say(N_("Replace the file by a sound PNG, JPEG, TIFF or SVG image.")),
    )


def page_count_differs(case: CaseReport, article: Article, last: int) -> Diagnostic:
    """OUT008: the pages of the output end elsewhere than case.yaml says."""
    return Diagnostic(
        "OUT008",
        "page-count-differs",
        Severity.NOTE,
        say(
            N_("The pages end at {ours}, not at {said}; the range {first}-{ours} is printed."),
            ours=last,
            said=article.last_page or 0,
            first=article.first_page or 0,
        ),
        case.source.span(("publication", "pages")),
        say(N_("Correct the range when these are the article's final pages.")),
    )
