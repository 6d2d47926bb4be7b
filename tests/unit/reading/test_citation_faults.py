"""A part of a citation without a key: told at the very part, with a change where it is a key."""

from __future__ import annotations

import time

import pytest

from casereport.diagnostics import Diagnostic
from casereport.reading.markdown.narrative_reading import read_narrative
from tests.pace import is_within


def faults(text: str) -> list[Diagnostic]:
    found = read_narrative(f"## Discussion\n\n{text}\n", "en.md", "en").diagnostics
    return [one for one in found if one.code == "SRC007"]


def test_the_part_is_told_at_its_place_with_its_key_as_the_change() -> None:
    (one,) = faults("Known [@a; b2001; @c].")
    assert (one.severity, one.span.line, one.span.column, one.span.end_column) == (
        "warning", 3, 12, 17,
    )  # fmt: skip
    assert one.fix is not None
    assert not one.fix.safe
    (edit,) = one.fix.edits
    assert (edit.span.column, edit.span.end_column, edit.replacement) == (12, 12, "@")


def test_words_are_told_without_a_change() -> None:
    (one,) = faults("Known [@a; two words].")
    assert one.fix is None


def test_each_part_is_told() -> None:
    assert [one.span.column for one in faults("[@a; b؛ c]")] == [6, 9]


@pytest.mark.parametrize(
    "text",
    [
        "[@a; @b]", "[@a;]", "[@a; see @b]", "[@a, b]", "\\[@a; b]", "[x; y]", "[@fig-a; b]",
        "[@a; b](https://a.org)", "[info@site.ir; b]", "[@a; b]{lang=en}",
    ],
)  # fmt: skip
def test_what_is_whole_or_no_citation_is_not_told(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 19_000, "[@a" * 6_000, "[@a;" * 4_500 + "]", "[@" + "a" * 19_000 + "]",
        "[" + "@" * 19_000 + "]", "[" + "-@" * 9_000 + "]", "[@a" + " " * 19_000 + "@b]",
        "[@a" + " ," * 9_000 + "@b]", "[@a" + " and" * 4_500 + " @b]", "@a [p. " * 2_800,
        "[@a, " + "1-" * 9_000 + "]", "[@a, p. " + "1," * 9_000 + "]",
    ],
)  # fmt: skip
def test_hostile_groups_are_read_in_linear_time(text: str) -> None:
    begun = time.process_time()
    read_narrative(f"## Discussion\n\n{text}\n", "en.md", "en")
    assert is_within(time.process_time() - begun, 3)
