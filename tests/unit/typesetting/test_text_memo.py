"""Texts whose measures are remembered stand as those that are measured anew."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest
from weasyprint.text import fonts, line_break

from casereport import resources
from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from casereport.typesetting import typeset
from casereport.typesetting.engine import text_memo
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


def test_nothing_is_measured_for_a_document_that_was_set_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured: list[str] = []

    def counting(memory: Any, key: tuple[Any, ...], length: int, result: Any) -> None:
        measured.append(key[1])
        keep(memory, key, length, result)

    keep = text_memo._Memory.keep
    monkeypatch.setattr(text_memo._Memory, "keep", counting)
    body, style = DOCUMENTS["plain"]
    page(body, style)
    first = len(measured)
    page(body, style)

    assert first > 5
    assert len(measured) == first


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
    text = (
        "<html lang=fa dir=rtl><title>t</title>{}<p style='font: 12pt Own, Vazirmatn'>متن فارسی متن"
    )
    own = typeset(text.format(asks), assets={"f.ttf": face})
    plain = typeset(text.format(""))
    text_memo.forget()

    assert typeset(text.format("")) == plain
    assert typeset(text.format(asks), assets={"f.ttf": face}) == own
    assert plain != own


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_memo, "_MOST", 3000)
    body, style = DOCUMENTS["plain"]
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "texts")
    anew = page(body, style)
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "")

    assert page(body, style) == anew
    memory = text_memo._BUNDLED
    assert sum(len(key[1]) for key in memory.texts) <= memory.characters <= 3000


def test_styles_that_are_kept_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_memo, "_MOST_STYLES", 3)
    body, style = MORE["one text in many styles"]
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "texts")
    anew = page(body, style)
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "")

    assert page(body, style) == anew
    assert 0 < len(text_memo._BUNDLED.struts) <= len(text_memo._BUNDLED.styles) <= 3


def test_a_long_text_is_not_kept() -> None:
    page(f"<p>{PERSIAN * 40}", "")
    kept = [len(key[1]) for key in text_memo._BUNDLED.texts]

    assert len(kept) > 50
    assert max(kept) <= text_memo._LONGEST < len(PERSIAN * 40)
