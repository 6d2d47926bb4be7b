"""CIT003: numbers that do not rise, typed by hand or in the second of two texts."""

from __future__ import annotations

from casereport.diagnostics import Diagnostic
from casereport.pipeline.case import check_case
from casereport.pipeline.options import CheckOptions
from tests.conftest import memory_case

KEYS = ("a", "b", "c", "d")
LIST = "".join(
    f"@article{{{key}, author={{{key.title()}, A}}, title={{On {key}}}, journal={{J}}, "
    "year={2020}, volume={1}, pages={1-2}}\n"
    for key in KEYS
)


def found(en: str, fa: str, journal: str = "clinical-brief", **files: str) -> list[Diagnostic]:
    head = "languages: [fa, en]\ntitle: {fa: عنوان, en: Title}\n"
    case = memory_case(
        "case",
        case_yaml=f"journal: {journal}\n{head}{files.pop('case', '')}",
        en_md=f"## Introduction {{#introduction}}\n\n{en}\n",
        fa_md=f"## مقدمه {{#introduction}}\n\n{fa}\n",
        references_bib=LIST,
    )
    told = check_case(case, CheckOptions()).diagnostics
    return [one for one in told if one.code == "CIT003"]


def test_the_second_text_in_another_order_is_a_note_with_its_places() -> None:
    (one,) = found("X [@a] [@b] [@c] [@d].", "متن [@a] [@d] [@c] [@b].")
    assert (one.severity, one.span.file) == ("note", "fa.md")
    assert one.message.values["file"] == "en.md"
    assert (one.span.line, one.span.column) == (3, 11)
    assert len(one.related) == 1


def test_two_texts_in_one_order_are_not_told() -> None:
    assert not found("X [@a] [@b; @c].", "متن [@a; @b] [@a] [@c].")


def test_what_the_first_text_never_cites_comes_last_and_is_told() -> None:
    (one,) = found("X [@a] [@b].", "متن [@a] [@d] [@b].")
    assert one.message.values["number"] == 3


def test_a_text_of_which_an_abstract_alone_is_printed_is_not_told() -> None:
    assert not found("X [@b] [@a].", "متن [@a] [@b].", journal="jmums")


def test_a_footnote_is_no_running_text() -> None:
    assert not found("X [@a] [@b].", "متن[^n] [@b].\n\n[^n]: یادداشت [@a].")
