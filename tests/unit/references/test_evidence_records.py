"""Records from the answers of databases: every shape in which they are saved."""

from __future__ import annotations

import json

import pytest

from casereport.diagnostics import Span
from casereport.model.evidence import WorkRecord
from casereport.model.reference import Issued, Name, Reference
from casereport.references.evidence.answers import read_answers
from casereport.references.evidence.pubmed_nbib import nbib_records
from casereport.references.evidence.pubmed_summary import person
from casereport.references.evidence.pubmed_xml import XmlSyntaxError, xml_records
from casereport.references.evidence.record_text import plain_text
from tests.evidence_answers import (
    crossref_list,
    crossref_single,
    crossref_work,
    pubmed_xml,
    summaries,
    summary,
)

BOULMAN = Reference(
    citekey="boulman2005",
    title="Calcinosis in rheumatic diseases",
    authors=(Name("Boulman", "N."), Name("Slobodin", "G.")),
    container_title="Semin Arthritis Rheum",
    volume="34",
    issue="6",
    page="805-812",
    issued=Issued(2005),
    doi="10.5555/Boulman",
)


def records(text: str) -> list[WorkRecord]:
    found = read_answers(text, "a.json")
    assert found.error is None
    return found.records


def one(text: str) -> WorkRecord:
    (record,) = records(text)
    return record


def test_a_work_of_crossref_is_read_whole() -> None:
    assert one(crossref_single(crossref_work(BOULMAN))) == WorkRecord(
        source="Crossref",
        type="article-journal",
        titles=("Calcinosis in rheumatic diseases",),
        authors=BOULMAN.authors,
        journals=("Seminars in Arthritis and Rheumatism", "Semin Arthritis Rheum"),
        printed=2005,
        volume="34",
        issue="6",
        pages=("805\u2013812",),
        doi="10.5555/Boulman",
        span=Span("a.json", 1, 1, 1, 1),
    )


def test_a_summary_of_pubmed_is_read_whole() -> None:
    record = one(summaries([summary(BOULMAN, "15942917", epubdate="2004 Dec 1")]))
    assert record == WorkRecord(
        source="PubMed",
        type="article-journal",
        titles=("Calcinosis in rheumatic diseases.",),
        authors=(Name("Boulman", "N"), Name("Slobodin", "G")),
        journals=("Seminars in Arthritis and Rheumatism", "Semin Arthritis Rheum"),
        printed=2005,
        online=2004,
        volume="34",
        issue="6",
        pages=("805-12",),
        doi="10.5555/Boulman",
        pmid="15942917",
        span=Span("a.json", 10, 1, 10, 1),
    )


WORK = crossref_work(BOULMAN)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (crossref_list([WORK, WORK]), 2),
        (json.dumps(WORK), 1),
        (json.dumps([WORK, {"message": WORK}]), 2),
        (f"{json.dumps(WORK)}\n{json.dumps(WORK)}\n", 2),
        (crossref_single(WORK) + summaries([summary(BOULMAN, "1")]), 2),
        (json.dumps(summary(BOULMAN, "1")), 1),
        (crossref_list([]), 0),
        ('{"result": {"uids": ["9"], "9": {"uid": "9", "error": "cannot get summary"}}}', 0),
        ('{"message": [1, "x", null, {"DOI": 5}]}', 0),
        ("", 0),
    ],
)  # fmt: skip
def test_works_are_found_in_every_answer(text: str, count: int) -> None:
    assert len(records(text)) == count


def test_each_work_of_a_list_has_its_own_line() -> None:
    other = crossref_work(BOULMAN, DOI="10.5555/other", reference=[])
    citing = crossref_work(BOULMAN, reference=[{"key": "1", "DOI": "10.5555/other"}])
    found = records(crossref_list([citing, other]))
    text = crossref_list([citing, other]).split("\n")
    for record in found:
        assert record.span is not None
        assert f'"DOI": "{record.doi}"' in text[record.span.line - 1]
        assert '"type": "journal-article"' in text[record.span.line]


def test_a_file_that_breaks_off_keeps_what_stands_before_and_has_its_place() -> None:
    found = read_answers(f"{json.dumps(WORK)}\n{json.dumps(WORK)[:-40]}", "a.json")
    assert len(found.records) == 1
    assert found.error is not None
    assert found.error.line == 2


@pytest.mark.parametrize("depth", [20_000, 200_000])
@pytest.mark.parametrize("brackets", ["[", '{"message":'])
def test_json_nested_without_end_is_told_and_not_followed(depth: int, brackets: str) -> None:
    found = read_answers(brackets * depth, "a.json")
    assert found.records == []
    assert found.error is not None
    assert found.error.too_deep


