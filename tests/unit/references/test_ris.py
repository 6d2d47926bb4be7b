"""RIS files: records and their places, what breaks, names, dates, types; rispy as a witness."""

from __future__ import annotations

from pathlib import Path

import pytest

from casereport.diagnostics import Span
from casereport.model.reference import Issued, Name, Reference
from casereport.references import ReadReferences, read_references

DATA = Path(__file__).resolve().parents[2] / "data" / "references"


def read(text: str) -> ReadReferences:
    return read_references("references.ris", text)


def only(text: str) -> Reference:
    result = read(text)
    assert len(result.references) == 1, result
    return result.references[0]


def article(*lines: str) -> Reference:
    return only("TY  - JOUR\n" + "\n".join(lines) + "\nER  - \n")


def kinds(result: ReadReferences) -> list[tuple[str, int, int]]:
    return [(fault.kind, fault.span.line, fault.span.column) for fault in result.faults]


WHOLE = """TY  - JOUR
ID  - boulman2005
AU  - Boulman, Nina
AU  - World Health Organization
TI  - Calcinosis in rheumatic diseases
JO  - Seminars in Arthritis and Rheumatism
J2  - Semin Arthritis Rheum
PY  - 2005
DA  - 2005/06//
VL  - 34
IS  - 6
SP  - 805
EP  - 812
SN  - 0049-0172
DO  - 10.1016/j.semarthrit.2005.01.016
AN  - 15942917
DB  - PubMed
LA  - eng
ER  -
"""


def test_an_article_is_read_into_the_variables_of_csl() -> None:
    result = read(WHOLE)
    reference = result.references[0]
    assert result.faults == ()
    assert (reference.citekey, reference.type) == ("boulman2005", "article-journal")
    assert reference.authors == (
        Name("Boulman", "Nina"),
        Name(literal="World Health Organization"),
    )
    assert reference.title == "Calcinosis in rheumatic diseases"
    assert reference.container_title == "Semin Arthritis Rheum"
    assert reference.issued == Issued(2005, 6)
    assert (reference.volume, reference.issue, reference.page) == ("34", "6", "805-812")
    assert (reference.doi, reference.pmid) == ("10.1016/j.semarthrit.2005.01.016", "15942917")
    assert (reference.issn, reference.language) == ("0049-0172", "en")


def test_each_value_and_the_record_know_their_places() -> None:
    reference = only(WHOLE)
    assert reference.span() == Span("references.ris", 1, 1, 19, 6)
    assert reference.span("title") == Span("references.ris", 5, 7, 5, 39)
    assert reference.span("container-title") == Span("references.ris", 7, 7, 7, 28)
    assert reference.span("author") == Span("references.ris", 3, 7, 4, 32)
    assert reference.span("issued") == Span("references.ris", 8, 7, 8, 11)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_ends_of_any_system_and_a_byte_order_mark_are_read(end: str) -> None:
    reference = only("\ufeff" + WHOLE.replace("\n", end))
    assert reference.span("title") == Span("references.ris", 5, 7, 5, 39)
    assert reference.title == "Calcinosis in rheumatic diseases"


def test_a_byte_order_mark_where_two_files_were_joined_hides_no_record() -> None:
    assert len(read(WHOLE + "\ufeff" + WHOLE).references) == 2


def test_a_record_without_end_is_read_and_told_and_costs_no_other() -> None:
    result = read("TY  - BOOK\nTI  - A\n\nTY  - BOOK\nTI  - B\nER  - \nTY  - BOOK\nTI  - C\n")
    assert [reference.title for reference in result.references] == ["A", "B", "C"]
    assert kinds(result) == [("broken-field", 1, 1), ("broken-field", 7, 1)]
    assert not any(fault.loses_entry for fault in result.faults)


def test_lines_without_a_tag_carry_on_the_value_above_them() -> None:
    reference = article("AU  - Boulman, N.", "TI  - Calcinosis in", "rheumatic", "  diseases", "VL  - 3")
    assert reference.title == "Calcinosis in rheumatic diseases"
    assert reference.span("title") == Span("references.ris", 3, 7, 5, 11)
    assert len(reference.authors) == 1


def test_an_abstract_that_wraps_before_a_laboratory_word_stays_an_abstract() -> None:
    reference = article("TI  - T", "AB  - raised", "IL - 6 and", "CT - scan", "VL  - 3")
    assert (reference.title, reference.volume) == ("T", "3")


@pytest.mark.parametrize(
    "line", ["TI - Title", "TI  -Title", "ti  - Title", "TI  \u2013 Title", "\tTI  - Title", "TI- Title"]
)
def test_a_known_tag_is_read_in_the_forms_that_hands_and_editors_give_it(line: str) -> None:
    assert article("VL  - 3", line).title == "Title"


