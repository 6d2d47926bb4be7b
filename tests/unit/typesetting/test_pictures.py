"""Pictures carried as they are compressed look on the page as they do when they are decoded."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageOps

from casereport.inspection import read_pdf
from casereport.typesetting import typeset

NATURAL = 4 / 3
"""At this scale a CSS pixel, and a pixel of the picture, is a pixel of the page."""

PICTURE = Image.merge(
    "RGB",
    [
        Image.linear_gradient("L").resize((90, 60)),
        ImageOps.mirror(Image.linear_gradient("L").rotate(90).resize((90, 60))),
        Image.radial_gradient("L").resize((90, 60)),
    ],
)


def png(mode: str) -> bytes:
    picture = PICTURE.quantize(int(mode[1:])) if mode[:1] == "P" else PICTURE.convert(mode)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def page(content: bytes, style: str) -> bytes:
    html = (
        "<html lang=en><title>t</title><style>@page { size: 100px 80px; margin: 0 }"
        f"img {{ width: 90px; {style} }}</style><img src='asset:a.png' alt=a>"
    )
    return typeset(html, assets={"a.png": content})


def shown(pdf: bytes, scale: float) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf)
    picture: Image.Image = document[0].render(scale=scale).to_pil().convert("RGB")
    document.close()
    return picture


@pytest.mark.parametrize("mode", ["RGB", "L", "1", "P2", "P4", "P16", "P200", "P256", "RGBA"])
@pytest.mark.parametrize("scale", [NATURAL, 2.0, 0.7])
def test_picture_looks_as_in_the_stock_engine(
    mode: str, scale: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = shown(page(png(mode), ""), scale)
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    stock = shown(page(png(mode), ""), scale)

    # PDFium rounds a two-coloured palette a little otherwise when it resamples one.
    tolerance = 2 if mode == "P2" and scale != NATURAL else 0
    difference = ImageChops.difference(ours, stock).getextrema()
    assert max(highest for _, highest in difference) <= tolerance  # type: ignore[misc]
    assert len(ours.getcolors(100_000) or ()) > 1


@pytest.mark.parametrize("orientation", ["from-image", "none", "90deg", "flip"])
def test_picture_is_turned_as_the_style_says(
    orientation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = f"image-orientation: {orientation}"
    ours = shown(page(png("RGB"), style), 2)
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")

    assert ImageChops.difference(ours, shown(page(png("RGB"), style), 2)).getbbox() is None


def test_compressed_rows_stand_in_the_pdf_as_in_the_file() -> None:
    content = png("P16")
    start = content.index(b"IDAT") + 4
    length = int.from_bytes(content[start - 8 : start - 4], "big")

    assert content[start : start + length] in page(content, "")


def test_picture_that_is_not_plain_is_set_too() -> None:
    stream = io.BytesIO()
    PICTURE.save(stream, "PNG", transparency=(1, 2, 3))
    images: Any = read_pdf(page(stream.getvalue(), "")).pages[0].images

    assert [(image.pixel_width, image.pixel_height) for image in images] == [(90, 60)]
