"""issue.yaml: typed, each mistake told at its place; a file with any error makes no issue."""

from __future__ import annotations

import pytest

from casereport.reading.issue_yaml import IssueYaml, read_issue

JOURNALS = ("clinical-brief", "jmums")


def read(text: str) -> IssueYaml:
    return read_issue(text.encode(), "issue.yaml", journals=JOURNALS, languages=("fa", "en"))


def found(text: str) -> list[tuple[str, int, int]]:
    read_ = read(text)
    assert read_.issue is None
    return [(each.code, each.span.line, each.span.column) for each in read_.diagnostics]


def test_an_issue_is_read_with_its_sections_in_order() -> None:
    issue = read(
        "journal: jmums\nvolume: \u06f3\u06f0\nnumber: 187\nyear: {fa: 1399-06, en: 2020}\n"
        "first-page: \u06f1\u06f6\u06f6\ntitle: Special\nsections:\n"
        "  - heading: {fa: \u06af\u0632\u0627\u0631\u0634, en: Reports}\n    cases: [a, b]\n  - cases: [c]\n"
    ).issue
    assert issue is not None
    assert (issue.volume, issue.number, issue.first_page) == ("30", "187", 166)
    assert issue.year is not None
    assert issue.year.get("fa").calendar_date.month == 6  # type: ignore[union-attr]
    assert [section.cases for section in issue.in_sections] == [("a", "b"), ("c",)]
    assert issue.in_sections[1].heading is None
    assert not issue.is_on_odd_pages


@pytest.mark.parametrize(("start", "odd"), [("next", False), ("odd", True), ("right", True)])
def test_articles_begin_where_start_says(start: str, odd: bool) -> None:
    issue = read(f"journal: jmums\nstart: {start}\ncases: [a]\n").issue
    assert issue is not None
    assert issue.is_on_odd_pages is odd
    assert issue.first_page == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", [("SRC005", 1, 1)]),
        ("- a\n", [("SRC004", 1, 1)]),
        ("cases: [a]\nvolum: 3\n", [("SRC005", 1, 1), ("SRC003", 2, 1)]),
        ("jurnal: jmums\n", [("SRC003", 1, 1), ("SRC005", 1, 1)]),
        ("journal: [\n", [("SRC002", 2, 1)]),
        ("cases: [a]\n", [("SRC005", 1, 1)]),
        ("journal: jmums\n", [("SRC004", 1, 1)]),
        ("journal: jmmus\ncases: [a]\n", [("SRC015", 1, 10)]),
        ("journal: jmums\ncases: [a]\nvolum: 3\n", [("SRC003", 3, 1)]),
        ("journal: jmums\ncases: [a]\nfirst-page: 0\n", [("SRC004", 3, 13)]),
        ("journal: jmums\ncases: [a]\nstart: left\n", [("SRC004", 3, 8)]),
        ("journal: jmums\ncases: [a]\nyear: soon\n", [("SRC004", 3, 7)]),
        ("journal: jmums\ncases: [a]\ntitle: {xx: a}\n", [("SRC003", 3, 9)]),
        ("journal: jmums\ncases: [a]\ncases: [b]\n", [("SRC006", 3, 1)]),
        ("journal: jmums\ncases: [a]\nsections: [{cases: [b]}]\n", [("SRC004", 2, 1)]),
        ("journal: jmums\nstart: odd\nfirst-page: 2\ncases: [a]\n", [("SRC004", 3, 13)]),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, places: list[tuple[str, int, int]]) -> None:
    assert found(text) == places


def test_an_empty_file_is_asked_for_the_fields_of_an_issue() -> None:
    (told,) = read("").diagnostics
    assert told.message.values["field"] == "journal"


def test_several_mistakes_are_told_at_once() -> None:
    codes = [code for code, _, _ in found("journal: x\nvolum: 3\nfirst-page: no\ncases: [a]\n")]
    assert codes == ["SRC015", "SRC003", "SRC004"]


@pytest.mark.parametrize(("field", "nearest"), [("volum", "volume"), ("articles", None)])
def test_an_unknown_field_is_renamed_only_to_what_is_like_it(
    field: str, nearest: str | None
) -> None:
    (told,) = read(f"journal: jmums\ncases: [a]\n{field}: x\n").diagnostics

    assert told.hint is not None
    assert told.hint.values.get("nearest") == nearest
    assert (told.fix is None) is (nearest is None)
