"""A check's findings become diagnostics with places; one that crashes fails alone."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

import pytest

from casereport.checks.check import Check, Finding, Run, Scope, SourceContext
from casereport.checks.discovery import LoadedCheck
from casereport.checks.running import run_checks
from casereport.diagnostics import Severity, Span, say
from casereport.model.case_file import CaseFile
from casereport.model.case_report import CaseReport, SourceMap

TITLE = Span("case.yaml", 3, 8, 3, 12)
PATIENT = Span("case.yaml", 9, 3, 9, 10)


@pytest.fixture
def context() -> SourceContext:
    case = CaseReport(
        name="case",
        facts=CaseFile.model_validate({"title": "A title"}),
        narratives={},
        references=(),
        images={},
        source=SourceMap({("title",): TITLE, ("patient",): PATIENT}),
        today=datetime.date(2020, 1, 1),
    )
    return SourceContext(case=case)


def loaded(run: Run, *, code: str = "TST001", scope: Scope = "source", **more: Any) -> LoadedCheck:
    check = Check(
        code=code,
        name=f"fault-{code.lower()}",
        severity=Severity.WARNING,
        scope=scope,
        message="{what} is wrong.",
        hint="Mend {what}.",
        **more,
    )
    return LoadedCheck(check, run, "A title.", "family")


def test_a_route_is_resolved_to_line_and_column(context: SourceContext) -> None:
    check = loaded(lambda _: [Finding.at(("title",), what="It")])
    (found,) = run_checks(context, checks=(check,))
    assert (found.code, found.severity, found.span) == ("TST001", Severity.WARNING, TITLE)
    assert str(found.message) == "It is wrong."
    assert str(found.hint) == "Mend It."


def test_a_route_that_is_not_there_is_its_nearest_parent(context: SourceContext) -> None:
    check = loaded(lambda _: [Finding.at(("patient", "age"), what="It")])
    assert run_checks(context, checks=(check,))[0].span == PATIENT


def test_a_place_that_is_not_known_is_the_beginning_of_the_case(context: SourceContext) -> None:
    check = loaded(lambda _: [Finding.at(None, what="It")])
    assert run_checks(context, checks=(check,))[0].span == Span.start_of("case.yaml")


def test_a_finding_may_bring_its_own_sentence_severity_and_related_places(
    context: SourceContext,
) -> None:
    finding = Finding.at(
        TITLE,
        message="Own {what}.",
        hint="Own hint.",
        severity=Severity.NOTE,
        related=[(("patient",), say("The other."))],
        what="text",
    )
    (found,) = run_checks(context, checks=(loaded(lambda _: [finding]),))
    assert (str(found.message), str(found.hint)) == ("Own text.", "Own hint.")
    assert found.severity is Severity.NOTE
    assert [related.span for related in found.related] == [PATIENT]


def test_a_check_that_crashes_is_reported_and_the_others_run(context: SourceContext) -> None:
    def crash(_: SourceContext) -> Iterable[Finding]:
        yield Finding.at(TITLE, what="First")
        raise RuntimeError("no luck")

    other = loaded(lambda _: [Finding.at(PATIENT, what="Other")], code="TST002")
    found = run_checks(context, checks=(loaded(crash), other))
    assert [item.code for item in found] == ["SRC009", "TST001", "TST002"]
    assert "TST001" in str(found[0].message)
    assert "RuntimeError" in f"{found[0].message} {found[0].hint}"
    assert "no luck" in f"{found[0].message} {found[0].hint}"


def test_a_value_that_was_forgotten_is_that_check_s_crash(context: SourceContext) -> None:
    found = run_checks(context, checks=(loaded(lambda _: [Finding.at(TITLE)]),))
    assert [item.code for item in found] == ["SRC009"]
    assert "KeyError" in str(found[0].message)


def test_a_check_that_recurses_without_end_fails_alone(context: SourceContext) -> None:
    def endless(given: SourceContext) -> Iterable[Finding]:
        return endless(given)

    assert [item.code for item in run_checks(context, checks=(loaded(endless),))] == ["SRC009"]


def test_findings_come_in_the_order_of_the_file(context: SourceContext) -> None:
    late = loaded(lambda _: [Finding.at(PATIENT, what="b"), Finding.at(TITLE, what="a")])
    early = loaded(lambda _: [Finding.at(TITLE, what="c")], code="TST000")
    found = run_checks(context, checks=(late, early))
    assert [(item.code, item.span) for item in found] == [
        ("TST000", TITLE),
        ("TST001", TITLE),
        ("TST001", PATIENT),
    ]


def test_only_checks_of_the_context_s_scope_run(context: SourceContext) -> None:
    check = loaded(lambda _: [Finding.at(TITLE, what="It")], scope="article")
    assert run_checks(context, checks=(check,)) == ()


def test_a_check_whose_package_is_absent_does_not_run(context: SourceContext) -> None:
    check = loaded(lambda _: [Finding.at(TITLE, what="It")], requires="no_such_package_here")
    assert run_checks(context, checks=(check,)) == ()


def test_a_journal_changes_a_severity_and_turns_a_check_off(context: SourceContext) -> None:
    check = loaded(
        lambda _: [
            Finding.at(TITLE, what="It"),
            Finding.at(PATIENT, severity=Severity.NOTE, what="That"),
        ]
    )
    found = run_checks(context, checks=(check,), overrides={"TST001": Severity.ERROR})
    assert [item.severity for item in found] == [Severity.ERROR, Severity.NOTE]
    assert run_checks(context, checks=(check,), overrides={"TST001": None}) == ()
