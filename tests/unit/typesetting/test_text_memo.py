"""Texts whose measures are remembered stand as those that are measured anew."""

from __future__ import annotations

import ast
import gc
import inspect
import textwrap
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from weasyprint.text import fonts, line_break

from casereport import resources
from casereport.errors import TypesettingError
from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from casereport.typesetting import bidi_html, typeset
from casereport.typesetting.engine import text_memo
from casereport.typesetting.engine.fontset import BundledFonts
from casereport.workspace import DiskWorkspace
from tests.bidi.generator import paragraphs
from tests.conftest import SAMPLES, TODAY, rendered
from tests.unit.typesetting.test_line_memo import DOCUMENTS, PERSIAN, page

MORE: dict[str, tuple[str, str]] = {
    "hyphens": (f"<p lang=en dir=ltr>{'extraordinarily unconstitutional ' * 9}" * 2,
                "p { hyphens: auto }"),
    "soft hyphens": ("<p lang=en dir=ltr>" + "extra\u00adordi\u00adnary con\u00adsti\u00adtution " * 9,
                     ""),
    "broken words": (f"<p lang=en dir=ltr>{'x' * 300} <p>{'ب' * 300}",
                     "p { overflow-wrap: anywhere }"),
    "an ellipsis": (f"<p>{PERSIAN}" * 3,
                    "p { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }"),
    "an ellipsis in justified lines": (f"<p>{PERSIAN * 2}<p dir=ltr>{'some <b>bold </b>words ' * 9}",
                    "p { overflow: hidden; text-overflow: ellipsis }"),
    "lines over and under": (f"<p>{PERSIAN * 2}", "em { text-decoration: underline overline }"
                             " b { text-decoration: line-through }"),
    "tabs": ("<p>الف\tب\tc\t<em>d\te</em>" * 3, "p { white-space: pre; tab-size: 3 }"
             " em { tab-size: 20px }"),
    "one text in many styles": (
        "".join(f"<p class=c{n}>{PERSIAN}{'WAVE 0123 office ' * 4}" for n in range(12)),
        "".join(f".c{n} {{ {style} }} " for n, style in enumerate((
            "font-size: 9.01pt", "font-weight: bold", "font-style: italic", "letter-spacing: 1px",
            "word-spacing: 3px", "font-kerning: none", "font-variant-ligatures: none",
            "font-feature-settings: 'ss01'", "font-variant-numeric: tabular-nums", "direction: ltr",
            "line-height: 2", "font-family: 'Scheherazade New', Vazirmatn",
        ))),
    ),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    text_memo.forget()
    yield
    text_memo.forget()


@pytest.mark.parametrize("name", [*DOCUMENTS, *MORE])
@pytest.mark.parametrize("direction", ["rtl", "ltr"])
def test_pages_are_the_same_anew_remembered_and_remembered_from_before(
    name: str, direction: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body, style = (DOCUMENTS | MORE)[name]
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "texts")
    anew = page(body, style, direction)
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "")

    assert page(body, style, direction) == anew
    assert page(body, style, direction) == anew


def test_pages_are_the_same_after_all_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [*(DOCUMENTS | MORE).values()]
    for body, style in documents:
        page(body, style)
    after = [page(body, style) for body, style in documents]
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "texts")

    assert after == [page(body, style) for body, style in documents]


@pytest.mark.parametrize("seed", range(3))
def test_random_paragraphs_are_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    body = "".join(case.html for case in paragraphs(12, seed + 2000, narrow=True))
    remembered = [page(body), page(body)]
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "texts")

    assert remembered == [page(body)] * 2


