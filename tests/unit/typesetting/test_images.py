"""Images come out whole, bare and upright, or not at all."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import subprocess
import sys
import zlib
from collections import OrderedDict
from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import pytest
from PIL import Image, ImageCms, ImageFile, ImageOps, PngImagePlugin

from casereport.typesetting import images
from casereport.typesetting.images import (
    MAX_PIXELS,
    UnfitImageError,
    clean_image,
    looks_like_image,
)
from casereport.typesetting.png import plain_png

SECRET = b"Reza-Patient-4410"


def gradient(mode: str = "RGB", size: tuple[int, int] = (40, 24)) -> Image.Image:
    """A picture whose corners all differ, so that a turn shows."""
    width, height = size
    across = Image.linear_gradient("L").resize(size)
    down = ImageOps.mirror(across.rotate(90).resize(size))
    bands = {"L": 1, "RGB": 3, "RGBA": 4, "CMYK": 4, "LA": 2}[mode]
    flat = Image.new("L", (width, height), 200)
    return Image.merge(mode, [across, down, flat, ImageOps.invert(across)][:bands])


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def exif(orientation: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = SECRET.decode()
    data.get_ifd(0x8825)[1] = "N"
    return data


def full_jpeg(**options: Any) -> bytes:
    return saved(
        gradient(), "JPEG", exif=exif(), comment=SECRET, dpi=(300, 300), quality=80, **options
    )


def full_png(image: Image.Image | None = None, **options: Any) -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", SECRET.decode(), zip=True)
    image = image or gradient()
    return saved(image, "PNG", pnginfo=text, exif=exif(), dpi=(300, 300), **options)


def reason_of(content: bytes) -> str:
    with pytest.raises(UnfitImageError) as caught:
        clean_image(content)
    return caught.value.reason


def test_jpeg_keeps_its_pixels_and_loses_its_metadata() -> None:
    original = full_jpeg()
    image = clean_image(original)

    assert SECRET in original
    assert SECRET not in image.content
    assert opened(image.content).tobytes() == opened(original).tobytes()
    assert not opened(image.content).getexif()
    assert (image.media_type, image.width, image.height) == ("image/jpeg", 40, 24)
    assert (image.mode, image.has_alpha, image.dpi) == ("RGB", False, (300.0, 300.0))


@pytest.mark.parametrize("options", [{"progressive": True}, {"optimize": True}, {"subsampling": 0},
                                     {"restart_marker_rows": 1}, {"keep_rgb": True}])  # fmt: skip
def test_jpeg_of_any_coding_keeps_its_pixels(options: dict[str, Any]) -> None:
    original = full_jpeg(**options)

    assert opened(clean_image(original).content).tobytes() == opened(original).tobytes()
    assert SECRET not in clean_image(original).content


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_jpeg_in_grey_and_in_printing_colours_keeps_its_pixels(mode: str) -> None:
    original = saved(gradient(mode), "JPEG", comment=SECRET)
    image = clean_image(original)

    assert image.mode == mode
    assert opened(image.content).tobytes() == opened(original).tobytes()
    assert SECRET not in image.content


def test_what_follows_the_end_of_a_jpeg_is_cut_off() -> None:
    assert SECRET not in clean_image(full_jpeg() + SECRET).content


def test_metadata_between_the_scans_of_a_jpeg_is_cut_out() -> None:
    original = full_jpeg(progressive=True)
    second_scan = original.rindex(b"\xff\xda")
    comment = b"\xff\xfe" + struct.pack(">H", len(SECRET) + 2) + SECRET
    image = clean_image(original[:second_scan] + comment + original[second_scan:])

    assert SECRET not in image.content
    assert opened(image.content).tobytes() == opened(original).tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_picture_is_turned_upright(orientation: int, form: str) -> None:
    upright = gradient()
    # The turns that the orientations of EXIF undo.
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    turn = turns.get(orientation)
    stored = upright if turn is None else upright.transpose(Image.Transpose(turn))
    options: dict[str, Any] = {"quality": 95} if form != "PNG" else {}
    image = clean_image(saved(stored, form, exif=exif(orientation), **options))

    assert (image.width, image.height) == (40, 24)
    assert not opened(image.content).getexif()
    corners = [(2, 2), (37, 2), (2, 21), (37, 21)]
    for corner in corners:
        expected, found = upright.getpixel(corner), opened(image.content).getpixel(corner)
        assert all(abs(a - b) < 24 for a, b in zip(expected, found, strict=True)), corner  # type: ignore[arg-type]


def test_png_keeps_its_pixels_and_loses_its_metadata() -> None:
    original = full_png()
    image = clean_image(original)

    assert SECRET in original
    assert opened(image.content).tobytes() == opened(original).tobytes()
    assert opened(image.content).info == {}
    assert [name for name, _ in chunks(image.content)] == [b"IHDR", b"IDAT", b"IEND"]
    assert image.dpi == pytest.approx((300, 300), abs=0.1)


def chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    found, position = [], 8
    while position < len(content):
        length = int.from_bytes(content[position : position + 4], "big")
        found.append(
            (content[position + 4 : position + 8], content[position + 8 : position + 8 + length])
        )
        position += 12 + length
    return found


def test_plain_png_is_not_compressed_again() -> None:
    original = full_png(compress_level=1)
    pixels = b"".join(data for name, data in chunks(original) if name == b"IDAT")

    assert pixels in clean_image(original).content


def test_png_that_hides_data_behind_its_pixels_is_written_anew() -> None:
    header = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    hidden = zlib.compress(b"\0\1\2\0\3\4") + SECRET
    parts = [(b"IHDR", header), (b"IDAT", hidden), (b"IEND", b"")]
    content = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )

    assert SECRET not in clean_image(content).content


@pytest.mark.parametrize("form", ["GIF", "TIFF", "WEBP", "BMP"])
def test_other_formats_become_png(form: str) -> None:
    options: dict[str, Any] = {"lossless": True} if form == "WEBP" else {}
    original = saved(gradient("L") if form == "GIF" else gradient(), form, **options)
    image = clean_image(original)

    assert image.media_type == "image/png"
    assert (
        opened(image.content).convert("RGB").tobytes() == opened(original).convert("RGB").tobytes()
    )


def test_tiff_loses_its_tags() -> None:
    original = saved(gradient(), "TIFF", tiffinfo={270: SECRET.decode(), 315: SECRET.decode()})

    assert SECRET in original
    assert SECRET not in clean_image(original).content


def test_animation_gives_its_first_frame() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    for form in ("GIF", "PNG", "WEBP", "TIFF"):
        options: dict[str, Any] = {"lossless": True} if form == "WEBP" else {}
        original = saved(frames[0], form, save_all=True, append_images=frames[1:], **options)
        cleaned = opened(clean_image(original).content)

        assert cleaned.convert("RGB").getpixel((4, 4)) == (255, 0, 0), form
        assert getattr(cleaned, "n_frames", 1) == 1


def test_sixteen_bits_become_eight() -> None:
    ramp = Image.frombytes(
        "I;16", (256, 1), b"".join(struct.pack("<H", n * 257) for n in range(256))
    )
    for form in ("PNG", "TIFF"):
        image = clean_image(saved(ramp, form))

        assert image.mode == "L"
        assert list(opened(image.content).tobytes()) == list(range(256)), form


def test_floating_point_pixels_are_unsupported() -> None:
    assert reason_of(saved(Image.new("F", (4, 4), 0.5), "TIFF")) == "unsupported-format"


def test_printing_colours_of_a_tiff_become_screen_colours() -> None:
    image = clean_image(saved(gradient("CMYK"), "TIFF"))

    assert (image.mode, image.media_type) == ("RGB", "image/png")


@pytest.mark.parametrize("colours", [2, 4, 16, 256])
@pytest.mark.parametrize("options", [{}, {"transparency": 1}])
def test_palette_of_a_png_is_kept(colours: int, options: dict[str, int]) -> None:
    original = full_png(gradient().quantize(colours), **options)
    image = clean_image(original)

    assert (image.mode, image.has_alpha) == ("P", bool(options))
    assert SECRET not in image.content
    assert opened(image.content).convert("RGBA").tobytes() == (
        opened(original).convert("RGBA").tobytes()
    )
    assert {name for name, _ in chunks(image.content)} <= {
        b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"
    }  # fmt: skip


def test_bitonal_png_is_kept() -> None:
    original = full_png(gradient("L").convert("1"))
    image = clean_image(original)

    assert (image.mode, SECRET in image.content) == ("1", False)
    assert opened(image.content).tobytes() == opened(original).tobytes()


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_single_transparent_colour_becomes_an_alpha_channel(mode: str) -> None:
    clear: Any = 7 if mode == "L" else (7, 7, 7)
    picture = Image.new(mode, (4, 4), clear)
    image = clean_image(saved(picture, "PNG", transparency=clear))

    assert (image.mode, image.has_alpha) == (mode + "A", True)
    assert opened(image.content).getchannel("A").getextrema() == (0, 0)


def test_palette_of_a_gif_becomes_colours() -> None:
    assert clean_image(saved(gradient().quantize(16), "GIF")).mode == "RGB"


def test_alpha_that_hides_nothing_goes() -> None:
    opaque = gradient("RGBA")
    opaque.putalpha(255)

    assert clean_image(saved(opaque, "PNG")).mode == "RGB"
    assert clean_image(saved(gradient("RGBA"), "PNG")).has_alpha


def test_colours_of_another_profile_become_srgb() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    profile = bytearray(lab.tobytes())
    # A profile whose red and green primaries are exchanged, under another name.
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    profile = profile.replace("sRGB".encode("utf-16-be"), "xxxx".encode("utf-16-be"))
    original = saved(Image.new("RGB", (8, 8), (220, 30, 30)), "PNG", icc_profile=bytes(profile))
    image = clean_image(original)

    red_value, green_value, _ = opened(image.content).getpixel((4, 4))  # type: ignore[misc]
    assert green_value > red_value
    assert "icc_profile" not in opened(image.content).info


def test_unreadable_profile_changes_nothing() -> None:
    original = saved(gradient(), "PNG", icc_profile=b"no profile")

    assert opened(clean_image(original).content).tobytes() == gradient().tobytes()


@pytest.mark.parametrize("make", [full_jpeg, full_png], ids=["jpeg", "png"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_half_an_image_is_truncated(make: Callable[[], bytes], part: float) -> None:
    content = make()

    assert reason_of(content[: int(len(content) * part)]) in {"truncated", "damaged"}


def test_truncation_is_seen_also_when_another_library_made_pillow_lenient() -> None:
    content = full_jpeg()
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        assert reason_of(content[:-60]) == "truncated"
        assert ImageFile.LOAD_TRUNCATED_IMAGES is True
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def test_damaged_image_is_damaged() -> None:
    content = bytearray(full_png())
    middle = content.index(b"IDAT") + 20
    content[middle : middle + 30] = b"\xff" * 30

    assert reason_of(bytes(content)) in {"damaged", "truncated"}


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b"8BPS\0\1" + b"\0" * 40, "Photoshop"),
        (b"%PDF-1.7\n", "PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "PostScript"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 40, "HEIC"),
        (b"\0" * 128 + b"DICM" + b"\0" * 40, "DICOM"),
    ],
)
def test_image_of_a_kind_that_is_not_read_is_named(content: bytes, detail: str) -> None:
    with pytest.raises(UnfitImageError) as caught:
        clean_image(content)

    assert (caught.value.reason, caught.value.detail) == ("unsupported-format", detail)
    assert looks_like_image(content)


@pytest.mark.parametrize("content", [b"", b"hello", b"BMI,24\n", b"p { color: red }", b"\0\1\0\0"])
def test_other_bytes_are_no_image(content: bytes) -> None:
    assert reason_of(content) == "not-an-image"
    assert not looks_like_image(content)


def test_decompression_bomb_is_refused_before_it_is_decoded() -> None:
    for side in (7000, 12000, 60000):
        header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
        bomb = b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
            for name, data in [
                (b"IHDR", header),
                (b"IDAT", zlib.compress(bytes(9))),
                (b"IEND", b""),
            ]
        )
        assert side * side > MAX_PIXELS
        assert reason_of(bomb) == "too-many-pixels"


def test_clean_image_cleans_to_itself() -> None:
    for make in (full_jpeg, full_png):
        once = clean_image(make())

        assert clean_image(once.content).content == once.content


def test_message_of_an_unfit_image_does_not_change_from_run_to_run() -> None:
    with pytest.raises(UnfitImageError) as caught:
        clean_image(b"\x89PNG\r\n\x1a\n" + b"x" * 50)

    assert "0x" not in str(caught.value)


def test_every_mutation_gives_an_image_or_a_reason() -> None:
    seeds = [
        full_jpeg(progressive=True),
        full_png(),
        saved(gradient("L"), "GIF"),
        saved(gradient(), "TIFF", compression="tiff_lzw"),
        saved(gradient(), "WEBP"),
        saved(gradient(), "BMP"),
    ]
    state = 12345
    for seed in seeds:
        for _ in range(80):
            mutant = bytearray(seed)
            for _ in range(4):
                state = (state * 1103515245 + 12345) % 2**31
                mutant[state % len(mutant)] = (state >> 8) % 256
            # Anything but an image or an UnfitImageError fails here.
            with contextlib.suppress(UnfitImageError):
                image = clean_image(bytes(mutant))
                assert image.width * image.height <= MAX_PIXELS
                assert opened(image.content).size == (image.width, image.height)


def test_same_image_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import sys, hashlib; from casereport.typesetting.images import clean_image\n"
        "print(hashlib.sha256(clean_image(sys.stdin.buffer.read()).content).hexdigest())"
    )
    content = saved(gradient(), "TIFF")
    runs = [
        subprocess.run([sys.executable, "-c", code], input=content, capture_output=True, check=True)
        for _ in range(2)
    ]

    assert runs[0].stdout == runs[1].stdout


def test_an_image_is_decoded_once_for_all_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    content = png_of_seed(1)
    decode = Mock(wraps=images._decode)
    monkeypatch.setattr(images, "_decode", decode)
    first = clean_image(content)

    assert clean_image(bytes(bytearray(content))) is first
    assert decode.call_count == 1


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
@pytest.mark.parametrize("colours", [1, 2, 3, 16, 255, 256])
def test_grey_of_a_palette_is_that_of_its_pixels(bits: int, colours: int) -> None:
    picture = Image.frombytes("P", (16, 16), bytes(n % 2**bits for n in range(256)))
    picture.putpalette(random.Random(colours).randbytes(3 * colours))
    stream = io.BytesIO()
    picture.save(stream, "PNG", bits=bits)
    read = Image.open(stream)
    read.load()

    assert images._grey(read).tobytes() == read.convert("L").tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_clean_png_need_not_be_proved_again(mode: str) -> None:
    stream = io.BytesIO()
    Image.new(mode, (5, 4), 1 if mode in {"1", "L", "P", "I;16"} else None).save(stream, "PNG")
    clean = clean_image(stream.getvalue()).content

    assert plain_png(clean, is_clean=True) == plain_png(clean)
    assert plain_png(clean) is not None


def test_images_are_remembered_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "_MOST_KEPT", 1000)
    monkeypatch.setattr(images, "_cleaned", OrderedDict())
    for seed in range(20):
        clean_image(png_of_seed(seed))

    assert 0 < sum(len(each.content) for each in images._cleaned.values()) <= 1000


def png_of_seed(seed: int) -> bytes:
    """A small picture like no other."""
    stream = io.BytesIO()
    noise = random.Random(seed).randbytes(10 * 10 * 3)
    Image.frombytes("RGB", (10, 10), noise).save(stream, "PNG")
    return stream.getvalue()