def test_a_line_that_looks_like_a_tag_is_told_and_not_taken_for_the_value_above() -> None:
    result = read("TY  - JOUR\nTI  - Title\nVL: 34\nER  - \n")
    assert kinds(result) == [("broken-field", 3, 1)]
    assert (result.references[0].title, result.references[0].volume) == ("Title", "")


def test_what_stands_before_and_between_records_is_no_fault() -> None:
    result = read("Provider: X\nContent: text/plain\n\n1.\n" + WHOLE + "\n2.\n" + WHOLE)
    assert result.faults == ()
    assert len(result.references) == 2


def test_values_before_a_type_are_a_record_that_is_told() -> None:
    result = read("AU  - Boulman, N.\nTI  - T\nJO  - J\nER  - \n" + WHOLE)
    assert [reference.type for reference in result.references] == ["article-journal"] * 2
    assert kinds(result) == [("unknown-type", 1, 1)]


def test_an_unknown_type_is_told_at_its_value_with_the_nearest() -> None:
    result = read("TY  - JOR\nTI  - T\nER  - \n")
    assert kinds(result) == [("unknown-type", 1, 7)]
    assert "JOUR" in str(result.faults[0].hint)


def test_a_tag_given_twice_keeps_its_first_value() -> None:
    result = read("TY  - JOUR\nTI  - T\nVL  - 1\nVL  - 2\nER  - \n")
    assert kinds(result) == [("duplicate-field", 4, 7)]
    assert result.references[0].volume == "1"


def test_a_record_of_which_nothing_can_be_read_is_kept_whole() -> None:
    reference = only("TY  - JOUR\nXX  - Boulman 2005 p. 805\nER  - \n")
    assert reference.unparsed == "TY  - JOUR\nXX  - Boulman 2005 p. 805\nER  -"
    assert reference.citekey


def test_a_file_without_records_is_a_fault() -> None:
    assert kinds(read("Boulman N. Calcinosis.\n")) == [("invalid-file", 1, 1)]
    assert read(" \n") == ReadReferences()


def test_a_record_without_id_gets_a_key_from_author_and_year() -> None:
    body = "AU  - M\u00fcller-Ladner, U.\nPY  - 2012\nER  - \n"
    result = read(f"TY  - JOUR\nTI  - A\n{body}TY  - JOUR\nTI  - B\n{body}")
    assert [ref.citekey for ref in result.references] == ["mullerladner2012", "mullerladner2012b"]


def test_a_made_key_is_never_one_that_was_given() -> None:
    text = "TY  - JOUR\nTI  - A\nAU  - Roe, R.\nER  - \nTY  - JOUR\nID  - roe\nTI  - B\nER  - \n"
    assert [ref.citekey for ref in read(text).references] == ["roeb", "roe"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("AU  - Boulman, Nina", (Name("Boulman", "Nina"),)),
        ("AU  - King, Martin Luther, Jr.", (Name("King", "Martin Luther", suffix="Jr."),)),
        ("AU  - Boulman N", (Name("Boulman", "N"),)),
        ("AU  - CREST Study Group,", (Name(literal="CREST Study Group"),)),
        ("AU  - Centers for Disease Control and Prevention",
         (Name(literal="Centers for Disease Control and Prevention"),)),
        ("AU  - \u0633\u0627\u0632\u0645\u0627\u0646 \u0628\u0647\u062f\u0627\u0634\u062a \u062c\u0647\u0627\u0646\u06cc",
         (Name(literal="\u0633\u0627\u0632\u0645\u0627\u0646 \u0628\u0647\u062f\u0627\u0634\u062a \u062c\u0647\u0627\u0646\u06cc"),)),
        ("AU  - مبینی، مریم", (Name("مبینی", "مریم"),)),
        ("AU  - مریم مبینی، علی رضایی", (Name("مبینی", "مریم"), Name("رضایی", "علی"))),
        ("AU  - Boulman N, Slobodin G", (Name("Boulman", "N"), Name("Slobodin", "G"))),
        ("AU  - Boulman, N.; Slobodin, G.", (Name("Boulman", "N."), Name("Slobodin", "G."))),
    ],
)  # fmt: skip
def test_names_are_told_apart(line: str, names: tuple[Name, ...]) -> None:
    assert article("TI  - T", line).authors == names


@pytest.mark.parametrize("last", ["et al.", "others", "و همکاران"])
def test_a_list_that_was_cut_says_so(last: str) -> None:
    reference = article("AU  - Boulman, N.", f"AU  - {last}")
    assert reference.et_al
    assert len(reference.authors) == 1


