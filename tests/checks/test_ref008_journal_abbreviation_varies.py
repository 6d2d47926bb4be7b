"""REF008: one journal is named in two forms."""

from __future__ import annotations

import time

import pytest

from casereport.checks.references.journal_abbreviation_varies import _journals
from casereport.model.reference import Reference
from casereport.references.journal_names import is_same_journal
from tests.pace import is_within


def told(diagnose, *journals: str):  # type: ignore[no-untyped-def]
    entries = (
        f"@article{{r{n},\n  title = {{T {n}}},\n  journal = {{{name}}}\n}}\n"
        for n, name in enumerate(journals)
    )
    found = diagnose({"references.bib": "".join(entries)})
    return [item for item in found if item.code == "REF008"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J Clin Rheumatol", "Journal of Clinical Rheumatology"),
        ("J Clin Rheumatol", "J. Clin. Rheumatol."),
        ("J Clin Rheumatol", "J clin rheumatol"),
        ("Ann Rheum Dis", "Annals of the Rheumatic Diseases"),
        ("Rheumatology (Oxford)", "Rheumatology"),
        ("J Mazandaran Univ Med Sci", "Journal of Mazandaran University of Medical Sciences"),
        ("Arthritis & Rheum", "Arthritis Rheum"),
    ],
)
def test_forms_of_one_name_are_one_journal(one: str, other: str) -> None:
    assert is_same_journal(one, other)
    assert is_same_journal(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cancer", "Cancers"),
        ("Gene", "Genetics"),
        ("Clin Rheumatol", "J Clin Rheumatol"),
        ("J Periodontol", "J Periodontics"),
        ("Rheumatology (Oxford)", "Rheumatology (Sunnyvale)"),
        ("J Am Acad Dermatol", "J Am Acad Audiol"),
        ("Arch Dermatol", "Arch Dermatol Res"),
        ("Arthritis Rheum", "Arthritis Rheumatol Ther"),
        ("Br J Rheumatol", "Brain J Rheumatol Sci"),
    ],
)
def test_two_journals_stay_two(one: str, other: str) -> None:
    assert not is_same_journal(one, other)


def test_the_rarer_form_is_told_at_its_first_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    full = "Journal of Clinical Rheumatology"
    (item,) = told(diagnose, full, "J Clin Rheumatol", "J Clin Rheumatol", full, "J Clin Rheumatol")
    assert (item.message.values["name"], item.message.values["other"]) == (full, "J Clin Rheumatol")
    assert (item.span.line, item.span.column, item.span.end_column) == (3, 14, 14 + len(full))
    assert [related.span.line for related in item.related] == [7, 15]


def test_one_issn_is_one_journal(diagnose) -> None:  # type: ignore[no-untyped-def]
    bib = (
        "@article{a, title={A}, journal={Arch Iran Med}, issn={1735-9260}}\n"
        "@article{b, title={B}, journal={AIM}, issn={1735-9260}}\n"
    )
    assert [i.code for i in diagnose({"references.bib": bib}) if i.code == "REF008"] == ["REF008"]


def test_one_form_throughout_is_not_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, "J Clin Rheumatol", "J Clin Rheumatol", "Clin Rheumatol") == []


def test_thousands_of_names_with_the_same_initials_are_cheap() -> None:
    work = Reference(citekey="a", type="article-journal")
    forms = {f"Ann{number}x Rheum Dis": [work] for number in range(2_000)}
    forms |= {"J Clin Rheumatol": [work], "Journal of Clinical Rheumatology": [work]}
    start = time.process_time()
    assert [len(group) for group in _journals(forms)] == [2]
    taken = time.process_time() - start
    assert is_within(taken, 2.5), f"{taken:.1f} s"
