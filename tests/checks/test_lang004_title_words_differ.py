"""LANG004: a word of one title has no counterpart in the other."""

from __future__ import annotations

import json
import time

import pytest

from casereport.checks.languages._title_words import groups, plain
from casereport.diagnostics import Severity
from casereport.text.title_glossary import concepts


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "LANG004"]


def title(persian: str, english: str) -> dict[str, str]:
    return {
        "case.yaml": f"title: {{fa: {json.dumps(persian, ensure_ascii=False)}, en: {json.dumps(english)}}}\n"
    }


@pytest.mark.parametrize(
    ("persian", "english", "words"),
    [
        ("کلسینوز وسیع در یک بیمار", "Calcinosis in a Patient", ["وسیع"]),
        ("کلسینوز در یک بیمار", "Extensive Calcinosis in a Patient", ["Extensive"]),
        ("آبسهٔ کبدی", "Abscess of the Spleen", ["کبدی"]),
        ("سندرم کوشینگ", "Cushing", ["سندرم"]),
        ("DRESS", "Severe DRESS", ["Severe"]),
        ("تشنج در کودکی ۵ ساله", "Seizure", ["کودکی"]),
        ("شکستگی استخوان ران", "A Rare Bilateral Fracture of the Femoral Bone", ["Rare", "Bilateral"]),
        ("یک مورد کیست هیداتیک مغز", "Hydatid Cyst of the Brain: A Case Report and Review", ["Review"]),
        ("شکستگی غیر معمول ران", "Fracture of the Femur", ["غیر معمول"]),
        ("شکستگی غیرمعمول ران", "Fracture of the Femur", ["غیرمعمول"]),
    ],
)  # fmt: skip
def test_a_word_without_counterpart_is_told_over_itself(
    persian: str,
    english: str,
    words: list[str],
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    found = only(diagnose(title(persian, english)))
    assert [item.message.values["word"] for item in found] == words
    for item, word in zip(found, words, strict=True):
        assert item.severity is Severity.NOTE
        assert item.span.end_column - item.span.column == len(word)
        assert item.related


@pytest.mark.parametrize(
    ("persian", "english"),
    [
        ("گزارش یک مورد نادر تومور", "An Unusual Neoplasm: Report of a Case"),
        ("معرفی یک مورد بیماری هوچکین", "Hodgkin Disease: A Case Presentation"),
        ("بیماری کاوازاکی در شیرخوار ۳ ماهه", "Kawasaki Disease in a 3-Month-Old Infant"),
        ("تومور سلول ژانت استخوان", "Giant Cell Tumor of Bone"),
        ("حادثه در بزرگسالان", "Accident in Adults"),
        ("تبخال", "Herpes Labialis"),
        ("مالتیپل میلوما در مردی ۶۰ ساله", "Multiple Myeloma in a 60-Year-Old Man"),
        ("لیشمانیوز پوستی", "Cutaneous Leishmaniasis"),
        ("پیوند مغز استخوان", "Bone Marrow Transplantation"),
        ("شیمی درمانی", "Chemotherapy"),
        ("کم\u200cخونی فقر آهن در بارداری", "Iron Deficiency Anaemia of Pregnancy"),
        ("تظاهر نادر کووید-۱۹", "A Rare Presentation of COVID-19"),
        ("درمان جراحی", "Surgical Management"),
        ("سندرم DRESS", "DRESS"),
        ("DRESS", "DRESS Syndrome"),
        ("نارسایی قلب در زن باردار", "Heart Failure in a Pregnant Woman"),
    ],
)
def test_synonyms_and_other_words_are_silent(persian: str, english: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert [str(item.message) for item in only(diagnose(title(persian, english)))] == []


@pytest.mark.parametrize(
    "text",
    ["title: {fa: کلسینوز وسیع}", "title: Extensive calcinosis", "languages: [en]\ntitle: Rare"],
)
def test_one_title_is_compared_with_nothing(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"case.yaml": text + "\n"}))


def test_a_rendering_to_be_avoided_is_still_a_counterpart(diagnose) -> None:  # type: ignore[no-untyped-def]
    glossary = "glossary:\n  - {fa: اسکلروز, en: sclerosis, avoid: {en: [scleroderma]}}\n"
    text = title("اسکلروز", "Scleroderma")["case.yaml"] + glossary
    assert not only(diagnose({"case.yaml": text}))


def test_the_glossary_has_sixty_concepts_in_both_languages() -> None:
    assert len(concepts()) >= 60
    for concept in concepts():
        assert all(concept.forms[language] for language in ("fa", "en"))


def test_no_form_of_the_glossary_stands_for_two_concepts() -> None:
    for language in ("fa", "en"):
        forms = [plain(form.strip("=*")) for one in concepts() for form in one.forms[language]]
        assert sorted(form for form in set(forms) if forms.count(form) > 1) == []


@pytest.mark.parametrize("unit", ["a ", "ا", "و\u200c", "a'", "a-", "\u0654", "کلسینوز وسیع "])
def test_hostile_titles_are_read_in_good_time(unit: str) -> None:
    start = time.process_time()
    groups(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 1
