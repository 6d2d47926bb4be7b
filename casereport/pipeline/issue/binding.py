"""The articles of an issue and its contents bound in one PDF; runs in a worker.

The articles were made of strangers' files by processes that these may have taken over, so their
PDFs are read where a render is: in a process that may die.
"""

from __future__ import annotations

from dataclasses import dataclass

from casereport.article.contents import Contents
from casereport.article.inline import Direction
from casereport.errors import TypesettingError
from casereport.exporters._contents import (
    contents_document,
    contents_languages,
    entry_link,
)
from casereport.journals import Journal, load_journal
from casereport.locale import load_locale
from casereport.model.front import Publication
from casereport.model.issue import IssuePlace
from casereport.typesetting import PageLabels, typeset_report
from casereport.typesetting.merging import Part, merge


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueJob:
    """An issue to be bound: its place in the journal, its contents, each article's PDF in order."""

    place: IssuePlace
    contents: Contents
    articles: tuple[bytes, ...]
    on_odd_pages: bool


@dataclass(frozen=True, slots=True)
class BoundIssue:
    """The whole as one PDF; ``contents_pages`` stand before the articles, numbered i, ii, iii."""

    pdf: bytes
    contents_pages: int


def bind_issue(job: IssueJob) -> BoundIssue:
    """Set the contents, and bind them with the articles.

    Raises:
        TypesettingError: the contents cannot be set.
        MergeError: an article cannot be read.
    """
    journal = load_journal(job.place.journal)
    labels = PageLabels(style="roman")
    html = contents_document(job.contents, job.place.over(Publication()), journal)
    result = typeset_report(
        html, page_labels=labels, reading_direction=_viewer_direction(journal)
    )
    # Before an article that begins on an odd page, the contents end on an even one.
    blank = job.on_odd_pages and result.page_count % 2 == 1
    front = Part(pdf=result.pdf, title="", labels=labels, blanks_after=1 if blank else 0)
    entries = job.contents.entries
    if len(entries) != len(job.articles):
        raise TypesettingError("the contents and the articles of the issue differ")
    following = [*(entry.first_page for entry in entries[1:]), entries[-1].last_page + 1]
    articles = [
        Part(
            pdf=pdf,
            title=entry.heads[0].plain_title,
            labels=PageLabels(entry.first_page),
            blanks_after=then - entry.last_page - 1,
            link=entry_link(entry),
        )
        for entry, pdf, then in zip(entries, job.articles, following, strict=True)
    ]
    return BoundIssue(merge([front, *articles]), result.page_count + front.blanks_after)


def _viewer_direction(journal: Journal) -> Direction | None:
    if journal.manifest.layout.viewer_direction != "text":
        return None
    return load_locale(contents_languages(journal)[0]).direction