@pytest.mark.parametrize(
    "field",
    [
        '"volume": NaN', '"issued": {"date-parts": [[NaN]]}', f'"volume": {"9" * 10_000}',
        '"issued": {"date-parts": [[1e400]]}', '"title": {"a": [1]}', '"author": "Boulman"',
        '"author": [null, 5, {"family": {}}]', '"update-to": [{"type": "retraction"}, 7]',
        '"page": ["1"]', '"issued": {"date-parts": []}', '"title": ["\\ud800\\u0000"]',
        '"journal-issue": []', '"issued": {"date-parts": [[["2005"]]]}',
    ],
)  # fmt: skip
def test_values_of_any_shape_are_passed_over(field: str) -> None:
    record = one(f'{{"DOI": "10.5555/x", "type": "journal-article", {field}}}')
    assert record.doi == "10.5555/x"
    for text in (*record.titles, record.volume):
        text.encode()
        assert "\0" not in text


def test_a_subtitle_is_part_of_the_title_and_may_be_left_out() -> None:
    work = crossref_work(BOULMAN, title=["Calcinosis cutis"], subtitle=["Part I. Pathway"])
    titles = one(json.dumps(work)).titles
    assert titles == ("Calcinosis cutis: Part I. Pathway", "Calcinosis cutis")


def test_a_book_and_a_preprint_have_the_types_of_csl() -> None:
    kinds = {"monograph": "book", "posted-content": "article", "book-chapter": "chapter", "x": ""}
    for theirs, ours in kinds.items():
        assert one(json.dumps(crossref_work(BOULMAN, type=theirs))).type == ours


def test_a_notice_names_the_work_it_retracts() -> None:
    update = {"updated": {"date-parts": [[2012, 5, 1]], "timestamp": 1335830400000},
              "DOI": "10.5555/original", "type": "retraction", "label": "Retraction",
              "source": "publisher"}  # fmt: skip
    more = [update, {"DOI": "10.5555/old", "type": "new_version"}]
    (notice,) = one(json.dumps(crossref_work(BOULMAN, update_to=more))).notices
    assert (notice.nature, notice.doi, notice.date) == ("Retraction", "10.5555/original", "2012")
    assert notice.notice_doi == "10.5555/Boulman"


def test_a_work_names_the_notices_about_it() -> None:
    update = {"DOI": "10.5555/notice", "type": "expression_of_concern", "label": "x",
              "updated": {"date-parts": [[2013, 1, 1]]}}  # fmt: skip
    (notice,) = one(json.dumps(crossref_work(BOULMAN, updated_by=[update]))).notices
    assert (notice.nature, notice.doi) == ("Expression of concern", "10.5555/Boulman")
    assert notice.notice_doi == "10.5555/notice"


@pytest.mark.parametrize(
    ("title", "retracted"),
    [
        ("RETRACTED: Calcinosis", True), ("RETRACTED ARTICLE: Calcinosis", True),
        ("Retracted: Calcinosis", True), ("[Retracted] Calcinosis", True),
        ("WITHDRAWN: Calcinosis", True), ("Retracted-nipple sign", False),
        ("Retracted nipples in adults", False), ("Why works are retracted", False),
    ],
)  # fmt: skip
def test_a_title_that_is_marked_tells_a_retraction(title: str, *, retracted: bool) -> None:
    notices = one(json.dumps(crossref_work(BOULMAN, title=[title]))).notices
    assert [each.nature for each in notices] == (["Retraction"] if retracted else [])


def test_pubmed_tells_a_retraction_once_with_its_year() -> None:
    reference = {"refsource": "Semin Arthritis Rheum. 2010 Jan;39(4):328", "note": "",
                 "reftype": "Retraction in", "pmid": 20000000}  # fmt: skip
    kinds = ["Journal Article", "Retracted Publication"]
    told = summary(BOULMAN, "15942917", pubtype=kinds, references=[reference])
    (notice,) = one(summaries([told])).notices
    assert (notice.nature, notice.pmid, notice.date) == ("Retraction", "15942917", "2010")
    (notice,) = one(summaries([summary(BOULMAN, "1", pubtype=kinds)])).notices
    assert (notice.nature, notice.date) == ("Retraction", "")


@pytest.mark.parametrize(
    ("name", "family", "given", "suffix"),
    [
        ("Boulman N", "Boulman", "N", ""), ("de Paula DR", "de Paula", "DR", ""),
        ("Smith JA Jr", "Smith", "JA", "Jr"), ("Kim J-H", "Kim", "J-H", ""),
        ("Plato", "Plato", "", ""),
    ],
)  # fmt: skip
def test_names_of_pubmed_are_taken_apart(name: str, family: str, given: str, suffix: str) -> None:
    assert person(name) == Name(family, given, suffix=suffix)


