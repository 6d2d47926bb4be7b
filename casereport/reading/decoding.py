"""Bytes of a file become text: UTF-8 only, LF line ends, no characters that no text holds.

A byte order mark is allowed. Windows-1256 and UTF-16, in which older Persian files are kept, are
recognised to be named, never guessed through: a wrong guess changes letters silently.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from casereport.diagnostics import Diagnostic, Span
from casereport.reading import faults, file_faults
from casereport.text.marks import excess_marks, without_excess_marks
from casereport.text.yaml_tree import FORBIDDEN, Places

MAX_BYTES = 2_000_000
MAX_MARKS = 20
"""More marks than this stand on no letter of any writing; thousands stop the shaping of text."""
_MAX_REPORTED = 20
_WORD_OF_HIGH_BYTES = re.compile(rb"[\x80-\xff]{3}")

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with LF line ends and without a BOM; None when it cannot be had."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(content: bytes, file: str, *, max_bytes: int = MAX_BYTES) -> Decoded:
    """The text of ``content``; what no text may hold is replaced by U+FFFD and reported."""
    if len(content) > max_bytes:
        limit = f"{max_bytes // 1_000_000} MB"
        return Decoded(None, (faults.too_large(file, limit),))
    if (named := _by_mark(content)) is not None:
        return Decoded(None, (file_faults.wrong_encoding(Span.start_of(file), named),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        surrogates = _with_surrogates(content)
        if surrogates is None:
            span = _place(content[: error.start], file)
            return Decoded(None, (file_faults.wrong_encoding(span, _guess(content)),))
        text = surrogates
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = (*_forbidden(text, file), *_piled_marks(text, file))
    # Of the same length, so that every place stays true.
    text = without_excess_marks(text, MAX_MARKS, stand_in="\ufffd")
    return Decoded(FORBIDDEN.sub("\ufffd", text), found)


def _by_mark(content: bytes) -> str | None:
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def _with_surrogates(content: bytes) -> str | None:
    """The text when only lone surrogates, written as three bytes, keep it from being UTF-8."""
    try:
        return content.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _place(before: bytes, file: str) -> Span:
    text = before.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    places = Places(text, file)
    return places.span(len(text), len(text))


def _guess(content: bytes) -> str | None:
    """UTF-16 without a mark by every second byte, Windows-1256 by the share of Persian letters."""
    sample = content[:65536]
    # One byte of each pair says the block: 00 Latin, 06 Arabic script.
    if any(sum(byte in {0, 6} for byte in sample[half::2]) * 4 > len(sample) for half in (0, 1)):
        return "UTF-16"
    high = sum(byte >= 0x80 for byte in sample)
    letters = sum(
        "\u0600" <= character <= "\u06ff" for character in sample.decode("cp1256", "replace")
    )
    # Letters join into words; the é or ö of a Western text stands alone among Latin ones.
    if letters * 2 > high and _WORD_OF_HIGH_BYTES.search(sample):
        return "Windows-1256"
    return None


def _forbidden(text: str, file: str) -> Iterator[Diagnostic]:
    places = Places(text, file)
    for count, match in enumerate(FORBIDDEN.finditer(text)):
        if count == _MAX_REPORTED:
            return
        yield faults.forbidden_character(f"U+{ord(match[0]):04X}", places.span(*match.span()))


def _piled_marks(text: str, file: str) -> Iterator[Diagnostic]:
    places = Places(text, file)
    for count, (start, end) in enumerate(excess_marks(text, MAX_MARKS)):
        if count == _MAX_REPORTED:
            return
        yield faults.piled_marks(MAX_MARKS, places.span(start, end))
