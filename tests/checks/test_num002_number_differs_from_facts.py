"""NUM002: the text says another number than case.yaml."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity

CASE = """\
patient: {age: 44, sex: female}
history:
  ssc: {name: {fa: اسکلرودرمی سیستمیک, en: systemic sclerosis}, kind: medical, duration: 20 years}
findings:
  bp: {name: {fa: فشار خون, en: Blood pressure}, value: 110/70 mmHg}
  pulse: {name: {fa: ضربان قلب, en: Heart rate}, value: 98 bpm}
labs:
  hemoglobin: {name: {fa: هموگلوبین, en: Hemoglobin}, value: 10.1, unit: g/dL}
  wbc: {name: {fa: گلبول سفید, en: White cells}, value: 4.5, unit: ×10⁹/L}
  ana: {name: ANA titre, value: "1:640"}
interventions:
  pred: {name: {fa: پردنیزولون, en: prednisolone}, dose: 10 mg, duration: 3 months}
"""
PATIENT = "## x {#patient-information}\n\n"
DIAGNOSIS = "## x {#diagnostic-assessment}\n\n"
THERAPY = "## x {#therapeutic-intervention}\n\n"
DISCUSSION = "## x {#discussion}\n\n"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "NUM002"]


@pytest.mark.parametrize(
    ("file", "text", "typed", "fact"),
    [
        ("en.md", PATIENT + "A 45-year-old woman.", "45", "patient.age"),
        ("en.md", PATIENT + "A 45-year-old previously healthy Iranian farmer.", "45", "patient.age"),
        ("en.md", PATIENT + "A woman aged 45 presented.", "45", "patient.age"),
        ("en.md", PATIENT + "The patient was 45 years old.", "45", "patient.age"),
        ("en.md", PATIENT + "A forty-five-year-old woman.", "forty-five", "patient.age"),
        ("fa.md", PATIENT + "خانمی ۴۵ ساله مراجعه کرد.", "۴۵", "patient.age"),
        ("fa.md", PATIENT + "بیمار خانم متاهل ۴۵ ساله\u200cای بود.", "۴۵", "patient.age"),
        ("fa.md", PATIENT + "زنی چهل و پنج ساله.", "چهل و پنج", "patient.age"),
        ("en.md", DIAGNOSIS + "Hemoglobin was 9.1 g/dL.", "9.1", "labs.hemoglobin.value"),
        ("en.md", DIAGNOSIS + "Anemia (Hb 9.1) was found.", "9.1", "labs.hemoglobin.value"),
        ("en.md", DIAGNOSIS + "WBC: 5.5×10⁹/L.", "5.5", "labs.wbc.value"),
        ("fa.md", DIAGNOSIS + "هموگلوبین ۹/۱ بود.", "۹/۱", "labs.hemoglobin.value"),
        ("fa.md", DIAGNOSIS + "میزان هموگلوبین برابر با ۹/۱ گرم در دسی لیتر بود.", "۹/۱", "labs.hemoglobin.value"),
        ("en.md", DIAGNOSIS + "Blood pressure was 120/70 mmHg.", "120/70", "findings.bp.value"),
        ("fa.md", DIAGNOSIS + "فشار خون ۱۲۰/۷۰ بود.", "۱۲۰/۷۰", "findings.bp.value"),
        ("en.md", DIAGNOSIS + "A heart rate of 89 bpm.", "89", "findings.pulse.value"),
        ("en.md", DIAGNOSIS + "ANA titre 1:320.", "1:320", "findings.ana"),
        ("en.md", THERAPY + "Prednisolone 20 mg daily was given.", "20", "interventions.pred.dose"),
        ("en.md", THERAPY + "She received 20 mg of prednisolone.", "20", "interventions.pred.dose"),
        ("fa.md", THERAPY + "پردنیزولون با دوز ۲۰ میلی\u200cگرم تجویز شد.", "۲۰", "interventions.pred.dose"),
        ("fa.md", THERAPY + "روزانه ۲۰ میلی گرم پردنیزولون گرفت.", "۲۰", "interventions.pred.dose"),
        ("en.md", PATIENT + "She had had systemic sclerosis for 25 years.", "25", "history.ssc.duration"),
        ("en.md", PATIENT + "A 25-year history of systemic sclerosis.", "25", "history.ssc.duration"),
        ("fa.md", PATIENT + "از ۲۵ سال پیش به اسکلرودرمی سیستمیک مبتلا بود.", "۲۵", "history.ssc.duration"),
        ("fa.md", THERAPY + "شش ماه پردنیزولون گرفت.", "شش", "interventions.pred.duration"),
    ],
)  # fmt: skip
def test_another_number_is_told_over_the_number(file, text, typed, fact, diagnose) -> None:  # type: ignore[no-untyped-def]
    fact = fact.replace("findings.ana", "labs.ana.value")
    (item,) = only(diagnose({"case.yaml": CASE, file: text + "\n"}))
    assert item.severity is Severity.WARNING
    assert (item.message.values["typed"], item.message.values["fact"]) == (typed, fact)
    line = text.split("\n")[2]
    assert line[item.span.column - 1 : item.span.end_column - 1] == typed
    assert item.related[0].span.file == "case.yaml"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("en.md", PATIENT + "A 44-year-old woman with systemic sclerosis for 20 years."),
        ("en.md", PATIENT + "A {{ patient.age }}-year-old woman."),
        ("en.md", PATIENT + "She was 30 years old at the onset, and her 12-year-old son is well."),
        ("en.md", PATIENT + "A 20-year-old scar and a 10-year history were noted."),
        ("en.md", PATIENT + "A 58-year-old woman was reported before [3]."),
        ("en.md", PATIENT + "An 18-month-old girl."),
        ("en.md", PATIENT + "She had had systemic sclerosis for more than 15 years."),
        ("en.md", PATIENT + "She had had systemic sclerosis for 3 months."),
        ("en.md", PATIENT + "Systemic sclerosis and hypertension for 5 years; fever of 4 years and systemic sclerosis."),
        ("fa.md", PATIENT + "اسکلرودرمی سیستمیک و دیابت از ۵ سال پیش داشت."),
        ("en.md", DISCUSSION + "A 58-year-old woman had a hemoglobin of 8 g/dL and prednisolone 60 mg."),
        ("en.md", DIAGNOSIS + "Hemoglobin was 10 g/dL."),
        ("en.md", DIAGNOSIS + "Hemoglobin was 101 g/L."),
        ("en.md", DIAGNOSIS + "White cells were 4500 /µL, WBC 4.5×10^9/L, ANA titre 1:640."),
        ("en.md", DIAGNOSIS + "After transfusion, hemoglobin was 12.9 g/dL."),
        ("en.md", DIAGNOSIS + "White cells, WBC and hemoglobin were 5, 6 and 7, respectively."),
        ("fa.md", DIAGNOSIS + "سدیم و هموگلوبین به ترتیب ۱۴۰ و ۱۱ بود."),
        ("en.md", DIAGNOSIS + "Hemoglobin rose to 12.9 g/dL."),
        ("en.md", DIAGNOSIS + "Hemoglobin (normal, 12-16 g/dL) was low; hemoglobin A2 3.5%."),
        ("en.md", DIAGNOSIS + "Hemoglobin was about 9 g/dL; blood pressure over 120/70 mmHg; Hb <9 g/dL."),
        ("en.md", THERAPY + "Prednisolone was tapered from 20 mg to 5 mg; 50 mg of prednisolone at first, then less."),
        ("en.md", THERAPY + "Prednisolone 2 times daily."),
        ("fa.md", PATIENT + "خانمی ۴۴ ساله با سابقه ۲۰ ساله بیماری. پسر ۱۲ ساله او سالم بود."),
        ("fa.md", PATIENT + "بیماری ۱۰ ساله داشت و مادر ۷۰ ساله است."),
        ("fa.md", DIAGNOSIS + "هموگلوبین ۱۰/۱ گرم در دسی لیتر و فشار خون ۱۱۰/۷۰ بود."),
        ("fa.md", DIAGNOSIS + "هموگلوبین ۱۰٫۱ بود. پس از درمان هموگلوبین ۱۲ بود."),
        ("fa.md", THERAPY + "پردنیزولون ۱۰ میلی گرم تجویز شد و سپس کاهش یافت."),
    ],
)  # fmt: skip
def test_what_agrees_or_speaks_of_another_is_left_alone(file: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"case.yaml": CASE, file: text + "\n"})) == []


def test_one_of_several_values_of_a_quantity_is_enough(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = CASE.replace(
        "interventions:",
        "  hemoglobin-at-discharge: {name: Hemoglobin at discharge, value: 12.9, unit: g/dL}\ninterventions:",
    )
    text = DIAGNOSIS + "Hemoglobin was 12.9 g/dL and Hb 11 g/dL.\n"
    (item,) = only(diagnose({"case.yaml": case, "en.md": text}))
    assert item.message.values["typed"] == "11"


def test_titles_and_captions_are_of_the_patient(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = (
        "title: {fa: اسکلرودرمی در زنی ۴۵ ساله, en: Scleroderma in a 44-Year-Old Woman}\n"
        "figures:\n  a: {file: x.png, caption: {fa: دست زنی ۴۶ ساله, en: Hand}}\n"
    )
    assert [item.message.values["typed"] for item in only(diagnose({"case.yaml": case}))] == ["۴۵", "۴۶"]


def test_a_child_s_age_is_compared_in_its_own_unit(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "patient: {age: 18 months}\n"
    text = PATIENT + "A 17-month-old boy; a 1-year-old boy.\n"
    (item,) = only(diagnose({"case.yaml": case, "en.md": text}))
    assert (item.message.values["typed"], item.message.values["value"]) == ("17", "18 months")


def test_the_hint_names_the_call(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": CASE, "en.md": DIAGNOSIS + "Hemoglobin was 9 g/dL.\n"}))
    assert item.hint is not None
    assert item.hint.values["placeholder"] == "{{ labs.hemoglobin }}"


@pytest.mark.parametrize("patient", ["{sex: female}", "{age: not-stated}"])
def test_without_a_stated_age_no_age_differs(patient: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {"case.yaml": f"patient: {patient}\n", "en.md": PATIENT + "A 45-year-old woman.\n"}
    assert only(diagnose(files)) == []
