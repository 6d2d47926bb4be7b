"""NUM003: a measured value has no unit."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "NUM003"]


@pytest.mark.parametrize(
    ("file", "text", "over"),
    [
        ("fa.md", "کم خونی خفیف بود (هموگلوبین ۱۰/۱).", "هموگلوبین ۱۰/۱"),
        ("fa.md", "کراتینین ۰/۸ بود.", "کراتینین ۰/۸"),
        ("fa.md", "پلاکت ۲۵۰۰۰۰ گزارش شد.", "پلاکت ۲۵۰۰۰۰"),
        ("fa.md", "ESR معادل ۲۸ و درد", "ESR معادل ۲۸"),
        # The next value's unit is none of its own.
        ("fa.md", "هموگلوبین ۱۰/۱، عدد دیگر ۸ درصد بود.", "هموگلوبین ۱۰/۱"),
        ("en.md", "Hemoglobin was 10.1.", "Hemoglobin was 10.1"),
        ("en.md", "The CRP level was 12 and rising.", "CRP level was 12"),
        ("en.md", "Anemia (Hb=10.1, MCV 70 fL)", "Hb=10.1"),
        ("en.md", "ESR: 28", "ESR: 28"),
    ],
)
def test_a_bare_value_is_told_from_its_name_to_its_number(file, text, over, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({file: text + "\n"}))
    assert item.severity is Severity.WARNING
    assert text[item.span.column - 1 : item.span.end_column - 1] == over


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("en.md", "Hemoglobin was 10.1 g/dL, ESR 45 mm/h, EF 55% and ferritin 4 µg/L."),
        ("en.md", "Sodium 140, potassium 4.2 and chloride 104 mEq/L; AST 30 and ALT 40 U/L."),
        ("en.md", "Hemoglobin 10.1 and 9.8 g/dL on two days."),
        ("en.md", "Hemoglobin was 10.1 g/dL; a week later hemoglobin was 11."),
        ("en.md", "Hemoglobin 10.1 grams; ESR 28 millimetres in the first hour."),
        ("en.md", "INR 1.1, pH 7.35, ANA 1:640, CRP 2+, hematocrit 0.42, blood pressure 120/80."),
        ("en.md", "Hemoglobin A2 was 3.5; hemoglobin H 2; vitamin B12; calcium channel blockers."),
        ("en.md", "Hemoglobin was {{ patient.age }}."),
        ("fa.md", "هموگلوبین ۱۰/۱ گرم در دسی لیتر و هماتوکریت ۳۰ درصد و پلاکت ۲۵۰ هزار در میکرولیتر بود."),
        ("fa.md", "سدیم ۱۴۰ و پتاسیم ۴/۲ میلی اکی والان در لیتر بود."),
        ("fa.md", "هموگلوبین ۱۰/۱ گرم بر دسی\u200cلیتر و فشار خون ۱۲۰/۸۰ بود."),
        ("fa.md", "نسبت گلوکز ۰/۶۴ و شاخص پلاکت ۳ بود."),
        ("fa.md", "ضربان قلب ۱۷۲، تنفس ۵۸ در دقیقه و دما طبیعی بود."),
        ("fa.md", "قند خون ناشتا ۹۲ و قند دو ساعت پس از غذا ۱۲۸ میلی گرم در دسی لیتر بود."),
        ("en.md", "A ratio of glucose 3; heart rate 172, breathing 58/min."),
        ("fa.md", "| آزمایش | g/dL |\n|---|---|\n| هموگلوبین ۱۰ | ۱۰ |"),
    ],
)  # fmt: skip
def test_what_has_its_unit_or_needs_none_is_left_alone(file: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({file: text + "\n"})) == []


@pytest.mark.parametrize(
    "lab",
    [
        "hemoglobin: {name: x, value: 10.1}",
        "a: {name: Hb, value: 10.1}",
        "a: {name: {fa: هموگلوبین پس از درمان, en: Hemoglobin after treatment}, value: 10.1}",
        'crp: {name: C-reactive protein (CRP), value: "<5"}',
        "wbc: {name: WBC, value: 4-5}",
        "transferrin-saturation: {name: Transferrin saturation, value: 12}",
    ],
)
def test_a_fact_without_a_unit_is_told_at_its_value(lab: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": f"labs:\n  {lab}\n"}))
    start = lab.index("value: ") + len("value: ")
    assert item.span.column - 3 in {start, start + 1}


@pytest.mark.parametrize(
    "lab",
    [
        "hemoglobin: {name: Hb, value: 10.1, unit: g/dL}",
        "hemoglobin: {name: Hb, value: 10.1 g/dL}",
        "inr: {name: INR, value: 1.1}",
        'ana: {name: ANA, value: "1:640"}',
        "hct: {name: Hematocrit, value: 0.42}",
        "crp: {name: CRP, value: negative}",
        "hb-a2: {name: Hemoglobin A2, value: 3.5}",
        "x: {name: Urine creatinine, value: 80}",
    ],
)
def test_a_fact_that_needs_no_unit_is_left_alone(lab: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"case.yaml": f"labs:\n  {lab}\n"})) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("fa.md", "قند خون ناشتا ۱۲۶ و دو ساعت بعد ۱۸۰ میلی\u200cگرم در دسی\u200cلیتر بود."),
        ("en.md", "The glucose was 126 at eight and at noon it was 180 mg/dL."),
    ],
)
def test_a_unit_behind_a_later_value_of_the_same_sentence_serves_both(
    file: str,
    text: str,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    assert only(diagnose({file: text})) == []


def test_the_unit_of_another_quantity_does_not_serve(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "The glucose was 126 and, as a week before, the calcium was 9.1 mg/dL."
    assert len(only(diagnose({"en.md": text}))) == 1


def test_the_hint_has_the_usual_units(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": "labs:\n  hb: {name: Hb, value: 10.1}\n"}))
    assert item.hint is not None
    assert item.hint.values["units"] == ("g/dL", "g/L")