@pytest.mark.parametrize("sample", ["crest-calcinosis-44f", "hand-calcinosis-66"])
def test_sample_is_the_same_without_memory(sample: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = rendered(sample, "jmums", formats=("pdf",)).outputs[0].content
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "texts")
    options = RenderOptions(formats=("pdf",), journal="jmums")
    bare = render_case(DiskWorkspace(SAMPLES / sample, TODAY), options)

    assert bare.outputs[0].content == ours


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are measured from now on and kept."""
    texts: list[str] = []
    keep = text_memo.Memory.keep

    def counting(memory: Any, key: Any, text: str, result: Any) -> None:
        texts.append(text)
        keep(memory, key, text, result)

    monkeypatch.setattr(text_memo.Memory, "keep", counting)
    return texts


@pytest.mark.parametrize("name", ["plain", "two languages", "lines over and under"])
def test_nothing_is_measured_for_a_document_that_was_set_before(
    name: str, measured: list[str]
) -> None:
    body, style = (DOCUMENTS | MORE)[name]
    page(body, style)
    first = len(measured)
    page(body, style)

    assert first > 5
    assert len(measured) == first


def test_lines_over_and_under_are_remembered(measured: list[str]) -> None:
    page("<p>a <u>under</u> b", "u { text-decoration: underline overline }")

    assert "under" in measured


def test_every_property_that_is_read_of_a_style_is_part_of_the_key() -> None:
    read = set()
    for function in (
        line_break.Layout,
        line_break.create_layout,
        line_break.first_line_metrics,
        line_break.line_size,
        line_break.split_first_line,
        line_break.strut,
        line_break._font_style_cache_key,
        fonts.get_font_description,
    ):
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        for node in ast.walk(tree):
            match node:
                case ast.Subscript(
                    value=ast.Name("style") | ast.Attribute(attr="style"),
                    slice=ast.Constant(str(name)),
                ):
                    read.add(name)

    assert len(read) > 20
    assert read <= {*text_memo.PROPERTIES}


def test_a_document_with_a_font_of_its_own_shares_no_measures() -> None:
    face = resources.read_bytes("fonts", "vazirmatn/Vazirmatn-Bold.ttf")
    asks = "<style>@font-face { font-family: Own; src: url(asset:f.ttf) }</style>"
    text = "<html lang=fa dir=rtl><title>t</title>{}<p style='font: 12pt Own, Vazirmatn'>متن فارسی"
    own = typeset(text.format(asks), assets={"f.ttf": face})
    plain = typeset(text.format(""))
    text_memo.forget()

    assert typeset(text.format("")) == plain
    assert typeset(text.format(asks), assets={"f.ttf": face}) == own
    assert plain != own


def test_fonts_of_others_may_grow_between_two_documents() -> None:
    html = bidi_html()
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    text = "<html lang=en><title>t</title><p style='font: 12pt Own, serif'>some text of one line"

    def width() -> float:
        (page,) = html(string=text).render(font_config=fonts).pages
        box = page._page_box
        return next(b.width for b in box.descendants() if getattr(b, "text", "").startswith("some"))

    before = width()
    bold = resources.path_of("fonts", "vazirmatn/Vazirmatn-Bold.ttf").as_uri()
    CSS(string=f"@font-face {{ font-family: Own; src: url({bold}) }}", font_config=fonts)

    assert width() != before


def test_a_document_that_fails_leaves_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    typeset("<p>x")
    from weasyprint.draw import text as drawing

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    seen: list[weakref.ref[Any]] = []
    close = BundledFonts.close
    monkeypatch.setattr(
        BundledFonts, "close", lambda fonts: (seen.append(weakref.ref(fonts)), close(fonts))
    )
    monkeypatch.setattr(drawing, "draw_first_line", fails)
    with pytest.raises(TypesettingError, match="ZeroDivisionError"):
        page(*DOCUMENTS["plain"])
    gc.collect()

    assert [fonts() for fonts in seen] == [None]


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    body, style = DOCUMENTS["plain"]
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "texts")
    anew = page(body, style)
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "")
    page(body, style)
    memory = text_memo._BUNDLED
    without_bound = len(memory.texts)
    text_memo.forget()
    monkeypatch.setattr(text_memo, "_MOST", 30_000)

    assert page(body, style) == anew
    # Each costs more than its text: a table of numbers is many entries.
    assert 0 < len(memory.texts) <= 30_000 / text_memo._EACH < without_bound


def test_styles_that_are_kept_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_memo, "_MOST_STYLES", 3)
    body, style = MORE["one text in many styles"]
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "texts")
    anew = page(body, style)
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "")

    assert page(body, style) == anew
    assert 0 < len(text_memo._BUNDLED.struts) <= len(text_memo._BUNDLED.styles) <= 3


def test_a_number_is_never_given_twice() -> None:
    """A Ctrl-C may leave half of what was to be forgotten."""
    page(*DOCUMENTS["plain"])
    before = {*text_memo._BUNDLED.styles.values()}
    text_memo.forget()
    page(*DOCUMENTS["plain"])

    assert before.isdisjoint(text_memo._BUNDLED.styles.values())


def test_a_long_text_is_not_kept() -> None:
    page(f"<p>{PERSIAN * 40}", "")
    kept = [len(key[1]) for key in text_memo._BUNDLED.texts]

    assert len(kept) > 50
    assert max(kept) <= text_memo._LONGEST < len(PERSIAN * 40)
