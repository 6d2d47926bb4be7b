"""How much of a case's text the readers of its PDF find, and in what order: a table.

The reference is the text of the HTML that is typeset, in its own order; the readers are poppler
(pdftotext), PDFium (pypdfium2) and MuPDF (mutool)::

    .venv/bin/python tests/bidi/measure_text.py samples/crest-calcinosis-44f …

``found``: Persian words (half-spaces aside) that are read, of all. ``zwnj``: words with half-spaces
that are read with them. ``order``: Persian words on the longest common subsequence, of all; running
heads are left out, and notes set at a page's foot are compared by themselves.

MuPDF 1.21 writes right-to-left text from left to right as it is seen, box by box in the order of
the source, and so does poppler when it goes by the tags: each box is turned here. (MuPDF 1.28 turns
it itself; of PyMuPDF's text, 0.993 of the words of sample 1 are in order.)

Poppler reads in two ways. ``poppler`` is pdftotext: by what lies where. It takes lines for one block
only while their baselines are less than 1.5 em apart (``maxLineSpacingDelta`` of its TextOutputDev),
and tables that stand side by side row by row: of two columns, its order says nothing about the file
(the same pages printed by Chromium 156: 0.62). ``poppler tags`` is ``pdfinfo -struct-text``: the
order that the file itself gives.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from lxml import etree, html

_MARKS = "\u064b-\u065f\u0670"
_PERSIAN_WORD = re.compile(f"(?:[\u0620-\u064a\u066e-\u06d3][{_MARKS}\u200c]*)+")
_CONTROLS = re.compile("[\u200e\u200f\u2060-\u2064\u2066-\u2069\u202a-\u202e\ufeff\ufffe\u00ad]")
_RTL = "\u0590-\u06ef\u06fa-\u08ff\u200c"
_VISUAL_RUN = re.compile(f"[{_RTL}](?:[^A-Za-z0-9\u06f0-\u06f9\n]*[{_RTL}])?")
_TAGGED = re.compile(r'^ *"(.*)"$', re.MULTILINE)
_COMMON = re.compile(r"\b(?:\u062f\u0631|\u0627\u0633\u062a)\b")
_ASIDE = ("running", "first-notes")
"""Classes of what is not set where it stands in the source."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Shares of 1; ``missing`` are words that are not found, in the order of the source."""

    found: float
    zwnj: float
    order: float
    missing: tuple[str, ...]


def persian_words(text: str) -> list[str]:
    """The Persian words of a text, half-spaces kept at their place and none at their end."""
    return [w.strip("\u200c") for w in _PERSIAN_WORD.findall(_CONTROLS.sub("", text))]


def reference(content: bytes) -> tuple[list[str], list[str]]:
    """The words of an HTML document's flow, and those of its notes."""
    body = html.fromstring(content, parser=html.HTMLParser(encoding="utf-8")).find(".//body")
    assert body is not None
    aside: dict[str, list[str]] = {name: [] for name in _ASIDE}
    for name in _ASIDE:
        for element in body.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"):
            aside[name] += persian_words(_text(element))
            element.drop_tree()
    return persian_words(_text(body)), aside["first-notes"]


def _text(element: html.HtmlElement) -> str:
    return " ".join(str(text) for text in element.itertext())


def poppler(pdf: Path) -> str:
    """The text that pdftotext gives."""
    return _run("pdftotext", str(pdf), "-")


