"""What the four checks of statements share: one is given, declared not-stated, or absent."""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Finding
from casereport.checks.ethics._claims import DENIED, EXCEPTED, GIVEN, NAMED, REFUSED
from casereport.checks.ethics._words import MENTIONED
from casereport.checks.prose import narrative_prose
from casereport.diagnostics import N_, Severity, Span
from casereport.model.case_report import CaseReport
from casereport.model.statements import Statement
from casereport.text.digits import to_latin_digits

ASK = N_("Ask the authors for it.")
_IN_TEXT = N_("The text speaks of {statement}, but no statement in case.yaml does.")
_MOVE = N_("Write it under statements, {statement}: there it prints in its own place.")
_EMPTY = N_("The statement {statement} says nothing in words.")
_SAY_IT = N_("Write it out as a text in each language.")
_CONTRADICTS = N_("The status of {statement} is {status}, and its text says otherwise.")
_CHOOSE = N_("Correct the one that is wrong.")
_BOTH = N_("The statement {statement} says that there is none, and names one.")


def given(case: CaseReport, name: str) -> Statement | None:
    """The statement, when it says something."""
    return case.facts.statements.given().get(name)


def missing(case: CaseReport, name: str, *, not_stated: str) -> Iterator[Finding]:
    """A statement that is absent (a warning), or declared not-stated (a note, ``not_stated``).

    Where the text itself tells of it, only that it stands in the wrong place (a note). What was
    refused in reading has been told already.
    """
    route = ("statements", name)
    if given(case, name) is not None or case.source.is_refused(route):
        return
    if name in case.facts.statements.silent():
        yield Finding.at(route, message=not_stated, hint=ASK, severity=Severity.NOTE)
    elif place := _told_in_text(case, name):
        yield Finding.at(
            place, message=_IN_TEXT, hint=_MOVE, severity=Severity.NOTE, statement=name
        )
    else:
        yield Finding.at(route)


def _told_in_text(case: CaseReport, name: str) -> Span | None:
    for _, narrative in sorted(case.narratives.items()):
        for prose in narrative_prose(narrative):
            if prose.part != "heading" and (found := MENTIONED[name].search(prose.text)):
                return prose.place(*found.span())
    return None


def wordless(case: CaseReport, name: str) -> Iterator[Finding]:
    """A statement whose words are its whole worth, with a status or a code alone."""
    statement = given(case, name)
    if statement is not None and statement.text is None:
        yield Finding.at(
            ("statements", name),
            message=_EMPTY,
            hint=_SAY_IT,
            severity=Severity.NOTE,
            statement=name,
        )


def status_denied(case: CaseReport, name: str) -> Iterator[Finding]:
    """A status ``obtained`` beside words that say it was not, or the other way round."""
    statement = given(case, name)
    if statement is None or statement.status is None or statement.text is None:
        return
    for language, text in statement.text.texts.items():
        yes, no = GIVEN.search(text) is not None, REFUSED.search(text) is not None
        obtained = statement.status == "obtained"
        if (no and not yes) if obtained else (yes and not no):
            yield Finding.at(
                text_route(case, name, language),
                message=_CONTRADICTS,
                hint=_CHOOSE,
                statement=name,
                status=statement.status,
            )


def none_and_one(case: CaseReport, name: str) -> Iterator[Finding]:
    """A statement that says there is none, and names one all the same."""
    statement = given(case, name)
    if statement is None or statement.text is None:
        return
    for language, text in statement.text.texts.items():
        plain = to_latin_digits(text)
        if DENIED[name].search(plain) and NAMED[name].search(plain) and not EXCEPTED.search(plain):
            route = text_route(case, name, language)
            yield Finding.at(route, message=_BOTH, hint=_CHOOSE, statement=name)


def text_route(case: CaseReport, name: str, language: str) -> tuple[str, ...]:
    """The way to a statement's text in a language, in its long or its short form."""
    routes = (
        ("statements", name, "text", language),
        ("statements", name, language),
        ("statements", name, "text"),
    )
    return next((route for route in routes if route in case.source.spans), routes[-1][:2])
