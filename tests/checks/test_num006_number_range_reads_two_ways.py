"""NUM006: ranges of one text are typed in opposite orders."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "NUM006"]


def test_the_one_typed_downward_is_the_place_and_one_typed_upward_is_related(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "زنان ۵۰-۳۰ سال و ۱۸-۴۹ درصد"
    (item,) = only(diagnose({"fa.md": text + "\n"}))
    (related,) = item.related
    assert item.severity is Severity.WARNING
    assert text[item.span.column - 1 : item.span.end_column - 1] == "۵۰-۳۰"
    assert text[related.span.column - 1 : related.span.end_column - 1] == "۱۸-۴۹"


def test_a_caption_is_part_of_the_same_text(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "tables:\n  labs: {caption: {fa: در ۱۸-۴۹ سالگی, en: a}}\n"
    (item,) = only(diagnose({"case.yaml": case, "fa.md": "زنان ۵۰-۳۰ سال\n"}))
    assert item.related[0].span.file == "case.yaml"


@pytest.mark.parametrize("typed", ["۵۰-۳۰", "۵۰–۳۰", "50-30", "۵/۵-۳/۵"])
def test_downward_ranges_alone_are_notes(typed: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": f"زنان {typed} سال\n"}))
    assert (item.severity, item.message.values["typed"]) == (Severity.NOTE, typed)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("fa.md", "زنان ۳۰-۵۰ سال و ۱۸-۴۹ درصد و ۱۳۹۵-۱۳۹۸ و ۵-۵"),
        ("fa.md", "زنان ۳۰ تا ۵۰ سال"),
        ("fa.md", "۳۰-۵۰ سال (۱۰-۸) و ۱-۰-۱ و ۱۳۹۸-۱۱-۰۱ و L5-4 و ۰۱۱-۳۳۳۴۴۵۵۶"),
        ("fa.md", "۳۰-۵۰ سال و CRP 12-5 بود"),
        ("fa.md", "۳۰-۵۰ سال؛ بخیه با نخ ۳–۰ و ۴-۰"),
        ("en.md", "Aged 30-50; 50-30."),
    ],
)
def test_what_reads_one_way_is_left_alone(file: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({file: text + "\n"})) == []
