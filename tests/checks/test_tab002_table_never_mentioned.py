"""TAB002 and TAB003: tables that no sentence speaks of, or in another order."""

from __future__ import annotations

from casereport.diagnostics import Severity

CELLS = "| a | b |\n|---|---|\n| 1 | 2 |\n"
LABS = "labs:\n  hb: {name: {fa: هموگلوبین, en: Hemoglobin}, value: 10.1, unit: g/dL}\n"


def placed(*names: str) -> str:
    return "\n".join(f"::: {{#tbl-{name}}}\n{CELLS}:::\n" for name in names)


def told(found, code: str):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == code]


def test_each_language_is_looked_at_by_itself(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {"en.md": f"See @tbl-a.\n\n{placed('a')}", "fa.md": f"متن.\n\n{placed('a')}"}
    (item,) = told(diagnose(files), "TAB002")
    assert (item.severity, item.span.file) == (Severity.WARNING, "fa.md")
    assert item.message.values["table"] == "a"


def test_a_table_of_the_facts_is_a_table(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose({"case.yaml": LABS, "en.md": "::: labs\n:::\n"}), "TAB002")
    assert item.message.values["mention"] == "@tbl-labs"
    assert not told(
        diagnose({"case.yaml": LABS, "en.md": "@tbl-labs\n\n::: labs\n:::\n"}), "TAB002"
    )


def test_a_table_that_prints_nothing_is_told_by_tab001_alone(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"case.yaml": "labs: {}\n", "en.md": "::: labs\n:::\n"})
    assert not told(found, "TAB002")
    assert told(found, "TAB001")


def test_a_number_typed_by_hand_is_a_mention(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not told(diagnose({"en.md": f"See Table 1.\n\n{placed('a')}"}), "TAB002")


def test_a_mention_in_a_caption_sends_nobody_to_the_table(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "tables:\n  a: {caption: {fa: متن, en: As in @tbl-a}}\n"
    (item,) = told(diagnose({"case.yaml": case, "en.md": placed("a")}), "TAB002")
    assert item.span.file == "en.md"


def test_a_caption_without_a_table_is_a_note(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "tables:\n  a: {caption: {fa: متن, en: Text}}\n  timeline: {caption: {fa: سیر, en: Course}}\n"
    (item,) = told(diagnose({"case.yaml": case}), "TAB002")
    assert (item.severity, item.span.file, item.message.values["table"]) == (
        Severity.NOTE,
        "case.yaml",
        "a",
    )


def test_one_that_is_mentioned_but_stands_nowhere_is_told_by_tab004_alone(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "tables:\n  a: {caption: {fa: متن, en: Text}}\n"
    found = diagnose({"case.yaml": case, "en.md": "See @tbl-a.\n"})
    assert not told(found, "TAB002")
    assert told(found, "TAB004")


def test_a_pipe_table_without_a_name_is_left(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not told(diagnose({"en.md": CELLS}), "TAB002")


def test_tables_in_another_order_in_the_second_language_are_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    both = placed("a", "b")
    files = {"fa.md": f"@tbl-a، @tbl-b.\n\n{both}", "en.md": f"@tbl-b, @tbl-a.\n\n{both}"}
    (item,) = told(diagnose(files), "TAB003")
    assert (item.severity, item.span.file, item.span.column) == (Severity.WARNING, "en.md", 1)


def test_typed_numbers_of_tables_are_read(diagnose) -> None:  # type: ignore[no-untyped-def]
    both = placed("a", "b")
    (item,) = told(diagnose({"fa.md": f"جدول شماره ۲ و جدول شماره ۱.\n\n{both}"}), "TAB003")
    assert (item.span.column, item.span.end_column) == (1, 13)


def test_tables_in_order_are_left(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"fa.md": f"جداول ۱ و ۲.\n\n{placed('a', 'b')}"})
    assert not told(found, "TAB003")
    assert not told(found, "TAB002")
