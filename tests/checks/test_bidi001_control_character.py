"""BIDI001: controls that turn the text round, or are not closed."""

from __future__ import annotations

import pytest

LRE, PDF, LRO, RLO = "\u202a", "\u202c", "\u202d", "\u202e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "BIDI001"]


def test_an_override_is_told_at_its_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": f"A dose of {RLO}05{PDF} mg.\n"}))
    assert (item.span.line, item.span.column, item.span.end_column) == (13, 11, 12)
    assert item.message.values["code_point"] == "U+202E"
    assert item.fix is not None
    assert not item.fix.safe


@pytest.mark.parametrize(
    "text",
    [
        f"a{LRI}b",
        f"a{PDI}b",
        f"a{PDF}b",
        f"a{LRE}b",
        f"a{LRI}b{PDF}",
        f"{LRO}a{PDF}",
        f"{FSI}a\n\nb{PDI}",
    ],
)
def test_unbalanced_controls_are_told(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"en.md": text + "\n"}))


@pytest.mark.parametrize(
    "text",
    [
        f"a{LRI}b{PDI}",
        f"{LRE}a{PDF}",
        f"{RLI}a{LRI}b{PDI}{PDI}",
        "a\u200eb\u200f",
        f"{LRI}a\nb{PDI}",
        "\u061ca",
    ],
)
def test_closed_isolates_and_marks_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"en.md": text + "\n"}))


def test_comments_keys_and_reference_files_are_read_as_typed(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {
        "case.yaml": f"# a note {RLO}\njournal: manuscript\n",
        "en.md": f"<!-- {RLO} -->\n\n`{LRO}`\n",
        "references.bib": f"@article{{a, title = {{A{RLO}B}}, author = {{C, D}}, year = {{2012}}}}\n",
    }
    found = only(diagnose(files))
    assert [item.span.file for item in found] == ["case.yaml", "en.md", "en.md", "references.bib"]


def test_an_isolate_of_a_folded_value_may_be_closed_on_its_next_line(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = f"title:\n  fa: x\n  en: 'one {LRI}two\n    three{PDI} four'\n"
    assert not only(diagnose({"case.yaml": case}))
    two = f"title:\n  fa: 'یک {LRI}دو'\n  en: 'three{PDI} four'\n"
    assert [item.span.line for item in only(diagnose({"case.yaml": two}))] == [9, 10]


def test_controls_written_as_entities_and_escapes_are_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": "A dose of &#8238;05 mg.\n"}))
    assert item.fix is None


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("case.yaml", 'publication: {volume: "1\\u202E2"}\n', None),
        ("case.yaml", 'labs: {a: {name: a, value: 3, unit: "m\\u202Eg"}}\n', None),
        ("references.json", '[{"id": "a", "type": "book",\n"publisher": "A\\u202eB"}]', 2),
        ("references.yaml", '- id: a\n  type: book\n  publisher: "A\\u202EB"\n', 3),
    ],
)
def test_one_written_by_its_number_where_no_prose_stands_is_told_at_the_value(
    file: str, text: str, line: int | None, diagnose
) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({file: text}))
    assert item.span.file == file
    assert item.fix is None
    assert line is None or item.span.line == line
