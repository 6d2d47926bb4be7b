"""Lines that are remembered stand as those that are broken anew, to the byte of the file."""

from __future__ import annotations

from typing import Any

import pytest

from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from casereport.typesetting import typeset
from casereport.typesetting.engine import line_memo
from casereport.workspace import DiskWorkspace
from tests.bidi.generator import paragraphs
from tests.conftest import SAMPLES, TODAY, rendered

PERSIAN = (
    "در این مطالعه بیمار خانم 44 ساله\u200cای با تشخیص <em>CREST syndrome</em> گزارش می\u200cشود که "
    "<bdi>CRP</bdi> و (ANA) مثبت داشت، درمان با <b>داروی <i>nifedipine</i></b> شروع شد. "
)
LATIN = "A woman of 44 years with <em>CREST</em> syndrome (ANA positive) was seen in the clinic. "
SHEET = (
    "@page { size: 110mm 60mm; margin: 8mm; @bottom-center { content: counter(page) } }"
    "body { font: 9pt/1.5 Vazirmatn; text-align: justify; columns: 2; column-gap: 4mm }"
    "p { margin: 0 0 1mm; text-indent: 1em; orphans: 2; widows: 2 }"
)


def page(body: str, style: str = "", direction: str = "rtl") -> bytes:
    return typeset(
        f"<html lang=fa dir={direction}><title>t</title><style>{SHEET}{style}</style>{body}"
    )


def same_without(monkeypatch: pytest.MonkeyPatch, body: str, style: str, direction: str) -> bool:
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "")
    ours = page(body, style, direction)
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "lines")
    return ours == page(body, style, direction)


