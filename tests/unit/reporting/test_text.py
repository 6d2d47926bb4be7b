"""The report for people."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Diagnostic, Related, Severity, Span, say
from casereport.reporting import report_text

SOURCES = {"case.yaml": "title: x\npatient:\n  age: 44\n", "fa.md": "متن\n"}


def item(severity: Severity = Severity.ERROR, span: Span | None = None) -> Diagnostic:
    return Diagnostic(
        "TST001",
        "a-fault",
        severity,
        say("It is wrong."),
        span or Span("case.yaml", 3, 8, 3, 10),
        say("Mend it."),
        (Related(Span("case.yaml", 1, 1, 1, 6), say("The first.")),),
    )


def test_a_finding_says_where_what_why_and_what_to_do() -> None:
    assert report_text([item()], language="en", sources=SOURCES) == (
        "case.yaml:3:8: error TST001 a-fault\n"
        "  It is wrong.\n"
        "  3 \u2502 age: 44\n"
        "    \u2502      ^^\n"
        "  hint: Mend it.\n"
        "  see also: The first.\n"
        "  case.yaml:1:1\n"
        "  1 \u2502 title: x\n"
        "    \u2502 ^^^^^\n"
        "\n"
        "1 error"
    )


def test_the_folder_of_the_case_stands_before_each_file() -> None:
    told = report_text([item()], language="en", sources=SOURCES, case="cases/one/")
    assert told.startswith("cases/one/case.yaml:3:8: ")
    assert "  cases/one/case.yaml:1:1\n" in told


def test_the_last_line_counts_the_gravest_first() -> None:
    found = [item(Severity.NOTE), item(), item(Severity.WARNING), item(Severity.WARNING)]
    told = report_text(found, language="en", sources={})
    assert told.splitlines()[-1] == "1 error, 2 warnings, and 1 note"
    assert report_text([], language="en", sources={}) == "No findings."


def test_a_file_that_could_not_be_read_has_no_excerpt() -> None:
    told = report_text([item()], language="en", sources={})
    assert "\u2502" not in told
    assert "It is wrong." in told


@pytest.mark.parametrize("colour", [False, True])
def test_colours_are_written_only_when_they_are_wanted(colour: bool) -> None:
    told = report_text([item()], language="en", sources=SOURCES, colour=colour)
    assert ("\x1b[" in told) is colour
    plain = told
    for code in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[1;31m"):
        plain = plain.replace(code, "")
    assert plain == report_text([item()], language="en", sources=SOURCES)


def test_a_persian_report_keeps_the_place_left_to_right_and_counts_in_persian_digits() -> None:
    told = report_text([item(), item()], language="fa", sources=SOURCES)
    first = told.splitlines()[0]
    assert first.startswith("case.yaml:3:8: ")
    assert first.endswith(" TST001 a-fault")
    assert "خطا" in first
    assert "\u06f2" in told.splitlines()[-1]


def test_a_file_name_cannot_steer_the_terminal() -> None:
    told = report_text([item(span=Span("a\x1b[2J.yaml", 1, 1, 1, 1))], language="en", sources={})
    assert "\x1b" not in told
