"""Bytes become text only when they are UTF-8; what they may be instead is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.diagnostics import Span
from casereport.reading.decoding import decode

PERSIAN = "خانم ۴۴ ساله با سابقهٔ بيماري"
ARABIC_LETTERS = "خانم 44 ساله با سابقه بيماري"  # Windows-1256 has no Persian digits or Farsi yeh


@pytest.mark.parametrize(
    ("content", "guess"),
    [
        (ARABIC_LETTERS.encode("cp1256"), "Windows-1256"),
        (PERSIAN.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + PERSIAN.encode("utf-16-be"), "UTF-16"),
        (("abc" + PERSIAN).encode("utf-16-le"), "UTF-16"),
        (PERSIAN.encode("utf-32"), "UTF-32"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", None),
    ],
)
def test_another_encoding_is_named_and_not_read(content: bytes, guess: str | None) -> None:
    decoded = decode(content, "fa.md")
    assert decoded.text is None
    (found,) = decoded.diagnostics
    assert found.code == "SRC011"
    assert found.message.values.get("encoding") == guess


def test_the_first_byte_that_is_not_utf_8_is_the_place() -> None:
    content = "سلام\r\nab".encode() + b"\xff"
    assert decode(content, "fa.md").diagnostics[0].span == Span("fa.md", 2, 3, 2, 3)


def test_a_bom_and_foreign_line_ends_are_no_part_of_the_text() -> None:
    decoded = decode(b"\xef\xbb\xbfa\r\nb\rc\n", "fa.md")
    assert (decoded.text, decoded.diagnostics) == ("a\nb\nc\n", ())


@pytest.mark.parametrize(
    ("content", "code_point", "column"),
    [
        (b"a\x00b", "U+0000", 2),
        (b"ab\x0bc", "U+000B", 3),
        (b"\xed\xa0\x80", "U+D800", 1),
        (b"a\xef\xbb\xbf", "U+FEFF", 2),
    ],
)
def test_a_forbidden_character_is_told_and_replaced(
    content: bytes, code_point: str, column: int
) -> None:
    decoded = decode(content, "fa.md")
    (found,) = decoded.diagnostics
    assert (found.code, found.span.column) == ("SRC012", column)
    assert found.message.values["code_point"] == code_point
    assert decoded.text is not None
    assert decoded.text[column - 1] == "\ufffd"


def test_a_file_of_control_characters_is_told_twenty_times_at_most() -> None:
    assert len(decode(b"\x01" * 1000, "fa.md").diagnostics) == 20


def test_zwnj_and_isolates_are_text() -> None:
    assert decode("می\u200cشود \u2066x\u2069".encode(), "fa.md").diagnostics == ()


def test_a_file_beyond_the_bound_is_not_read() -> None:
    decoded = decode(b"x" * 11, "fa.md", max_bytes=10)
    assert decoded.text is None
    assert [d.code for d in decoded.diagnostics] == ["SRC010"]


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_finding(content: bytes) -> None:
    decoded = decode(content, "fa.md")
    assert decoded.text is not None or decoded.diagnostics
    if decoded.text is not None:
        decoded.text.encode()  # no lone surrogate is left
        assert "\r" not in decoded.text


def test_an_accent_among_latin_letters_is_not_taken_for_windows_1256() -> None:
    (found,) = decode("Müller, Jörg; Grün".encode("latin-1"), "references.bib").diagnostics
    assert found.code == "SRC011"
    assert "encoding" not in found.message.values


def test_marks_piled_on_a_letter_are_told_and_taken_out_at_the_same_length() -> None:
    text = "one\na" + "\u0301" * 30 + "b"
    decoded = decode(text.encode(), "en.md")
    (found,) = decoded.diagnostics
    assert (found.code, found.span.line, found.span.column, found.span.end_column) == (
        "SRC012", 2, 22, 32,
    )  # fmt: skip
    assert decoded.text == "one\na" + "\u0301" * 20 + "\ufffd" * 10 + "b"
