"""EndNote XML: records and their places, styles inside text, broken records, hostile documents."""

from __future__ import annotations

import time

import pytest

from casereport.diagnostics import Span
from casereport.model.reference import Issued, Name, Reference
from casereport.references import ReadReferences, read_references
from tests.pace import is_within

NORMAL = '<style face="normal" font="default" size="100%">'


def read(text: str, file: str = "references.xml") -> ReadReferences:
    return read_references(file, text)


def record(*elements: str, kind: str = "Journal Article", number: int = 17) -> str:
    body = "\n".join(elements)
    return f'<record><ref-type name="{kind}">{number}</ref-type>\n{body}\n</record>\n'


def document(*records: str) -> str:
    return f"<?xml version='1.0' encoding='UTF-8'?>\n<xml><records>\n{''.join(records)}</records></xml>"


def only(*elements: str, kind: str = "Journal Article", number: int = 17) -> Reference:
    result = read(document(record(*elements, kind=kind, number=number)))
    assert result.faults == ()
    assert len(result.references) == 1
    return result.references[0]


def kinds(result: ReadReferences) -> list[tuple[str, int, int]]:
    return [(fault.kind, fault.span.line, fault.span.column) for fault in result.faults]


TITLE = "<titles><title>T</title></titles>"
WHOLE = (
    f"<contributors><authors><author>{NORMAL}Boulman, N.</style></author>"
    "<author>World Health Organization,</author></authors></contributors>",
    f"<titles><title>{NORMAL}Calcinosis &amp; CREST</style></title>"
    "<secondary-title>Seminars in Arthritis and Rheumatism</secondary-title></titles>",
    "<periodical><full-title>Seminars in Arthritis and Rheumatism</full-title>"
    "<abbr-1>Semin Arthritis Rheum</abbr-1></periodical>",
    f"<pages>{NORMAL}805-12</style></pages><volume>34</volume><number>6</number>",
    "<dates><year>2005</year><pub-dates><date>Jun</date></pub-dates></dates>",
    "<isbn>0049-0172 (Print)&#xD;0049-0172 (Linking)</isbn>",
    "<accession-num>15942917</accession-num><custom2>PMC1234567</custom2>",
    "<electronic-resource-num>https://doi.org/10.1016/j.x.2005</electronic-resource-num>",
    "<remote-database-provider>NLM</remote-database-provider><language>eng</language>",
    "<urls><related-urls><url>https://example.org/a</url></related-urls></urls>",
    "<notes>1532-866X Boulman, Nina Review United States</notes><abstract>Long.</abstract>",
)


def test_an_article_is_read_into_the_variables_of_csl() -> None:
    reference = only(*WHOLE)
    assert (reference.citekey, reference.type) == ("boulman2005", "article-journal")
    assert reference.title == "Calcinosis & CREST"
    assert reference.authors == (Name("Boulman", "N."), Name(literal="World Health Organization"))
    assert reference.container_title == "Semin Arthritis Rheum"
    assert (reference.volume, reference.issue, reference.page) == ("34", "6", "805-12")
    assert reference.issued == Issued(2005, 6)
    assert (reference.issn, reference.language) == ("0049-0172", "en")
    assert (reference.doi, reference.pmid, reference.pmcid, reference.url) == (
        "10.1016/j.x.2005", "15942917", "PMC1234567", "https://example.org/a",
    )  # fmt: skip
    assert reference.note == ""


def test_each_value_and_the_record_know_their_places() -> None:
    text = document(record(*WHOLE))
    reference = read(text).references[0]
    lines = text.split("\n")

    def source(span: Span | None) -> str:
        assert span is not None
        assert span.line == span.end_line
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]

    assert source(reference.span("title")) == "Calcinosis &amp; CREST"
    assert source(reference.span("page")) == "805-12"
    assert source(reference.span("volume")) == "34"
    assert source(reference.span("issued")) == "2005"
    assert source(reference.span("container-title")) == "Semin Arthritis Rheum"
    assert source(reference.span("DOI")) == "https://doi.org/10.1016/j.x.2005"
    assert reference.span() == Span("references.xml", 3, 1, 3 + len(WHOLE) + 1, 10)


def test_a_record_on_one_line_with_hundreds_has_its_columns() -> None:
    one = record(TITLE, "<volume>34</volume>").replace("\n", "")
    text = document(one * 300)
    last = read(text).references[-1].span("volume")
    assert last is not None
    line = text.split("\n")[last.line - 1]
    assert line[last.column - 1 : last.end_column - 1] == "34"
    assert last.column == line.rfind("34") + 1


def test_styles_inside_a_title_become_its_markup_and_a_style_round_all_does_not() -> None:
    reference = only(
        f"<titles><title>{NORMAL}CO</style><style face=\"subscript\">2</style>{NORMAL} in "
        "</style><style face=\"italic\">E. coli</style></title></titles>"
    )
    assert reference.title == "CO2 in E. coli"
    assert reference.title_markup == "CO<sub>2</sub> in <i>E. coli</i>"
    assert only('<titles><title><style face="bold">T</style></title></titles>').title_markup == ""


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("Journal Article", 17, "article-journal"), ("Book", 6, "book"),
        ("Book Section", 5, "chapter"), ("Thesis", 32, "thesis"), ("Web Page", 12, "webpage"),
        ("Conference Proceedings", 10, "paper-conference"), ("Report", 27, "report"),
        ("\u0645\u0642\u0627\u0644\u0647", 17, "article-journal"), ("", 6, "book"),
    ],
)  # fmt: skip
def test_a_type_is_read_by_its_name_or_failing_that_by_its_number(
    kind: str, number: int, expected: str
) -> None:
    assert only(TITLE, kind=kind, number=number).type == expected


