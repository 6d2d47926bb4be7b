"""LANG003: the languages do not name the same affiliations."""

from __future__ import annotations

import pytest

PERSIAN, ENGLISH = "گروه رادیولوژی، دانشگاه نمونه", "Department of Radiology, Sample University"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "LANG003"]


def affiliation(text: str) -> dict[str, str]:
    return {"case.yaml": f"affiliations:\n  a:\n    {text}\n"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("hospital: {fa: بیمارستان امام}\n    city: {fa: ساری, en: Sari}", 1),
        ("hospital: {fa: بیمارستان امام}\n    city: {fa: ساری}", 1),
        ("hospital: {fa: بیمارستان امام}\n    city: {en: Sari}", 2),
        ("text: {fa: بیمارستان امام}", 1),
        ("institution: Charité\n    city: Berlin", 0),
        ("hospital: {fa: بیمارستان امام, en: Imam Hospital}", 0),
        # A part that was refused has its own finding.
        ("hospital: {fa: بیمارستان امام, en: [x]}", 0),
    ],
)
def test_parts_of_one_language_are_told(text: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose(affiliation(text)))) == count


@pytest.mark.parametrize(
    ("persian", "english", "count"),
    [
        (PERSIAN, ENGLISH, 0),
        (f"بیمارستان امام، {PERSIAN}", ENGLISH, 1),
        (PERSIAN, f"Imam Hospital, {ENGLISH}", 1),
        (f"مرکز آموزشی درمانی امام، {PERSIAN}", f"Imam Hospital, {ENGLISH}", 0),
        (f"بیمارستان امام، {PERSIAN}", f"Imam Medical Center, {ENGLISH}", 0),
        ("دانشکده پزشکی تهران", "School of Medicine, Tehran University", 0),
        (f"مرکز تحقیقات دیابت، {PERSIAN}", ENGLISH, 1),
        (f"مرکز تحقیقات دیابت، {PERSIAN}", f"Institute of Diabetes, {ENGLISH}", 0),
        (
            "گروه بیوشیمی بالینی، دانشگاه الف",
            "Department of Clinical Biochemistry, University A",
            0,
        ),
        (f"کمیتهٔ تحقیقات دانشجویی، {PERSIAN}", f"Student Research Committee, {ENGLISH}", 0),
        ("گروه داخلی", "Tehran University of Medical Sciences", 1),
    ],
)
def test_an_institution_of_one_language_is_told(
    persian: str,
    english: str,
    count: int,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    text = f'text: {{fa: "{persian}", en: "{english}"}}'
    assert len(only(diagnose(affiliation(text)))) == count


def test_the_place_is_the_line_that_lacks_it(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = f"text:\n      fa: {PERSIAN}\n      en: Imam Hospital, {ENGLISH}"
    (item,) = only(diagnose(affiliation(text)))
    assert item.related[0].span.line == item.span.line + 1


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("{name: {fa: ب, en: B}}", 1),
        ("{name: B}", 1),
        ("{name: {fa: ب, en: B}, affiliations: [a]}", 0),
        ("{name: {fa: ب, en: B}, group: yes}", 0),
        ("{name: {fa: ب, en: B}, affiliations: a}", 0),
    ],
)
def test_an_author_without_an_affiliation_is_told(second: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    text = (
        f"contributors:\n  - {{name: {{fa: الف, en: A}}, affiliations: [a]}}\n  - {second}\n"
        "affiliations:\n  a: {institution: {fa: دانشگاه, en: University}}\n"
    )
    assert len(only(diagnose({"case.yaml": text}))) == count


def test_a_case_without_affiliations_is_not_told_of_its_authors(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({}))
