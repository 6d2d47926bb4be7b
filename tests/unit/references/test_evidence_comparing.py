"""A reference beside a record: what is a difference, and what two sources only write differently."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casereport.model.evidence import WorkRecord
from casereport.model.reference import Issued, Name, Reference
from casereport.references.evidence.author_lists import AuthorDifference, same_authors
from casereport.references.evidence.comparing import FIELD_NAMES, Verdict, compare
from casereport.references.evidence.journals import same_journal
from casereport.references.evidence.matching import RecordIndex
from casereport.references.evidence.printed_places import same_pages
from casereport.references.evidence.record_titles import same_title

REFERENCE = Reference(
    citekey="reiter2011",
    title="Calcinosis cutis: part I. Diagnostic pathway",
    authors=(Name("Reiter", "N."), Name("El-Shabrawi", "L.")),
    container_title="J Am Acad Dermatol",
    volume="65",
    issue="1",
    page="1-12",
    issued=Issued(2011),
    doi="10.5555/part1",
    pmid="21616558",
)
RECORD = WorkRecord(
    source="Crossref",
    type="article-journal",
    titles=("Calcinosis cutis: Part I. Diagnostic pathway.",),
    authors=(Name("Reiter", "Nina"), Name("El Shabrawi", "Laila")),
    journals=("Journal of the American Academy of Dermatology",),
    printed=2011,
    volume="65",
    issue="1",
    pages=("1\u201312",),
    doi="10.5555/PART1",
    pmid="21616558",
)


def test_the_title_that_is_quoted_is_the_nearest_without_its_full_stop() -> None:
    record = replace(RECORD, titles=("Kalzinose.", "Calcinosis cutis: part II. Pathway."))
    (title,) = [one for one in compare(REFERENCE, [record]) if one.variable == "title"]
    assert title.theirs == "Calcinosis cutis: part II. Pathway"


def verdict(variable: str, reference: Reference, *records: WorkRecord) -> Verdict:
    (found,) = [one for one in compare(reference, records) if one.variable == variable]
    return found.verdict


def test_every_field_of_the_same_work_is_equal() -> None:
    found = compare(REFERENCE, [RECORD])
    assert [one.variable for one in found] == list(FIELD_NAMES)
    assert {one.verdict for one in found} == {"equal"}


def test_where_one_record_agrees_another_is_wrong() -> None:
    other = replace(RECORD, source="PubMed", volume="66", pages=("1-21",))
    assert verdict("volume", REFERENCE, other) == "different"
    assert verdict("volume", REFERENCE, other, RECORD) == "equal"
    assert verdict("page", REFERENCE, RECORD, other) == "equal"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Calcinosis in rheumatic diseases", "Calcinosis in Rheumatic Diseases."),
        ("X-ray of the elbow", "X\u2010Ray of the elbow"),
        ("CO2 and TNF-alpha in bone", "CO2 and TNF\u2010\u03b1 in Bone"),
        ("Arthritis and lung", "Arthritis & lung"),
        ("Calcinosis cutis", "Calcinosis cutis: part I. Diagnostic pathway"),
        ("Calcinosis cutis: part I. Diagnostic pathway", "Calcinosis cutis"),
        ("Beh\u00e7et's disease", "Behcet disease"),
        ("Follow-up of calcinosis", "Followup of calcinosis"),
        ("Calcinosis in scleroderma", "RETRACTED ARTICLE: Calcinosis in scleroderma"),
        ("Calcinosis in scleroderma", "Calcinosis in scleroderma [corrected]."),
        ("\u06a9\u0644\u0633\u06cc\u0646\u0648\u0632 \u067e\u0648\u0633\u062a\u06cc",
         "\u0643\u0644\u0633\u064a\u0646\u0648\u0632 \u067e\u0648\u0633\u062a\u064a."),
    ],
)  # fmt: skip
def test_titles_that_are_one(ours: str, theirs: str) -> None:
    assert same_title(ours, (theirs,)) is True


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Calcinosis in sclerderma", "Calcinosis in scleroderma"),
        ("Calcinosis cutis: part I", "Calcinosis cutis: part II"),
        ("Calcinosis in systemic sclerosis", "Calcinosis in systemic sclerosis and lupus"),
    ],
)
def test_titles_that_are_not(ours: str, theirs: str) -> None:
    assert same_title(ours, (theirs,)) is False


def test_translated_titles_and_other_scripts_cannot_be_compared() -> None:
    assert same_title("Treatment of calcinosis", ("[Therapy of calcinosis].",)) is None
    assert same_title("[Treatment of calcinosis]", ("Therapy of calcinosis",)) is None
    assert same_title("Behandlung der Kalzinose", ("Calcinosis",), foreign=True) is None
    persian = "\u06a9\u0644\u0633\u06cc\u0646\u0648\u0632"
    assert same_title(persian, ("Calcinosis",)) is None
    assert same_title(persian, ("Calcinosis", persian)) is True


def families(*names: str) -> tuple[Name, ...]:
    return tuple(Name(name, "A") for name in names)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (families("M\u00fcller"), families("Mueller")),
        (families("S\u00f8rensen"), families("Sorensen")),
        (families("van der Berg"), families("Berg")),
        (families("O'Brien", "El-Shabrawi"), families("OBrien", "Elshabrawi")),
        (families("Boulman"), (Name("Nina", "Boulman"),)),
        (families("Boulman"), (Name("Nina Boulman"),)),
        ((*families("Boulman"), Name(literal="WHO Group")), families("Boulman")),
        (families("Boulman"), (Name(literal="WHO Group"), *families("Boulman"))),
    ],
)
def test_people_who_are_the_same(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> None:
    assert same_authors(ours, theirs, cut=False) is True


@pytest.mark.parametrize(
    ("ours", "theirs", "difference"),
    [
        (("Andonopoulos",), ("Antonopoulos",), (1, "Andonopoulos", "Antonopoulos")),
        (("A", "Cole"), ("A", "Bird", "Cole"), (2, "", "Bird")),
        (("A", "Bird", "Cole"), ("A", "Cole"), (2, "Bird", "")),
        (("A", "Cole", "Bird", "D"), ("A", "Bird", "D", "Cole"), (2, "Cole", "Bird")),
        (("Bird", "Cole"), ("Cole", "Bird"), (1, "Bird", "Cole")),
    ],
)  # fmt: skip
def test_the_first_difference_of_two_lists_is_named(
    ours: tuple[str, ...], theirs: tuple[str, ...], difference: tuple[int, str, str]
) -> None:
    found = same_authors(families(*ours), families(*theirs), cut=False)
    assert found == AuthorDifference(*difference)


def test_a_cut_list_is_compared_as_far_as_it_goes() -> None:
    three, six = families("A", "B", "C"), families("A", "B", "C", "D", "E", "F")
    assert same_authors(three, six, cut=True) is True
    assert same_authors(three, six, cut=False) == AuthorDifference(4, "", "D")
    assert same_authors(families("A", "X"), six, cut=True) == AuthorDifference(2, "X", "B")


def test_names_in_two_scripts_and_absent_ones_cannot_be_compared() -> None:
    persian = families("\u0627\u062d\u0645\u062f\u06cc")
    assert same_authors(persian, families("Ahmadi"), cut=False) is None
    assert same_authors((), families("Ahmadi"), cut=False) is None
    assert same_authors((Name(literal="WHO"),), families("Ahmadi"), cut=False) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("805-812", "805-12", True), ("805-12", "805\u2013812", True), ("805", "805-812", True),
        ("e1262-e1264", "e1262-4", True), ("e3585", "E3585", True), ("3585", "e3585", True),
        ("281-183", "281-3", False), ("454-545", "454-5", False), ("44-448", "44-8", False),
        ("S12-S15", "12-15", False), ("1-12", "13-24", False), ("e3585", "1-4", None),
        ("281-3; quiz 284", "281-3", True), ("\u06f1\u06f2-\u06f1\u06f5", "12-5", True),
        ("in press", "1-4", None), ("", "1-4", None),
    ],
)  # fmt: skip
def test_pages(ours: str, theirs: str, *, same: bool | None) -> None:
    assert same_pages(ours, theirs) is same
    assert same_pages(theirs, ours) is same


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("J Am Acad Dermatol", "Journal of the American Academy of Dermatology", True),
        ("Arthritis Rheum", "Arthritis & Rheumatism", True),
        ("Proc Natl Acad Sci U S A", "Proceedings of the National Academy of Sciences", True),
        ("Dtsch Med Wochenschr", "Deutsche Medizinische Wochenschrift", True),
        ("JAMA", "Journal of the American Medical Association", True),
        ("J Clin Rheumatol", "Journal of Clinical Rheumatology (Baltimore)", True),
        ("Aesthetic Plast Surg", "Aesthetic Plastic Surgery", True),
        ("Clin Rheumatol", "Journal of Clinical Rheumatology", False),
        ("Am J Med", "Am J Med Sci", False),
        ("Cutis", "Cureus", False),
        ("\u0645\u062c\u0644\u0647", "J Mazandaran Univ Med Sci", None),
    ],
)  # fmt: skip
def test_journals(ours: str, theirs: str, *, same: bool | None) -> None:
    assert same_journal(ours, [theirs]) is same


@pytest.mark.parametrize(
    ("ours", "printed", "online", "expected"),
    [
        (2011, 2011, 2010, "equal"), (2010, 2011, 2010, "near"), (2010, 2011, None, "near"),
        (2011, None, 2011, "equal"), (2012, None, 2011, "near"), (2008, 2011, 2010, "different"),
        (1390, 2011, None, "equal"), (1389, 2011, None, "equal"), (1380, 2011, None, "different"),
        (1399, 1399, None, "equal"), (2005, 2011, 2005, "near"), (None, 2011, None, "absent"),
    ],
)  # fmt: skip
def test_years(
    ours: int | None, printed: int | None, online: int | None, expected: Verdict
) -> None:
    record = replace(RECORD, printed=printed, online=online)
    assert verdict("issued", replace(REFERENCE, issued=Issued(ours)), record) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (("34", "6", ""), ("34", "6"), "equal"),
        (("34 Suppl 100", "5", ""), ("34", "5 Suppl 100"), "equal"),
        (("34", "", "100"), ("34", "suppl_100"), "equal"),
        (("57", "2", ""), ("57", "2 Suppl"), "equal"),
        (("34", "4-5", ""), ("34", "4"), "equal"),
        (("34", "7", ""), ("34", "6"), "different"),
        (("34", "", "2"), ("34", "Suppl 1"), "different"),
        (("34", "Jan", ""), ("34", "1"), "absent"),
        (("34", "", ""), ("34", "6"), "absent"),
    ],
)  # fmt: skip
def test_issues_and_supplements(
    ours: tuple[str, str, str], theirs: tuple[str, str], expected: Verdict
) -> None:
    volume, issue, supplement = ours
    reference = replace(REFERENCE, volume=volume, issue=issue, supplement=supplement)
    record = replace(RECORD, volume=theirs[0], issue=theirs[1])
    assert verdict("issue", reference, record) == expected
    assert verdict("volume", reference, record) == "equal"


def test_volumes_in_roman_and_in_persian_digits_are_numbers() -> None:
    for volume in ("LXV", "\u06f6\u06f5", "065", "Vol. 65"):
        assert verdict("volume", replace(REFERENCE, volume=volume), RECORD) == "equal"
    assert verdict("volume", replace(REFERENCE, volume="56"), RECORD) == "different"


def match(reference: Reference, *records: WorkRecord) -> tuple[int, list[str]]:
    found = RecordIndex(records).match(reference)
    return len(found.records), [variable for variable, _ in found.strangers]


PART_2 = replace(
    RECORD,
    titles=("Calcinosis cutis: part II. Treatment options",),
    pages=("15-22",),
    doi="10.5555/part2",
    pmid="2",
)


def test_a_record_is_found_by_doi_number_title_and_place() -> None:
    bare = replace(REFERENCE, doi="", pmid="")
    assert match(replace(bare, doi="https://doi.org/10.5555/PART1"), RECORD) == (1, [])
    assert match(replace(bare, pmid="\u06f2\u06f1\u06f6\u06f1\u06f6\u06f5\u06f5\u06f8"), RECORD) == (1, [])
    assert match(bare, RECORD) == (1, [])
    assert match(replace(bare, title="Calcinosys cutis: part I. Diagnostic pathway"), RECORD)[0] == 1
    assert match(replace(bare, title="Diagnostic pathway of the calcinosis cutis"), RECORD)[0] == 1


def test_a_title_alone_finds_nothing_that_stands_elsewhere_or_is_anothers() -> None:
    bare = replace(REFERENCE, doi="", pmid="")
    assert match(replace(bare, volume="12", page="3-9"), RECORD) == (0, [])
    assert match(replace(bare, authors=families("Smith")), RECORD) == (0, [])
    assert match(replace(bare, title="Editorial", authors=()), replace(RECORD, titles=("Editorial",), volume="", pages=(), authors=())) == (0, [])  # fmt: skip
    assert match(bare, PART_2) == (0, [])


def test_an_identifier_of_another_work_is_told() -> None:
    assert match(replace(REFERENCE, doi="10.5555/part2", pmid=""), PART_2) == (0, ["DOI"])
    assert match(replace(REFERENCE, doi="", pmid="2"), PART_2) == (0, ["PMID"])
    # The right one is found by its title, so that it can be named.
    assert match(replace(REFERENCE, doi="10.5555/part2", pmid=""), PART_2, RECORD) == (1, ["DOI"])
    stranger = replace(RECORD, titles=("Frostbite of the ear",), authors=families("Smith"),
                       volume="3", pages=("9",))  # fmt: skip
    assert match(replace(REFERENCE, pmid=""), stranger) == (0, ["DOI"])


def test_a_misspelt_or_translated_title_is_no_other_work() -> None:
    misspelt = replace(REFERENCE, title="Calcinosis cutis: part I. Diagnostical pathway")
    assert match(misspelt, RECORD) == (1, [])
    assert match(replace(misspelt, page="1-21", volume="56"), RECORD) == (1, [])
    assert match(replace(REFERENCE, title="Completely other words"), RECORD) == (1, [])
    german = replace(REFERENCE, title="Die Kalzinose der Haut", language="de")
    assert match(german, RECORD) == (1, [])
    persian = replace(REFERENCE, title="\u06a9\u0644\u0633\u06cc\u0646\u0648\u0632", authors=())
    assert match(persian, RECORD) == (1, [])


def test_a_chapter_may_have_the_doi_of_its_book() -> None:
    book = WorkRecord("Crossref", "book", ("Kelley's Rheumatology",), families("Firestein"),
                      printed=2013, doi="10.5555/part1")  # fmt: skip
    chapter = replace(REFERENCE, type="chapter", container_title="Kelley's Rheumatology", pmid="",
                      issued=Issued(2013))  # fmt: skip
    assert match(chapter, book) == (1, [])
    assert {one.variable for one in compare(chapter, [book]) if one.verdict == "equal"} == {
        "issued",
        "DOI",
    }
    assert "different" not in {one.verdict for one in compare(chapter, [book])}


def test_several_records_with_one_doi_are_all_asked() -> None:
    assert match(REFERENCE, RECORD, replace(RECORD, volume="1"), replace(RECORD)) == (3, [])
