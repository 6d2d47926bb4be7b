"""Where floats stand in a page of two columns: the letters are blocks, in the order of print."""

from __future__ import annotations

import pytest

from casereport.article.block import Block, Fig, Heading, Paragraph, Sec, TableWrap
from casereport.article.inline import Text
from casereport.exporters._floats import settled


def block(letter: str) -> Block:
    """``w``: a figure across the columns; ``W``: such a table; a digit: one column's; ``#``."""
    match letter:
        case "w":
            return Fig("w", 0, "", (), (), "page")
        case "W":
            return TableWrap("W", 0, "", (), (), (), width="page")
        case "#":
            return Heading(3, (Text("#"),))
        case _ if letter.isdigit():
            return Fig(letter, 0, "", (), (), "column")
        case _:
            return Paragraph((Text(letter),))


def letter(shown: Block) -> str:
    match shown:
        case Fig(id=name) | TableWrap(id=name):
            return name
        case Heading():
            return "#"
        case Paragraph(children=(Text(text),)):
            return text
        case _:
            raise AssertionError(shown)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a1b2c", "a1b2c"),
        ("awb", "abw"),
        ("awb#c", "abw#c"),
        ("aWwb|c", "abWw|c"),
        ("aw1b|c", "abw1|c"),
        ("aw12b|cd", "abw1|c2d"),
        ("aw123b|cd", "abw1|c2d3"),
        ("aw12b|c", "abw1|c2"),
        ("aw12b|", "abw1|2"),
        ("aw1wb|cd", "abw1w|cd"),
        ("aw12wb|cd", "abw1|c2dw"),
    ],
)
def test_a_float_across_the_columns_ends_its_section_and_none_overtakes(
    typed: str, printed: str
) -> None:
    sections = [Sec("", (), tuple(map(block, part))) for part in typed.split("|")]
    assert "|".join("".join(map(letter, s.blocks)) for s in settled(sections)) == printed
