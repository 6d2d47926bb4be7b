"""Any image to one that is safe to print: decoded whole, without metadata, upright, of a sane size.

A JPEG that decodes keeps its very pixels (its metadata segments are cut out, :mod:`.jpeg`); a
plain PNG keeps its compressed data (:mod:`.png`); other rasters become PNG; an SVG is rebuilt from
what may be in a picture (:mod:`.svg`). Never imports the engine: checks use this too.
"""

from __future__ import annotations

import hashlib
import io
import re
import threading
import warnings
from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from casereport.typesetting.clean_image import CleanImage, UnfitImageError
from casereport.typesetting.jpeg import without_metadata as jpeg_without_metadata
from casereport.typesetting.png import is_whole as png_is_whole
from casereport.typesetting.png import plain_png
from casereport.typesetting.svg import clean_svg

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["MAX_PIXELS", "CleanImage", "UnfitImageError", "clean_image", "looks_like_image"]

MAX_PIXELS = 40_000_000
"""No image is decoded beyond this: 40 Mpx fill two A4 pages at 600 dpi."""

_FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP")
_JPEG_QUALITY = 92
_HEAD = 4096

_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_UNSUPPORTED = (
    (0, b"8BPS", "Photoshop"),
    (0, b"%PDF-", "PDF"),
    (0, b"%!PS", "PostScript"),
    (0, b"\xc5\xd0\xd3\xc6", "PostScript"),
    (0, b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", "JPEG 2000"),
    (0, b"II+\x00", "BigTIFF"),
    (0, b"MM\x00+", "BigTIFF"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypavif", "AVIF"),
    (128, b"DICM", "DICOM"),
)
_BMP_HEADERS = frozenset({12, 40, 52, 56, 64, 108, 124})
_SVG_START = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*+)*+"
    r"<(?:\w+:)?svg[\s>/]",
    re.DOTALL | re.IGNORECASE,
)
_PILLOW = threading.Lock()
_cleaned: OrderedDict[bytes, CleanImage] = OrderedDict()
_THUMBNAIL = 32, 32
_MOST_KEPT = 16 * 1024 * 1024
"""Bytes of clean images that are kept for whoever asks next."""


def looks_like_image(content: bytes) -> bool:
    """True when the first bytes are those of an image, one that we can read or one we know of."""
    return _signature(content) is not None or _unsupported(content) is not None


def clean_image(content: bytes) -> CleanImage:
    """The image decoded whole and written anew without metadata.

    Orientation is applied; an animation gives its first frame; 16 bits a channel become 8; colours
    of another profile become sRGB; an alpha channel that hides nothing goes. The last ones are
    remembered: checks look at the pictures that are printed after them.

    Raises:
        UnfitImageError: see its reasons.
    """
    name = hashlib.sha256(content).digest()
    with _PILLOW:
        known = _cleaned.get(name)
    if known is not None:
        return known
    image = _clean(content)
    with _PILLOW:
        _cleaned[name] = image
        while sum(len(each.content) for each in _cleaned.values()) > _MOST_KEPT:
            _cleaned.popitem(last=False)
    return image


def _clean(content: bytes) -> CleanImage:
    signature = _signature(content)
    if signature == "SVG":
        return clean_svg(content, clean_raster=_clean_raster)
    known = _unsupported(content)
    if known is not None:
        raise UnfitImageError("unsupported-format", known)
    if signature is None:
        raise UnfitImageError("not-an-image")
    return _clean_raster(content)


def _signature(content: bytes) -> str | None:
    for magic, name in _SIGNATURES:
        if content.startswith(magic):
            return name
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    if content[:2] == b"BM" and int.from_bytes(content[14:18], "little") in _BMP_HEADERS:
        return "BMP"
    return "SVG" if _SVG_START.match(_text_head(content)) else None


def _text_head(content: bytes) -> str:
    head = content[:_HEAD]
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return head.decode("utf-16", errors="replace")
    return head.decode("utf-8", errors="replace")


def _unsupported(content: bytes) -> str | None:
    for offset, magic, name in _UNSUPPORTED:
        if content[offset : offset + len(magic)] == magic:
            return name
    return None


def _clean_raster(content: bytes) -> CleanImage:
    from PIL import Image, ImageFile

    with _PILLOW, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        # Another library in the process may have told Pillow to accept half an image.
        tolerant, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
        try:
            return _decode(content)
        except UnfitImageError:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise UnfitImageError("too-many-pixels", str(error)) from error
        except Exception as error:
            # Pillow's decoders fail in every way there is; all of them mean a bad file.
            raise UnfitImageError(*_why(error)) from error
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = tolerant


def _why(error: Exception) -> tuple[Any, str]:
    detail = str(error).replace("\n", " ")[:200]
    truncated = isinstance(error, EOFError) or "truncat" in detail.lower()
    # Pillow names the object it was given: an address that changes from run to run.
    return ("truncated" if truncated else "damaged"), re.sub(r"<_io\.[^<>]*>", "the file", detail)


