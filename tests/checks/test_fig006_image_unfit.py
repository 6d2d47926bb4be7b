"""FIG006: an image cannot be printed."""

from __future__ import annotations

import io
import struct
import zlib
from typing import get_args

import pytest

from casereport.checks.figures.image_unfit import _REASONS
from casereport.diagnostics import Severity
from casereport.typesetting.clean_image import UnfitReason

MENTIONS = {"fa.md": "در @fig-chest دیده شد.\n", "en.md": "See @fig-chest.\n"}


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG006"]


def figure(content: bytes, file: str = "file: figures/a.png") -> dict[str, str | bytes]:
    yaml = f"figures:\n  chest:\n    caption: {{fa: قفسه, en: Chest}}\n    {file}\n"
    return {"case.yaml": yaml, "figures/a.png": content, **MENTIONS}


def huge_png() -> bytes:
    """A PNG that claims 60,000 by 60,000 points in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + data + chunk(b"IEND", b"")


def test_every_reason_of_the_image_reader_has_its_sentence() -> None:
    assert set(_REASONS) == set(get_args(UnfitReason))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"This is a letter.\n", "not an image"),
        (b"", "not an image"),
        (huge_png(), "million points"),
        (b"%PDF-1.7\n", "kind that is not read"),
        (b"\0" * 128 + b"DICM", "kind that is not read"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "damaged"),
    ],
)
def test_each_kind_of_unfit_image_has_its_sentence(content: bytes, words: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure(content)))
    assert (item.severity, item.span.file, item.span.column) == (Severity.ERROR, "case.yaml", 11)
    assert words in item.message.template


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_image_that_ends_too_early_is_reported(kind: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    from PIL import Image

    stream = io.BytesIO()
    Image.effect_noise((64, 64), 64).save(stream, kind)
    (item,) = only(diagnose(figure(stream.getvalue()[:-300])))
    assert "ends too early" in item.message.template


def test_a_sound_image_is_not_reported(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure(png)))


def test_a_file_used_twice_is_told_once_with_both_places(diagnose) -> None:  # type: ignore[no-untyped-def]
    both = "file: {fa: figures/a.png, en: figures/a.png}"
    (item,) = only(diagnose(figure(b"no image", both)))
    (related,) = item.related
    assert related.span.line == item.span.line
    assert related.span.column > item.span.column


def test_a_missing_file_is_left_to_fig001(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose(figure(b"", "file: figures/gone.png"))
    assert not only(found)
    assert "FIG001" in {item.code for item in found}
