"""Only what is new is told: what makes two findings the same one."""

from __future__ import annotations

import json

import pytest

from casereport.diagnostics import Diagnostic, Severity, Span, say
from casereport.reporting.baseline import (
    InvalidBaselineError,
    read_baseline,
    sift,
    write_baseline,
)
from casereport.reporting.fingerprints import fingerprint

TEXT = "یک خط\n\nبیمار كرست داشت و كرست ماند.\n"


def at(line: int, column: int, end: int, code: str = "ORTH001") -> Diagnostic:
    return Diagnostic(code, "x", Severity.ERROR, say("M {v}.", v=1), Span("fa.md", line, column, line, end))


def test_a_fingerprint_does_not_count_lines_or_spaces_nor_read_the_sentence() -> None:
    before = fingerprint(at(3, 7, 11), {"fa.md": TEXT})
    moved = fingerprint(at(5, 8, 12), {"fa.md": "نو\n\n" + TEXT.replace("بیمار كرست", "بیمار  كرست")})
    assert before == moved
    other = Diagnostic("ORTH001", "y", Severity.NOTE, say("New."), Span("fa.md", 3, 7, 3, 11))
    assert fingerprint(other, {"fa.md": TEXT}) == before


def test_a_fingerprint_tells_code_file_and_words_apart() -> None:
    marks = {
        fingerprint(at(3, 7, 11), {"fa.md": TEXT}),
        fingerprint(at(3, 7, 11, "ORTH002"), {"fa.md": TEXT}),
        fingerprint(at(3, 19, 23), {"fa.md": TEXT}),
        fingerprint(at(3, 7, 11), {"fa.md": TEXT.replace("كرست", "کرست")}),
    }
    assert len(marks) == 4


def test_what_cannot_be_quoted_is_told_apart_by_its_values() -> None:
    gone = [
        Diagnostic("SRC001", "x", Severity.ERROR, say("{file}", file=file), Span.start_of("case.yaml"))
        for file in ("a.md", "b.md")
    ]
    assert len({fingerprint(item, {"case.yaml": "title: x\n"}) for item in gone}) == 2


def test_known_findings_are_left_out_and_a_second_equal_one_is_new() -> None:
    sources = {"fa.md": "كرست\nكرست\n"}
    first, second = at(1, 1, 5), at(2, 1, 5)
    known = read_baseline(write_baseline([first], sources))
    sifted = sift([first, second], sources, known)
    assert (sifted.new, sifted.known, sifted.left) == ((second,), 1, {})
    assert sift([], sources, known).left == known


def test_a_baseline_is_sorted_lines_that_quote_nothing() -> None:
    sources = {"fa.md": TEXT}
    content = write_baseline([at(3, 19, 23), at(3, 7, 11)], sources).decode()
    assert content == write_baseline([at(3, 7, 11), at(3, 19, 23)], sources).decode()
    assert "كرست" not in content
    assert len(json.loads(content)["findings"]) == content.count('"code"') == 2
    assert read_baseline(write_baseline([], {})) == {}


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"version": 2, "findings": []}', b"\xff", b'{"version": 1}']
)
def test_another_file_is_no_baseline(content: bytes) -> None:
    with pytest.raises(InvalidBaselineError):
        read_baseline(content)
