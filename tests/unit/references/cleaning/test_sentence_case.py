"""Sentence case: only what is surely no name loses its capital."""

from __future__ import annotations

import time

import pytest

from casereport.references.cleaning.sentence_case import (
    SHIELD,
    TitleWords,
    sentence_case,
    words_of_titles,
)
from casereport.references.cleaning.title_lexicon import common_title_words
from casereport.text.orthography.lexicon_en import EPONYMS

NOTHING = TitleWords()


def lowered(title: str, known: TitleWords = NOTHING, **options: str) -> str:
    letters = list(title)
    for index in sentence_case(title, known, **options).capitals:  # type: ignore[arg-type]
        letters[index] = letters[index].lower()
    return "".join(letters)


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Tumoral Calcinosis of the Neck in a Patient with Systemic Sclerosis",
         "Tumoral calcinosis of the neck in a patient with systemic sclerosis"),
        ("Vitamin A Deficiency in Children: A Case Report and Review of the Literature",
         "Vitamin A deficiency in children: a case report and review of the literature"),
        ("American Heart Association Guidelines for the Management of Heart Failure",
         "American Heart Association Guidelines for the management of heart failure"),
        ("The Framingham Heart Study: Risk Factors in Women",
         "The Framingham Heart Study: risk factors in women"),
        ("Non-Hodgkin Lymphoma in Patients with Sjogren Syndrome",
         "Non-Hodgkin lymphoma in patients with Sjogren syndrome"),
        ("Lymphoma Other Than Non-Hodgkin Lymphoma After Treatment of Pain",
         "Lymphoma other than non-Hodgkin lymphoma after treatment of pain"),
        ("A New Treatment for Raynaud Phenomenon: A Cross-Sectional Study in New Zealand",
         "A new treatment for Raynaud phenomenon: a cross-sectional study in New Zealand"),
        ("Mutations in BRCA1 and mTOR and the Risk of Breast Cancer",
         "Mutations in BRCA1 and mTOR and the risk of breast cancer"),
        ("Anti-TNF Therapy for Crohn's Disease in Pregnancy",
         "Anti-TNF therapy for Crohn's disease in pregnancy"),
        ("Down Syndrome and Acute Leukemia: A Case-Control Study",
         "Down syndrome and acute leukemia: a case-control study"),
        ("Calcinosis Cutis: Part II. Diagnosis and Treatment of Patients",
         "Calcinosis cutis: part II. Diagnosis and treatment of patients"),
        ("Extensive Calcification in Limited Scleroderma? A Report of Two Cases",
         "Extensive calcification in limited scleroderma? A report of two cases"),
        ("World Health Organization Classification of Tumours of the Lung",
         "World Health Organization Classification of tumours of the lung"),
        ("Middle East Respiratory Syndrome Coronavirus Infection in Pregnancy",
         "Middle East respiratory syndrome coronavirus infection in pregnancy"),
        ("Pseudomonas Aeruginosa Infection in Patients with Pseudomonas Pneumonia",
         "Pseudomonas aeruginosa infection in patients with Pseudomonas pneumonia"),
    ],
)  # fmt: skip
def test_names_keep_their_capitals_and_common_words_lose_theirs(title: str, wanted: str) -> None:
    found = lowered(title)
    assert found == wanted
    assert lowered(found) == found, "a second run changes nothing"


@pytest.mark.parametrize(
    "title",
    [
        "Calcinosis in rheumatic diseases",
        "Successful treatment of Raynaud phenomenon in Iran",
        "Behcet Disease",
        "CALCINOSIS IN SYSTEMIC SCLEROSIS",
        "Treatment of Wegener and Churg Strauss in Iran",
        "",
        "Behandlung der Sklerodermie mit Kortison bei Frauen in Berlin",
    ],
)
def test_what_is_not_in_title_case_stays(title: str) -> None:
    assert lowered(title) == title


def test_the_word_after_a_colon_follows_the_style() -> None:
    title = "Calcinosis Cutis: Diagnosis and Treatment of Patients"
    assert lowered(title) == "Calcinosis cutis: diagnosis and treatment of patients"
    kept = lowered(title, after_colon="capital")
    assert kept == "Calcinosis cutis: Diagnosis and treatment of patients"


def test_words_that_the_list_itself_writes_small_lose_their_capital() -> None:
    title = "Treatment of Zorblosis in Children with Pain and Fever"
    assert sentence_case(title).undecided == ("Zorblosis",)
    known = words_of_titles(["The zorblosis of the hand is rare in children"])
    assert "zorblosis" in lowered(title, known)


def test_words_that_the_list_itself_writes_with_a_capital_keep_it() -> None:
    title = "Treatment of Burns Disease in Children with Pain and Fever"
    assert "burns disease" in lowered(title)
    known = words_of_titles(["The course of Burns disease in young children is mild"])
    assert "Burns disease" in lowered(title, known)


def test_shielded_characters_stay() -> None:
    title = f"Treatment of {SHIELD * 4} Disease in Patients with Pain"
    assert lowered(title) == f"Treatment of {SHIELD * 4} disease in patients with pain"


def test_no_eponym_is_a_common_word() -> None:
    assert not common_title_words() & EPONYMS
    assert len(common_title_words()) > 5000


@pytest.mark.parametrize("piece", ["Aa ", "Aa-", "A-A ", "Of Of ", "'\"([ Aa", ": A ", "\u2013 Aa"])
def test_hostile_titles_cost_no_time(piece: str) -> None:
    begin = time.perf_counter()
    sentence_case(piece * 30_000)
    words_of_titles([piece * 30_000])
    assert time.perf_counter() - begin < 0.5
