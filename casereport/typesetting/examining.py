"""What the checks ask of an image, decoded once: its size as printed, and what it looks like.

Two pictures are compared as 32 by 32 greys: what remains when one of them is saved anew, made
smaller or pressed harder.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass

from casereport.typesetting.clean_image import UnfitImageError
from casereport.typesetting.images import clean_image

_MOST_KNOWN = 500
_AVERAGE, _ANYWHERE = 2, 24
_PLAIN = 8
"""Pictures whose greys lie closer together than this show nothing by which to compare them."""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """Points across and down, upright; both 0 for a drawing of lines, which prints at any size.

    ``digest`` is that of the file; ``greys`` are the picture's 1024 greys in small, none where
    it is all but plain, or a drawing of lines.
    """

    width: int
    height: int
    digest: bytes
    greys: bytes = b""

    @property
    def is_vector(self) -> bool:
        """True for SVG."""
        return not self.width


def looks_alike(first: ImageFacts, second: ImageFacts) -> bool:
    """True when the two are one picture to the eye: strict, so that near views stay two.

    The greys differ by no more than two levels of 255 on average and by 24 anywhere; the shapes by
    no more than one part in fifty.
    """
    if not first.greys or not second.greys:
        return False
    across, down = first.width * second.height, second.width * first.height
    if abs(across - down) * 50 > max(across, down):
        return False
    total = 0
    for one, other in zip(first.greys, second.greys, strict=True):
        gap = abs(one - other)
        total += gap
        if gap > _ANYWHERE:
            return False  # most pairs end here, after a few points
    return total <= _AVERAGE * len(first.greys)


_known: OrderedDict[bytes, ImageFacts | UnfitImageError] = OrderedDict()
_lock = threading.Lock()


def examine_image(content: bytes) -> ImageFacts:
    """The facts of an image; the same content is decoded once.

    Raises:
        UnfitImageError: it cannot be printed.
    """
    name = hashlib.sha256(content).digest()
    with _lock:
        facts = _known.get(name)
    if facts is None:
        facts = _examined(content, name)
        with _lock:
            _known[name] = facts
            while len(_known) > _MOST_KNOWN:
                _known.popitem(last=False)
    if isinstance(facts, UnfitImageError):
        raise UnfitImageError(facts.reason, facts.detail)
    return facts


def _examined(content: bytes, name: bytes) -> ImageFacts | UnfitImageError:
    try:
        image = clean_image(content)
    except UnfitImageError as error:
        return UnfitImageError(error.reason, error.detail)
    if image.media_type == "image/svg+xml":
        return ImageFacts(0, 0, name)
    greys = image.thumbnail
    shows = max(greys) - min(greys) >= _PLAIN
    return ImageFacts(image.width, image.height, name, greys if shows else b"")
