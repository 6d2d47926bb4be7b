"""REF003: one work stands twice in the list; two works never look like one."""

from __future__ import annotations

import pytest

from casereport.references.titles import are_near, title_words

BASE = {
    "author": "Boulman, Nina",
    "title": "Calcinosis in rheumatic diseases",
    "journal": "Semin Arthritis Rheum",
    "year": "2005",
    "volume": "34",
    "pages": "805-812",
}


def entry(key: str, **fields: str) -> str:
    held = {**BASE, **fields}
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in held.items() if value)
    return f"@article{{{key},\n{lines}\n}}\n"


def told(diagnose, *entries: str):  # type: ignore[no-untyped-def]
    found = diagnose({"references.bib": "".join(entries)})
    return [item for item in found if item.code == "REF003"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"title": "Calcinosis in Rheumatic Diseases."},
        {"title": "Calcinosis in rheumatic diseaes"},
        {"title": "Calcinosis in rheumatic dieseases"},
        {"author": "Boulman, N. and Slobodin, G.", "journal": "Seminars", "pages": "805-12"},
        {"author": "Bulman, Nina"},
        {"volume": "", "pages": ""},
        {"year": "2004"},
        {"author": ""},
    ],
)
def test_one_work_with_small_differences_is_told(fields: dict[str, str], diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, entry("a"), entry("b", **fields))
    assert (item.message.values["citekey"], item.message.values["other"]) == ("b", "a")
    assert len(item.related) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"author": "Reiter, Nina", "volume": "35", "pages": "1-5"}),
        ({}, {"year": "2009", "volume": "", "pages": ""}),
        ({"author": "Antonopoulos, A", "volume": ""}, {"author": "Andonopoulos, A", "volume": ""}),
        ({"doi": "10.1000/1"}, {"doi": "10.1000/2"}),
        ({"pages": "805-812"}, {"pages": "905-912"}),
        ({"title": "Calcinosis cutis: part I. The way", "pages": ""},
         {"title": "Calcinosis cutis: part II. The way", "pages": ""}),
        ({"title": "Calcinosis in 12 patients of ours"}, {"title": "Calcinosis in 13 patients of ours"}),
        ({"title": "Calcinosis in hypothyroid women"}, {"title": "Calcinosis in hyperthyroid women"}),
        ({"title": "Reply"}, {"title": "Reply", "volume": "35"}),
        ({"title": ""}, {"title": ""}),
    ],
)  # fmt: skip
def test_two_works_are_not_told(one: dict[str, str], other: dict[str, str], diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, entry("a", **one), entry("b", **other)) == []


@pytest.mark.parametrize(
    ("field", "first", "second"),
    [
        ("doi", "10.1000/AbC", "https://doi.org/10.1000/abc"),
        ("pmid", "15942917", "15942917"),
        ("pmcid", "PMC5520219", "5520219"),
    ],
)
def test_a_shared_identifier_is_told_at_its_field(
    field: str,
    first: str,
    second: str,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    other = {"title": "Another title", "volume": "1", "pages": "1"}
    (item,) = told(diagnose, entry("a", **{field: first}), entry("b", **{field: second}, **other))
    assert item.message.values["shared"] == field.upper()
    assert item.span.line > item.related[0].span.line


def test_a_key_that_stands_twice_is_left_to_its_own_check(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, entry("a"), entry("a")) == []


def test_persian_titles_are_compared_whatever_their_kaf_and_half_spaces(diagnose) -> None:  # type: ignore[no-untyped-def]
    one = entry("a", title="درمان کلسینوز در بیماری\u200cهای پوست", volume="", pages="")
    other = entry("b", title="درمان \u0643لسینوز در بیماریهای پوست", volume="", pages="")
    assert len(told(diagnose, one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("a b c diltiazem", "a b c diltizem", True),
        ("a b c diltiazem", "a b c dilitazem", True),
        ("a b c diltiazem", "a b c nifedipine", False),
        ("soft-tissue calcinosis", "soft tissue calcinosis", True),
        ("a b c 2004", "a b c 2005", False),
        ("a b c viii", "a b c vii", False),
    ],
)
def test_titles_are_near_but_for_one_slip(one: str, other: str, near: bool) -> None:
    assert are_near(title_words(one), title_words(other)) is near
