"""The order in which lines are handed to a terminal.

A terminal that reorders right-to-left text by itself is given the text as it is stored. One that
does not is given what the eye should see; that is :mod:`casereport.reporting.visual`.
"""

from __future__ import annotations

import unicodedata
from typing import Protocol

from casereport.text.isolates import Direction


class Eye(Protocol):
    """How lines reach the reader's eye."""

    @property
    def reorders(self) -> bool:
        """True when lines are handed over in the order in which they are seen."""

    def line(self, text: str, direction: Direction | None = None) -> str:
        """One line that is never broken; without ``direction`` its first letter decides."""

    def sentences(self, text: str, direction: Direction, *, indent: int) -> list[str]:
        """Running text as the lines that hold it, without their ``indent``."""


class LogicalEye:
    """Text as it is stored: for files, pipes, and terminals that reorder."""

    reorders = False

    def line(self, text: str, direction: Direction | None = None) -> str:  # noqa: ARG002
        """The text itself."""
        return text

    def sentences(self, text: str, direction: Direction, *, indent: int) -> list[str]:  # noqa: ARG002
        """The text itself, which the terminal breaks."""
        return [text]


LOGICAL = LogicalEye()


def columns_of(text: str) -> int:
    """The columns that a terminal gives to ``text``."""
    wide = {"W": 2, "F": 2}
    return sum(
        0
        if unicodedata.category(character) in {"Mn", "Me", "Cf"}
        else wide.get(unicodedata.east_asian_width(character), 1)
        for character in text
    )
