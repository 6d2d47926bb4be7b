"""How an issue ended: each article with its pages, and the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casereport.article.contents import Head
from casereport.diagnostics import Diagnostic, Message
from casereport.pipeline.batch.outcome import CaseOutcome, Ending
from casereport.pipeline.batch.planning import PlannedCase


@dataclass(frozen=True, slots=True)
class PlacedArticle:
    """An article of the issue: where it stands, what the contents say of it."""

    case: PlannedCase
    first_page: int
    last_page: int
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a case says otherwise than its issue; ``sources`` are the texts to quote from."""

    case: PlannedCase
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueOutcome:
    """What became of an issue.

    ``file`` is the bound PDF inside the output folder; ``failure`` says why there is none, with a
    stable word for it: ``cases``, ``pages``, ``changed``, ``stopped``, or that of a WorkerError or
    CannotWriteError.
    """

    cases: tuple[CaseOutcome, ...]
    articles: tuple[PlacedArticle, ...]
    remarks: tuple[Remark, ...]
    ending: Ending
    file: str
    failure: Message | None = None
    cause: str = ""
    stderr: str = ""
