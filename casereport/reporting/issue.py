"""How an issue went, as it is told, and for a program.

Part of the summary of a batch (see :mod:`casereport.reporting.batch`), under ``issue``::

    {"ending": "written" | "unchanged" | "failed", "file": "issue-30-187.pdf",
     "failure": null | {"cause": "cases", "message": "…"},
     "contents": [{"case": "cases/crest", "first_page": 166, "last_page": 171,
                   "title": {"fa": "…", "en": "…"}, "authors": {"fa": ["…"], "en": ["…"]}}]}

``cause`` is ``cases`` (one of them failed), ``pages`` (they do not come to rest), ``changed`` (a
file of the output, meanwhile), ``stopped``, or as for a case. A case that failed has no pages and
is no part of the contents. ``file`` is empty when there is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casereport.diagnostics import N_, Message, say
from casereport.reporting.batch import Ending
from casereport.reporting.rendering import render


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """An article: where it stands; its title and authors by language."""

    case: str
    first_page: int
    last_page: int
    title: Mapping[str, str]
    authors: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue, as it is told (see the JSON above)."""

    ending: Ending
    file: str
    contents: tuple[ContentsRow, ...]
    failure: Message | None = None
    cause: str = ""


def issue_line(row: IssueRow) -> Message:
    """One line: what was bound, or why nothing was."""
    if row.failure is not None:
        return row.failure
    template = N_("Issue {file}: {number} articles, pages {first} to {last}.")
    if row.ending == "unchanged":
        template = N_("Issue {file}: {number} articles, pages {first} to {last}; unchanged.")
    return say(
        template,
        file=row.file,
        number=len(row.contents),
        first=row.contents[0].first_page,
        last=row.contents[-1].last_page,
    )


def issue_json(row: IssueRow, language: str) -> dict[str, object]:
    """The same for a program; sentences are in ``language``."""
    failure = row.failure and {"cause": row.cause, "message": render(row.failure, language)}
    return {
        "ending": row.ending,
        "file": row.file,
        "failure": failure,
        "contents": [
            {
                "case": each.case,
                "first_page": each.first_page,
                "last_page": each.last_page,
                "title": dict(each.title),
                "authors": {name: list(people) for name, people in each.authors.items()},
            }
            for each in row.contents
        ],
    }
