"""An EndNote XML file as records whose elements know their places.

Each ``<record>`` is cut out and parsed by itself: a broken one costs itself alone. Nothing before
or between them reaches the parser, so no document type is ever read and no entity declared; what
lxml cannot tell, the column of an element, is found in the same stretch by its tags.
"""

from __future__ import annotations

import html.entities
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from casereport.diagnostics import Span
from casereport.text.yaml_tree import Places

_BEGIN_OR_END = re.compile(r"<(/?)record(?=[\s>/])[^<>]{0,2000}>")
# What is never closed reaches to the end: looked for once, not once for each beginning.
_MARKUP = re.compile(
    r"<!--(?:.*?-->|.*+)|<!\[CDATA\[(?:.*?\]\]>|.*+)|<\?(?:.*?\?>|.*+)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z_][\w.:-]{0,80})(?P<rest>[^<>]{0,2000})>",
    re.DOTALL,
)
_ENTITY = re.compile(
    r"&(?:#(?:[0-9]{1,7}|x[0-9A-Fa-f]{1,6});|(?P<name>[A-Za-z][A-Za-z0-9]{0,31});)?"
)
_CDATA = "<![CDATA["
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
TYPE = "ref-type"
MAX_RECORD = 1_000_000
_MAX_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Element:
    """An element without children that count: ``path`` from the record down, its text, its place.

    ``style`` elements inside a text are part of it; their superscripts become CSL's tags.
    """

    path: str
    text: str
    markup: str
    attributes: dict[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class XmlRecord:
    """One entry: the elements that were asked for by their path; ``source``: as it stands."""

    elements: Mapping[str, Sequence[Element]]
    span: Span
    source: str

    def all(self, *paths: str) -> list[Element]:
        """The elements at these paths that say something, path by path."""
        return [element for path in paths for element in self.elements.get(path, ())]

    def first(self, *paths: str) -> str:
        """The text of the first of them."""
        return next((element.text for element in self.all(*paths)), "")


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """A record that is not XML: the line where the parser stopped, and why it did."""

    span: Span
    reason: str


def read_records(text: str, file: str, paths: frozenset[str]) -> Iterator[XmlRecord | BrokenRecord]:
    """The records of the file in their order, with what is broken in its place.

    ``paths``: of the elements that are wanted; most of a library is abstracts and key words.
    """
    places = Places(text, file)
    for start, end, whole in _stretches(text):
        source = text[start:end]
        if not whole or len(source) > MAX_RECORD:
            reason = "" if not whole else "too long"
            yield BrokenRecord(_first_line(source, start, places), reason)
            continue
        yield _record(source, start, places, paths)


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each record from its tag to its end; False: the next begins, or the file ends, before it."""
    start: int | None = None
    for match in _BEGIN_OR_END.finditer(text):
        if match[1]:
            if start is not None:
                yield start, match.end(), True
            start = None
        elif not match[0].endswith("/>"):
            if start is not None:
                yield start, match.start(), False
            start = match.start()
    if start is not None:
        yield start, len(text), False


def _first_line(source: str, start: int, places: Places) -> Span:
    line = re.split(r"[\r\n]", source[:200], maxsplit=1)[0].rstrip()
    return places.span(start, start + len(line))


def _record(
    source: str, start: int, places: Places, paths: frozenset[str]
) -> XmlRecord | BrokenRecord:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True, strip_cdata=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(_mended(source), parser)
    except etree.XMLSyntaxError as error:
        return _broken(error, source, start, places)
    stretches = list(_contents(source))
    found = list(root.iter(etree.Element))
    if len(found) != len(stretches):
        return BrokenRecord(_first_line(source, start, places), "")
    by_element = dict(zip(found, stretches, strict=True))
    elements: dict[str, list[Element]] = {}
    for path, element in _leaves(root):
        text = _text(element) if path in paths else ""
        if text or path == TYPE:
            begin, end = _inner(by_element[_wholly_styled(element)], source)
            attributes = {str(name): str(value) for name, value in element.attrib.items()}
            span = places.span(start + begin, start + end)
            found_element = Element(path, text, _markup(element), attributes, span)
            elements.setdefault(path, []).append(found_element)
    return XmlRecord(elements, places.span(start, start + len(source)), source)


def _broken(error: etree.XMLSyntaxError, source: str, start: int, places: Places) -> BrokenRecord:
    """With the line where the parser stopped, which is not always the one where it begins."""
    reason = re.sub(r", line \d+, column \d+\Z| line \d+(?= and )", "", str(error.msg or ""))
    lines = list(re.finditer(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)", source))
    line = (error.lineno or 1) - 1
    if not 0 < line < len(lines):
        return BrokenRecord(_first_line(source, start, places), reason)
    text = lines[line][1]
    begin = start + lines[line].start() + len(text) - len(text.lstrip())
    end = start + lines[line].start() + len(text.rstrip())
    return BrokenRecord(places.span(begin, max(begin, end)), reason)


def _mended(source: str) -> str:
    """What the parser gets: of the same lines, with its entities resolved but in CDATA."""
    first, *rest = _FORBIDDEN.sub("\ufffd", source).split(_CDATA)
    pieces = [_ENTITY.sub(_entity, first)]
    for piece in rest:
        verbatim, end, after = piece.partition("]]>")
        pieces.append(f"{_CDATA}{verbatim}{end}{_ENTITY.sub(_entity, after)}")
    return "".join(pieces)


def _entity(match: re.Match[str]) -> str:
    """XML's own entities stay; HTML's become their character; a bare & is one."""
    name = match["name"]
    if name is None:
        return "&amp;" if match[0] == "&" else match[0]
    if name in _OF_XML:
        return match[0]
    meaning = html.entities.html5.get(name + ";")
    return meaning if meaning is not None else match[0]


def _contents(source: str) -> Iterator[tuple[int, int]]:
    """Where the content of each element begins and ends, in the order in which they begin."""
    found: list[list[int]] = []
    open_elements: list[int] = []
    for match in _MARKUP.finditer(source):
        if match["name"] is None:
            continue
        if match["close"]:
            if open_elements:
                found[open_elements.pop()][1] = match.start()
            continue
        found.append([match.end(), match.end()])
        if not match["rest"].endswith("/"):
            open_elements.append(len(found) - 1)
    return iter((begin, max(begin, end)) for begin, end in found)


def _leaves(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Each element that holds text alone, with its path, in the order of the record."""
    waiting: list[tuple[etree._Element, str]] = [(root, "")]
    while waiting:
        element, path = waiting.pop()
        children = [child for child in element if child.tag != "style"]
        holds_text = bool((element.text or "").strip())
        if not children or holds_text or path.count("/") >= _MAX_DEPTH:
            yield path, element
            continue
        prefix = f"{path}/" if path else ""
        waiting.extend((child, prefix + _name(child)) for child in reversed(children))


def _inner(stretch: tuple[int, int], source: str) -> tuple[int, int]:
    """A stretch without the white space at its ends."""
    begin, end = stretch
    text = source[begin:end]
    begin += len(text) - len(text.lstrip())
    return begin, max(begin, end - len(text) + len(text.rstrip()))


def _name(element: etree._Element) -> str:
    tag = str(element.tag)
    return tag.rsplit("}", maxsplit=1)[-1] if tag.startswith("{") else tag


def _wholly_styled(element: etree._Element) -> etree._Element:
    """The one style element that holds all the text, else the element itself."""
    while len(element) == 1 and not (element.text or "").strip():
        if (element[0].tail or "").strip():
            break
        element = element[0]
    return element


_TAGS = {"superscript": "sup", "subscript": "sub", "italic": "i", "bold": "b"}


def _markup(element: etree._Element) -> str:
    """The text with CSL's tags where a part of it is styled (all of it is the library's font)."""
    if len(element) < 2 or any(len(child) for child in element):
        return _text(element)
    pieces = [element.text or ""]
    for child in element:
        names = [_TAGS[face] for face in str(child.get("face", "")).split() if face in _TAGS]
        text = child.text or ""
        if text.strip():
            begin = "".join(f"<{name}>" for name in names)
            text = begin + text + "".join(f"</{name}>" for name in reversed(names))
        pieces += [text, child.tail or ""]
    return _tidy("".join(pieces))


def _text(element: etree._Element) -> str:
    return _tidy("".join(str(piece) for piece in element.itertext()))


def _tidy(text: str) -> str:
    return " ".join(text.split())
