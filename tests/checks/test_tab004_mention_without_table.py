"""TAB004 and FIG004: wherever a mention prints a question mark, it is told."""

from __future__ import annotations

import pytest

CELLS = "::: {#tbl-doses}\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n"
FIGURE = "figures:\n  chest: {file: a.png, caption: {fa: الف, en: a}}\n"


def told(found, code: str):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == code]


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("timeline: []\n", "@tbl-timeline\n"),
        ("timeline: []\n", "@tbl-timeline\n\n::: timeline\n:::\n"),
        ("labs: {}\n", "@tbl-labs\n\n::: labs\n:::\n"),
        ("labs:\n  a: {name: {fa: الف, en: a}, value: 1}\n", "@tbl-labs\n"),
        ("tables:\n  doses: {caption: {fa: الف, en: a}}\n", "@tbl-doses\n"),
        ("tables: {}\n", "@tbl-doses\n"),
    ],
)
def test_a_mention_of_a_table_that_prints_nowhere_is_told(case: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose({"case.yaml": case, "en.md": text}), "TAB004")
    assert (item.span.file, item.severity.value) == ("en.md", "error")
    assert item.hint is not None


def test_a_placed_table_is_mentioned_soundly_though_case_yaml_does_not_name_it(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not told(diagnose({"en.md": f"@tbl-doses\n\n{CELLS}"}), "TAB004")


def test_a_figure_of_a_text_that_is_an_abstract_alone_stands_nowhere(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "## Abstract {#abstract}\n\n@fig-chest\n"
    files = {"case.yaml": FIGURE, "en.md": text, "fa.md": text, "a.png": b""}
    assert [item.span.file for item in told(diagnose(files), "FIG004")] == ["en.md", "fa.md"]


def test_a_place_for_a_figure_that_is_not_declared_is_told_with_the_nearest(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose({"case.yaml": FIGURE, "en.md": "::: {#fig-chset}\n:::\n"}), "FIG004")
    assert item.hint.values["nearest"] == "::: {#fig-chest}"


@pytest.mark.parametrize(
    ("case", "mention"),
    [
        ("figures:\n  Chest: {file: a.png, caption: {fa: الف, en: a}}\n", "@fig-Chest"),
        ("figures: [x]\n", "@fig-chest"),
        ("tables:\n  Doses: {caption: {fa: الف, en: a}}\n", "@tbl-Doses"),
        ("timeline: {}\n", "@tbl-timeline"),
    ],
)
def test_what_was_refused_in_case_yaml_is_not_told_again_at_its_mentions(
    case: str,
    mention: str,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    found = diagnose({"case.yaml": case, "en.md": f"{mention} and {mention}\n"})
    found = [item for item in found if item.code[:4] != "CARE"]
    assert [item.code for item in found if item.span.file == "en.md"] == []
    assert [item.code for item in found] == ["SRC004"]


def test_a_number_beyond_the_last_table_is_told_tables_without_a_name_counted(diagnose) -> None:  # type: ignore[no-untyped-def]
    pipe = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    found = told(diagnose({"en.md": f"See Table 1 and Table 2.\n\n{pipe}"}), "TAB004")
    assert [(item.severity.value, item.message.values["number"]) for item in found] == [
        ("warning", 2)
    ]