def _decode(content: bytes) -> CleanImage:
    from PIL import Image

    with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            raise UnfitImageError("too-many-pixels", f"{width} \u00d7 {height}")
        dpi = _declared_dpi(image)
        image.load()
        original = image.format
        if original == "PNG" and not png_is_whole(content):
            raise UnfitImageError("truncated", "the end chunk is missing")
        upright = _upright(image)
        coloured = _in_srgb(upright)
        touched = coloured is not image
        if original in {"JPEG", "MPO"}:
            return _finish_jpeg(content, coloured, dpi, touched=touched)
        return _finish_png(content, coloured, dpi, touched=touched or original != "PNG")


def _finish_jpeg(
    content: bytes, image: Image.Image, dpi: tuple[float, float] | None, *, touched: bool
) -> CleanImage:
    cleaned = None if touched else jpeg_without_metadata(content)
    if cleaned is None:
        stream = io.BytesIO()
        bare = _bare(image if image.mode in {"L", "RGB", "CMYK"} else image.convert("RGB"))
        bare.save(stream, "JPEG", quality=_JPEG_QUALITY, subsampling=0, optimize=True)
        cleaned = stream.getvalue()
    return CleanImage(
        content=cleaned,
        media_type="image/jpeg",
        width=image.width,
        height=image.height,
        has_alpha=False,
        mode=image.mode,
        dpi=dpi,
        thumbnail=_thumbnail(image, has_alpha=False),
    )


def _finish_png(
    content: bytes, image: Image.Image, dpi: tuple[float, float] | None, *, touched: bool
) -> CleanImage:
    plain = image
    unchanged = None if touched or _is_opaque(image) else plain_png(content)
    if unchanged is not None:
        cleaned = unchanged.encoded()
    else:
        plain = _eight_bit(image)
        if _is_opaque(plain):
            plain = plain.convert(plain.mode[:-1])
        stream = io.BytesIO()
        _bare(plain).save(stream, "PNG", compress_level=6)
        cleaned = stream.getvalue()
    has_alpha = plain.mode in {"RGBA", "LA"} or "transparency" in plain.info
    return CleanImage(
        content=cleaned,
        media_type="image/png",
        width=plain.width,
        height=plain.height,
        has_alpha=has_alpha,
        mode=plain.mode,
        dpi=dpi,
        thumbnail=_thumbnail(plain, has_alpha=has_alpha),
    )


def _thumbnail(image: Image.Image, *, has_alpha: bool) -> bytes:
    """See :class:`CleanImage`; taken here, where the picture is decoded."""
    from PIL import Image

    if has_alpha:
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image.convert("RGBA"))
    return _grey(image).resize(_THUMBNAIL, Image.Resampling.BOX).tobytes()


def _grey(image: Image.Image) -> Image.Image:
    """``image.convert("L")``; of a palette each colour is converted once, not each pixel."""
    from PIL import Image

    if image.mode != "P" or "transparency" in image.info:
        return image.convert("L")
    colours = Image.frombytes("P", (256, 1), bytes(range(256)))
    colours.putpalette(image.getpalette() or [])
    return image.point(list(colours.convert("L").tobytes()), "L")


def _is_opaque(image: Image.Image) -> bool:
    """True for an alpha channel that hides nothing."""
    return image.mode in {"RGBA", "LA"} and image.getchannel("A").getextrema() == (255, 255)


def _bare(image: Image.Image) -> Image.Image:
    """A copy that remembers nothing but its pixels (Pillow writes what ``info`` holds)."""
    bare = image.copy()
    bare.info = {}
    return bare


def _upright(image: Image.Image) -> Image.Image:
    from PIL import ImageOps

    if image.getexif().get(0x0112, 1) in {2, 3, 4, 5, 6, 7, 8}:
        return ImageOps.exif_transpose(image)
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """The image in sRGB when its profile says that its colours are others'."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA"}:
        return image
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in ImageCms.getProfileDescription(own).lower():
            return image
        converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # an unreadable profile says nothing about the colours
    return image if converted is None else converted


def _eight_bit(image: Image.Image) -> Image.Image:
    """The image in L, LA, RGB or RGBA."""
    mode = image.mode
    if mode in {"L", "LA", "RGB", "RGBA"} and "transparency" not in image.info:
        return image
    if "transparency" in image.info or mode in {"PA", "La", "RGBa"}:
        return image.convert("LA" if mode in {"1", "L", "La"} else "RGBA")
    if mode == "1":
        return image.convert("L")
    if mode == "F":
        raise UnfitImageError("unsupported-format", "floating-point pixels")
    if mode.startswith("I"):
        # 16 bits a pixel: 65535 becomes 255.
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image.convert("RGB")


def _declared_dpi(image: Image.Image) -> tuple[float, float] | None:
    declared = image.info.get("dpi")
    try:
        across, down = (float(value) for value in declared or ())
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return (across, down) if across > 1 and down > 1 else None
