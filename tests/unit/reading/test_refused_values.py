"""Values that would print cut short or misread are told at their place, and left out."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Diagnostic
from casereport.reading.case_yaml import CaseYaml, read_case_yaml
from casereport.reporting.rendering import render

FILE = "case.yaml"


def read(text: str) -> CaseYaml:
    return read_case_yaml("title: x\n" + text, FILE, languages=("fa", "en"))


def place(found: Diagnostic) -> tuple[str, int, int, int]:
    return found.code, found.span.line, found.span.column, found.span.end_column


@pytest.mark.parametrize(
    "value",
    ["120 000", "8..4", "1e3", "5x10^9", "10⁹", "8·4", "5.", "2+", "1/640", "10/1", "۱۰/۱", "6-5"],
)
def test_a_lab_with_a_value_that_is_not_read_whole_is_left_out(value: str) -> None:
    result = read(f"labs:\n  a:\n    name: A\n    value: {value}\n    unit: g/dL\n")
    assert [place(found) for found in result.diagnostics] == [("SRC004", 5, 12, 12 + len(value))]
    assert result.facts is not None
    assert result.facts.labs == {}


@pytest.mark.parametrize(
    ("text", "expected", "hint"),
    [
        ('labs: {a: {name: A, value: "8,4"}}', ("SRC004", 2, 28, 33), "8.4"),
        ("labs: {a: {name: A, value: 8.4 mg, unit: g/dL}}", ("SRC004", 2, 28, 34), "same unit"),
        ("labs: {a: {name: A, value: 3.8 ×10^9, unit: /L}}", ("SRC004", 2, 28, 37), "×10⁹/L"),
        ("labs: {a: {name: A, value: 1/640}}", ("SRC004", 2, 28, 33), "1:640"),
        ("labs: {a: {name: A, value: 5, range: 4-6 g}}", ("SRC004", 2, 38, 43), "numbers alone"),
        ("findings: {a: {name: A, value: ۳۷/۵ °C}}", ("SRC004", 2, 32, 39), "37.5"),
        ("interventions: {a: {name: A, dose: 2/5 mg}}", ("SRC004", 2, 36, 42), "2.5"),
        ('patient: {weight: "60,5 kg"}', ("SRC004", 2, 19, 28), "60.5"),
        ("patient: {weight: 60-65 kg}", ("SRC004", 2, 19, 27), "44"),
        ("timeline: [{when: 2 yearz, event: x}]", ("SRC004", 2, 19, 26), "-2 years"),
        ("timeline: [{when: -2 yearz, event: x}]", ("SRC004", 2, 19, 27), "+1 week"),
        ("timeline: [{when: 2 years, event: x}]", ("SRC004", 2, 19, 26), "+2 years"),
        ("timeline: [{when: 1402-13-1, event: x}]", ("DATE002", 2, 19, 28), "month and day"),
        ("interventions: {a: {name: x, start: soon}}", ("SRC004", 2, 37, 41), "day 5"),
        ("publication: {year: 14004}", ("SRC004", 2, 21, 26), "1399"),
        ("publication: {year: {fa: 14004}}", ("SRC004", 2, 26, 31), "2020-06"),
        ("publication: {year: 1600}", ("SRC004", 2, 21, 25), "1399"),
        ("languages: [fa, fa]", ("SRC006", 2, 17, 19), "Remove"),
        ("language-order: [en, fa, en]", ("SRC006", 2, 26, 28), "Remove"),
        ("languages: [fa\u060c en]", ("SRC004", 2, 13, 19), "Latin comma"),
        ("keywords: {fa: [الف\u060c ب, پ]}", ("SRC004", 2, 17, 23), "Latin comma"),
        ("keywords:\n  fa:\n    - الف\u060c ب", ("SRC004", 4, 7, 13), "quotation marks"),
        ("contributors: [{name: a, degrees: {fa: x, en: MD, MPH}}]",
         ("SRC003", 2, 51, 54), 'en: "MD, MPH"'),
        ("contributors: [{name: a, degrees: {en: MD, MPH , PhD, fa: x}}]",
         ("SRC003", 2, 44, 47), 'en: "MD, MPH , PhD"'),
        ("contributors: [{name: a, degrees: {en: MD,\n  MPH\n  }}]",
         ("SRC003", 3, 3, 6), 'en: "MD, MPH"'),
        ("labs: {a: {name: A, value: 12,500, unit: /µL}}", ("SRC003", 2, 31, 34), '"12,500"'),
        ("labs: {a: {name: Ca, total, value: 12}}", ("SRC003", 2, 22, 27), '"Ca, total"'),
        ("statements: {consent: Given, written}", ("SRC003", 2, 30, 37), '"Given, written"'),
        ("running-title: {fa: a, en: Course: of the illness}", ("SRC002", 2, 34, 35), "colon"),
        ("running-title: {\n  en: Course: of\n}", ("SRC002", 3, 13, 14), "colon"),
        ("labs: {a: {name: A, value: 5}", ("SRC002", 2, 7, 8), "Close it"),
        ("languages: [fa, en\njournal: x", ("SRC002", 2, 12, 13), "Close it"),
        ("running-title: {fa: x, en: y\njournal: x", ("SRC002", 2, 16, 17), "Close it"),
    ],
)  # fmt: skip
def test_a_slip_is_one_finding_at_its_place_with_its_mend(
    text: str, expected: tuple[str, int, int, int], hint: str
) -> None:
    (found,) = read(text).diagnostics
    assert place(found) == expected
    assert found.hint is not None
    assert hint in render(found.hint, "en")


@pytest.mark.parametrize(
    "text",
    [
        "labs: {a: {name: A, value: 1:640, range: <1:80}}",
        "labs: {a: {name: A, value: 5-6 /HPF}}",
        "labs: {a: {name: A, value: 8.4±0.2, unit: kPa}}",
        "labs: {a: {name: A, value: 3.8 ×10⁹/L, unit: ×10^9/L}}",
        "labs: {a: {name: A, value: 8.4 g/dl, unit: g/dL}}",
        'labs: {a: {name: A, value: {fa: "۲+", en: "2+"}}}',
        "findings: {a: {name: A, value: 105/70 mmHg}}",
        'keywords: {fa: ["الف\u060c ب"]}',
        "keywords: {en: ['a, b']}",
        "running-title: {fa, en: x}",
        "patient: {sex: female, age}",
        "labs: {a, b: {name: x, value: 1}}",
        "timeline: [{when: later, event: x}]",
        "contributors: [{name: a, orcid: 0000-0002-1694-233X}]",
    ],
)
def test_what_is_meant_so_is_read_without_a_word(text: str) -> None:
    assert read(text).diagnostics == ()


def test_what_a_comma_cut_is_not_used() -> None:
    facts = read("contributors: [{name: a, degrees: {fa: x, en: MD, MPH}}]").facts
    assert facts is not None
    degrees = facts.contributors[0].degrees
    assert degrees is not None
    assert degrees.texts == {"fa": "x"}


def test_a_language_given_twice_counts_once() -> None:
    facts = read("languages: [fa, fa]").facts
    assert facts is not None
    assert facts.languages == ("fa",)


def test_an_alias_far_from_its_anchor_is_no_cut_text() -> None:
    lines = "\n" * 60
    text = f"running-title: {{en: &a long}}{lines}labs: {{x: {{name: *a, value: 1}}, y: *a}}\n"
    assert [found.code for found in read(text).diagnostics] == ["SRC004"]