def test_an_unknown_type_is_told_and_read_as_a_document() -> None:
    result = read(document(record(TITLE, kind="Song of mine", number=999)))
    assert [fault.kind for fault in result.faults] == ["unknown-type"]
    assert result.references[0].type == "document"


def test_a_chapter_has_its_book_and_a_book_its_series() -> None:
    titles = (
        "<titles><title>T</title><secondary-title>S</secondary-title></titles>"
        "<contributors><secondary-authors><author>Roe, B.</author></secondary-authors></contributors>"
        "<isbn>978-3-16-148410-0 (hardback)</isbn>"
    )
    chapter = only(titles, kind="Book Section", number=5)
    assert (chapter.container_title, chapter.editors) == ("S", (Name("Roe", "B."),))
    assert (chapter.isbn, chapter.issn) == ("978-3-16-148410-0", "")
    book = only(titles, kind="Book", number=6)
    assert (book.collection_title, book.container_title, book.editors) == ("S", "", ())


def test_persian_records_are_read_with_their_digits() -> None:
    reference = only(
        "<contributors><authors><author>مبینی، مریم</author><author>و همکاران</author></authors>"
        "</contributors><titles><title>گزارش یک مورد</title></titles>",
        "<dates><year>۱۳۹۹</year></dates><pages>۱۲-۱۵</pages><language>Persian</language>",
    )
    assert reference.authors == (Name("مبینی", "مریم"),)
    assert reference.et_al
    assert (reference.issued, reference.page, reference.language) == (Issued(1399), "۱۲-۱۵", "fa")
    assert reference.citekey == "مبینی1399"


def test_a_broken_record_costs_itself_alone_and_is_told_at_its_line() -> None:
    broken = "<record>\n<titles>\n  <title>B</titles>\n</record>\n"
    result = read(document(record(TITLE), broken, record(TITLE)))
    assert len(result.references) == 2
    assert kinds(result) == [("broken-entry", 8, 3)]
    assert result.faults[0].loses_entry


def test_a_record_without_end_costs_itself_alone() -> None:
    text = document("<record>\n<titles><title>A</title></titles>\n", record(TITLE), "<record><x>")
    result = read(text)
    assert [reference.title for reference in result.references] == ["T"]
    assert [(fault.kind, fault.span.line) for fault in result.faults] == [
        ("broken-entry", 3), ("broken-entry", 8),
    ]  # fmt: skip


def test_names_of_html_and_a_bare_ampersand_are_read_as_meant() -> None:
    assert only("<titles><title>AT&T caf&eacute; &#x41; &lt;</title></titles>").title == (
        "AT&T caf\u00e9 A <"
    )


def test_comments_character_data_and_namespaces_are_read() -> None:
    text = document(
        '<record xmlns="urn:x"><!-- <title>no</title> --><ref-type name="Book">6</ref-type>'
        "<titles><title><![CDATA[A <x> & c]]> &amp; d</title></titles></record>"
    )
    assert read(text).references[0].title == "A <x> & c & d"


def test_entities_of_the_file_are_never_expanded_nor_files_read() -> None:
    laughs = "".join(
        f'<!ENTITY lol{n + 1} "{f"&lol{n};" * 10}">' for n in range(12)
    )
    text = (
        f'<!DOCTYPE xml [<!ENTITY lol0 "lol">{laughs}<!ENTITY file SYSTEM "file:///etc/passwd">'
        '<!ENTITY % net SYSTEM "http://127.0.0.1:9/x.dtd"> %net;]>'
        + record("<titles><title>&lol12;</title></titles>")
        + record("<titles><title>&file;</title></titles>")
        + record(TITLE)
    )
    begin = time.process_time()
    result = read(text)
    assert is_within(time.process_time() - begin, 2)
    assert [reference.title for reference in result.references] == ["T"]
    assert [fault.kind for fault in result.faults] == ["broken-entry"] * 2
    assert "root:" not in repr(result)


def test_a_document_type_inside_a_record_breaks_that_record() -> None:
    inner = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    result = read(document(record(inner, TITLE), record(TITLE)))
    assert len(result.references) == 1
    assert [fault.kind for fault in result.faults] == ["broken-entry"]


@pytest.mark.parametrize("text", ["<xml/>", "no XML at all", "<a><record><b>x</b></record></a>"])
def test_a_file_without_records_of_endnote_is_a_fault(text: str) -> None:
    assert kinds(read(text)) == [("invalid-file", 1, 1)]


def test_a_file_of_pubmeds_xml_is_told_how_to_be_saved() -> None:
    result = read("<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>")
    assert ".nbib" in str(result.faults[0].hint)


def test_a_record_of_which_nothing_can_be_read_is_kept_whole() -> None:
    reference = only("<notes>Boulman &amp; al 2005</notes>")
    assert reference.unparsed == "17 Boulman & al 2005"


def test_endnotes_double_suffix_is_known() -> None:
    assert read(document(record(TITLE)), "references.enl.xml").references[0].title == "T"