@pytest.mark.parametrize(
    ("lines", "issued"),
    [
        (("PY  - 2005",), Issued(2005)),
        (("PY  - 2005///",), Issued(2005)),
        (("PY  - 2005/06/03/Spring",), Issued(2005, 6, 3)),
        (("Y1  - 2005/12//",), Issued(2005, 12)),
        (("PY  - 2005", "DA  - 2005/06/03"), Issued(2005, 6, 3)),
        (("PY  - 2005", "DA  - 2004/06/03"), Issued(2005)),
        (("PY  - 2005", "DA  - Jun 3"), Issued(2005, 6, 3)),
        (("DA  - 2005 Jun",), Issued(2005, 6)),
        (("PY  - ۱۳۹۹",), Issued(1399)),
        (("PY  - in press",), Issued(literal="in press")),
    ],
)
def test_dates_are_read_from_their_raw_form(lines: tuple[str, ...], issued: Issued) -> None:
    assert article("TI  - T", *lines).issued == issued


@pytest.mark.parametrize(
    ("lines", "page"),
    [
        (("SP  - 805", "EP  - 812"), "805-812"),
        (("SP  - 805-12",), "805-12"),
        (("SP  - 805-12", "EP  - 812"), "805-12"),
        (("SP  - 805", "EP  - 805"), "805"),
        (("SP  - e1262", "EP  - e1264"), "e1262-e1264"),
        (("SP  - pp. 37\u201364",), "37\u201364"),
        (("SP  - ۱۲", "EP  - ۱۵"), "۱۲-۱۵"),
        (("C7  - e3585",), "e3585"),
    ],
)
def test_first_and_last_page_are_one_range(lines: tuple[str, ...], page: str) -> None:
    assert article("TI  - T", *lines).page == page


def test_a_chapter_has_its_book_and_the_books_editors() -> None:
    reference = only(
        "TY  - CHAP\nAU  - Doe, A.\nA2  - Roe, B.\nTI  - Chapter\nT2  - Book\nT3  - Series\n"
        "PB  - Springer\nCY  - Berlin\nET  - 2nd\nSN  - 978-3-16-148410-0\nER  - \n"
    )
    assert (reference.type, reference.title, reference.container_title) == (
        "chapter", "Chapter", "Book",
    )  # fmt: skip
    assert (reference.collection_title, reference.editors) == ("Series", (Name("Roe", "B."),))
    assert (reference.publisher, reference.publisher_place) == ("Springer", "Berlin")
    assert (reference.isbn, reference.issn, reference.edition) == ("978-3-16-148410-0", "", "2nd")


def test_a_thesis_and_a_report_have_kind_and_number() -> None:
    thesis = only("TY  - THES\nTI  - T\nM3  - پایان\u200cنامه\nPB  - Tehran University\nER  - \n")
    report = only("TY  - RPRT\nTI  - T\nSN  - TR-12\nPB  - WHO\nER  - \n")
    assert (thesis.type, thesis.genre, thesis.publisher) == (
        "thesis", "پایان\u200cنامه", "Tehran University",
    )  # fmt: skip
    assert (report.number, report.issn, report.isbn) == ("TR-12", "", "")


def test_addresses_of_doi_and_pubmed_are_identifiers_and_no_url() -> None:
    reference = article(
        "TI  - T", "UR  - https://doi.org/10.1000/182", "UR  - https://example.org/a",
        "UR  - https://www.ncbi.nlm.nih.gov/pubmed/15942917", "N1  - PMCID: PMC123456",
        "N1  - Cited By: 12",
    )  # fmt: skip
    assert (reference.doi, reference.pmid, reference.pmcid) == (
        "10.1000/182", "15942917", "PMC123456",
    )  # fmt: skip
    assert (reference.url, reference.note) == ("https://example.org/a", "")


def test_a_note_that_is_marked_for_readers_is_one() -> None:
    assert article("TI  - T", "N1  - Note: Retracted in 2010").note == "Retracted in 2010"


def test_an_ignore_comment_inside_a_record_is_no_value() -> None:
    reference = article("TI  - T", "# casereport: ignore REF001 as printed", "VL  - 3")
    assert (reference.title, reference.volume) == ("T", "3")


def test_values_are_those_of_rispy_where_it_reads_all() -> None:
    rispy = pytest.importorskip("rispy")
    text = (DATA / "jabref" / "sears2013.ris").read_text(encoding="utf-8")
    theirs = rispy.loads(text)[0]
    ours = only(text)
    assert ours.title == theirs["primary_title"]
    assert [f"{name.family}, {name.given}" for name in ours.authors] == theirs["authors"]
    assert (ours.volume, ours.doi) == (theirs["volume"], theirs["doi"])
