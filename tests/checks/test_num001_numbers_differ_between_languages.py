"""NUM001: a number stands in one language and not in the other."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "NUM001"]


def abstracts(fa: str, en: str) -> dict[str, str]:
    return {
        "fa.md": f"## چکیده {{#abstract}}\n\n{fa}\n",
        "en.md": f"## Abstract {{#abstract}}\n\n{en}\n",
    }


def test_two_numbers_that_differ_are_one_finding_over_one_with_the_other_related(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(abstracts("پس از ۲۰ سال", "after 25 years")))
    (related,) = item.related
    assert item.severity is Severity.WARNING
    assert (item.span.file, item.span.line, item.span.column, item.span.end_column) == ("en.md", 3, 7, 9)
    assert (related.span.file, related.span.column, related.span.end_column) == ("fa.md", 7, 9)
    assert item.message.values["number"] == "25"
    assert item.message.values["counterpart"] == "۲۰"


def test_numbers_of_one_language_alone_are_one_finding(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(abstracts("خلاصه", "20 years, 10.1 g/dL and 5 mg")))
    assert item.message.values["numbers"] == ("20", "10.1", "5")
    assert [each.span.column for each in item.related] == [11, 25]


@pytest.mark.parametrize(
    ("fa", "en"),
    [
        ("۴۴ ساله", "a 44-year-old woman"),
        ("۴۴ ساله", "a {{ patient.age }}-year-old woman"),
        ("{{ patient.age }} ساله", "a forty-four-year-old woman"),
        ("چهل و چهار ساله", "aged 44"),
        ("۲ هفته", "two weeks"),
        ("۲ بار", "twice"),
        ("۲ هفته و ۱۸ ماه", "14 days and 1.5 years"),
        ("مهره ۱۰ و T12", "the tenth vertebra and T12"),
        ("هموگلوبین ۱۰/۱", "hemoglobin 10.1 g/dL"),
        ("هموگلوبین ۱۰٫۱", "hemoglobin 10.1 g/dL"),
        ("فشار خون ۱۱۰/۷۰", "blood pressure 110/70 mmHg"),
        ("فشار خون ۱۱۰ روی ۷۰", "blood pressure 110/70 mmHg"),
        ("۱۸ تا ۴۹ درصد", "18-49%"),
        ("۵۰-۳۰ سال", "30 to 50 years"),
        ("۱۲٬۵۰۰ سلول", "12,500 cells"),
        ("۱۲۵۰۰ سلول", "12,500 cells"),
        ("۳۸۰۰ در میکرولیتر", "3.8×10^9/L"),
        ("۳۸۰ هزار", "380,000"),
        ("در ۱ بهمن ۱۳۹۸", "on January 21, 2020"),
        ("در ۱۳۹۸/۱۱/۱", "on 2020-01-21"),
        ("از سال ۱۳۹۰", "since 2011"),
        ("IL-6 و H1N1 (۳،۴)", "cytokines [5]"),
        ("p<۰/۰۵", "p<0.05"),
        ("خلاصه", "A summary."),
    ],
)
def test_the_same_said_otherwise_is_no_difference(fa: str, en: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose(abstracts(fa, en))) == []


@pytest.mark.parametrize(
    ("fa", "en"),
    [
        ("هموگلوبین ۱۰/۱", "hemoglobin 101 g/dL"),
        ("هموگلوبین ۱۰/۱", "hemoglobin 11.0 g/dL"),
        ("فشار خون ۱۱۰/۷۰", "blood pressure 120/70 mmHg"),
        ("۱۸ تا ۴۸ درصد", "18-49%"),
        ("{{ patient.age }} ساله", "a 45-year-old woman"),
        ("۱۲ هفته", "two weeks"),
    ],
)  # fmt: skip
def test_another_number_is_a_difference(fa: str, en: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose(abstracts(fa, en)))


def test_a_fact_called_in_one_language_only_is_told_at_the_call(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(abstracts("زنی مراجعه کرد", "A {{ patient.age }}-year-old woman.")))
    assert (item.span.file, item.span.column) == ("en.md", 3)
    assert item.message.values["numbers"] == ("44",)


def test_other_sections_may_differ(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"en.md": "In 25 patients.\n", "fa.md": "در چند بیمار.\n"})) == []


def test_an_abstract_in_one_language_has_nothing_to_differ_from(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = abstracts("۲۰ سال", "")
    files["en.md"] = "## Discussion {#discussion}\n\nMore.\n"
    assert only(diagnose(files)) == []
    assert only(diagnose({**abstracts("۲۰ سال", "25 years"), "case.yaml": "languages: [en]\ntitle: x\n"})) == []


def test_captions_and_names_of_facts_are_compared(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = (
        "history:\n  a:\n    name: {fa: درد از ۲ سال, en: Pain for 3 years}\n    kind: medical\n"
        "tables:\n  labs:\n    caption: {fa: در ۱۲ ماه, en: Over 12 months}\n"
    )
    (item,) = only(diagnose({"case.yaml": case}))
    assert item.message.values["field"] == "history.a.name"
    assert (item.span.file, item.related[0].span.file) == ("case.yaml", "case.yaml")


@pytest.mark.parametrize(
    "case",
    [
        "keywords: {fa: [نوع ۲], en: [one, type 3]}\n",
        "statements:\n  funding: {fa: طرح ۱۲, en: Grant 345}\n",
        "figures:\n  a:\n    file: x.png\n    caption: {fa: الف, en: a}\n    alt: {fa: سه خط, en: 4 lines}\n",
        "tables:\n  labs:\n    caption: برای همه ۱۲\n",
    ],
)
def test_what_each_language_words_for_itself_is_left_alone(case: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"case.yaml": case})) == []
