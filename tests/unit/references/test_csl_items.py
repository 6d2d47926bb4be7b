"""CSL-JSON and YAML reference files: fields, places, and what is wrong with them."""

from __future__ import annotations

import json
import re

import pytest

from casereport.diagnostics import Span
from casereport.model.reference import Issued, Name, Reference
from casereport.references import ReadReferences, read_references, supported_suffixes


def from_json(text: str) -> ReadReferences:
    return read_references("references.json", text)


def from_yaml(text: str) -> ReadReferences:
    return read_references("references.yaml", text)


def item(**fields: object) -> Reference:
    result = from_json(json.dumps([{"id": "a", **fields}], ensure_ascii=False))
    assert result.faults == ()
    return result.references[0]


def kinds(result: ReadReferences) -> list[tuple[str, int, int]]:
    return [(fault.kind, fault.span.line, fault.span.column) for fault in result.faults]


def test_the_formats_that_can_be_read_are_those_of_the_readers() -> None:
    assert {".bib", ".json", ".yaml", ".yml"} <= set(supported_suffixes())


def test_an_item_as_zotero_writes_it_is_read() -> None:
    reference = item(
        **{
            "type": "article-journal",
            "container-title": "Seminars in Arthritis and Rheumatism",
            "container-title-short": "Semin Arthritis Rheum",
            "title": "Calcinosis in <i>rheumatic</i> diseases",
            "author": [
                {"family": "Boulman", "given": "Nava"},
                {"family": "Paula", "given": "D. R.", "non-dropping-particle": "de"},
                {"literal": "WHO Group"},
            ],
            "issued": {"date-parts": [["2005", 6, 1]]},
            "volume": "34", "issue": "6", "page": "805-812",
            "DOI": "10.1016/j.semarthrit.2005.01.016",
            "note": "PMID: 15942917\nPMCID: PMC123",
            "abstract": "…", "source": "PubMed", "language": "eng",
        }
    )  # fmt: skip
    assert reference.container_title == "Semin Arthritis Rheum"
    assert reference.title == "Calcinosis in rheumatic diseases"
    assert reference.title_markup == "Calcinosis in <i>rheumatic</i> diseases"
    assert reference.authors == (
        Name("Boulman", "Nava"), Name("de Paula", "D. R."), Name(literal="WHO Group"),
    )  # fmt: skip
    assert reference.issued == Issued(2005, 6, 1)
    assert (reference.pmid, reference.pmcid, reference.note) == ("15942917", "PMC123", "")
    assert reference.language == "en"


def test_an_item_as_crossref_writes_it_is_read() -> None:
    reference = item(
        **{
            "type": "journal-article",
            "title": ["Health &amp; <jats:italic>Calcinosis</jats:italic>"],
            "container-title": ["Lancet"],
            "issued": {"date-parts": [[2005]]},
            "DOI": "https://doi.org/10.1/x",
        }
    )
    assert reference.type == "article-journal"
    assert reference.title == "Health & Calcinosis"
    assert reference.title_markup == "Health & <jats:italic>Calcinosis</jats:italic>"
    assert (reference.container_title, reference.doi) == ("Lancet", "10.1/x")


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2005, 12]]}, Issued(2005, 12)),
        ({"raw": "2005-12-03"}, Issued(2005, 12, 3)),
        ({"literal": "in press"}, Issued(literal="in press")),
        ("2005 Dec 3", Issued(2005, 12, 3)),
        ("3 December 2005", Issued(2005, 12, 3)),
        ("۱۳۹۹", Issued(1399)),
        (2005, Issued(2005)),
        ([2005, 12], Issued(2005, 12)),
        ({"date-parts": [[]]}, Issued()),
        ({"date-parts": [[2005, 13]]}, Issued(2005)),
        ("2005-99", Issued(literal="2005-99")),
        (None, Issued()),
    ],
)
def test_a_date_is_read_in_any_of_its_forms(issued: object, expected: Issued) -> None:
    assert item(title="x", issued=issued).issued == expected


def test_a_broken_element_costs_itself_alone() -> None:
    text = '[\n {"id": "a", "title": "A"},\n {"id": "b" "title": "B"},\n {"id": "c"}\n]'
    result = from_json(text)
    assert [reference.citekey for reference in result.references] == ["a", "c"]
    assert kinds(result) == [("broken-entry", 3, 13)]


def test_an_unclosed_quote_costs_its_element_alone() -> None:
    text = '[\n {"id": "a", "title": "A},\n {"id": "b"},\n {"id": "c"}\n]'
    result = from_json(text)
    assert "c" in [reference.citekey for reference in result.references]
    assert kinds(result)[0][1] == 2


def test_what_is_no_json_at_all_is_reported_at_its_place() -> None:
    assert kinds(from_json("\n  hello")) == [("invalid-file", 2, 3)]


def test_a_comma_missing_between_elements_is_reported() -> None:
    result = from_json('[{"id": "a"} {"id": "b"}]')
    assert [reference.citekey for reference in result.references] == ["a", "b"]
    assert kinds(result) == [("broken-entry", 1, 14)]


def test_the_places_of_json_fields_are_known() -> None:
    reference = from_json('[{"id": "الف",\n  "page": "1-2"}]').references[0]
    assert reference.span("page") == Span("references.json", 2, 11, 2, 16)
    assert reference.span() == Span("references.json", 1, 2, 2, 17)


def test_an_item_without_id_is_reported() -> None:
    assert kinds(from_json('[{"title": "x"}]')) == [("missing-citekey", 1, 2)]


