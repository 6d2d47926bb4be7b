"""The list of the rules: families, columns, and what a narrow terminal gets."""

from __future__ import annotations

from dataclasses import replace

from casereport.checks import catalogue
from casereport.diagnostics import Severity
from casereport.reporting.rule_list import rule_list

ONE = replace(
    catalogue()[0],
    code="ABC001",
    name="short",
    family="letters",
    severity=Severity.NOTE,
    title="A title.",
)
TWO = replace(ONE, code="ABC002", name="a-longer-name", severity=Severity.ERROR, title="B.")
THREE = replace(ONE, code="XY001", family="others")


def test_the_columns_are_as_wide_as_what_stands_in_them() -> None:
    assert rule_list([ONE, TWO, THREE], "en").split("\n") == [
        "ABC  letters",
        "  ABC001  note   short          A title.",
        "  ABC002  error  a-longer-name  B.",
        "",
        "XY  others",
        "  XY001   note   short          A title.",
    ]


def test_where_one_line_has_no_room_every_title_has_its_own() -> None:
    assert rule_list([ONE, TWO], "en", width=40) == rule_list([ONE, TWO], "en")
    assert rule_list([ONE, TWO], "en", width=39).split("\n") == [
        "ABC  letters",
        "  ABC001  note   short",
        "          A title.",
        "  ABC002  error  a-longer-name",
        "          B.",
    ]


def test_an_empty_list_is_empty() -> None:
    assert rule_list([], "fa") == ""
