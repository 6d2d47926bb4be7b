"""From citeproc's marked text to runs: seams mended, marks taken out, the language's own digits.

Digit ranges, identifiers and Latin words in a right-to-left reference are held in order as UAX #9
and the project's rules for numbers ask: isolates round them, a mark after Latin before a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from casereport.references.csl.marks import (
    ANY_STYLE_MARK,
    BEGINS,
    ENDS,
    LINK_BEGIN,
    LINK_END,
    LINK_KINDS,
    STYLE_END,
    UNSHIELD,
    LinkKind,
)
from casereport.references.csl.settings import Setting
from casereport.text.characters import ISOLATES, LRI, PDI, RLM
from casereport.text.digits import PERSIAN_DIGITS

_ENDS = f"[{''.join(STYLE_END.values())}{LINK_END}]"
_STOP_AFTER_STOP = re.compile(rf"([.?!\u061f]{_ENDS}*+)\s*+{ANY_STYLE_MARK}*+\.(?=\s|{_ENDS}|$)")
_STOP_THEN_COMMA = re.compile(rf"([,;:]{_ENDS}*)[,;:](?=\s)")
_STOP_IN_QUOTE = re.compile(rf"([.,?!]{_ENDS}*+\u201d{_ENDS}*+)[.,]")
_STOP_AFTER_QUOTE = re.compile(rf"(\u201d{_ENDS}*+)([.,])(?=\s|$|{_ENDS})")
_SPACES = re.compile(r"[ \t\r\n]+")
_SPACE_THEN_END = re.compile(rf" ({_ENDS}+) ")
_BEGINS = "".join(LINK_BEGIN.values())
_LINK = re.compile(
    r"((?:(?<![A-Za-z])(?:[A-Za-z]+: ?|https?://[A-Za-z./]*))?)"
    rf"([{_BEGINS}][^{_BEGINS}{LINK_END}]*{LINK_END})"
)
_LATIN_THEN_DIGIT = re.compile(rf"([A-Za-z][^\w{ISOLATES}]*)(?=[{PERSIAN_DIGITS}])")

_ADDRESSES: dict[LinkKind, str] = {
    "doi": "https://doi.org/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/",
}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; ``href`` is an address, empty for plain text."""

    text: str
    italic: bool = False
    bold: bool = False
    superscript: bool = False
    subscript: bool = False
    small_caps: bool = False
    href: str = ""


def runs_of(marked: str, setting: Setting) -> tuple[Run, ...]:
    """The runs of one reference, from the text that citeproc made of its marked variables."""
    mended = mend(marked)
    mended = mended.translate({ord(mark): own for mark, own in setting.marks.items()})
    if setting.direction == "rtl":
        mended = _hold_in_order(mended)
    return tuple(_joined(_styled(mended)))


def mend(marked: str) -> str:
    """Full stops doubled or after a question mark, doubled commas, doubled spaces."""
    text = _SPACES.sub(" ", marked).strip()
    text = _STOP_AFTER_STOP.sub(r"\1", text)
    text = _STOP_THEN_COMMA.sub(r"\1", text)
    return _SPACE_THEN_END.sub(r" \1", text)


def stops_into_quotes(marked: str) -> str:
    """Full stops and commas before the closing quote, as American English sets them."""
    text = _STOP_IN_QUOTE.sub(r"\1", marked)
    return _STOP_AFTER_QUOTE.sub(r"\2\1", text)


def _hold_in_order(marked: str) -> str:
    marked = _LINK.sub(rf"{LRI}\1\2{PDI}", marked)
    return _LATIN_THEN_DIGIT.sub(rf"\1{RLM}", marked)


def _styled(marked: str) -> Iterator[Run]:
    """A run for each stretch between two marks."""
    look = Run("")
    depths: dict[str, int] = {}
    link: LinkKind | None = None
    text: list[str] = []
    for character in marked:
        if character not in BEGINS and character not in ENDS and not _is_link(character):
            text.append(UNSHIELD.get(ord(character), character))
            continue
        yield _run("".join(text), look, link)
        text.clear()
        if character in BEGINS or character in ENDS:
            name = BEGINS.get(character) or ENDS[character]
            depths[name] = depths.get(name, 0) + (1 if character in BEGINS else -1)
            look = _look(depths)
        else:
            link = LINK_KINDS.get(character)
    yield _run("".join(text), look, link)


def _look(depths: dict[str, int]) -> Run:
    """How text looks inside these many stretches of each style."""
    return Run(
        "",
        italic=depths.get("italic", 0) > 0,
        bold=depths.get("bold", 0) > 0,
        superscript=depths.get("superscript", 0) > 0,
        subscript=depths.get("subscript", 0) > 0,
        small_caps=depths.get("small_caps", 0) > 0,
    )


def _is_link(character: str) -> bool:
    return character in LINK_KINDS or character == LINK_END


def _run(text: str, look: Run, link: LinkKind | None) -> Run:
    return replace(look, text=text, href=_address(link, text) if link else "")


def _address(kind: LinkKind, text: str) -> str:
    if kind == "url":
        return text if re.match(r"https?://[^\s<>\"]+\Z", text) else ""
    return _ADDRESSES[kind] + quote(text, safe="/:;()._-")


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one look as one run; empty ones left out."""
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last is not None and replace(last, text="") == replace(run, text=""):
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
