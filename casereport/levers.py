"""What makes the program faster, each by a name under which it can be left out.

For comparing: ``CASEREPORT_LEVERS_OFF=png,lines`` leaves out those, and
``CASEREPORT_STOCK_TYPESETTING=1`` all of them, with true bidirectional text besides. The pages look
the same with and without a lever.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

LeverName = Literal[
    "png", "lines", "texts", "probes", "declarations", "fonttools",
    "patterns", "dataclasses", "templates",
]  # fmt: skip

OFF = "CASEREPORT_LEVERS_OFF"
STOCK = "CASEREPORT_STOCK_TYPESETTING"


@dataclass(frozen=True, slots=True)
class Lever:
    """One of them, and what it does in a few words."""

    name: LeverName
    does: str


LEVERS: tuple[Lever, ...] = (
    Lever("png", "PNG pictures go into the PDF as they are compressed"),
    Lever("lines", "a line that was broken once at a width is not broken again"),
    Lever("texts", "a text that was measured once at a width is not measured again"),
    Lever("probes", "libraries are loaded by their names, without starting ldconfig and gcc"),
    Lever("declarations", "C declarations come parsed, with cffi's compiled interface"),
    Lever("fonttools", "fontTools is imported when a font needs it"),
    Lever("patterns", "regular expressions are kept compiled, beside the modules' bytecode"),
    Lever("dataclasses", "so are the methods of dataclasses"),
    Lever("templates", "so are the journals' templates"),
)


class _State:
    """What was asked for when the document was begun: the environment is not read for each line."""

    is_stock = False
    off: frozenset[str] = frozenset()


def settle() -> None:
    """Take what the environment asks for; it holds until this is called again."""
    _State.is_stock = os.environ.get(STOCK) == "1"
    _State.off = frozenset(os.environ.get(OFF, "").replace(" ", "").split(","))


def is_stock() -> bool:
    """True when the engine is to work as it comes, without our patches."""
    return _State.is_stock


def is_on(name: LeverName) -> bool:
    """True when a lever is to be used."""
    return not _State.is_stock and name not in _State.off
