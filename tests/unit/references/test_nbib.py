"""PubMed's files: records and their places, people, titles in translation, books, what breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from casereport.diagnostics import Span
from casereport.model.reference import Issued, Name, Reference
from casereport.references import ReadReferences, read_references

DATA = Path(__file__).resolve().parents[2] / "data" / "references"


def read(text: str) -> ReadReferences:
    return read_references("references.nbib", text)


def only(text: str) -> Reference:
    result = read(text)
    assert len(result.references) == 1, result
    return result.references[0]


def article(*lines: str) -> Reference:
    return only("\n".join(("PMID- 1", *lines)) + "\n")


def kinds(result: ReadReferences) -> list[tuple[str, int, int]]:
    return [(fault.kind, fault.span.line, fault.span.column) for fault in result.faults]


WHOLE = """
PMID- 15942917
OWN - NLM
IS  - 0049-0172 (Print)
IS  - 0049-0172 (Linking)
VI  - 34
IP  - 6
DP  - 2005 Jun
TI  - Calcinosis in rheumatic
      diseases.
PG  - 805-12
AB  - OBJECTIVES: To review
      VI - and VII.
FAU - Boulman, Nina
AU  - Boulman N
AD  - Haifa, Israel.
AU  - Slobodin G
FAU - de Paula, Daniel R Jr
AU  - de Paula DR Jr
CN  - CREST Study Group
LA  - eng
PT  - Case Reports
PT  - Journal Article
PL  - United States
TA  - Semin Arthritis Rheum
JT  - Seminars in arthritis and rheumatism
AID - S0049-0172(05)00016-8 [pii]
AID - 10.1016/j.semarthrit.2005.01.016 [doi]
PMC - PMC1234567
SO  - Semin Arthritis Rheum. 2005 Jun;34(6):805-12.
"""


def test_an_article_is_read_into_the_variables_of_csl() -> None:
    result = read(WHOLE)
    reference = result.references[0]
    assert result.faults == ()
    assert (reference.citekey, reference.type) == ("boulman2005", "article-journal")
    assert reference.title == "Calcinosis in rheumatic diseases"
    assert reference.container_title == "Semin Arthritis Rheum"
    assert reference.issued == Issued(2005, 6)
    assert (reference.volume, reference.issue, reference.page) == ("34", "6", "805-12")
    assert (reference.doi, reference.pmid, reference.pmcid) == (
        "10.1016/j.semarthrit.2005.01.016", "15942917", "PMC1234567",
    )  # fmt: skip
    assert (reference.issn, reference.language) == ("0049-0172", "en")
    assert reference.publisher_place == ""


def test_people_stand_in_their_order_with_full_or_short_names_and_groups() -> None:
    assert only(WHOLE).authors == (
        Name("Boulman", "Nina"),
        Name("Slobodin", "G"),
        Name("de Paula", "Daniel R", suffix="Jr"),
        Name(literal="CREST Study Group"),
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("AU  - Boulman N", Name("Boulman", "N")),
        ("AU  - van der Berg JM 3rd", Name("van der Berg", "JM", suffix="3rd")),
        ("AU  - Smith J Jr", Name("Smith", "J", suffix="Jr")),
        ("AU  - Aristotle", Name("Aristotle")),
        ("AU  - \u00d6zt\u00fcrk \u00c7", Name("\u00d6zt\u00fcrk", "\u00c7")),
    ],
)
def test_old_records_have_short_names_alone(line: str, name: Name) -> None:
    assert article("TI  - T", line).authors == (name,)


def test_each_value_and_the_record_know_their_places() -> None:
    reference = only(WHOLE)
    assert reference.span() == Span("references.nbib", 2, 1, 30, 52)
    assert reference.span("title") == Span("references.nbib", 9, 7, 10, 16)
    assert reference.span("author") == Span("references.nbib", 14, 7, 20, 24)
    assert reference.span("DOI") == Span("references.nbib", 28, 7, 28, 45)


def test_carriage_returns_and_a_byte_order_mark_do_not_shift_places() -> None:
    reference = only("\ufeff" + WHOLE.replace("\n", "\r\n"))
    assert reference.span("title") == Span("references.nbib", 9, 7, 10, 16)


def test_records_are_told_apart_with_and_without_an_empty_line() -> None:
    text = "PMID- 1\nTI  - A\nPMID- 2\nTI  - B\n\nTI  - C\n\nPMID- 4\nTI  - D\n"
    assert [reference.title for reference in read(text).references] == ["A", "B", "C", "D"]


def test_an_empty_line_inside_a_record_ends_nothing() -> None:
    assert only("PMID- 1\nTI  - A\n\nVI  - 3\nPG  - 1-2\n").volume == "3"


def test_a_translated_title_keeps_its_brackets_and_a_missing_one_gives_way_to_the_original() -> None:
    assert article("TI  - [Calcinosis].", "LA  - per").title == "[Calcinosis]"
    assert article("TI  - [Not Available].", "TT  - Kalzinose.", "LA  - ger").title == "Kalzinose"


@pytest.mark.parametrize(
    ("typed", "issued"),
    [
        ("2018 Nov 5", Issued(2018, 11, 5)),
        ("2018 Nov-Dec", Issued(2018, 11)),
        ("2018 Nov 5-12", Issued(2018, 11, 5)),
        ("2018 Dec-2019 Jan", Issued(2018, 12)),
        ("2018 Spring", Issued(2018)),
        ("2018", Issued(2018)),
        ("2013 06 10", Issued(2013, 6, 10)),
    ],
)
def test_dates_of_publication_are_read_in_pubmeds_forms(typed: str, issued: Issued) -> None:
    assert article("TI  - T", f"DP  - {typed}").issued == issued


def test_an_article_without_pages_has_the_number_that_its_publisher_gives_it() -> None:
    assert article("TI  - T", "LID - e3585 [pii]", "LID - 10.1000/182 [doi]").page == "e3585"
    assert article("TI  - T", "AID - S0049-0172(05)00016-8 [pii]").page == ""


def test_a_chapter_of_a_book_has_the_book() -> None:
    reference = article(
        "TI  - Calcinosis Cutis", "BTI - StatPearls", "PB  - StatPearls Publishing",
        "PL  - Treasure Island (FL)", "DP  - 2023 Jan", "ISBN- 978-3-16-148410-0 (Print)",
        "PT  - Study Guide",
    )  # fmt: skip
    assert (reference.type, reference.container_title) == ("chapter", "StatPearls")
    assert (reference.publisher, reference.publisher_place) == (
        "StatPearls Publishing", "Treasure Island (FL)",
    )  # fmt: skip
    assert reference.isbn == "978-3-16-148410-0"
    book = article("BTI - StatPearls", "ED  - Roe B")
    assert (book.type, book.title, book.editors) == ("book", "StatPearls", (Name("Roe", "B"),))


def test_a_preprint_is_one() -> None:
    assert article("TI  - T", "TA  - medRxiv", "PT  - Preprint").type == "article"


def test_a_line_that_looks_like_a_tag_is_told_and_not_taken_for_the_value_above() -> None:
    result = read("PMID- 1\nTI  - T\nVI: 34\nPG=1\n")
    assert kinds(result) == [("broken-field", 3, 1), ("broken-field", 4, 1)]
    assert (result.references[0].title, result.references[0].volume) == ("T", "")


def test_a_wrapped_line_that_lost_its_indentation_carries_on() -> None:
    assert article("TI  - Calcinosis in", "rheumatic diseases").title == (
        "Calcinosis in rheumatic diseases"
    )


def test_a_record_of_which_nothing_can_be_read_is_kept_whole() -> None:
    assert only("PMID- 1\nXX  - y\n").unparsed == "PMID- 1\nXX  - y"


def test_a_file_without_records_is_a_fault() -> None:
    assert kinds(read("Boulman N. Calcinosis.\n")) == [("invalid-file", 1, 1)]


def test_records_of_other_programs_tests_are_read() -> None:
    text = (DATA / "jabref" / "shruthi2016.nbib").read_text(encoding="utf-8")
    reference = only(text)
    assert (reference.title, reference.volume, reference.page) == (
        "Proteomics: A new perspective for cancer", "5", "67",
    )  # fmt: skip
    assert reference.authors[0] == Name("Shruthi", "Basavaradhya Sahukar")
    assert (reference.doi, reference.pmid) == ("10.4103/2277-9175.180636", "27169098")
