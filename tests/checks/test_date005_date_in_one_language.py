"""DATE005: a date that one language has and the other lacks."""

from __future__ import annotations

import pytest


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "DATE005"]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("dates: {revised: {fa: 1398-11-19}}", ["en"]),
        ("dates: {revised: {en: 2020-02-08}}", ["fa"]),
        ("dates: {revised: 1398-11-19}", []),
        ("dates: {revised: not-stated}", []),
        ("dates: {revised: {fa: 1398-11-19, en: 2020-02-08}}", []),
        ("languages: [fa]\ndates: {revised: {fa: 1398-11-19}}", []),
        ("dates: {revised: {fa: 1398-11-19, en: 2020-02-31}}", []),
        ('dates:\n  line: {en: "(Received May 1, 2020)"}', ["fa"]),
        ('dates:\n  line: {en: "(Received May 1, 2020)", fa: "تاریخ دریافت: ۱۳۹۹/۲/۱۲"}', []),
        # A journal's English line may leave out the revision.
        ('dates:\n  received: 2020-05-01\n  revised: 2020-06\n  line: {en: "(Received May 1, 2020)"}', []),
    ],
)  # fmt: skip
def test_a_date_of_the_manuscript_is_wanted_in_every_language(
    text: str,
    languages: list[str],
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    found = only(diagnose({"case.yaml": text + "\n"}))
    assert [item.message.values["language"] for item in found] == languages


def test_the_place_is_the_date_that_is_given(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": "dates:\n  revised: {fa: 1398-11-19}\n"}))
    assert (item.span.column, item.span.end_column) == (17, 27)


@pytest.mark.parametrize(
    ("persian", "english", "count"),
    [
        ("در ۱ بهمن ۱۳۹۸ جراحی شد.", "She was operated on.", 1),
        ("در ۱ بهمن ۱۳۹۸ جراحی شد.", "She was operated on January 21, 2020.", 0),
        ("در ۱۳۹۸/۱۱/۱ جراحی شد.", "She was operated on in January 2020.", 0),
        # The reader knows the year by then.
        ("در ۱۳۹۸/۱۱/۱ جراحی شد.", "She was operated on January 21.", 0),
        ("در ۱ بهمن جراحی شد.", "She was operated on 21 January 2020.", 0),
        ("در ۱۳۹۸/۱۱/۱ جراحی شد.", "She was operated on January 22.", 1),
        ("در ۱۳۹۸/۱۱/۱ جراحی شد.", "She was operated on January 21, 2021.", 1),
        ("در ۱۳۹۸/۱۱/۱۱ جراحی شد.", "She was operated on January 21, 2020.", 1),
        ("در ۱ بهمن ۱۳۹۸ (۲۱ ژانویه ۲۰۲۰) جراحی شد.", "She was operated on.", 1),
        ("در بهمن ۱۳۹۸ جراحی شد.", "She was operated on.", 0),
        ("در ۱۳۹۸/۱۱/۱ و باز در ۱۳۹۸/۱۱/۱ جراحی شد.", "She was operated on.", 1),
        ("در ۱۳۹۸/۱۱/۱ و ۱۳۹۸/۱۲/۱ جراحی شد.", "She was operated on January 21, 2020.", 1),
    ],
)
def test_a_whole_day_in_one_text_is_told_once(
    persian: str,
    english: str,
    count: int,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    assert len(only(diagnose({"fa.md": persian + "\n", "en.md": english + "\n"}))) == count


def test_two_days_that_differ_are_one_difference_with_both_places(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {"fa.md": "در ۱۳۹۸/۱۱/۱۱ بود.\n", "en.md": "It was January 21, 2020.\n"}
    (item,) = only(diagnose(files))
    assert {item.span.file, item.related[0].span.file} == {"fa.md", "en.md"}


def test_a_stored_date_counts_as_the_other_language_s(diagnose) -> None:  # type: ignore[no-untyped-def]
    facts = "labs:\n  crp: {name: CRP, value: 5 mg/L, date: 2020-01-21}\n"
    assert not only(diagnose({"case.yaml": facts, "fa.md": "در ۱۳۹۸/۱۱/۱ بود.\n"}))


def test_a_language_with_an_abstract_alone_is_not_compared(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {"fa.md": "در ۱۳۹۸/۱۱/۱ بود.\n", "en.md": "## Abstract {#abstract}\n\nA summary.\n"}
    assert not only(diagnose(files))


def test_the_day_of_birth_is_not_asked_for_in_the_other_language(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {"fa.md": "بیمار متولد ۱۳۹۶/۰۲/۱۴ در ۱۴۰۲/۰۲/۳۱ بستری شد.\n", "en.md": "He was seen.\n"}
    found = diagnose(files)
    assert [item.span.column for item in only(found)] == [27]
    assert [item.code for item in found if item.code == "PRIV004"] == ["PRIV004"]