def test_groups_of_pubmed_are_groups_and_editors_no_authors() -> None:
    authors = [{"name": "Boulman N", "authtype": "Author"},
               {"name": "WHO Group", "authtype": "CollectiveName"},
               {"name": "Miller K", "authtype": "Editor"}]  # fmt: skip
    record = one(summaries([summary(BOULMAN, "1", authors=authors)]))
    assert record.authors == (Name("Boulman", "N"), Name(literal="WHO Group"))


def xml(text: str) -> list[WorkRecord]:
    return list(xml_records(text.encode(), "p.xml"))


def test_pubmeds_xml_is_read_whole() -> None:
    (record,) = xml(pubmed_xml(BOULMAN, "15942917"))
    assert record == WorkRecord(
        source="PubMed",
        type="article-journal",
        titles=("Calcinosis in rheumatic diseases with tags.",),
        authors=BOULMAN.authors,
        journals=("Semin Arthritis Rheum",),
        printed=2005,
        volume="34",
        issue="6",
        pages=("805-812",),
        doi="10.5555/Boulman",
        pmid="15942917",
        span=Span("p.xml", 4, 1, 4, 1),
    )


def test_pubmeds_xml_tells_retractions() -> None:
    more = (
        "<CommentsCorrectionsList><CommentsCorrections RefType='RetractionIn'><RefSource>Cutis. "
        "2011;3:4</RefSource></CommentsCorrections></CommentsCorrectionsList>"
    )
    (record,) = xml(pubmed_xml(BOULMAN, "1", more))
    assert [(each.nature, each.date) for each in record.notices] == [("Retraction", "2011")]
    (record,) = xml(pubmed_xml(BOULMAN, "1", kind="Retracted Publication"))
    assert [each.nature for each in record.notices] == ["Retraction"]


def test_xml_that_breaks_off_has_its_place() -> None:
    text = pubmed_xml(BOULMAN, "1").replace("</PubmedArticleSet>", "<PubmedArticle><PMID>")
    with pytest.raises(XmlSyntaxError) as caught:
        xml(text)
    assert caught.value.line > 10


def test_no_entity_of_xml_is_followed() -> None:
    bombs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    head = f'<!DOCTYPE PubmedArticleSet [<!ENTITY a0 "x">{bombs}<!ENTITY f SYSTEM "/etc/passwd">]>'
    body = pubmed_xml(BOULMAN, "1").partition("<PubmedArticleSet>")[2]
    body = body.replace("<ArticleTitle>", "<ArticleTitle>&a12;&f;")
    try:
        found = xml(f"{head}<PubmedArticleSet>{body}")
    except XmlSyntaxError:
        return
    assert all("root" not in title and len(title) < 100 for each in found for title in each.titles)


NBIB = """\
PMID- 15942917
DP  - 2005 Jun
TI  - Calcinosis in rheumatic
      diseases.
PG  - 805-12
LID - 10.5555/Boulman [doi]
FAU - Boulman, Nina
AU  - Boulman N
TA  - Semin Arthritis Rheum
PT  - Journal Article
PT  - Retracted Publication
RIN - Semin Arthritis Rheum. 2010;39:1. PMID: 1
VI  - 34
IP  - 6

PMID- 2
TI  - Another.
EIN - Cutis. 2011;1:2
"""


def test_pubmeds_own_format_is_read_with_its_notices() -> None:
    first, second = nbib_records(NBIB, "p.nbib")
    assert (first.doi, first.pmid, first.printed) == ("10.5555/Boulman", "15942917", 2005)
    assert first.titles == ("Calcinosis in rheumatic diseases.",)
    assert [(each.nature, each.date) for each in first.notices] == [("Retraction", "2010")]
    assert [each.nature for each in second.notices] == ["Correction"]
    assert second.span == Span("p.nbib", 16, 1, 16, 1)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("Arthritis &amp;amp; Rheumatism", "Arthritis & Rheumatism"),
        ("<jats:p>p &lt; 0.05</jats:p>", "p < 0.05"),
        ("a\n   b\u0000\ud800", "a b\ufffd\ufffd"),
        ("x < y and z > w", "x < y and z > w"),
        (5, ""), (None, ""),
    ],
)  # fmt: skip
def test_text_is_made_plain(typed: object, plain: str) -> None:
    assert plain_text(typed) == plain
