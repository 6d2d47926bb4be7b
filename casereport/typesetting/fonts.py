"""The bundled font families, as ``fonts/families.yaml`` declares them.

The same declaration serves the PDF (the engine adds each face to its private fontconfig) and any
HTML engine (``font_face_rules`` writes the @font-face rules, CSS Fonts 4 §4).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

import yaml

from casereport import resources
from casereport.errors import CaseReportError

_RANGE = re.compile(r"U\+([0-9A-F]{1,6})(?:-([0-9A-F]{1,6}))?")
_LIST = "families.yaml"


@dataclass(frozen=True, slots=True)
class FontFace:
    """One font file under one family name.

    ``file`` is relative to ``fonts/``; ``unicode_range`` holds inclusive code point ranges, and is
    empty for a face that lends its whole repertoire.
    """

    family: str
    file: str
    weight: Literal[400, 700]
    style: Literal["normal", "italic"] = "normal"
    unicode_range: tuple[tuple[int, int], ...] = ()

    def content(self) -> bytes:
        """The font file's bytes.

        Raises:
            ResourceMissingError: the installation is not whole.
        """
        return resources.read_bytes("fonts", self.file)

    def rule(self, url: str) -> str:
        """The CSS @font-face rule of this face, its file standing at ``url``."""
        lines = [
            f'font-family: "{self.family}";',
            f"font-weight: {self.weight};",
            f"font-style: {self.style};",
            f'src: url("{url}") format("truetype");',
        ]
        if self.unicode_range:
            lines.append(f"unicode-range: {_css_range(self.unicode_range)};")
        return "@font-face {\n  " + "\n  ".join(lines) + "\n}\n"


@cache
def font_faces() -> tuple[FontFace, ...]:
    """Every bundled face, in the order of ``fonts/families.yaml``.

    Raises:
        ResourceMissingError: the file is missing from this installation.
        CaseReportError: the file does not say what it should.
    """
    try:
        declared = cast("dict[str, Any]", yaml.safe_load(resources.read_text("fonts", _LIST)))
        ranges = {name: _parse_range(text) for name, text in declared["ranges"].items()}
        return tuple(
            _face(family, entry, ranges)
            for family, entries in declared["families"].items()
            for entry in entries
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise CaseReportError(f"fonts/{_LIST}: {error}") from error


def font_face_rules(
    url_of: Callable[[FontFace], str], families: Iterable[str] | None = None
) -> str:
    """The @font-face rules of the named families (all of them by default), for any HTML engine.

    ``url_of`` says where a face's file stands; faces that share a file may share the URL.
    """
    wanted = None if families is None else frozenset(families)
    return "".join(
        face.rule(url_of(face)) for face in font_faces() if wanted is None or face.family in wanted
    )


def _face(
    family: str,
    entry: Mapping[str, Any],
    ranges: Mapping[str, tuple[tuple[int, int], ...]],
) -> FontFace:
    unknown = set(entry) - {"file", "weight", "style", "range"}
    weight, style = entry["weight"], entry.get("style", "normal")
    if unknown or weight not in {400, 700} or style not in {"normal", "italic"}:
        raise ValueError(f"{family}: not a face: {dict(entry)}")
    named = entry.get("range")
    return FontFace(
        family=family,
        file=entry["file"],
        weight=weight,
        style=style,
        unicode_range=ranges[named] if named else (),
    )


def _parse_range(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of a CSS ``unicode-range`` value (single code points and intervals)."""
    found: list[tuple[int, int]] = []
    for part in text.split(","):
        match = _RANGE.fullmatch(part.strip().upper())
        if match is None:
            raise ValueError(f"not a unicode-range: {part.strip()!r}")
        first = int(match[1], 16)
        last = int(match[2], 16) if match[2] else first
        if not first <= last <= 0x10FFFF:
            raise ValueError(f"not a unicode-range: {part.strip()!r}")
        found.append((first, last))
    return tuple(found)


def _css_range(ranges: Iterable[tuple[int, int]]) -> str:
    return ", ".join(
        f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in ranges
    )
