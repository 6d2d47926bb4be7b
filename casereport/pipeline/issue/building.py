"""Builds an issue: its articles on their pages, then all of them bound with their contents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casereport.article.contents import Contents, ContentsEntry, ContentsSection
from casereport.diagnostics import N_, Message, say
from casereport.errors import CannotWriteError, WorkerError
from casereport.pipeline.batch.fingerprint import issue_fingerprint
from casereport.pipeline.batch.jobs import BatchOptions
from casereport.pipeline.batch.ledger import Ledger
from casereport.pipeline.batch.manifest import entry_of
from casereport.pipeline.environment import environment_fingerprint
from casereport.pipeline.failures import disk_failure, worker_failure
from casereport.pipeline.isolation import decode_issue, encode
from casereport.pipeline.issue.binding import IssueJob
from casereport.pipeline.issue.listing import IssuePlan
from casereport.pipeline.issue.outcome import IssueOutcome, PlacedArticle
from casereport.pipeline.issue.settling import Article, Setting, Settling, Told
from casereport.pipeline.workers import JobRunner
from casereport.workspace import OutputFile, UnreadableError, read_file, sweep_all, write_all


def build_issue(plan: IssuePlan, options: BatchOptions, told: Told) -> IssueOutcome:
    """Make the articles and the issue; the formats to write must have pdf among them.

    Raises:
        CannotWriteError: the disk takes nothing more.
        WorkerError: no worker can be started.
        MissingLibraryError: Pango, HarfBuzz or fontconfig cannot be loaded.
    """
    sweep_all(options.output, {"", *(case.below for case in plan.cases)})
    ledger = Ledger(options.output)
    runner: JobRunner[Setting | None] = options.machines.runner(options.task, options.limits)
    with ledger, runner:
        environment = environment_fingerprint()
        settling = Settling(plan, options, ledger, runner, environment, told)
        moving = settling.run()
        return _Binding(settling).run(moving)


class _FailedError(Exception):
    """The issue cannot be bound."""

    def __init__(self, failure: Message, cause: str, stderr: str = "") -> None:
        super().__init__(str(failure))
        self.failure = failure
        self.cause = cause
        self.stderr = stderr


@dataclass(frozen=True, slots=True)
class _Binding:
    settling: Settling

    @property
    def file(self) -> str:
        return f"{self.settling.plan.stem}.pdf"

    def run(self, moving: tuple[Article, ...]) -> IssueOutcome:
        settling = self.settling
        articles = tuple(self._placed())
        outcome = IssueOutcome(
            cases=tuple(a.outcome for a in settling.articles if a.outcome is not None),
            articles=articles,
            remarks=tuple(a.remark for a in settling.articles if a.remark is not None),
            ending="written",
            file=self.file,
        )
        try:
            self._look_for_failures(moving)
            is_new = self._bind(articles)
        except _FailedError as error:
            settling.ledger.forget(settling.plan.stem)
            return replace(
                outcome,
                ending="failed",
                file="",
                failure=error.failure,
                cause=error.cause,
                stderr=error.stderr,
            )
        return outcome if is_new else replace(outcome, ending="unchanged")

    def _placed(self) -> Iterator[PlacedArticle]:
        for article, pages in zip(self.settling.articles, self.settling.pages(), strict=True):
            note = article.entry.article if article.entry is not None else None
            if note is not None:
                yield PlacedArticle(article.case, pages.first, pages.last, note.heads)

    def _look_for_failures(self, moving: tuple[Article, ...]) -> None:
        failed = tuple(a.case.key for a in self.settling.articles if a.has_failed)
        if failed:
            message = N_("The issue is not bound: {cases} cannot be printed.")
            raise _FailedError(say(message, cases=failed), "cases")
        if moving:
            message = N_("The issue is not bound: the pages of {cases} do not come to rest.")
            raise _FailedError(say(message, cases=tuple(a.case.key for a in moving)), "pages")

    def _bind(self, articles: tuple[PlacedArticle, ...]) -> bool:
        """Bind and write the issue; False when it stands there as it should."""
        settling, plan = self.settling, self.settling.plan
        job = IssueJob(
            place=plan.place,
            contents=_contents(plan, articles),
            articles=(),
            on_odd_pages=plan.on_odd_pages,
        )
        files = [_pdf_of(article) for article in settling.articles]
        fingerprint = issue_fingerprint(repr(job), files, settling.environment)
        if settling.options.resume and settling.ledger.find(plan.stem, fingerprint) is not None:
            return False
        read = tuple(self._read(name, digest) for name, digest in files)
        output = OutputFile(self.file, self._bound(replace(job, articles=read)))
        try:
            write_all(settling.options.output, (output,))
        except CannotWriteError as error:
            raise _FailedError(disk_failure(error), error.reason) from error
        settling.ledger.note(plan.stem, entry_of(fingerprint, (output,), {}))
        return True

    def _read(self, name: str, digest: str) -> bytes:
        """An article as it was written: from the disk, so that not all are held all the time."""
        try:
            content = read_file(self.settling.options.output / name)
        except UnreadableError:
            content = b""
        if hashlib.sha256(content).hexdigest() != digest:
            message = N_("{file} was changed while the issue was made.")
            raise _FailedError(say(message, file=name), "changed")
        return content

    def _bound(self, job: IssueJob) -> bytes:
        runner = self.settling.runner
        runner.submit(None, encode(job))
        while runner.is_busy:
            for _, answer in runner.wait():
                try:
                    if isinstance(answer, WorkerError):
                        raise answer
                    return decode_issue(answer).pdf
                except WorkerError as error:
                    raise _FailedError(worker_failure(error), error.cause, error.stderr) from error
        raise WorkerError("unready")


def _contents(plan: IssuePlan, articles: tuple[PlacedArticle, ...]) -> Contents:
    following = iter(articles)
    sections = []
    for section in plan.sections:
        entries = []
        for _ in section.cases:
            article = next(following)
            entries.append(
                ContentsEntry(
                    heads=article.heads,
                    first_page=article.first_page,
                    last_page=article.last_page,
                )
            )
        sections.append(ContentsSection(heading=section.heading, entries=tuple(entries)))
    return Contents(title=plan.title, sections=tuple(sections))


def _pdf_of(article: Article) -> tuple[str, str]:
    """The name and SHA-256 of an article's PDF."""
    if article.entry is None:
        raise ValueError(f"{article.case.key} is not written")
    name = f"{article.case.key}.pdf"
    return name, article.entry.files[name]
