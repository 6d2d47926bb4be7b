"""JRN001-JRN008: what a journal limits and requires; what its manifest does not name is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from casereport.checks.journal_rules import count_words
from casereport.diagnostics import Severity
from casereport.journals import InvalidJournalError, journal_ids, load_journal

TEXT = (
    "## Introduction {#introduction}\n\nText.\n\n## Abstract {#abstract}\n\nText.\n\n"
    "## Discussion {#discussion}\n\nText.\n"
)


def only(found, code: str):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == code]


@pytest.fixture
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Write the manifest of a journal called ``mine``."""

    def write(manifest: str) -> None:
        (tmp_path / "mine").mkdir(exist_ok=True)
        text = f"extends: clinical-brief\nname: {{fa: x, en: y}}\n{manifest}"
        (tmp_path / "mine" / "journal.yaml").write_text(text, encoding="utf-8")
        monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path))
        load_journal.cache_clear()

    yield write
    monkeypatch.undo()
    load_journal.cache_clear()


MINE = {"case.yaml": "journal: mine\n"}


def test_a_missing_section_is_told_at_the_heading_that_would_follow(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = TEXT.replace("## Introduction {#introduction}\n\nText.\n\n", "")
    found = only(diagnose({"case.yaml": "journal: clinical-brief\n", "en.md": text}), "JRN001")
    english = [item for item in found if item.span.file == "en.md"]
    sections = [(item.message.values["section"], item.span.line) for item in english]
    assert sections == [("introduction", 5), ("patient-information", 5)]


def test_of_a_front_page_only_the_abstract_is_asked_for(diagnose) -> None:  # type: ignore[no-untyped-def]
    abstract = "## Abstract {#abstract}\n\nText.\n"
    found = only(diagnose({"case.yaml": "journal: jmums\n", "en.md": abstract}), "JRN001")
    assert "en.md" not in {item.span.file for item in found}


def test_any_section_under_the_printed_heading_will_do(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {
        "case.yaml": "journal: clinical-brief\nlanguages: [en]\n",
        "en.md": TEXT + "\n## Timeline {#timeline}\n\nText.\n",
    }
    assert only(diagnose(files), "JRN001") == []


def test_the_fewest_sections_out_of_order_are_told_at_their_headings(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": TEXT}), "JRN002")
    assert (item.span.file, item.span.line) == ("en.md", 1)


def test_an_unknown_section_has_no_order(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "## Genetics {#genetics}\n\nText.\n\n## Abstract {#abstract}\n\nText.\n"
    assert only(diagnose({"en.md": text}), "JRN002") == []


@pytest.mark.parametrize(("words", "count"), [(150, 0), (151, 1)])
def test_an_abstract_is_counted_as_it_prints(words: int, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    # The fact prints one word; a dash alone is none.
    text = f"## Abstract {{#abstract}}\n\n{{{{ patient.age }}}} – {'word ' * (words - 1)}\n"
    found = only(diagnose({"case.yaml": "journal: clinical-brief\n", "en.md": text}), "JRN003")
    assert [item.message.values["count"] for item in found] == [words] * count


@pytest.mark.parametrize(
    ("keywords", "told"),
    [
        ("{fa: [ا, ب, پ], en: [a, b, c]}", []),
        ("{fa: [ا, ب], en: [a, b, c]}", [2]),
        ("{fa: [ا, ب, پ], en: [a, b, c, d, e, f]}", [6]),
        ("{en: [a, b, c]}", []),
    ],
)
def test_keywords_are_counted_in_each_language(keywords: str, told: list[int], diagnose) -> None:  # type: ignore[no-untyped-def]
    case = f"journal: jmums\nkeywords: {keywords}\n"
    found = only(diagnose({"case.yaml": case}), "JRN004")
    assert [item.message.values["count"] for item in found] == told


def test_no_keywords_are_told_once(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"case.yaml": "journal: jmums\n"}), "JRN004")) == 1


def test_the_first_reference_beyond_the_limit_is_the_place(own_journal, diagnose) -> None:  # type: ignore[no-untyped-def]
    own_journal("limits: {references: 2}\n")
    bib = "".join(f"@article{{r{n}, title = {{T}}}}\n" for n in range(4))
    files = {**MINE, "references.bib": bib, "en.md": "One [@r0; @r3; @r1].\n"}
    (item,) = only(diagnose(files), "JRN005")
    assert (item.span.file, item.span.line, item.message.values["count"]) == (
        "references.bib",
        2,
        3,
    )


def test_tables_that_print_are_counted(own_journal, diagnose) -> None:  # type: ignore[no-untyped-def]
    own_journal("limits: {tables: 1}\n")
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    text = "".join(f"::: {{#tbl-t{n}}}\n{table}:::\n\n" for n in range(2))
    (item,) = only(diagnose({**MINE, "en.md": text}), "JRN005")
    assert item.message.values["count"] == 2


def test_a_required_running_title_is_asked_for(own_journal, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"case.yaml": "journal: clinical-brief\n"}), "JRN006") == []
    own_journal("required: {running-title: yes}\n")
    found = only(diagnose(MINE), "JRN006")
    assert [item.span.file for item in found] == ["case.yaml", "case.yaml"]


