"""Ignore comments: which codes, for which lines, with a reason."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Diagnostic, Severity, Span, say
from casereport.reading.case_yaml import read_case_yaml
from casereport.reading.ignores import MAX_IGNORES, Ignore, Ignores
from casereport.reading.markdown import read_narrative

FILE = "case.yaml"


def ignores(text: str) -> list[tuple[tuple[str, ...], str, int, int]]:
    found = read_case_yaml(text, FILE, languages=("fa", "en")).ignores
    return [(i.codes, i.reason, i.first_line, i.last_line) for i in found]


def test_a_comment_behind_a_value_speaks_for_its_line() -> None:
    assert ignores(
        "title: x\nlabs: # casereport: ignore LAB001 odd unit\n  a: {name: x, value: 1}\n"
    ) == [(("LAB001",), "odd unit", 2, 2)]


def test_a_comment_on_its_own_speaks_for_the_entry_below() -> None:
    text = (
        "title: x\n# casereport: ignore FIG001, FIG002: drawn later\n\n# more\n"
        "figures:\n  a:\n    file: x\ndates: {}\n"
    )
    assert ignores(text) == [(("FIG001", "FIG002"), "drawn later", 2, 7)]


def test_a_comment_at_the_end_speaks_for_itself_alone() -> None:
    assert ignores("title: x\n# casereport: ignore FIG001 y\n") == [(("FIG001",), "y", 2, 2)]


def test_a_hash_in_a_value_is_no_comment() -> None:
    assert ignores("title: 'x # casereport: ignore FIG001 y'\n") == []


def test_persian_commas_and_reasons_are_read() -> None:
    found = read_narrative(
        "<!-- casereport: ignore ORTH002، ORTH003 همان\u200cگونه که چاپ شده -->\nx", "fa.md", "fa"
    )
    (ignore,) = found.ignores
    assert ignore.codes == ("ORTH002", "ORTH003")
    assert ignore.reason == "همان\u200cگونه که چاپ شده"


@pytest.mark.parametrize(
    ("comment", "honoured"), [("casereport: ignore FIG001", 1), ("casereport: ignore because", 0)]
)
def test_a_comment_without_reason_or_code_is_reported(comment: str, honoured: int) -> None:
    collected = Ignores()
    collected.take(comment, Span(FILE, 3, 1, 3, 9), lambda: 4)
    assert [(d.code, d.span.line) for d in collected.diagnostics] == [("SRC008", 3)]
    assert len(collected.found) == honoured


def test_other_comments_are_nothing() -> None:
    collected = Ignores()
    collected.take("casereport is good", Span(FILE), lambda: 1)
    collected.take("see casereport: ignore FIG001 x", Span(FILE), lambda: 1)
    assert collected == Ignores()


def test_an_ignore_covers_its_codes_in_its_lines_and_file() -> None:
    ignore = Ignore(("FIG001",), "x", Span(FILE, 2, 1, 2, 5), 2, 4)

    def covered(code: str, file: str, line: int) -> bool:
        found = Diagnostic(code, "x", Severity.ERROR, say("x"), Span(file, line, 1, line, 2))
        return ignore.covers(found)

    assert covered("FIG001", FILE, 2)
    assert covered("FIG001", FILE, 4)
    assert not covered("FIG001", FILE, 5)
    assert not covered("FIG001", FILE, 1)
    assert not covered("FIG002", FILE, 3)
    assert not covered("FIG001", "fa.md", 3)


def test_a_file_s_ignores_are_bounded() -> None:
    text = "title: x\n" + "# casereport: ignore FIG001 y\n" * 5000
    assert len(ignores(text)) == MAX_IGNORES
