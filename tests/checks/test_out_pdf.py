"""OUT001, OUT002, OUT003, OUT006, OUT007: silent on a sound PDF, and each able to fail."""

from __future__ import annotations

import io

import pydyf
import pytest

from casereport.checks import OutputContext, run_checks
from casereport.diagnostics import Diagnostic, Severity
from casereport.typesetting import typeset
from casereport.workspace import OutputFile

STYLE = "<style>body{font-family:'Liberation Serif',Vazirmatn}</style>"
PRINTED = (
    f'<html lang="fa" dir="rtl">{STYLE}<p>آزمایش <b>CRP</b> (C-reactive protein) منفی بود.</p>'
    "<p>یافته\u200cها با بیماری او سازگار است و مبتلا به کلسینوز بود.</p>"
)


def findings(pdf: bytes, printed: str = "") -> tuple[Diagnostic, ...]:
    """What the checks on the output say of a file; ``printed`` is what it should say."""
    known = {"a.pdf": printed} if printed else {}
    return run_checks(OutputContext(outputs=(OutputFile("a.pdf", pdf),), printed=known))


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    return [each.code for each in found]


def hand_made(
    content: bytes, *, to_unicode: bytes = b"", annotations: tuple[str, ...] = (), title: str = ""
) -> bytes:
    """A page of 100 by 200 points in a font that is not embedded."""
    pdf = pydyf.PDF()
    font = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"})
    if to_unicode:
        cmap = pydyf.Stream([b"/CIDInit begincmap 1 beginbfchar " + to_unicode + b" endbfchar"])
        pdf.add_object(cmap)
        font["ToUnicode"] = cmap.reference
    pdf.add_object(font)
    stream = pydyf.Stream([content])
    pdf.add_object(stream)
    page = {
        "Type": "/Page",
        "Parent": pdf.pages.reference,
        "Contents": stream.reference,
        "MediaBox": pydyf.Array([0, 0, 100, 200]),
        "Resources": pydyf.Dictionary({"Font": pydyf.Dictionary({"F1": font.reference})}),
    }
    notes = []
    for author in annotations:
        note = pydyf.Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Text",
                "Rect": pydyf.Array([0, 0, 9, 9]),
                "T": pydyf.String(author),
                "Contents": pydyf.String("Is this right?"),
            }
        )
        pdf.add_object(note)
        notes.append(note.reference)
    if notes:
        page["Annots"] = pydyf.Array(notes)
    pdf.add_page(pydyf.Dictionary(page))
    if title:
        pdf.info["Title"] = pydyf.String(title)
    out = io.BytesIO()
    pdf.write(out)
    return out.getvalue()


def test_our_own_pdf_is_clean_with_and_without_its_source() -> None:
    pdf = typeset(PRINTED)
    assert findings(pdf, PRINTED) == ()
    assert findings(pdf) == ()


def test_stock_typesetting_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    found = findings(typeset(PRINTED), PRINTED)
    assert set(codes(found)) == {"OUT001", "OUT007"}
    assert all(each.severity is Severity.ERROR for each in found)
    (order,) = (each for each in found if each.code == "OUT007")
    assert order.message.values["page"] == 1
    assert "CRP" in str(order.message)


def test_a_pdf_of_another_text_is_reported() -> None:
    other = typeset(f'<html lang="fa" dir="rtl">{STYLE}<p>متن دیگری بود.</p>')
    assert codes(findings(other, PRINTED)) == ["OUT001"]


def test_a_lost_half_space_is_reported() -> None:
    pdf = typeset(PRINTED.replace("\u200c", ""))
    (found,) = findings(pdf, PRINTED)
    assert (found.code, found.message.values["examples"]) == ("OUT001", ("یافته\u200cها",))


def test_swapped_words_are_reported() -> None:
    pdf = typeset(PRINTED.replace("بیماری او سازگار", "سازگار او بیماری"))
    assert codes(findings(pdf, PRINTED)) == ["OUT007"]


def test_many_lines_in_a_wrong_order_are_told_in_one_more_finding() -> None:
    lines = [f"line number{n} of words here" for n in range(30)]
    meant = "".join(f"<p>{line}</p>" for line in lines)
    wrong = "".join(f"<p>{' '.join(reversed(line.split()))}</p>" for line in lines)
    found = findings(typeset(wrong), meant)
    assert codes(found) == ["OUT007"] * 11
    assert sum(each.message.values.get("count") == 20 for each in found) == 1


@pytest.mark.parametrize("printed", ["", PRINTED])
def test_a_pdf_without_text_is_reported_and_not_passed(printed: str) -> None:
    found = findings(typeset("<p></p>"), printed)
    assert codes(found) == ["OUT001"] + ["OUT007"] * bool(printed)


def test_a_font_that_is_not_embedded_is_reported() -> None:
    found = findings(hand_made(b"BT /F1 12 Tf 10 50 Td (Hello) Tj ET"))
    assert codes(found) == ["OUT002"]
    assert found[0].message.values["font"] == "Helvetica"
    assert found[0].span.file == "a.pdf"


def test_text_over_the_edge_of_the_page_is_reported() -> None:
    found = findings(hand_made(b"BT /F1 12 Tf 80 50 Td (Hello there) Tj ET"))
    assert codes(found) == ["OUT002", "OUT003"]


def test_what_the_pages_do_not_show_is_reported() -> None:
    pdf = hand_made(
        b"BT /F1 12 Tf 10 50 Td (Hi) Tj 3 Tr (secret) Tj ET",
        annotations=("Dr A", "Dr A", "Dr B"),
        title="C:\\Users\\sara\\case.docx",
    )
    found = [each for each in findings(pdf) if each.code == "OUT006"]
    told = {key: value for each in found for key, value in each.message.values.items()}
    assert len(found) == 3
    assert told["names"] == ("Dr A", "Dr B")
    assert told["count"] == 3
    assert told["paths"] == ("C:\\Users\\sara\\case.docx",)
    assert told["text"] == "secret"


@pytest.mark.parametrize(
    ("meaning", "severity"),
    [(b"FEFB", Severity.ERROR), (b"E001", Severity.ERROR), (b"06440627", Severity.WARNING)],
)
def test_letters_that_no_search_finds_are_reported(meaning: bytes, severity: Severity) -> None:
    pdf = hand_made(
        b"BT /F1 12 Tf 10 50 Td (Hello) Tj ET", to_unicode=b"<48> <" + meaning + b">"
    )
    assert [e.severity for e in findings(pdf) if e.code == "OUT001"] == [severity]


def test_other_files_are_left_alone() -> None:
    context = OutputContext(outputs=(OutputFile("a.html", b"<p>no PDF"),))
    assert run_checks(context) == ()
