"""CIT004: a typed group shows in another order than it stands in the file."""

from __future__ import annotations

import pytest

from casereport.checks.citations._typed_groups import in_figures
from casereport.diagnostics import Severity
from casereport.text.citations import typed_orders

BIB = "".join(
    f"@article{{r{n}, author={{A}}, title={{T {n}}}, year={{2001}}}}\n" for n in range(22)
)


def told(diagnose, language: str, text: str):  # type: ignore[no-untyped-def]
    files = {f"{language}.md": text, "references.bib": BIB}
    return [item for item in diagnose(files) if item.code == "CIT004"]


def test_the_source_s_group_is_named_with_both_its_readings(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "fa", "## بحث {#discussion}\n\nمتن (۸-۱۷،۶-۱۱).\n")
    assert item.severity is Severity.WARNING
    assert item.message.values["meant"] == "6-8, 11-17"
    assert item.message.values["other"] == "6-17"
    assert (item.span.line, item.span.column, item.span.end_column) == (3, 5, 16)


@pytest.mark.parametrize(
    ("group", "meant"),
    [
        ("(۴،۳)", "3, 4"),
        ("(۷،۶)", "6, 7"),
        ("(۱۸،۱۹)", "18, 19"),
        ("(۲۲،۴)", "4, 22"),
        ("(۱۰-۸)", "8-10"),
        ("[4,3]", "3, 4"),
    ],
)
def test_what_differs_in_order_alone_is_a_note(group: str, meant: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "fa", f"متن {group}.\n")
    assert (item.severity, item.message.values["meant"]) == (Severity.NOTE, meant)


@pytest.mark.parametrize(
    "group", ["(۱)", "(۸-۱۰)", "(۳، ۴)", "(۳،\u200f۴)", "(۲۰۲۰)", "(۲۳)", "[@r1; @r0]"]
)
def test_what_shows_as_it_is_typed_is_not_told(group: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, "fa", f"متن {group}.\n") == []


@pytest.mark.parametrize(
    ("group", "count"), [("[3,4]", 0), ("[4,3]", 0), ("[8-10]", 0), ("[10-8]", 1)]
)
def test_in_english_only_a_backward_range_is_told(group: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(told(diagnose, "en", f"Known {group}.\n")) == count


def test_two_readings_that_may_both_be_meant_are_not_ranked(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "fa", "متن (۱-۳،۵).\n")
    assert item.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "shown"), [("(8-17,6-11)", "8-6, 17-11"), ("(4,3)", "3, 4"), ("(10-8)", "10-8")]
)
def test_how_a_group_shows_is_simulated(text: str, shown: str) -> None:
    orders = typed_orders(text, direction="rtl")
    assert orders is not None
    assert in_figures(orders.shown) == shown


def test_what_is_no_group_has_no_order() -> None:
    assert typed_orders("(see 4)", direction="rtl") is None
