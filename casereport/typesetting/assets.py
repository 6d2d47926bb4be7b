"""The only door through which a document's resources come in: names in a mapping, and data: images.

Every URL is resolved here and nowhere else; what is not ``asset:NAME`` is refused before anything
is opened (RFC 3986 for the URL, RFC 2397 for ``data:``). An image is decoded and written anew
first, whatever it is wanted for.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, unquote_to_bytes

from casereport.typesetting.images import UnfitImageError, clean_image, looks_like_image
from casereport.typesetting.result import Refusal, RefusalReason, RefusedKind

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SHOWN = 120
_FONT_SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2")
_LINK_SCHEMES = frozenset({"http", "https", "mailto"})


class RefusedError(Exception):
    """The document may not have this resource; the refusal is recorded already."""


@dataclass(frozen=True, slots=True)
class Served:
    """A resource that the document may have, and its media type."""

    content: bytes
    media_type: str


class AssetStore:
    """The assets of one document, and the list of what was refused to it."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self._assets = assets
        self._images: dict[bytes, Served] = {}
        self._refusals: dict[Refusal, None] = {}

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """What was refused so far, each once, in the order of asking."""
        return tuple(self._refusals)

    def refuse(
        self, url: str, kind: RefusedKind, reason: RefusalReason, detail: str = ""
    ) -> RefusedError:
        """Record a refusal; the exception that is returned is for the engine's ears only."""
        shown = url if len(url) <= _SHOWN else url[: _SHOWN - 1] + "\u2026"
        self._refusals[Refusal(shown, kind, reason, detail)] = None
        return RefusedError(f"{kind} refused ({reason}): {shown}")

    def serve(self, url: str, kind: RefusedKind) -> Served:
        """The resource at ``url``.

        Raises:
            RefusedError: it is not an asset, or not of the kind that is wanted.
        """
        scheme = scheme_of(url)
        if scheme == "data":
            return self._serve_data(url, kind)
        if scheme != "asset":
            raise self.refuse(url, kind, "not-an-asset")
        content = self._find(url)
        if content is None:
            raise self.refuse(url, kind, "unknown-asset")
        if looks_like_image(content):
            # Also as an attachment: what leaves in the PDF carries no metadata.
            image = self._clean(url, kind, content)
            if kind in {"image", "attachment"}:
                return image
            raise self.refuse(url, kind, "wrong-type")
        return self._serve_other(url, kind, content)

    def _find(self, url: str) -> bytes | None:
        name = url.split(":", 1)[1]
        # A URL arrives percent-encoded; the fragment chooses a part of a file, never the file.
        for candidate in (name, unquote(name), unquote(name.split("#", 1)[0])):
            if candidate in self._assets:
                return self._assets[candidate]
        return None

    def _serve_other(self, url: str, kind: RefusedKind, content: bytes) -> Served:
        if kind == "image":
            # Not even the first bytes are those of an image: say why, in the images' own words.
            return self._clean(url, kind, content)
        if kind == "attachment":
            return Served(content, "application/octet-stream")
        is_font = content.startswith(_FONT_SIGNATURES)
        if kind == "font" and is_font:
            return Served(content, "font/sfnt")
        if kind == "stylesheet" and content[36:40] == b"acsp":
            # A sheet's @color-profile rule asks in the sheet's name (ICC.1 §7.2.11).
            return Served(content, "application/vnd.iccprofile")
        if kind == "stylesheet" and not is_font:
            return Served(content, "text/css")
        raise self.refuse(url, kind, "wrong-type")

    def _serve_data(self, url: str, kind: RefusedKind) -> Served:
        if kind != "image":
            raise self.refuse(url, kind, "data-url")
        header, comma, payload = url[len("data:") :].partition(",")
        media_type, *parameters = (part.strip().lower() for part in header.split(";"))
        if not comma or not media_type.startswith("image/"):
            raise self.refuse(url, kind, "data-url")
        content = unquote_to_bytes(payload)
        if "base64" in parameters:
            try:
                content = base64.b64decode(b"".join(content.split()), validate=True)
            except binascii.Error as error:
                raise self.refuse(url, kind, "data-url", str(error)) from error
        return self._clean(url, kind, content)

    def _clean(self, url: str, kind: RefusedKind, content: bytes) -> Served:
        if content not in self._images:
            try:
                image = clean_image(content)
            except UnfitImageError as error:
                detail = f"{error.reason}: {error.detail}" if error.detail else error.reason
                raise self.refuse(url, kind, "unfit-image", detail) from error
            self._images[content] = Served(image.content, image.media_type)
        return self._images[content]


def scheme_of(url: str) -> str:
    """The URL's scheme in lower case, or nothing for a relative one."""
    match = _SCHEME.match(url)
    return match[1].lower() if match else ""


def may_link_to(target: str) -> bool:
    """True for the targets a link may have: ``#…``, ``http(s):``, ``mailto:``."""
    cleaned = re.sub(r"[\t\n\r]", "", target.strip(" \t\n\f\r"))
    if any(character < " " or character == "\x7f" for character in cleaned):
        return False
    if cleaned.startswith("#"):
        return len(cleaned) > 1
    return scheme_of(cleaned) in _LINK_SCHEMES
