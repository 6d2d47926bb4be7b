"""What UAX #9 says of one paragraph of HTML: a second opinion beside Chromium's.

It knows nothing of boxes: the fragment becomes a string in which elements are the controls that
CSS Writing Modes 3 section 2.4 names for them, and white space is collapsed (CSS Text 3, 4.1.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from casereport.text.bidi import bidi_class, embedding_levels, visual_order
from casereport.text.characters import FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO
from tests.bidi.lines import is_visible

_PARAGRAPHS = frozenset({"p", "div"})
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "small", "span", "strong"}
    | {"sub", "sup", "u", "var"}
)
_CONTROLS = {
    ("embed", "ltr"): (LRE, PDF),
    ("embed", "rtl"): (RLE, PDF),
    ("isolate", "ltr"): (LRI, PDI),
    ("isolate", "rtl"): (RLI, PDI),
    ("bidi-override", "ltr"): (LRO, PDF),
    ("bidi-override", "rtl"): (RLO, PDF),
    ("isolate-override", "ltr"): (FSI + LRO, PDF + PDI),
    ("isolate-override", "rtl"): (FSI + RLO, PDF + PDI),
}
_COLLAPSING = " \t\n"
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Reference:
    """The characters of a paragraph, controls among them, and the level of each."""

    text: str
    levels: tuple[int, ...]

    def visible(self) -> list[int]:
        """The places of the characters that print, spaces left out, in logical order."""
        return [i for i, c in enumerate(self.text) if is_visible(c) and not c.isspace()]

    def visual(self, places: Sequence[int]) -> list[int]:
        """``places``, which make one line in logical order, from left to right (rules L1, L2)."""
        if not places:
            return []
        start, end = places[0], places[-1] + 1
        wanted = frozenset(places)
        order = (start + i for i in visual_order(self.levels[start:end]))
        return [place for place in order if place in wanted]

    def lines(self) -> list[str]:
        """The visual lines that forced breaks make, without spaces."""
        lines: list[list[int]] = [[]]
        for place, character in enumerate(self.text):
            if character == _BREAK:
                lines.append([])
            elif is_visible(character) and not character.isspace():
                lines[-1].append(place)
        return ["".join(self.text[i] for i in self.visual(line)) for line in lines if line]


def reference(fragment: str) -> Reference | None:
    """The levels of a fragment that is one paragraph of inline elements; None for any other."""
    reader = _Reader()
    reader.feed(fragment)
    reader.close()
    if reader.is_foreign or reader.direction is None:
        return None
    return reader.resolve()


@dataclass(slots=True)
class _Open:
    """An inline element: the controls at its two ends."""

    tag: str
    opening: str
    closing: str
    place: int = 0
    """Where its opening stands in its part, to be settled when its direction is known."""
    part: int = 0
    is_auto: bool = False
    is_apart: bool = False
    """Its text does not count for the direction of what it stands in (HTML 3.2.6.4)."""


@dataclass(slots=True)
class _Paragraph:
    text: str = ""
    opened: str = ""
    """The controls of the elements that are open where it begins."""


@dataclass
class _Reader(HTMLParser):
    direction: str | None = None
    is_foreign: bool = False
    open: list[_Open] = field(default_factory=list)
    parts: list[_Paragraph] = field(default_factory=lambda: [_Paragraph()])

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _PARAGRAPHS and self.direction is None:
            self.direction = given.get("dir", "ltr")
            self.is_foreign |= "style" in given or "class" in given
        elif tag == "br":
            self._break()
        elif tag == "img":
            self.parts[-1].text += "\ufffc"
        elif tag in _INLINE:
            self._open(tag, given)
        elif tag != "wbr":
            self.is_foreign = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE and self.open and self.open[-1].tag == tag:
            self.parts[-1].text += self.open.pop().closing
        elif tag not in _PARAGRAPHS:
            self.is_foreign = True

    def handle_data(self, data: str) -> None:
        if self.direction is None:
            self.is_foreign |= bool(data.strip())
            return
        for character in data:
            self._settle_auto(character)
            if character not in _COLLAPSING:
                self.parts[-1].text += character
            elif not self._ends_in_space():
                self.parts[-1].text += " "

    def _open(self, tag: str, given: dict[str, str]) -> None:
        opening, closing = self._controls(tag, given)
        element = _Open(tag, opening, closing, len(self.parts[-1].text), len(self.parts) - 1)
        element.is_apart = tag == "bdi" or "dir" in given
        element.is_auto = given.get("dir", "auto") == "auto" and element.is_apart
        self.open.append(element)
        self.parts[-1].text += opening

    def _settle_auto(self, character: str) -> None:
        """The first strong character settles the elements that wait for one."""
        name = bidi_class(character)
        if name not in {"L", "R", "AL"}:
            return
        for element in reversed(self.open):
            if element.is_auto:
                element.is_auto = False
                element.opening = LRI if name == "L" else RLI
                text = self.parts[element.part].text
                place = element.place
                self.parts[element.part].text = text[:place] + element.opening + text[place + 1 :]
            if element.is_apart:
                return
        if self.direction == "auto":
            self.direction = "ltr" if name == "L" else "rtl"

    def _ends_in_space(self) -> bool:
        """True at the paragraph's start, and after a space whatever controls stand between."""
        seen = (c for c in reversed(self.parts[-1].text) if is_visible(c))
        return next(seen, " ") == " "

    def _break(self) -> None:
        self.parts.append(_Paragraph(opened="".join(element.opening for element in self.open)))

    def _controls(self, tag: str, given: dict[str, str]) -> tuple[str, str]:
        direction = given.get("dir", "")
        style = {
            name.strip(): value.strip()
            for name, _, value in (
                item.partition(":") for item in given.get("style", "").split(";")
            )
            if value
        }
        self.is_foreign |= "display" in style or "class" in given
        if style.get("unicode-bidi") == "plaintext":
            return FSI, PDI
        if direction == "auto" or (tag == "bdi" and not direction):
            return LRI, PDI  # until a strong character says otherwise
        kind = "isolate" if direction or tag == "bdi" else "normal"
        kind = style.get("unicode-bidi", "isolate-override" if tag == "bdo" else kind)
        return _CONTROLS.get(
            (kind, style.get("direction", direction or self._inherited())), ("", "")
        )

    def _inherited(self) -> str:
        # Only styles that name their own direction are used in the cases.
        return "rtl" if self.direction == "rtl" else "ltr"

    def resolve(self) -> Reference:
        text = ""
        levels: list[int] = []
        base = int(self.direction == "rtl")
        for index, part in enumerate(self.parts):
            ending = _BREAK if index < len(self.parts) - 1 else ""
            found = embedding_levels(part.opened + part.text + ending, base_level=base)
            text += part.text + ending
            levels.extend(found[len(part.opened) :])
        return Reference(text, tuple(levels))
