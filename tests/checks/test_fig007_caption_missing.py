"""FIG007: a figure or a table without a caption, or with one in one language only."""

from __future__ import annotations

CELLS = "::: {#tbl-doses}\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n"


def figure(fields: str) -> str:
    return f"figures:\n  chest:\n    file: a.png\n    {fields}\n"


def only(found):  # type: ignore[no-untyped-def]
    return [
        (item.span.file, item.span.line, item.severity.value)
        for item in found
        if item.code == "FIG007"
    ]


def test_the_figure_s_name_is_the_place(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"case.yaml": figure("kind: radiograph"), "a.png": png})
    (item,) = [item for item in found if item.code == "FIG007"]
    assert (item.span.file, item.span.column) == ("case.yaml", 3)


def test_the_panels_captions_do_for_the_whole(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    panels = "panels: [{caption: {fa: الف, en: a}}]"
    assert not only(diagnose({"case.yaml": figure(panels), "a.png": png}))


def test_a_table_is_told_once_at_its_first_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = f"## D {{#discussion}}\n\n{CELLS}"
    assert only(diagnose({"en.md": text, "fa.md": text})) == [("en.md", 3, "warning")]


def test_a_table_of_facts_has_a_caption_of_its_own(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "labs:\n  a: {name: {fa: الف, en: a}, value: 1}\n"
    assert not only(diagnose({"case.yaml": case, "en.md": "::: labs\n:::\n"}))


def test_one_language_is_a_warning_where_the_other_prints_and_else_a_note(diagnose, png) -> None:  # type: ignore[no-untyped-def]
    case = figure("caption: {fa: شرح}")
    abstract = "## Abstract {#abstract}\n\nA summary.\n"
    severities = [
        [severity for *_, severity in only(diagnose({"case.yaml": case, "a.png": png, **text}))]
        for text in ({}, {"en.md": abstract})
    ]
    assert severities == [["warning"], ["note"]]


def test_one_text_for_both_languages_is_told(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"case.yaml": figure("caption: The chest"), "a.png": png}))
    one = figure("caption: The chest") + "languages: [en]\n"
    assert not only(diagnose({"case.yaml": one, "a.png": png}))


def test_a_caption_that_was_refused_is_told_there(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"case.yaml": figure("caption: [x]"), "a.png": png})
    assert [item.code for item in found if item.code in {"SRC004", "FIG007"}] == ["SRC004"]
