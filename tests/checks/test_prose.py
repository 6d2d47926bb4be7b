"""The prose of a case: every character knows its place, in the texts and in case.yaml."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from casereport.checks.fact_prose import case_prose
from casereport.checks.prose import Prose, typed_at
from casereport.model.case_report import CaseReport
from casereport.reading import read_case
from casereport.workspace import DiskWorkspace, MemoryWorkspace, Workspace

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TODAY = datetime.date(2026, 1, 1)


def read(workspace: Workspace) -> CaseReport:
    journals = ["jmums", "clinical-brief", "manuscript"]
    case = read_case(workspace, journals=journals, languages=["fa", "en"]).case
    assert case is not None
    return case


@pytest.mark.parametrize(
    "sample", ["crest-calcinosis-44f", "crest-calcinosis-44f-as-printed", "hand-calcinosis-66"]
)
def test_every_character_of_a_sample_is_where_its_place_says(sample: str) -> None:
    case = read(DiskWorkspace(SAMPLES / sample, TODAY))
    proses = list(case_prose(case))
    assert len(proses) > 60
    for prose in proses:
        for index, character in enumerate(prose.text):
            if character not in "\ufffc\n":
                assert typed_at(case, prose.place(index, index + 1)) == character


def memory(files: dict[str, str]) -> CaseReport:
    base = {
        "case.yaml": "title: {fa: گزارش, en: A report}\n",
        "fa.md": "## بحث\n\nمتن\n",
        "en.md": "## Discussion\n\nText.\n",
    }
    content = {name: text.encode() for name, text in {**base, **files}.items()}
    return read(MemoryWorkspace("x", content, TODAY))


def texts(case: CaseReport, part: str) -> list[str]:
    return [prose.text for prose in case_prose(case) if prose.part == part]


def test_what_is_no_prose_is_one_object_and_other_languages_stand_alone() -> None:
    text = "درد {{ patient.age }} در `code` و [ground *glass*]{lang=en} بود [@a].\n"
    case = memory({"fa.md": f"## بحث\n\n{text}"})
    assert texts(case, "paragraph")[-1] == "درد \ufffc در \ufffc و \ufffc بود \ufffc."
    phrase = next(prose for prose in case_prose(case) if prose.part == "phrase")
    assert (phrase.text, phrase.language) == ("ground glass", "en")


def test_a_language_without_a_locale_is_left_out() -> None:
    case = memory({"fa.md": "## بحث\n\nمتن [كتاب]{lang=ar} دیگر\n\n::: {lang=ar}\nكتاب\n:::\n"})
    assert not any("\u0643" in prose.text for prose in case_prose(case))


def test_lists_quotations_tables_and_footnotes_are_prose() -> None:
    body = "- one\n- two\n\n> three\n\n| four | five |\n|---|---|\n| six | x |\n\nText.[^n]\n\n[^n]: note\n"
    found = [prose.text for prose in case_prose(memory({"en.md": f"## Discussion\n\n{body}"}))]
    assert {"one", "two", "three", "four", "five", "six", "note", "Discussion"} <= set(found)


def test_texts_of_case_yaml_have_exact_places_in_quotes_folds_and_short_forms() -> None:
    yaml = (
        "title:\n  fa: 'گزارش\n    یک مورد'\n  en: \"A \\u201Creport\\u201D\"\n"
        "statements:\n  consent: {fa: رضایت داد, en: Consent was given}\n"
        "figures:\n  one:\n    file: {fa: a.png, en: b.png}\n    caption: x\n"
    )
    case = memory({"case.yaml": yaml})
    places = {prose.text: prose.place(0, 1) for prose in case_prose(case) if prose.part == "text"}
    assert not {"a.png", "b.png"} & set(places)
    assert (places["رضایت داد"].line, places["رضایت داد"].column) == (6, 17)
    assert (places["x"].line, places["x"].column) == (10, 14)
    title = next(prose for prose in case_prose(case) if prose.text == "گزارش یک مورد")
    assert typed_at(case, title.place(6, 8)) == "یک"
    assert title.place(6, 8).line == 3


def test_a_point_stands_behind_the_character_before_it() -> None:
    prose: Prose = next(each for each in case_prose(memory({})) if each.text == "متن")
    point = prose.point(3)
    assert (point.line, point.column, point.end_column) == (3, 4, 4)
