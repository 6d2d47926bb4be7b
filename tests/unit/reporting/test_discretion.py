"""Excerpts cover the personal data that findings point at."""

from __future__ import annotations

from casereport.diagnostics import Diagnostic, Severity, Span, say
from casereport.reporting import report_text
from casereport.reporting.discretion import discreet
from casereport.reporting.formats import html
from casereport.reporting.report import Report

LINE = "The patient 0013542419 was  seen."
NUMBER = Span("en.md", 2, 13, 2, 23)
SPACES = Span("en.md", 2, 27, 2, 29)
SOURCES = {"en.md": f"First.\n{LINE}\nLast.\n", "fa.md": "0013542419\n"}


def finding(code: str, span: Span) -> Diagnostic:
    return Diagnostic(code, "some-name", Severity.WARNING, say("Said."), span)


FOUND = (finding("PRIV001", NUMBER), finding("ORTH004", SPACES))


def test_the_stretch_is_covered_and_every_column_stays() -> None:
    shown = discreet(SOURCES, FOUND)
    assert shown["en.md"] == SOURCES["en.md"].replace("0013542419", "00******19")
    assert shown["fa.md"] == SOURCES["fa.md"]


def test_what_other_checks_tell_stays_readable() -> None:
    assert discreet(SOURCES, FOUND[1:]) == SOURCES


def test_a_stretch_over_two_lines_is_covered_on_both() -> None:
    shown = discreet({"a": "x 0912 345\n6789 y"}, [finding("PRIV002", Span("a", 1, 3, 2, 5))])
    assert shown["a"] == "x 0*** **5\n6**9 y"


def test_a_place_behind_the_end_of_a_file_harms_nothing() -> None:
    assert discreet({"a": "x"}, [finding("PRIV001", Span("a", 9, 1, 9, 5))]) == {"a": "x"}


def test_neither_the_text_nor_the_page_quotes_the_number_in_any_finding() -> None:
    text = report_text(FOUND, language="en", sources=SOURCES)
    page = html.report(Report(diagnostics=FOUND, language="en", sources=SOURCES))
    for told in (text, page):
        assert "0013542419" not in told
        assert told.count("00******19") == 2
