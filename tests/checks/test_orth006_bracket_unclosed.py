"""ORTH006: a bracket without its partner."""

from __future__ import annotations

import pytest


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH006"]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("یک (دو سه", [4]), ("یک دو) سه", [6]), ("یک «دو سه", [4]), ("a (b [c) d", [6]),
        ("(a (b) c", [1]), ("a ) b (", [3, 7]), ("a {b", [3]),
    ],
)  # fmt: skip
def test_the_bracket_is_the_place(text: str, columns: list[int], diagnose) -> None:  # type: ignore[no-untyped-def]
    assert [item.span.column for item in only(diagnose({"fa.md": text + "\n"}))] == columns


@pytest.mark.parametrize(
    "text",
    [
        "(یک (دو) «سه» [چهار] {پنج})", "۱) یک ۲) دو", "الف) یک", "a) one; b) two", "در بازهٔ [0, 1) و (۲، ۳]",
        ":) خوب", "http://a.ir/(b نیست", "[پیوند](http://a.ir/b)", "[@a; @b] و @fig-x", "یک (دو\nسه)",
        "1. یک\n2. دو", "`(`", "\\[0, 1)",
        "(GCS [Glasgow Coma Scale] 13/15)", "(BASDAI [index], 1.8/10)", "الف) یک، ب) دو و پ) سه",
        "a) one, b) two and c) three",
    ],
)  # fmt: skip
def test_pairs_labels_and_intervals_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert [item.span.column for item in only(diagnose({"fa.md": text + "\n"}))] == []


def test_a_bracket_is_closed_in_its_own_paragraph(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({"en.md": "one (two\n\nthree) four\n"}))
    assert [(item.span.line, item.span.column) for item in found] == [(13, 5), (15, 6)]
