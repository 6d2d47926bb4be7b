"""Figures print as wide as the checks believe: typeset and measured."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from casereport.inspection import read_pdf
from casereport.journals import load_journal
from casereport.journals.figure_widths import (
    column_width,
    dots_per_inch,
    image_width,
    points_for,
    printed_width,
)
from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from casereport.reading import read_case
from casereport.workspace import MemoryWorkspace
from tests.checks.conftest import TODAY, lay_over

SINGLE = "    file: a.png\n"
TWO_PANELS = "    panels:\n      - {file: a.png, caption: {fa: ا}}\n      - {file: b.png, caption: {fa: ب}}\n"


def png(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).save(stream, "PNG")
    return stream.getvalue()


def workspace(journal: str, figure: str, image: bytes) -> MemoryWorkspace:
    case = f"journal: {journal}\nlanguages: [fa]\ntitle: {{fa: گزارش}}\nfigures:\n  one:\n    caption: {{fa: شرح}}\n{figure}"
    files = {"case.yaml": case, "fa.md": "در @fig-one دیده شد.\n", "a.png": image, "b.png": image}
    return MemoryWorkspace("x", lay_over(files), TODAY)


@pytest.mark.parametrize("journal", ["jmums", "clinical-brief"])
@pytest.mark.parametrize("width", ["column", "page", "60 mm", "140 mm"])
@pytest.mark.parametrize("images", [SINGLE, TWO_PANELS])
def test_an_image_prints_as_wide_as_it_is_said_to(journal: str, width: str, images: str) -> None:
    place = workspace(journal, f"    width: {width}\n{images}", png(80, 60))
    case = read_case(place, journals=[journal], languages=["fa", "en"]).case
    assert case is not None
    said = image_width(case.facts.figures["one"], load_journal(journal).manifest)
    result = render_case(place, RenderOptions())
    (file,) = result.outputs
    printed = [image.width_mm for page in read_pdf(file.content).pages for image in page.images]
    assert printed == pytest.approx([said] * len(printed), abs=0.6)
    assert printed


def test_a_high_image_is_made_less_wide() -> None:
    place = workspace("jmums", f"    width: page\n{SINGLE}", png(60, 240))
    (file,) = render_case(place, RenderOptions()).outputs
    (image,) = [image for page in read_pdf(file.content).pages for image in page.images]
    assert image.width_mm == pytest.approx(printed_width(60, 240, 172), abs=0.6)


def test_a_column_is_less_than_half_of_the_text() -> None:
    assert column_width(load_journal("jmums").manifest) == 83
    assert column_width(load_journal("clinical-brief").manifest) == 150


def test_points_and_resolution_belong_together() -> None:
    assert dots_per_inch(1000, 84.6) == 300
    assert points_for(300, 84.6) == 1000
    for points in (1, 999, 1000, 1001):
        assert dots_per_inch(points_for(300, 84.6), 84.6) >= 300
        assert points > 0
