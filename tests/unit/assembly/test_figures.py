"""Figures: files and words of each language, panels, credit, what is missing."""

from __future__ import annotations

from typing import Any

import pytest

from casereport.article.block import Fig
from casereport.article.inline import plain_text
from tests.unit.assembly.conftest import article, assembled, only

PNG = b"\x89PNG"
BOTH = "{fa: figures/x-fa.png, en: figures/x-en.png}"
FILES = dict.fromkeys(("figures/x-fa.png", "figures/x-en.png", "figures/a.png"), PNG)


def figure(case: str, language: str = "en", **given: Any) -> Fig:
    given = {"files": FILES, **given}
    edition = only(**{language: "X @fig-x."}, case=f"figures:\n  x: {case}\n", **given)
    (found,) = [block for block in edition.body[0].blocks if isinstance(block, Fig)]
    return found


def test_each_language_has_its_own_file_caption_and_words() -> None:
    case = f"{{file: {BOTH}, caption: {{fa: شرح ۱., en: Words.}}, alt: {{fa: تصویر, en: A hand}}}}"
    english, persian = figure(case), figure(case, "fa")
    assert [(g.asset, g.alt, g.missing) for g in english.graphics] == [
        ("figures/x-en.png", "A hand", False)
    ]
    assert [(g.asset, g.alt) for g in persian.graphics] == [("figures/x-fa.png", "تصویر")]
    assert (english.label, plain_text(english.caption)) == ("Figure 1.", "Words.")
    assert (persian.label, plain_text(persian.caption)) == ("تصویر شماره ۱:", "شرح ۱.")


def test_a_language_without_a_file_has_the_other_ones() -> None:
    (graphic,) = figure("{file: {fa: figures/x-fa.png}, caption: {en: Words.}}").graphics
    assert graphic.asset == "figures/x-fa.png"


def test_an_image_without_a_description_is_described_by_its_caption() -> None:
    case = "{file: figures/a.png, caption: {en: 'The *left* hand, CRP {{ patient.age }}.'}}"
    (graphic,) = figure(case).graphics
    assert graphic.alt == "The left hand, CRP ?."
    panels = "{panels: [{file: figures/a.png, caption: {en: 'The **front**.'}}]}"
    assert [g.alt for g in figure(panels).graphics] == ["The front."]


def test_panels_are_lettered_in_the_languages_alphabet() -> None:
    case = (
        "{panels: [{file: figures/a.png, caption: {en: Front., fa: روبه\u200cرو.}},"
        " {file: figures/a.png, caption: {en: Side., fa: پهلو.}}]}"
    )
    english, persian = figure(case), figure(case, "fa")
    assert [(g.label, plain_text(g.caption)) for g in english.graphics] == [
        ("A", "Front."), ("B", "Side."),
    ]  # fmt: skip
    assert [g.label for g in persian.graphics] == ["الف", "ب"]


def test_one_file_may_hold_several_panels_that_only_the_caption_names() -> None:
    case = "{file: figures/a.png, panels: [{caption: {en: Front.}}, {caption: {en: Side.}}]}"
    assert [(g.asset, g.label) for g in figure(case).graphics] == [
        ("figures/a.png", ""), ("", "A"), ("", "B"),
    ]  # fmt: skip


def test_a_file_that_is_not_there_is_marked_and_is_no_asset() -> None:
    made = article(en="X @fig-x.", case="figures: {x: {file: figures/gone.png}}\n", sound=False)
    (figure_,) = [b for b in made.editions[0].body[0].blocks if isinstance(b, Fig)]
    assert [g.missing for g in figure_.graphics] == [True]
    assert dict(made.assets) == {}


def test_the_credit_ends_the_caption_and_names_nobody_when_blind() -> None:
    case = "{file: figures/a.png, caption: {en: Words.}, credit: {en: Dr. Nobody}}"
    assert plain_text(figure(case).caption) == "Words. Credit: Dr. Nobody"
    assert plain_text(figure(case, blind=True).caption) == "Words."
    alone = "{file: figures/a.png, credit: {en: Dr. Nobody}}"
    assert plain_text(figure(alone).caption) == "Credit: Dr. Nobody"


def test_widths_are_a_column_a_page_or_millimetres() -> None:
    shown = {
        width: (f.width, f.width_mm)
        for width in ("column", "page", "60mm", "60 mm")
        for f in [figure(f"{{file: figures/a.png, width: {width}}}")]
    }
    assert shown == {
        "column": ("column", None),
        "page": ("page", None),
        "60mm": ("column", 60),
        "60 mm": ("column", 60),
    }


@pytest.mark.parametrize(
    ("journal", "width", "told"),
    [("jmums", 900, True), ("jmums", 173, True), ("jmums", 172, False), ("manuscript", 172, True)],
)
def test_a_figure_wider_than_the_text_of_its_journal_is_told(
    journal: str, width: int, *, told: bool
) -> None:
    figures = f"figures:\n  x: {{file: figures/a.png, width: {width} mm}}\n"
    texts = {"fa": "X @fig-x.", "en": "X @fig-x."}
    found = assembled(case=figures, journal=journal, files=FILES, **texts).diagnostics
    wide = [(one.code, one.span.line) for one in found if one.code == "SRC004"]
    assert wide == [("SRC004", 5)] * told


def test_a_figure_without_a_caption_has_a_label_that_ends_there() -> None:
    assert figure("{file: figures/a.png}").label == "Figure 1"
    assert figure("{file: figures/a.png}", "fa").label == "تصویر شماره ۱"
    panels = "{panels: [{file: figures/a.png, caption: {en: Front.}}]}"
    assert figure(panels).label == "Figure 1."