@pytest.mark.parametrize(
    ("statements", "severity"),
    [
        ("{}", Severity.WARNING),
        ("{data-availability: not-stated}", Severity.NOTE),
        ("{data-availability: {fa: ا, en: a}}", None),
    ],
)
def test_a_required_statement_is_asked_for(
    statements: str,
    severity: Severity | None,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    case = f"journal: clinical-brief\nstatements: {statements}\n"
    found = only(diagnose({"case.yaml": case}), "JRN007")
    assert [item.severity for item in found] == ([severity] if severity else [])


def test_a_perspective_that_is_a_section_is_no_missing_statement(own_journal, diagnose) -> None:  # type: ignore[no-untyped-def]
    own_journal("required: {statements: [patient-perspective]}\n")
    text = TEXT + "\n## Patient Perspective {#patient-perspective}\n\nText.\n"
    assert only(diagnose({**MINE, "en.md": text}), "JRN007") == []


def test_a_title_of_a_language_that_is_too_long_is_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = f"journal: clinical-brief\ntitle:\n  fa: گزارش\n  en: {'word ' * 21}\n"
    (item,) = only(diagnose({"case.yaml": case}), "JRN008")
    assert item.message.values["count"] == 21


def test_a_journal_that_names_no_limit_checks_none(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = f"## Abstract {{#abstract}}\n\n{'word ' * 900}\n"
    title = f"title:\n  fa: گزارش\n  en: {'word ' * 90}\n"
    found = diagnose({"case.yaml": f"journal: manuscript\n{title}", "en.md": text})
    assert [item for item in found if item.code.startswith("JRN")] == []


def test_off_lifts_the_limit_of_the_journal_that_is_extended(own_journal) -> None:  # type: ignore[no-untyped-def]
    own_journal("limits: {figures: off, abstract-words: 99}\n")
    limits = load_journal("mine").manifest.limits
    assert (limits.figures, limits.abstract_words, limits.title_words) == (None, 99, 20)


def test_a_journal_says_how_grave_a_finding_is(own_journal, diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {**MINE, "en.md": TEXT, "references.bib": "@article{a, title = {T}}\n"}
    own_journal("checks: {JRN002: error, CIT002: off, REF006: note}\n")
    found = diagnose(files)
    assert [item.severity for item in only(found, "JRN002")] == [Severity.ERROR]
    assert only(found, "CIT002") == []
    assert [item.severity for item in only(found, "REF006")] == [Severity.NOTE]


@pytest.mark.parametrize("manifest", ["checks: {JRN002: grave}\n", "limits: {figures: many}\n"])
def test_an_unsound_rule_of_a_journal_is_refused(manifest: str, own_journal) -> None:  # type: ignore[no-untyped-def]
    own_journal(manifest)
    with pytest.raises(InvalidJournalError):
        load_journal("mine")


def test_every_journal_that_ships_says_sound_rules() -> None:
    for journal in journal_ids():
        limits = load_journal(journal).manifest.limits
        assert (limits.keywords_least or 0) <= (limits.keywords_most or 99)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("می\u200cشود", 1),
        ("\u20664.5 mg\u2069", 2),
        ("one – two", 2),
        ("۴۴ ساله", 2),
    ],
)
def test_words_are_what_stands_between_spaces(text: str, count: int) -> None:
    assert count_words(text) == count


def test_a_journal_explains_a_rule_and_the_reason_stands_with_every_finding_of_it(
    own_journal, diagnose  # type: ignore[no-untyped-def]
) -> None:
    own_journal("checks: {JRN003: {reason: {en: The printer charges}, url: 'https://a.example/'}}")
    text = f"## Abstract {{#abstract}}\n\n{'word ' * 200}\n"
    found = diagnose({**MINE, "en.md": text})
    (item,) = only(found, "JRN003")
    assert item.severity is Severity.WARNING
    assert str(item.reason) == "The journal: The printer charges (https://a.example/)"
    assert all(other.reason is None for other in found if other.code != "JRN003")


def test_a_journal_explains_what_reading_finds_as_well(own_journal, diagnose) -> None:  # type: ignore[no-untyped-def]
    own_journal("checks: {SRC003: {reason: Our schema is closed}}")
    (item,) = only(diagnose({"case.yaml": "journal: mine\ncolour: red\n"}), "SRC003")
    assert str(item.reason) == "The journal: Our schema is closed"


def test_a_journal_cannot_switch_off_what_could_not_be_read(own_journal, diagnose) -> None:  # type: ignore[no-untyped-def]
    own_journal("checks: {SRC003: off, FIG001: note}")
    (item,) = only(diagnose({"case.yaml": "journal: mine\ncolour: red\n"}), "SRC003")
    assert item.severity is Severity.ERROR


def test_what_reading_finds_takes_the_journals_severity_too(own_journal, diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {**MINE, "fa.md": "متن. <!-- casereport: ignore REF001 nothing is here -->\n"}
    own_journal("")
    assert [item.severity for item in only(diagnose(files), "SRC008")] == [Severity.WARNING]
    own_journal("checks: {SRC008: note}")
    assert [item.severity for item in only(diagnose(files), "SRC008")] == [Severity.NOTE]
    own_journal("checks: {SRC008: off}")
    assert only(diagnose(files), "SRC008") == []
