"""What is wrong with an issue's list, and with a case beside its issue: ISS001 to ISS004.

Their pages stand in checks/issue/.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from casereport.diagnostics import N_, Diagnostic, Message, Related, Severity, Span, say
from casereport.model.case_report import CASE_FILE, CaseReport
from casereport.model.front import Publication
from casereport.model.issue import IssuePlace
from casereport.workspace import UnreadableError

CATALOGUE: Mapping[str, tuple[str, Severity]] = MappingProxyType(
    {
        "ISS001": ("case-folder-missing", Severity.ERROR),
        "ISS002": ("case-listed-twice", Severity.ERROR),
        "ISS003": ("case-of-another-journal", Severity.WARNING),
        "ISS004": ("place-differs-from-issue", Severity.WARNING),
    }
)
"""Code → name and severity, as their pages have them."""

_WHY: Mapping[str, str] = MappingProxyType(
    {
        "missing": N_("There is no folder {folder}."),
        "not-a-file": N_("{folder} is not a folder."),
        "no-case": N_("The folder {folder} holds no {file}."),
        "outside": N_("{folder} leads out of the folder in which the issue stands."),
        "backslash": N_("{folder} is written with backslashes."),
        "permission": N_("The folder {folder} cannot be looked into."),
    }
)
_INSIDE = N_("Name the case's folder as seen from the issue's file, such as {example}; no links.")


def _found(code: str, message: Message, span: Span, hint: Message) -> Diagnostic:
    name, severity = CATALOGUE[code]
    return Diagnostic(code, name, severity, message, span, hint)


def case_folder_missing(error: UnreadableError, span: Span) -> Diagnostic:
    """ISS001: no case can be found where the issue says one is."""
    template = _WHY.get(error.reason, _WHY["permission"])
    message = say(template, folder=error.name, file=CASE_FILE)
    return _found("ISS001", message, span, say(_INSIDE, example="cases/article-1"))


def case_listed_twice(folder: str, span: Span, first: Span) -> Diagnostic:
    """ISS002: the issue has this case already."""
    found = _found(
        "ISS002",
        say(N_("The case {folder} is listed twice."), folder=folder),
        span,
        say(N_("Remove one of the two lines.")),
    )
    here = Related(first, say(N_("It stands here first.")))
    return replace(found, related=(here,))


def told_of_place(case: CaseReport, place: IssuePlace) -> Iterator[Diagnostic]:
    """What a case says of its journal and its place, where its issue says otherwise."""
    facts = case.facts
    if "journal" in facts.model_fields_set and facts.journal != place.journal:
        yield _found(
            "ISS003",
            say(
                N_("This case is written for {journal}; the issue is one of {issue}."),
                journal=facts.journal,
                issue=place.journal,
            ),
            case.source.span(("journal",)),
            say(N_("Take it out of the issue, or write journal: {issue}."), issue=place.journal),
        )
        return
    for key, own, printed in _differences(facts.publication, place):
        template = N_("{key} is {own} here; the issue says {printed}, which is printed.")
        if key == "pages":
            template = N_("The pages begin at {own} here, in the issue at {printed}.")
        yield _found(
            "ISS004",
            say(template, key=key, own=own, printed=printed),
            case.source.span(("publication", key)),
            say(N_("Remove the line, or write what the issue says.")),
        )


def _differences(own: Publication, place: IssuePlace) -> Iterator[tuple[str, str, str]]:
    """The key in case.yaml, what it says, what the issue says."""
    for key, said, printed in (
        ("volume", own.volume, place.volume),
        ("issue", own.issue, place.number),
    ):
        if said is not None and printed is not None and said != printed:
            yield key, said, printed
    for language, date in place.year.items():
        year = own.year.get(language) if own.year is not None else None
        if year is None or year.calendar_date.calendar != date.calendar:
            continue
        if year.calendar_date.year != date.year:
            yield "year", str(year.calendar_date.year), str(date.year)
            break
    first = own.pages.first if own.pages is not None else None
    if first is not None and first != str(place.first_page):
        yield "pages", first, str(place.first_page)