def test_an_unknown_type_is_reported_at_the_type() -> None:
    result = from_json('[{"id": "a", "type": "bok"}]')
    assert kinds(result) == [("unknown-type", 1, 22)]
    assert result.references[0].type == "document"


def test_a_programs_own_fields_are_no_fault_in_json() -> None:
    assert from_json('[{"id": "a", "x-zotero": {"a": [1]}}]').faults == ()


def test_scalars_of_yaml_are_text() -> None:
    result = from_yaml("- id: 007\n  title: no\n  volume: 08\n  page: 1-12\n  issued: 1402-02-31\n")
    reference = result.references[0]
    assert (reference.citekey, reference.title, reference.volume) == ("007", "no", "08")
    assert (reference.page, reference.issued) == ("1-12", Issued(1402, 2, 31))


def test_yaml_written_by_hand_takes_names_as_a_line() -> None:
    result = from_yaml(
        "references:\n- id: a\n  author: Boulman N, Slobodin G, et al.\n"
        "- id: b\n  authors: [مبینی مریم, 'Boulman, Nava', {literal: WHO}]\n"
        "- id: c\n  author: WHO\n  et-al: yes\n"
    )
    first, second, third = result.references
    assert first.authors == (Name("Boulman", "N"), Name("Slobodin", "G"))
    assert first.et_al
    assert second.authors == (Name("مریم", "مبینی"), Name("Boulman", "Nava"), Name(literal="WHO"))
    assert third.et_al


def test_a_misspelt_field_in_yaml_is_reported_with_the_nearest() -> None:
    result = from_yaml("- id: a\n  jurnal: X\n")
    assert kinds(result) == [("unknown-field", 2, 3)]
    assert "journal" in str(result.faults[0].hint)
    assert not result.faults[0].loses_entry


def test_a_broken_yaml_item_costs_itself_alone() -> None:
    result = from_yaml("- id: a\n  title: A\n- id: b\n  title: 'B\n- id: c\n  title: C\n")
    assert "a" in [reference.citekey for reference in result.references]
    assert [fault.kind for fault in result.faults] == ["yaml"]
    assert result.faults[0].yaml is not None
    assert result.faults[0].loses_entry
    result = from_yaml("- id: a\n- id: b\n\ttitle: B\n- id: c\n")
    assert [reference.citekey for reference in result.references] == ["a", "c"]
    assert result.faults[0].span.line == 3


def test_a_key_given_twice_in_yaml_is_a_yaml_fault_that_loses_nothing() -> None:
    result = from_yaml("- id: a\n  title: A\n  title: B\n")
    assert [(fault.kind, fault.loses_entry) for fault in result.faults] == [("yaml", False)]
    assert len(result.references) == 1


def test_an_item_that_is_no_mapping_is_broken() -> None:
    result = from_yaml("- just text\n- id: a\n")
    assert kinds(result) == [("broken-entry", 1, 3)]
    assert len(result.references) == 1


@pytest.mark.parametrize("text", ["", "  \n", "[]", "references: []"])
def test_an_empty_file_has_no_references(text: str) -> None:
    assert from_yaml(text).references == ()


def test_nesting_without_end_is_a_fault() -> None:
    result = from_json("[" * 200_000)
    assert result.references == ()
    assert len(result.faults) == 1


def test_a_lone_surrogate_never_reaches_a_reference() -> None:
    reference = from_json('[{"id": "a", "title": "x\\ud800y"}]').references[0]
    assert not re.search("[\ud800-\udfff]", reference.title)


@pytest.mark.parametrize(
    "last", [{"literal": "others"}, {"family": "et al."}, {"literal": "و همکاران"}, "et al."]
)
def test_an_author_who_stands_for_the_rest_cuts_the_list(last: object) -> None:
    reference = item(title="T", author=[{"family": "Boulman", "given": "N"}, last])
    assert reference.authors == (Name("Boulman", "N"),)
    assert reference.et_al


def test_persian_lists_digits_and_groups_are_read_from_yaml() -> None:
    text = (
        "- id: a\n  title: گزارش\n  author: مریم مبینی، علی رضایی و همکاران\n  issued: ۱۳۹۹\n"
        "  page: صص ۱۲–۱۵\n- id: b\n  title: T\n  author: World Health Organization\n"
    )
    persian, english = from_yaml(text).references
    assert [name.family for name in persian.authors] == ["مبینی", "رضایی"]
    assert (persian.et_al, persian.issued, persian.page) == (True, Issued(1399), "۱۲–۱۵")
    assert english.authors == (Name(literal="World Health Organization"),)


def test_a_file_of_more_braces_than_entries_can_have_is_refused_at_once() -> None:
    result = from_json("[" + '{"id":"a"},' * 450_000)
    assert kinds(result) == [("too-large", 1, 1)]


def test_what_no_text_may_hold_is_told_where_json_writes_it_by_its_number() -> None:
    text = '[{"id": "a",\n"title": "T\\u0000 \\ud800"},\n{"id": "b", "title": "\\u007f"}]'
    read = read_references("references.json", text)
    told = [(f.yaml and f.yaml.kind, f.yaml and f.yaml.detail, f.span.line) for f in read.faults]
    assert told == [("forbidden-character", "U+0000", 2), ("forbidden-character", "U+007F", 3)]
    assert [reference.title for reference in read.references] == ["T\ufffd \ufffd", "\ufffd"]
