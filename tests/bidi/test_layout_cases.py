"""layout-cases.md: HTML in capitals, and the lines that are seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.bidi.capitals import to_capitals, to_persian
from tests.bidi.documents import Case
from tests.bidi.glyphs import our_sections
from tests.bidi.lines import Placed, mirrored, seen_text_of, text_of, visual_lines
from tests.bidi.oracle import chromium, chromium_characters
from tests.bidi.reference import reference

_SOURCE = Path(__file__).parent / "layout-cases.md"
_CASE = re.compile(
    r"^## ([^\n]*)\n+```html\n(.*?)\n```\n```text\n(.*?)\n```", re.DOTALL | re.MULTILINE
)
_ALONE = " (ours alone)"


@dataclass(frozen=True, slots=True)
class Example:
    title: str
    html: str
    lines: tuple[str, ...]

    @property
    def case(self) -> Case:
        return Case(self.title, to_persian(self.html))


def _examples() -> tuple[Example, ...]:
    found = _CASE.findall(_SOURCE.read_text(encoding="utf-8"))
    return tuple(Example(title, html, tuple(lines.split("\n"))) for title, html, lines in found)


EXAMPLES = _examples()
SHARED = tuple(example for example in EXAMPLES if _ALONE not in example.title)


@cache
def _ours() -> dict[str, list[list[Placed]]]:
    sections = our_sections([example.case for example in EXAMPLES])
    return {
        example.title: visual_lines(section.characters)
        for example, section in zip(EXAMPLES, sections, strict=True)
    }


@cache
def _chromium() -> dict[str, list[list[Placed]]]:
    sections = chromium_characters([example.case for example in SHARED])
    return {
        example.title: visual_lines(section)
        for example, section in zip(SHARED, sections, strict=True)
    }


def _title(example: Example) -> str:
    return example.title


def _unmirrored(text: str) -> str:
    """The text with all brackets opening: Chromium does not tell how it shows them."""
    return "".join(min(character, mirrored(character)) for character in text)


def test_the_page_holds_the_cases_it_seems_to_hold() -> None:
    assert len(EXAMPLES) == _SOURCE.read_text(encoding="utf-8").count("\n## ")
    assert len(EXAMPLES) >= 30


@pytest.mark.parametrize("example", EXAMPLES, ids=_title)
def test_the_lines_are_seen_as_written(example: Example) -> None:
    assert (
        tuple(to_capitals(seen_text_of(line)) for line in _ours()[example.title]) == example.lines
    )


@pytest.mark.skipif(chromium() is None, reason="chromium, the oracle, is not installed")
@pytest.mark.parametrize("example", SHARED, ids=_title)
def test_chromium_agrees_with_the_page(example: Example) -> None:
    lines = [_unmirrored(to_capitals(text_of(line))) for line in _chromium()[example.title]]
    assert lines == [_unmirrored(line) for line in example.lines]


@pytest.mark.parametrize("example", SHARED, ids=_title)
def test_the_levels_agree_with_the_page(example: Example) -> None:
    found = reference(example.case.html)
    if found is None:
        pytest.skip("more than one paragraph of inline elements")
    lines = [_unmirrored(to_capitals(line)) for line in found.lines()]
    assert lines == [_unmirrored(line.replace(" ", "")) for line in example.lines]
