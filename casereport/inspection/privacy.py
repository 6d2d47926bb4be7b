"""What a PDF tells of its makers without showing it: paths, camera data, comments.

PDF 32000-1 14.3 (metadata) and 12.5.6 (annotations); Exif 2.3, 4.7.2 (the APP1 marker).
"""

from __future__ import annotations

import re

from casereport.inspection.document import PdfDocument

_PATH = re.compile(
    r"file:/+[^\s<>\"']+|(?<![A-Za-z])[A-Za-z]:[\\/][^\s<>\"']+|\\\\[\w.$-]+\\[^\s<>\"']+"
    r"|/(?:home|Users|root|mnt|tmp|var)/[^\s<>\"']+"
)
_EXIF = b"Exif\x00\x00"


def paths_in(document: PdfDocument) -> tuple[str, ...]:
    """The paths of a disk that stand in the metadata, the attachments' names, or the links."""
    texts = (*document.metadata.values(), document.xmp, *document.attachments, *document.links)
    return tuple(dict.fromkeys(path for text in texts for path in _PATH.findall(text)))


def commentators(document: PdfDocument) -> tuple[str, ...]:
    """The author of each comment on a page, in their order; empty for one without a name."""
    return tuple(author for page in document.pages for author in page.comments)


def has_camera_data(content: bytes) -> bool:
    """True when a photograph in the file still carries its Exif data (date, device, place)."""
    return _EXIF in content