P = f"<p>{PERSIAN * 2}"
SHORTENED = """
{letter} {{ font-size: 150% }} p.n::before {{ content: counter(page) '/' counter(pages) ' ' }}
a::after {{ content: target-counter(attr(href), page) }} i {{ float: footnote }}
"""
DOCUMENTS = {
    "plain": (P * 3, ""),
    "filled, not balanced": (P * 3, "body { column-fill: auto }"),
    "two languages": ((P + f"<p lang=en dir=ltr>{LATIN * 2}") * 3, ""),
    "inline blocks": (
        P.replace("<bdi>CRP</bdi>", "<span class=b>CRP <b>مثبت</b></span>") * 3,
        ".b { display: inline-block; border: 1px solid; padding: 0 2px }",
    ),
    "an inline table": (
        P.replace("<bdi>CRP</bdi>", "<span class=b><span class=c>CRP</span></span>") * 3,
        ".b { display: inline-table } .c { display: table-cell }",
    ),
    "footnotes": (
        P.replace("<bdi>", "<span class=n>پانوشت <i>note</i></span><bdi>") * 3,
        ".n { float: footnote }",
    ),
    "floats in a line": (
        P.replace("<bdi>", "<span class=f>شناور</span><bdi>") * 3,
        ".f { float: right; border: 1px solid }",
    ),
    "a float beside": (
        f"<div class=f>شناور</div>{P}" * 3,
        ".f { float: left; width: 12mm; height: 9mm; border: 1px solid }",
    ),
    "positioned": (
        P.replace("<bdi>", "<span class=a>a</span><bdi>") * 3,
        "p { position: relative } .a { position: absolute; left: 0; top: 0 }",
    ),
    "shifted": (P * 3, "em { position: relative; top: -1px } b { vertical-align: super }"),
    "first letters and lines": (
        P * 3,
        "p::first-letter { font-size: 150% } p::first-line { font-weight: bold }",
    ),
    "pages in the text": (
        P * 3 + "".join(f"<p>نگاه کنید به <a href='#{n}'></a> در {PERSIAN * 2}" for n in "xyz")
        + P * 3 + "".join(f"<p id={n}>{PERSIAN * 2}" for n in "xyz"),
        "a::after { content: 'صفحه ' target-counter(attr(href), page) }",
    ),
    "leaders": (
        "".join(f"<p class=l>عنوان {n} <a href='#x'></a>" for n in range(30)) + f"<p id=x>{PERSIAN}",
        ".l a::after { content: leader('.') target-counter(attr(href), page) }",
    ),
    "a table over columns": (
        P + "<table><thead><tr><th>یک<th>two</thead>"
        + f"<tr><td>{PERSIAN}<td>{LATIN}" * 6 + "</table>" + P,
        "td { border: 1px solid; width: 50% }",
    ),
    "lists": (f"<ol><li>{PERSIAN * 2}<li>{LATIN * 2}<ul><li>{PERSIAN}</ul></ol>" * 3, ""),
    "forced breaks": (P.replace("درمان", "<br>درمان") * 3, "p { text-align-last: justify }"),
    "kept white space": (P.replace(" و ", "\n  و ") * 3, "p { white-space: pre-wrap }"),
    "spaced letters": (P * 3, "em { letter-spacing: 1px; word-spacing: 2px }"),
    "percentages": (P * 3, "em { margin-inline-start: 3%; padding: 0 1% }"),
    "a height for percentages": (
        P.replace("<bdi>CRP</bdi>", "<span class=b>CRP</span>") * 3,
        "p { height: 40mm } .b { display: inline-block; height: 20%; background: #eee }",
    ),
    "one column": (P * 3, "body { columns: 1 }"),
    "a cut line": (P * 3, "p { max-lines: 2; block-ellipsis: auto }"),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pages_are_the_same_with_and_without_memory(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body, style = DOCUMENTS[name]

    assert same_without(monkeypatch, body, style, "rtl")


@pytest.mark.parametrize("name", ["two languages", "inline blocks", "shifted", "leaders"])
def test_pages_from_left_to_right_are_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    body, style = DOCUMENTS[name]

    assert same_without(monkeypatch, body, style, "ltr")


@pytest.mark.parametrize("seed", range(3))
def test_random_paragraphs_are_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(case.html for case in paragraphs(12, seed + 1000, narrow=True))

    assert same_without(monkeypatch, body, "", "rtl")


def test_sample_is_the_same_without_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    sample = "hand-calcinosis-66"
    ours = rendered(sample, "jmums", formats=("pdf",)).outputs[0].content
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "lines")
    options = RenderOptions(formats=("pdf",), journal="jmums")
    bare = render_case(DiskWorkspace(SAMPLES / sample, TODAY), options)

    assert bare.outputs[0].content == ours


def test_columns_break_each_line_once(monkeypatch: pytest.MonkeyPatch) -> None:
    typeset("<p>x")
    from weasyprint.layout import inline

    broken: list[object] = []
    split = inline.split_inline_box

    def counted(context: object, box: object, *arguments: object) -> object:
        broken.append(box)
        return split(context, box, *arguments)

    monkeypatch.setattr(inline, "split_inline_box", counted)
    page(P * 4)
    remembered = len(broken)
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "lines")
    page(P * 4)

    assert remembered < (len(broken) - remembered) / 2


@pytest.mark.parametrize("letter", ["p::first-letter", "div::first-letter", "q::before"])
def test_a_paragraph_that_is_not_looked_at_again_is_what_it_was(
    monkeypatch: pytest.MonkeyPatch, letter: str
) -> None:
    look, known_again = line_memo._paragraph_of, []

    def checked(linebox: Any, on_page: object) -> object:
        known = getattr(linebox, line_memo._MEMO, None)
        if known is not None and known.looked_at_on is on_page:
            known_again.append(known.is_of(tuple(line_memo._pieces(linebox))))
        return look(linebox, on_page)

    monkeypatch.setattr(line_memo, "_paragraph_of", checked)
    body = f"<div>{P} <a href='#x'></a><p class=n>{PERSIAN} <a href='#x'></a></div>" * 2 + f"{P}<p id=x>{LATIN}"
    page(body, SHORTENED.format(letter=letter))
    assert known_again
    assert all(known_again)