def pdfium(pdf: Path) -> str:
    """The text that PDFium gives."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def mupdf(pdf: Path) -> str:
    """The text that mutool gives; a piece that goes on further left begins anew, and is turned."""
    parser = etree.XMLParser(recover=True, resolve_entities=False)
    found = etree.fromstring(_run("mutool", "draw", "-F", "stext", str(pdf)).encode(), parser)
    lines = [list(_pieces(line)) for line in found.iter("line")]
    text = "\n".join("".join(pieces) for pieces in lines)
    turned = "\n".join("".join(map(_turned, pieces)) for pieces in lines)
    # "dar" (in) and "ast" (is): the commonest words that are none when they are read backwards.
    return max((text, turned), key=lambda one: len(_COMMON.findall(one)))


def _pieces(line: etree._Element) -> Iterator[str]:
    """What MuPDF found beside each other from left to right, each piece of one line."""
    piece, before = "", 0.0
    for char in line.iter("char"):
        x = float(char.get("x", "0"))
        if x < before - 1:
            yield piece
            piece = ""
        piece, before = piece + str(char.get("c")), x
    yield piece


def _turned(text: str) -> str:
    return _VISUAL_RUN.sub(lambda run: run[0][::-1], text)


def poppler_by_tags(pdf: Path) -> str:
    """The text that poppler gives in the order of the tags, a line a marked run."""
    runs = _TAGGED.findall(_run("pdfinfo", "-struct-text", str(pdf)))
    return "\n".join(map(_turned, runs))


READERS: dict[str, Callable[[Path], str]] = {
    "poppler": poppler,
    "poppler tags": poppler_by_tags,
    "PDFium": pdfium,
    "MuPDF": mupdf,
}
_TOOLS = {"poppler": "pdftotext", "poppler tags": "pdfinfo", "MuPDF": "mutool"}


def is_installed(reader: str) -> bool:
    """True when the reader's program is on this machine."""
    return reader not in _TOOLS or shutil.which(_TOOLS[reader]) is not None


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def measure(content: bytes, text: str) -> Measure:
    """How the words of an HTML document stand in ``text``."""
    flow, notes = reference(content)
    read = persian_words(text)
    wanted, given = Counter(map(_plain, flow + notes)), Counter(map(_plain, read))
    half_spaced = Counter(word for word in flow + notes if "\u200c" in word)
    plain = [_plain(word) for word in read]
    kept = sum(
        longest_common_subsequence([_plain(word) for word in part], plain) for part in (flow, notes)
    )
    return Measure(
        found=_share(wanted, given),
        zwnj=_share(half_spaced, Counter(read)),
        order=kept / max(1, len(flow) + len(notes)),
        missing=tuple(word for word, count in wanted.items() if given[word] < count),
    )


def _plain(word: str) -> str:
    return word.replace("\u200c", "")


def _share(wanted: Counter[str], given: Counter[str]) -> float:
    found = sum(min(count, given[word]) for word, count in wanted.items())
    return found / max(1, wanted.total())


def longest_common_subsequence(first: Sequence[str], second: Iterable[str]) -> int:
    """Its length; a row of the table is the bits of one integer (Hyyrö 2004)."""
    places: defaultdict[str, int] = defaultdict(int)
    for index, word in enumerate(first):
        places[word] |= 1 << index
    full = (1 << len(first)) - 1
    row = full
    for word in second:
        matches = row & places.get(word, 0)
        row = ((row + matches) | (row - matches)) & full
    return len(first) - row.bit_count()


def render(case: Path, folder: Path) -> tuple[bytes, Path]:
    """The HTML of a case and its PDF, made in ``folder``."""
    command = [sys.executable, "-m", "casereport", "render", str(case), "-o", str(folder)]
    # Exit code 1 may tell of findings in the case: whether there is a PDF is seen below.
    subprocess.run([*command, "--keep-html", str(folder)], capture_output=True, check=False)
    return (folder / f"{case.name}.html").read_bytes(), folder / f"{case.name}.pdf"


def main(cases: Sequence[str]) -> None:
    """Print the table."""
    print(f"{'case':<34}{'reader':<14}{'found':>8}{'zwnj':>8}{'order':>8}  missing")
    for case in map(Path, cases):
        with tempfile.TemporaryDirectory() as folder:
            content, pdf = render(case, Path(folder))
            for name, read in READERS.items():
                if not is_installed(name):
                    print(f"{case.name:<34}{name:<14} not installed")
                    continue
                seen = measure(content, read(pdf))
                figures = f"{seen.found:>8.4f}{seen.zwnj:>8.4f}{seen.order:>8.4f}"
                print(f"{case.name:<34}{name:<14}{figures}  {' '.join(seen.missing[:8])}")


if __name__ == "__main__":
    main(sys.argv[1:])
