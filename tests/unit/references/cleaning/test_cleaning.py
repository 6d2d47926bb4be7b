"""Reference files cleaned as text: what changes, what stays, and that a second run has nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casereport.references import read_references
from casereport.references.cleaning.cleaning import Cleaned, CleaningOptions, clean
from casereport.references.cleaning.initials import in_form, rewritten
from casereport.references.pages import last_pages
from casereport.references.writing import suffix_of, write_references
from casereport.text.edits import Changes, Places, apply_changes
from tests.unit.references.reference_strategies import references

ALL = CleaningOptions(journals="abbreviate", titles="sentence", pages="minimal", initials="plain")
BACK = CleaningOptions(journals="expand", titles="sentence", pages="full", initials="dotted")


def cleaned(text: str, options: CleaningOptions, file: str = "references.bib") -> str:
    found = clean(file, text, read_references(file, text).references, options)
    return applied(text, found)


def applied(text: str, found: Cleaned) -> str:
    places, changes = Places(text), Changes()
    for change in found.changes:
        for edit in change.edits:
            made = places.change(edit)
            assert made is not None
            assert not changes.meets(made)
            changes.add(made)
    return apply_changes(text, changes)


BIB = """% my references
@string{jaad = {J Am Acad Dermatol}}

@article{a,
  % the first
  author  = {Boulman, N. A. and
             Rosner, Itzhak},
  title   = {{Tumoral} Calcinosis of the Neck in a Patient with {CREST} Syndrome},
  journal = "Seminars in Arthritis and Rheumatism",
  pages   = {805--812},
  doi     = {https://doi.org/10.1016/j.x},
}
@article{b, title={Calcinosis: {A} Review}, journal=jaad, year=2001, pages=12}
"""


def test_only_what_is_named_changes_and_the_rest_of_the_file_stays() -> None:
    assert cleaned(BIB, ALL) == (
        BIB.replace("N. A.", "NA")
        .replace("Calcinosis of the Neck in a Patient with {CREST} Syndrome",
                 "calcinosis of the neck in a patient with {CREST} syndrome")
        .replace("Seminars in Arthritis and Rheumatism", "Semin Arthritis Rheum")
        .replace("805--812", "805--12")
        .replace("https://doi.org/", "")
    )  # fmt: skip


def test_without_an_option_only_dois_lose_their_address() -> None:
    assert cleaned(BIB, CleaningOptions()) == BIB.replace("https://doi.org/", "")


@pytest.mark.parametrize("options", [ALL, BACK])
def test_a_second_run_changes_nothing(options: CleaningOptions) -> None:
    once = cleaned(BIB, options)
    assert cleaned(once, options) == once


def test_pages_and_initials_go_both_ways() -> None:
    assert "805--812" in cleaned(cleaned(BIB, ALL), BACK)
    assert "Boulman, N. A." in cleaned(cleaned(BIB, ALL), BACK)


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff" + BIB.replace("\n", "\r\n")
    plain = BIB
    found = clean("references.bib", plain, read_references("references.bib", plain).references, ALL)
    assert applied(text, found) == "\ufeff" + cleaned(BIB, ALL).replace("\n", "\r\n")


def test_what_is_not_certain_is_left_and_told() -> None:
    text = """@article{a, title = {Treatment of Zorblosis in Children with Pain},
      journal = {Annals of Nothing}}"""
    found = clean("references.bib", text, read_references("references.bib", text).references, ALL)
    told = [str(one.message) for one in found.left]
    assert "Zorblosis" in told[0]
    assert told[1] == "The journal Annals of Nothing is not in the table of titles."
    assert [one.span.line for one in found.left] == [1, 2]


def test_persian_works_are_left_in_peace() -> None:
    text = """@article{a, title = {کلسینوز در Patients with Systemic Sclerosis And Pain, یک گزارش مورد},
      journal = {مجله دانشگاه علوم پزشکی}, pages = {۱۲۰-۱۲۵}, langid = {persian}}"""
    found = clean("references.bib", text, read_references("references.bib", text).references, ALL)
    assert found.left == ()
    assert cleaned(text, ALL) == text.replace("۱۲۰-۱۲۵", "۱۲۰-۵")


def test_a_book_title_is_no_journal() -> None:
    text = "@incollection{a, title={T}, booktitle={The Lancet}}"
    assert cleaned(text, ALL) == text


def test_csl_json_is_changed_in_its_own_quotation_marks() -> None:
    text = r"""[{"id": "a", "type": "article-journal",
      "title": "Tumoral Calcinosis of the <i>Escherichia Coli</i> Neck in \"Old\" Patients with Pain",
      "author": [{"family": "Boulman", "given": "N. A."}, {"family": "A", "given": "Itzhak"}],
      "container-title": "Annals of the Rheumatic Diseases", "page": "805-812",
      "DOI": "doi:10.1/x"}]"""
    assert cleaned(text, ALL, "references.json") == (
        text.replace("Tumoral Calcinosis", "Tumoral calcinosis")
        .replace("Neck in", "neck in")
        .replace('\\"Old\\" Patients with Pain', '\\"Old\\" patients with pain')
        .replace("N. A.", "NA")
        .replace("Annals of the Rheumatic Diseases", "Ann Rheum Dis")
        .replace("805-812", "805-12")
        .replace("doi:", "")
    )


def test_yaml_and_ris_are_changed_in_their_lines() -> None:
    text = """- id: a
  type: article-journal
  title: 'Tumoral Calcinosis of the Neck in a Patient with Pain'
  container-title: Annals of the Rheumatic Diseases  # of EULAR
  page: "805-812"
"""
    assert cleaned(text, ALL, "references.yaml") == (
        text.replace("Calcinosis of the Neck in a Patient with Pain",
                     "calcinosis of the neck in a patient with pain")
        .replace("Annals of the Rheumatic Diseases", "Ann Rheum Dis")
        .replace("805-812", "805-12")
    )  # fmt: skip
    ris = (
        "TY  - JOUR\nID  - a\nTI  - Tumoral Calcinosis of the Neck in a Patient with Pain\n"
        "T2  - Annals of the Rheumatic Diseases\nDO  - https://doi.org/10.1/x\nER  - \n"
    )
    assert cleaned(ris, ALL, "references.ris") == (
        ris.replace("Calcinosis of the Neck in a Patient with Pain",
                    "calcinosis of the neck in a patient with pain")
        .replace("Annals of the Rheumatic Diseases", "Ann Rheum Dis")
        .replace("https://doi.org/", "")
    )  # fmt: skip


@pytest.mark.parametrize("format_name", ["bib", "csl-json", "ris", "nbib"])
@pytest.mark.parametrize("options", [ALL, BACK])
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(listed=st.lists(references, min_size=1, max_size=3))
def test_whatever_stands_in_a_file_a_second_run_changes_nothing(
    format_name: str, options: CleaningOptions, listed: list
) -> None:
    file = f"references{suffix_of(format_name)}"
    text = write_references(format_name, listed)
    once = cleaned(text, options, file)
    assert cleaned(once, options, file) == once
    before, after = (read_references(file, each).references for each in (text, once))
    assert len(before) == len(after)


@pytest.mark.parametrize(
    ("typed", "full", "minimal"),
    [("805-12", "805-812", "805-12"), ("e1262-e1264", "e1262-e1264", "e1262-e1264"),
     ("281-183", "281-183", "281-183"), ("12 \u2013 15, 20\u201325", "12 \u2013 15, 20\u201325",
      "12 \u2013 5, 20\u20135"), ("1-12", "1-12", "1-12"), ("in press", "in press", "in press")],
)  # fmt: skip
def test_last_pages_are_completed_and_cut_where_they_stand(
    typed: str, full: str, minimal: str
) -> None:
    for form, wanted in (("full", full), ("minimal", minimal)):
        text = typed
        for start, end, last in reversed(last_pages(typed, form)):  # type: ignore[arg-type]
            text = text[:start] + last + text[end:]
        assert text == wanted


@pytest.mark.parametrize(
    ("typed", "plain", "dotted"),
    [("A. H.", "AH", "A. H."), ("AH", "AH", "A. H."), ("J.-P.", "J-P", "J.-P."), ("N", "N", "N.")],
)
def test_initials_have_two_forms(typed: str, plain: str, dotted: str) -> None:
    assert (in_form(typed, "plain"), in_form(typed, "dotted")) == (plain, dotted)


@pytest.mark.parametrize("typed", ["Nina", "Itzhak J.", "علی", "", "de Paula"])
def test_names_are_no_initials(typed: str) -> None:
    assert list(rewritten(typed, "plain", bare=True)) == []
    assert list(rewritten(f"Boulman, {typed}", "plain", bare=False)) == []


@pytest.mark.parametrize("piece", [", A.", "A. ", "<i>", "\\{", "$", "805-", "https://doi.org/", '"'])
def test_hostile_fields_cost_no_time(piece: str) -> None:
    text = "@article{a, title = {%s}, author={%s}, pages={%s}, doi={%s}}" % (
        (piece.replace("{", "(") * 20_000,) * 4
    )
    read = read_references("references.bib", text)
    begin = time.perf_counter()
    clean("references.bib", text, read.references, ALL)
    assert time.perf_counter() - begin < 1.5
