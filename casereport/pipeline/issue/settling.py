"""Every article of an issue rendered on the pages that it has there.

Where an article begins depends on how long those before it are, so all are rendered at once on the
pages that they are guessed to have, and those again whose pages turn out to be others; where only
the last page was guessed wrong, not the PDF, which counts it itself. What was
written last time gives the guess, and what has not changed needs no render. The result depends on
the cases alone, never on the guesses. An article is written as soon as the length of all before it
is known, so that a run that is stopped has not worked for nothing.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from casereport.errors import CannotWriteError, WorkerError
from casereport.model.issue import IssuePlace
from casereport.pipeline.batch.fingerprint import case_fingerprint
from casereport.pipeline.batch.jobs import BatchOptions, Jobs
from casereport.pipeline.batch.ledger import Ledger
from casereport.pipeline.batch.manifest import ArticleNote, Entry, entry_of
from casereport.pipeline.batch.outcome import (
    HOPELESS,
    CaseOutcome,
    disk_failed,
    placed,
    unprintable,
    worker_failed,
)
from casereport.pipeline.batch.planning import PlannedCase
from casereport.pipeline.case import RenderResult
from casereport.pipeline.isolation import RenderJob, decode_result, encode
from casereport.pipeline.issue.faults import CATALOGUE
from casereport.pipeline.issue.listing import IssuePlan
from casereport.pipeline.issue.outcome import Remark
from casereport.pipeline.issue.pages import Pages, place_articles
from casereport.pipeline.settings import InvalidSettingsError
from casereport.pipeline.workers import JobRunner
from casereport.workspace import write_all

_GUESS = 4
"""Pages of an article of which nothing is known yet."""
_MAX_ROUNDS = 6
"""Two are usual; an article whose length depends on the numbers of its pages takes another."""

Told = Callable[[CaseOutcome], None]
"""Told each article as it ends; once more when it has to be set again after that."""


@dataclass
class Article:
    """An article while its pages are looked for.

    ``count``: its pages, guessed until ``is_known``, 0 for one that failed. ``set_on``: the pages
    on which ``result`` (what is not yet written) or the files in the output were rendered.
    """

    case: PlannedCase
    count: int
    is_known: bool = False
    set_on: Pages | None = None
    result: RenderResult | None = None
    fingerprint: str = ""
    seconds: float = 0
    entry: Entry | None = None
    outcome: CaseOutcome | None = None
    remark: Remark | None = None

    @property
    def has_failed(self) -> bool:
        """True when it will not be in the issue."""
        return self.outcome is not None and self.outcome.ending == "failed"


@dataclass(frozen=True, slots=True)
class Setting:
    """A render that a worker is at."""

    article: Article
    pages: Pages
    job: RenderJob
    since: float


@dataclass
class Settling:
    """Renders the articles of a plan until their pages stand."""

    plan: IssuePlan
    options: BatchOptions
    ledger: Ledger
    runner: JobRunner[Setting | None]
    environment: str
    told: Told
    articles: list[Article] = field(init=False)

    def __post_init__(self) -> None:
        self._jobs = Jobs(self.options)
        notes = [self._noted(case) for case in self.plan.cases]
        self.articles = [
            Article(case, note.pages if note is not None else _GUESS)
            for case, note in zip(self.plan.cases, notes, strict=True)
        ]

    def _noted(self, case: PlannedCase) -> ArticleNote | None:
        entry = self.ledger.last(case.key)
        return entry.article if entry is not None else None

    def run(self) -> tuple[Article, ...]:
        """Render until nothing moves any more; the articles that go on moving.

        Raises:
            CannotWriteError: the disk takes nothing more.
            WorkerError: no worker can be started.
            MissingLibraryError: Pango, HarfBuzz or fontconfig cannot be loaded.
        """
        for _ in range(_MAX_ROUNDS):
            moved = self._moved()
            if not moved:
                return ()
            for index in moved:
                # What has ended meanwhile says better where it begins.
                while not self.runner.has_room:
                    self._finish_some()
                self._begin(self.articles[index], self.pages()[index])
            while self.runner.is_busy:
                self._finish_some()
        return tuple(self.articles[index] for index in self._moved())

    def pages(self) -> tuple[Pages, ...]:
        """Where each article stands, as far as is known now."""
        counts = [article.count for article in self.articles]
        first = self.plan.place.first_page
        return place_articles(counts, first, on_odd_pages=self.plan.on_odd_pages)

    def _moved(self) -> list[int]:
        return [
            index
            for index, (article, pages) in enumerate(zip(self.articles, self.pages(), strict=True))
            if article.set_on != pages and not article.has_failed
        ]

    def _begin(self, article: Article, pages: Pages) -> None:
        """Give an article to a worker, unless it stands there as it should."""
        if article.set_on == pages:
            return
        place = self._place(pages)
        try:
            job = self._jobs.of(article.case, place)
        except InvalidSettingsError as error:
            self._end(
                article,
                CaseOutcome(
                    case=article.case,
                    ending="failed",
                    failure=error.messages[0],
                    cause="settings",
                ),
            )
            return
        fingerprint = case_fingerprint(job, self.environment)
        known = self.ledger.find(article.case.key, fingerprint) if self.options.resume else None
        if known is not None and known.article is not None:
            self._keep(article, pages, known, known.article)
            return
        self.runner.submit(Setting(article, pages, job, time.monotonic()), encode(job))

    def _place(self, pages: Pages) -> IssuePlace:
        return replace(self.plan.place, first_page=pages.first, last_page=pages.last)

    def _keep(self, article: Article, pages: Pages, known: Entry, note: ArticleNote) -> None:
        article.count, article.is_known, article.set_on = note.pages, True, pages
        article.entry, article.result = known, None
        files, counts = tuple(known.files), known.counts
        self._end(
            article,
            CaseOutcome(case=article.case, ending="unchanged", files=files, counts=counts),
        )

    def _finish_some(self) -> None:
        for setting, answer in self.runner.wait():
            if setting is None:
                continue
            article, seconds = setting.article, time.monotonic() - setting.since
            article.seconds += seconds
            try:
                if isinstance(answer, WorkerError):
                    raise answer
                self._take(setting, decode_result(answer))
            except WorkerError as error:
                self._end(article, worker_failed(article.case, error, article.seconds))
        self._write_what_stands()

    def _take(self, setting: Setting, result: RenderResult) -> None:
        article = setting.article
        if result.fatal or result.page_count is None:
            self._end(article, unprintable(article.case, result, article.seconds))
            return
        article.count, article.is_known = result.page_count, True
        article.set_on, job = setting.pages, setting.job
        if result.counts_pages:
            first = setting.pages.first
            article.set_on = Pages(first, first + result.page_count - 1)
            options = replace(job.options, place=self._place(article.set_on))
            job = replace(job, options=options)
        article.fingerprint = case_fingerprint(job, self.environment)
        article.result = result
        remarks = tuple(found for found in result.diagnostics if found.code in CATALOGUE)
        article.remark = Remark(article.case, remarks, result.sources) if remarks else None

    def _write_what_stands(self) -> None:
        """Write the articles whose pages are sure: the length of all before them is known."""
        for article, pages in zip(self.articles, self.pages(), strict=True):
            if not (article.is_known or article.has_failed):
                return
            if article.result is not None and article.set_on == pages:
                self._write(article, article.result)

    def _write(self, article: Article, result: RenderResult) -> None:
        case = article.case
        counts = Counter(each.severity for each in result.diagnostics)
        outputs = placed(result.outputs, case.below)
        article.result = None
        try:
            write_all(self.options.output, outputs)
        except CannotWriteError as error:
            self._end(article, disk_failed(case, error, article.seconds))
            if error.reason in HOPELESS:
                raise
            return
        note = ArticleNote(article.count, result.heads)
        article.entry = entry_of(article.fingerprint, outputs, counts, note)
        self.ledger.note(case.key, article.entry)
        self._end(
            article,
            CaseOutcome(
                case=case,
                ending="written",
                files=tuple(file.path for file in outputs),
                counts=counts,
                seconds=article.seconds,
            ),
        )

    def _end(self, article: Article, outcome: CaseOutcome) -> None:
        article.outcome = outcome
        if outcome.ending == "failed":
            article.count, article.entry, article.remark = 0, None, None
            self.ledger.forget(article.case.key)
        self.told(outcome)
