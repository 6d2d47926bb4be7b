"""Images are decoded once, and compared by what the eye sees."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFilter

from casereport.typesetting import examining
from casereport.typesetting.clean_image import UnfitImageError
from casereport.typesetting.examining import examine_image, looks_alike

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9"/></svg>'


def photograph(shift: int = 0) -> Image.Image:
    """Something with light and shade, and a mark in it."""
    image = Image.radial_gradient("L").resize((640, 480)).convert("RGB")
    ImageDraw.Draw(image).ellipse((100 + shift, 100, 260 + shift, 200), fill=(200, 60, 40))
    return image


def saved(image: Image.Image, form: str = "PNG", **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def alike(first: bytes, second: bytes) -> bool:
    return looks_alike(examine_image(first), examine_image(second))


@pytest.mark.parametrize(
    "again",
    [
        saved(photograph(), "JPEG", quality=60),
        saved(photograph().resize((320, 240))),
        saved(photograph(), "TIFF"),
        saved(photograph().convert("RGBA")),
        saved(photograph().filter(ImageFilter.GaussianBlur(1))),
    ],
    ids=["pressed", "smaller", "TIFF", "alpha", "blurred"],
)
def test_a_picture_saved_anew_looks_the_same(again: bytes) -> None:
    assert alike(saved(photograph()), again)


@pytest.mark.parametrize(
    "other",
    [
        saved(photograph(shift=60)),
        saved(photograph().transpose(Image.Transpose.FLIP_LEFT_RIGHT)),
        saved(photograph().resize((480, 480))),
        saved(photograph().crop((40, 40, 640, 480))),
    ],
    ids=["another mark", "mirrored", "another shape", "cut"],
)
def test_another_view_does_not(other: bytes) -> None:
    assert not alike(saved(photograph()), other)


def test_plain_pictures_show_nothing_to_compare() -> None:
    white, grey = (saved(Image.new("L", (80, 80), level)) for level in (255, 254))
    assert not alike(white, grey)


def test_what_is_transparent_is_seen_on_white() -> None:
    clear = photograph().convert("RGBA")
    clear.putalpha(0)
    assert examine_image(saved(clear)).greys == b""


def test_a_drawing_of_lines_has_no_points() -> None:
    facts = examine_image(SVG)
    assert facts.is_vector
    assert not looks_alike(facts, facts)


def test_the_size_is_that_of_the_picture_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = examine_image(saved(photograph(), "JPEG", exif=exif))
    assert (facts.width, facts.height) == (480, 640)


def test_one_content_is_decoded_once_and_an_unfit_one_fails_each_time(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    calls: list[bytes] = []
    clean = examining.clean_image

    def counted(content: bytes):  # type: ignore[no-untyped-def]
        calls.append(content)
        return clean(content)

    monkeypatch.setattr(examining, "clean_image", counted)
    for content in (saved(Image.effect_noise((9, 9), 50)), b"no image at all, and not seen before"):
        for _ in range(2):
            if content.startswith(b"no"):
                with pytest.raises(UnfitImageError):
                    examine_image(content)
            else:
                examine_image(content)
    assert len(calls) == 2


def test_no_more_than_a_few_hundred_are_remembered(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(examining, "_MOST_KNOWN", 3)
    for shade in range(5):
        examine_image(saved(Image.new("L", (3, 3), shade)))
    assert len(examining._known) == 3
