"""A pasted list is cut into its entries, however they are numbered and wrapped."""

from __future__ import annotations

import pytest

from casereport.references import read_references
from casereport.references.pasted.entries import entries_of

FIRST = "Boulman N, Slobodin G. Calcinosis in rheumatic diseases. Semin Arthritis Rheum 2005; 34(6): 805-812."
SECOND = "Reiter N, Aberer E. Calcinosis cutis: part I. Diagnostic pathway. J Am Acad Dermatol 2011; 65(1): 1-12."
THIRD = "مبینی م، رضوی\u200cپور م. کلسینوز جلدی. مجله پزشکی ۱۳۹۹؛ ۳۰(۱۸۷): ۱۶۶-۱۷۲."
THREE = [FIRST, SECOND, THIRD]


def texts(source: str) -> list[str]:
    return [entry.text for entry in entries_of(source)]


@pytest.mark.parametrize(
    "form",
    [
        "{n}. {t}", "{n}.{t}", "{n}) {t}", "[{n}] {t}", "({n}) {t}", "{n}- {t}", "{n} {t}",
        "{n}\t{t}", "{n}: {t}", "  {n}. {t}", "\u200f{n}. {t}", "{n} - {t}", "[{n}]. {t}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("digits", ["123", "۱۲۳", "١٢٣"])
@pytest.mark.parametrize("joint", ["\n", "\r\n", "\n\n"])
def test_a_numbered_list_is_cut_at_its_numbers(form: str, digits: str, joint: str) -> None:
    lines = [form.format(n=n, t=t) for n, t in zip(digits, THREE, strict=True)]
    assert texts(joint.join(lines)) == THREE


def test_raised_numbers_count() -> None:
    assert texts("\u00b9 " + FIRST + "\n\u00b2 " + SECOND + "\n\u00b3 " + THIRD) == THREE
    assert texts("\u00b9" + FIRST + "\n\u00b2" + SECOND + "\n\u00b3" + THIRD) == THREE


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\n \n", "\r\n"])
def test_a_list_without_numbers_has_one_entry_a_line_or_paragraph(joint: str) -> None:
    assert texts(joint.join(THREE)) == THREE


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("indent", ["", "   "])
@pytest.mark.parametrize("width", [30, 60, 85])
def test_wrapped_lines_are_joined(joint: str, numbered: bool, indent: str, width: int) -> None:
    paragraphs = []
    for number, text in enumerate(THREE, 1):
        lines = [""]
        for word in f"{number}. {text}".split()[0 if numbered else 1 :]:
            if len(lines[-1]) + len(word) > width:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
        paragraphs.append(f"\n{indent}".join(lines))
    source = joint.join(paragraphs)
    if numbered or indent or joint == "\n\n":
        assert texts(source) == THREE
    else:
        # Nothing but the text tells where an entry begins; a wrong cut is never silent.
        read = read_references("r.txt", source).references
        assert texts(source) == THREE or any(reference.unparsed for reference in read)


def test_a_wrapped_line_that_begins_with_a_number_ends_no_entry() -> None:
    source = f"1. Smith J. Calcinosis cutis: part\n2. diagnostic pathway. Lancet\n2011. {FIRST}\n2. {SECOND}"
    assert len(texts(source)) == 2


def test_headings_and_rules_are_no_entries() -> None:
    assert (
        texts(f"References\n==========\n\n1. {FIRST}\n2. {SECOND}\n\nمنابع:\n\n3. {THIRD}\n")
        == THREE
    )


def test_two_parts_in_two_scripts_form_one_list() -> None:
    source = f"1. {FIRST}\n2. {SECOND}\n۳- {THIRD}"
    assert texts(source) == THREE
    assert read_references("r.txt", source).faults == ()


def test_a_part_that_is_numbered_anew_is_told_of() -> None:
    source = f"1. {FIRST}\n2. {SECOND}\n\n۱. {THIRD}"
    read = read_references("references.txt", source)
    assert texts(source) == THREE
    (fault,) = read.faults
    assert (fault.span.line, fault.loses_entry) == (4, False)
    assert str(fault.message) == "This entry is numbered 1 but is number 3 of the list."


def test_a_number_that_is_left_out_is_told_of() -> None:
    (fault,) = read_references("references.txt", f"1. {FIRST}\n3. {SECOND}").faults
    assert fault.span.line == 2


def test_markdown_emphasis_and_bullets_are_no_text() -> None:
    emphasised = FIRST.replace("Semin Arthritis Rheum", "*Semin Arthritis Rheum*")
    assert texts(f"1. {emphasised}") == [FIRST]
    assert texts(f"1. {FIRST[:56]}\n\n- {FIRST[57:]}\n2. {SECOND}") == [FIRST, SECOND]
    assert texts("1. Smith J. HLA-B*27 and *5. Lancet 2005;3:4.") == [
        "Smith J. HLA-B*27 and *5. Lancet 2005;3:4."
    ]


def test_spans_of_wrapped_entries_are_those_of_the_file() -> None:
    source = "1. Boulman N. Calcinosis in\n   rheumatic diseases. Semin Arthritis\n   Rheum 2005; 34(6): 805-812.\n"
    (reference,) = read_references("references.txt", source).references
    places = dict(reference.spans)
    title, journal, page = places["title"], places["container-title"], places["page"]
    assert (title.line, title.column, title.end_line, title.end_column) == (1, 15, 2, 22)
    assert (journal.line, journal.column, journal.end_line, journal.end_column) == (2, 24, 3, 9)
    assert (page.line, page.column, page.end_column) == (3, 23, 30)


def test_an_entry_gets_a_key_by_which_it_can_be_cited() -> None:
    read = read_references("references.txt", "\n".join([FIRST, FIRST, SECOND]))
    assert [one.citekey for one in read.references] == ["boulman2005", "boulman2005b", "reiter2011"]


@pytest.mark.parametrize("source", ["", "\n\n", "References\n", "----\n", "\ufeff", "1.", "[1]\n"])
def test_a_file_without_entries_has_none(source: str) -> None:
    read = read_references("references.txt", source)
    assert all(reference.unparsed or reference.title for reference in read.references)
    assert len(read.references) == 0
