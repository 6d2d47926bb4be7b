"""PNG pictures into the PDF as they are compressed.

WeasyPrint decodes each PNG and compresses it twice; PDF takes the compressed rows as they stand
(PDF 32000-1 §7.4.4.4, predictor 15), and a palette as an Indexed colour space (§8.6.6.3). The pages
look the same; five full-column figures take a tenth of the time and a third of the bytes.
"""

from __future__ import annotations

import hashlib
from typing import Any

import pydyf
from weasyprint.images import RasterImage, get_image_from_uri

from casereport.typesetting.engine.fetching import AssetFetcher
from casereport.typesetting.png import PlainPng, plain_png

_UPRIGHT = ("from-image", "none")


def load_picture(
    cache: dict[str, Any],
    url_fetcher: AssetFetcher,
    options: dict[str, Any],
    url: str,
    *rest: Any,
    orientation: Any = "from-image",
    **more: Any,
) -> Any:
    """The image at ``url`` for WeasyPrint's layout (its ``get_image_from_uri``), or None."""
    if url not in cache and orientation in _UPRIGHT:
        # The store gives out clean images alone.
        picture = plain_png(url_fetcher.content(url), is_clean=True)
        if picture is not None and not picture.has_alpha:
            cache[url] = CompressedPicture(url, picture)
    return get_image_from_uri(
        cache, url_fetcher, options, url, *rest, orientation=orientation, **more
    )


class CompressedPicture(RasterImage):  # type: ignore[misc]  # (untyped base)
    """A plain PNG; it is never decoded, so the base class's own preparation is left out."""

    def __init__(self, url: str, picture: PlainPng) -> None:
        self.id = hashlib.md5(url.encode(), usedforsecurity=False).hexdigest()
        self.width, self.height = picture.width, picture.height
        self.ratio = picture.width / picture.height
        self._dpi = None
        self._picture = picture

    def get_x_object(self, interpolate: Any, _dpi_ratio: float) -> pydyf.Stream:
        """The picture as a PDF image (the ratio is 1: no picture is made smaller)."""
        picture = self._picture
        parameters = pydyf.Dictionary(
            {
                "Predictor": 15,
                "Colors": picture.channels,
                "BitsPerComponent": picture.depth,
                "Columns": picture.width,
            }
        )
        extra = pydyf.Dictionary(
            {
                "Type": "/XObject",
                "Subtype": "/Image",
                "Width": picture.width,
                "Height": picture.height,
                "ColorSpace": _colour_space(picture),
                "BitsPerComponent": picture.depth,
                "Interpolate": "true" if interpolate else "false",
                "Filter": "/FlateDecode",
                "DecodeParms": parameters,
            }
        )
        return pydyf.Stream([picture.pixels], extra)


def _colour_space(picture: PlainPng) -> Any:
    if not picture.palette:
        return "/DeviceRGB" if picture.channels == 3 else "/DeviceGray"
    # As many colours as an index can name: one beyond the palette is black, as in a decoder.
    colours = picture.palette.ljust(3 * 2**picture.depth, b"\0")[: 3 * 2**picture.depth]
    last = len(colours) // 3 - 1
    return pydyf.Array(["/Indexed", "/DeviceRGB", last, f"<{colours.hex()}>"])
