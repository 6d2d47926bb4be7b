"""BibTeX files: fields and their places, broken entries, names, supplements, languages."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from casereport.diagnostics import Span
from casereport.model.reference import Issued, Name, Reference
from casereport.references import ReadReferences, read_references

DATA = Path(__file__).resolve().parents[2] / "data" / "references"
SAMPLES = Path(__file__).resolve().parents[3] / "samples"


def read(text: str) -> ReadReferences:
    return read_references("references.bib", text)


def only(text: str) -> Reference:
    result = read(text)
    assert len(result.references) == 1, result
    return result.references[0]


def article(*fields: str) -> Reference:
    return only("@article{a,\n" + ",\n".join(fields) + "\n}")


def kinds(result: ReadReferences) -> list[tuple[str, int, int]]:
    return [(fault.kind, fault.span.line, fault.span.column) for fault in result.faults]


def source_text(text: str, span: Span) -> str:
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def test_every_entry_of_the_source_article_is_read_without_a_fault() -> None:
    result = read((DATA / "jmums-22.bib").read_text(encoding="utf-8"))
    assert result.faults == ()
    assert len(result.references) == 22
    assert result.references[0].authors[0] == Name("Boulman", "N.")
    assert result.references[0].issued == Issued(2005)
    assert [ref.citekey for ref in result.references if ref.et_al] == [
        "palmieri1995", "terroso2013", "jecan2016",
    ]  # fmt: skip


@pytest.mark.parametrize("sample", ["crest-calcinosis-44f", "crest-calcinosis-44f-as-printed"])
def test_the_samples_references_are_the_sources_22_in_its_order(sample: str) -> None:
    text = (SAMPLES / sample / "references.bib").read_text(encoding="utf-8")
    printed = read((DATA / "jmums-22.bib").read_text(encoding="utf-8"))
    result = read(text)
    assert result.faults == ()
    keys = [reference.citekey for reference in result.references]
    assert keys == [reference.citekey for reference in printed.references]


def test_the_as_printed_sample_says_what_the_test_data_say() -> None:
    text = (SAMPLES / "crest-calcinosis-44f-as-printed" / "references.bib").read_text("utf-8")
    assert text.endswith((DATA / "jmums-22.bib").read_text(encoding="utf-8"))


def test_the_span_of_each_field_covers_its_value_as_typed() -> None:
    text = (
        "% یادداشت\n"
        "@article{mobini1399,\n"
        '  title = "کلسینوز", volume = 30,\n'
        "  author = {مبینی، مریم and\n            رضوی\u200cپور، مهران},\n"
        "  pages={281-183}\n}\n"
    )
    reference = only(text)
    assert {name: source_text(text, span) for name, span in reference.spans if name} == {
        "id": "mobini1399",
        "title": '"کلسینوز"',
        "volume": "30",
        "author": "{مبینی، مریم and\n            رضوی\u200cپور، مهران}",
        "page": "{281-183}",
    }
    entry = reference.span()
    assert entry is not None
    assert source_text(text, entry).startswith("@article{mobini1399")
    assert source_text(text, entry).endswith("}")


def test_a_line_that_ends_in_a_backslash_does_not_shift_the_lines_after_it() -> None:
    text = "@article{a, title={A \\\nB},\n year={2000}}\n@article{b, year={2001}}"
    first, second = read(text).references
    assert first.span("issued") == Span("references.bib", 3, 7, 3, 13)
    assert second.span() == Span("references.bib", 4, 1, 4, 25)


def test_carriage_returns_and_a_byte_order_mark_do_not_shift_places() -> None:
    reference = only("\ufeff@article{a,\r\n  year = {2000},\r\n  pages = {1-2}}\r\n")
    assert reference.span("page") == Span("references.bib", 3, 11, 3, 16)


def test_an_unclosed_entry_costs_itself_alone() -> None:
    result = read("@article{a, title={A {b}, year=2000}\n@article{b, title={B}}\n")
    assert [reference.citekey for reference in result.references] == ["b"]
    assert kinds(result) == [("broken-entry", 1, 1)]
    assert result.faults[0].citekey == "a"
    assert result.faults[0].loses_entry


def test_an_entry_open_at_the_end_of_the_file_costs_itself_alone() -> None:
    result = read("@article{a, title={A}}\n@misc{g, title={unclosed\n")
    assert [reference.citekey for reference in result.references] == ["a"]
    assert kinds(result) == [("broken-entry", 2, 1)]


def test_a_citekey_with_braces_is_named_and_the_next_entry_is_read() -> None:
    result = read("@book{sah{\\i}n2018,\n title = {A}}\n@book{b,\n title = {B}}\n")
    assert kinds(result) == [("broken-entry", 1, 1)]
    assert result.faults[0].citekey == "sah{\\i}n2018"
    assert [one.citekey for one in result.references] == ["b"]


def test_an_entry_without_equals_signs_is_broken_and_the_next_is_read() -> None:
    result = read("@article{d, title {x}}\n@article{e, title={y}}")
    assert [reference.citekey for reference in result.references] == ["e"]
    assert kinds(result) == [("broken-entry", 1, 1)]


def test_fields_after_a_brace_too_many_are_reported_where_they_stand() -> None:
    result = read("@article{c, title = {C}},\n  year = {2005},\n}\n@article{d, year=2001}")
    assert [reference.citekey for reference in result.references] == ["c", "d"]
    assert kinds(result) == [("broken-field", 2, 3)]


def test_text_between_entries_is_a_comment_and_no_fault() -> None:
    result = read("Encoding: UTF-8\n@comment{jabref-meta: x}\n@article{a, year=2001}\n% end = x\n")
    assert result.faults == ()
    assert len(result.references) == 1


def test_comment_lines_inside_an_entry_are_no_fields() -> None:
    text = (
        "@article{a,\n  title = {A},\n  % casereport: ignore REF002, REF003 as printed\n"
        "  % volume = {9},\n  pages = {1-2},\n  note = {p\n  % of all}\n}"
    )
    reference = only(text)
    assert (reference.page, reference.volume, reference.note) == ("1-2", "", "p % of all")
    assert reference.span("page") == Span("references.bib", 5, 11, 5, 16)


def test_a_missing_comma_is_reported_at_its_field() -> None:
    result = read('@article{c, title = "x" year = 3, volume={1}\n}')
    assert kinds(result) == [("broken-field", 1, 21)]
    assert (result.references[0].title, result.references[0].volume) == ("x", "1")
    assert not result.faults[0].loses_entry


def test_a_field_given_twice_keeps_its_first_value() -> None:
    result = read("@article{c, year = 1999,\n year = 2001}")
    assert kinds(result) == [("duplicate-field", 2, 9)]
    assert result.references[0].issued == Issued(1999)


def test_an_entry_without_citekey_is_reported_and_left_out() -> None:
    result = read("@article{, title={x}}\n@article{y}")
    assert kinds(result) == [("missing-citekey", 1, 10)]
    assert [reference.citekey for reference in result.references] == ["y"]


def test_two_entries_of_one_citekey_are_both_kept() -> None:
    result = read("@article{a, year=1}\n@book{a, year=2}")
    assert [(ref.citekey, ref.type) for ref in result.references] == [
        ("a", "article-journal"),
        ("a", "book"),
    ]
    assert result.faults == ()


def test_an_unknown_type_is_reported_with_the_nearest_one() -> None:
    result = read("@artcle{a, title={x}}")
    assert kinds(result) == [("unknown-type", 1, 1)]
    assert "@article" in str(result.faults[0].hint)
    assert result.references[0].type == "document"


def test_strings_months_and_joined_values_are_put_together() -> None:
    reference = only(
        '@string{jcr = "J Clin Rheumatol"}\n'
        '@article{a, journal = jcr # " Suppl", month = mar # "~3", year = 2014}'
    )
    assert reference.container_title == "J Clin Rheumatol Suppl"
    assert reference.issued == Issued(2014, 3)


def test_a_month_by_its_macro_is_read() -> None:
    assert article("year=2014", "month=mar", "day=7").issued == Issued(2014, 3, 7)


def test_an_undefined_string_is_reported_and_read_as_text() -> None:
    result = read("@article{a, journal = jama}")
    assert kinds(result) == [("undefined-string", 1, 23)]
    assert result.references[0].container_title == "jama"


def test_strings_that_double_themselves_stay_bounded() -> None:
    text = '@string{a0 = "xxxxxxxxxx"}\n' + "".join(
        f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(60)
    )
    assert len(only(text + "@article{k, title = a60}").title) <= 200_000


def test_the_parsers_own_log_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger().handlers.clear()
    read("@article{a, title={A {b}\n@article{b, title={B}}\n")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("fields", "volume", "issue", "supplement"),
    [
        (("volume={15}", "number={Suppl 1}"), "15", "", "Suppl 1"),
        (("volume={34 Suppl 100}", "number={5}"), "34 Suppl 100", "5", ""),
        (("volume={57}", "number={2 Suppl}"), "57", "2 Suppl", ""),
        (("volume={34}", "number={5}", "supplement={Suppl 100}"), "34", "5", "Suppl 100"),
        (("volume={30}", "number={ضمیمه ۱}"), "30", "", "ضمیمه ۱"),
    ],
)
def test_a_supplement_stays_as_its_source_has_it(
    fields: tuple[str, ...], volume: str, issue: str, supplement: str
) -> None:
    reference = article(*fields)
    assert (reference.volume, reference.issue, reference.supplement) == (volume, issue, supplement)


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("805--812", "805-812"),
        ("281-183", "281-183"),
        ("e1262-e1264", "e1262-e1264"),
        ("805–812", "805–812"),
    ],
)
def test_pages_stay_as_typed_but_for_the_double_hyphen(typed: str, page: str) -> None:
    assert article(f"pages={{{typed}}}").page == page


@pytest.mark.parametrize(
    "field", ["langid={persian}", "language={Persian}", "language={fa-IR}", "hyphenation={farsi}"]
)
def test_a_language_by_any_name_is_persian(field: str) -> None:
    assert article("title={Study of calcinosis}", field).language.split("-")[0] == "fa"


def test_a_title_in_persian_script_makes_the_work_persian() -> None:
    assert article("title={گزارش یک مورد کلسینوز}").language == "fa"
    assert (
        article("title={گزارش یک مورد Diffuse Hyperostosis}", "author={مبینی، مریم}").language
        == "fa"
    )
    assert article("title={Calcinosis}").language == ""


def test_braces_protect_case_and_leave_the_plain_title_plain() -> None:
    reference = article(r"title={Regression of {CREST} calcinosis with CO$_2$ in {\'E}vry}")
    assert reference.title == "Regression of CREST calcinosis with CO2 in Évry"
    assert reference.title_markup == (
        'Regression of <span class="nocase">CREST</span> calcinosis with CO<sub>2</sub> in Évry'
    )


def test_the_abbreviated_journal_is_preferred() -> None:
    reference = article("journal={Rheumatology International}", "shortjournal={Rheumatol Int}")
    assert reference.container_title == "Rheumatol Int"


def test_identifiers_lose_their_address_and_tex_escapes() -> None:
    reference = article(
        r"doi={https://doi.org/10.1016/S0049\_0172(05)1}",
        "url={https://example.org/a_b--c%20d}",
        "note={PMID: 15942917}",
    )
    assert reference.doi == "10.1016/S0049_0172(05)1"
    assert reference.url == "https://example.org/a_b--c%20d"
    assert (reference.pmid, reference.note) == ("15942917", "")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("@inproceedings{a, booktitle={Proc}}", "paper-conference"),
        ("@incollection{a, booktitle={Book}}", "chapter"),
        ("@phdthesis{a, school={Tehran}}", "thesis"),
        ("@techreport{a, institution={WHO}}", "report"),
        ("@misc{a, howpublished={\\url{https://who.int}}}", "webpage"),
        ("@online{a, url={https://who.int}}", "webpage"),
        ("@ARTICLE(a, journal={X})", "article-journal"),
    ],
)
def test_types_become_those_of_csl(entry: str, expected: str) -> None:
    assert only(entry).type == expected


def test_a_url_in_howpublished_is_the_url_and_no_publisher() -> None:
    reference = only("@misc{a, howpublished={\\url{https://who.int/a\\_b}}}")
    assert (reference.url, reference.publisher) == ("https://who.int/a_b", "")


def test_a_report_number_is_no_issue() -> None:
    reference = only("@techreport{a, number={12}, institution={WHO}}")
    assert (reference.number, reference.issue, reference.publisher) == ("12", "", "WHO")


def test_a_file_too_long_is_refused_with_a_fault() -> None:
    result = read("%" * 20_000_001)
    assert result.references == ()
    assert kinds(result) == [("too-large", 1, 1)]


def test_entries_beyond_the_bound_are_cut_with_a_fault() -> None:
    result = read("@book{a}\n" * 20_001)
    assert len(result.references) == 20_000
    assert kinds(result) == [("too-large", 20_001, 1)]


def test_a_format_that_nobody_reads_is_a_fault() -> None:
    result = read_references("references.xyz", "")
    assert kinds(result) == [("invalid-file", 1, 1)]


def test_a_chapter_takes_from_its_book_what_it_does_not_say() -> None:
    text = (
        "@incollection{c, crossref={b}, author={Doe, J}, title={Chapter}, pages={pp. 12--15}}\n"
        "@book{b, title={Book}, subtitle={Of all}, editor={Roe, R}, year=2001, publisher={P}}\n"
    )
    result = read(text)
    chapter, book = result.references
    assert (chapter.title, chapter.container_title, chapter.page) == ("Chapter", "Book", "12-15")
    assert (chapter.issued, chapter.publisher, chapter.editors) == (
        Issued(2001), "P", (Name("Roe", "R"),),
    )  # fmt: skip
    place = chapter.span("issued")
    assert place is not None
    assert place.line == 2
    assert source_text(text, place) == "2001"
    assert (book.title, book.container_title) == ("Book: Of all", "")
    assert result.faults == ()


def test_data_that_entries_share_are_no_reference_of_their_own() -> None:
    result = read("@xdata{p, publisher={P}, location={Tehran}}\n@book{b, title={B}, xdata={p}}\n")
    assert [(ref.citekey, ref.publisher, ref.publisher_place) for ref in result.references] == [
        ("b", "P", "Tehran")
    ]
    assert result.faults == ()


def test_entries_that_take_from_one_another_in_a_circle_are_read() -> None:
    result = read("@book{a, crossref={b}, year=2001}\n@book{b, crossref={a}, publisher={P}}\n")
    assert [(ref.issued.year, ref.publisher) for ref in result.references] == [
        (2001, "P"), (2001, "P"),
    ]  # fmt: skip


def test_a_crossref_to_nowhere_is_told_at_its_value() -> None:
    result = read("@incollection{c, title={C}, crossref={nobody}}")
    assert kinds(result) == [("undefined-string", 1, 38)]
    assert result.references[0].title == "C"


def test_an_entry_that_begins_with_a_field_lacks_its_key() -> None:
    result = read("@article{\n  author = {Doe, J},\n  title = {T}\n}\n@article{b, title={B}}")
    assert kinds(result) == [("missing-citekey", 1, 1)]
    assert [reference.citekey for reference in result.references] == ["b"]


def test_a_preprint_says_where_it_lies_and_a_published_one_its_journal() -> None:
    fields = ("title={T}", "eprint={2001.01234}", "archiveprefix={arXiv}")
    preprint = only("@misc{a, " + ", ".join(fields) + "}")
    assert (preprint.type, preprint.publisher, preprint.number, preprint.url) == (
        "article", "arXiv", "arXiv:2001.01234", "https://arxiv.org/abs/2001.01234",
    )  # fmt: skip
    published = article(*fields, "journal={J}", "volume={3}")
    assert (published.type, published.number) == ("article-journal", "")


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("مبینی، مریم and رضایی، علی and همکاران", ["مبینی", "رضایی"]),
        ("مریم مبینی، علی رضایی و همکاران", ["مبینی", "رضایی"]),
        ("Boulman, N. and {WHO Group} and others", ["Boulman", "WHO Group"]),
    ],
)
def test_lists_that_were_cut_and_groups_are_read_in_both_scripts(
    author: str, names: list[str]
) -> None:
    reference = article(f"author={{{author}}}")
    assert [name.literal or name.family for name in reference.authors] == names
    assert reference.et_al


def test_persian_digits_mean_what_latin_ones_do() -> None:
    reference = article("year={۱۳۹۹}", "volume={۳۰}", "pages={صص ۱۲–۱۵}", "urldate={۱۳۹۹-۰۲-۰۳}")
    assert (reference.issued, reference.accessed) == (Issued(1399), Issued(1399, 2, 3))
    assert (reference.volume, reference.page) == ("۳۰", "۱۲–۱۵")
