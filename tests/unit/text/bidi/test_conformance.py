"""Embedding levels against the Unicode conformance files (Debian package unicode-data).

All of BidiCharacterTest.txt in the default suite; all of BidiTest.txt with CASEREPORT_LONG=1.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from casereport.text.bidi import bidi_class, embedding_levels, visual_order

DATA = Path("/usr/share/unicode")
LONG = os.environ.get("CASEREPORT_LONG") == "1"
SAMPLE = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "ES": "+", "ET": "$", "AN": "\u0661",
    "CS": ",", "NSM": "\u0300", "BN": "\u00ad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!",
    "LRE": "\u202a", "LRO": "\u202d", "RLE": "\u202b", "RLO": "\u202e", "PDF": "\u202c",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip
"""A character of each class."""


def lines_of(name: str) -> Iterator[str]:
    file = DATA / name
    if not file.exists():
        assert not os.environ.get("CI"), f"CI installs unicode-data, but {file} is absent"
        pytest.skip(f"{file} is absent: apt install unicode-data")
    with file.open(encoding="utf-8") as stream:
        for line in stream:
            if data := line.split("#")[0].strip():
                yield data


def differs(wanted: list[str], found: tuple[int, ...]) -> bool:
    """x stands for a character that rule X9 removes."""
    pairs = zip(wanted, found, strict=True)
    return any(level != "x" and int(level) != given for level, given in pairs)


def test_every_line_of_bidi_character_test_gives_its_levels_and_order() -> None:
    failures: list[str] = []
    count = 0
    for line in lines_of("BidiCharacterTest.txt"):
        codes, direction, _, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        wanted = levels.split()
        found = embedding_levels(text, base_level={"0": 0, "1": 1, "2": None}[direction])
        kept = [index for index, level in enumerate(wanted) if level != "x"]
        shown = [kept[index] for index in visual_order([found[index] for index in kept])]
        if differs(wanted, found) or shown != [int(index) for index in order.split()]:
            failures.append(line)
        count += 1
    assert count > 91_000
    assert not failures, f"{len(failures)} of {count}, first: {failures[0]}"


@pytest.mark.skipif(not LONG, reason="all of BidiTest.txt takes a while: CASEREPORT_LONG=1")
def test_every_line_of_bidi_test_gives_its_levels() -> None:
    failures: list[str] = []
    count = 0
    levels: list[str] = []
    for line in lines_of("BidiTest.txt"):
        if line.startswith("@Levels:"):
            levels = line.removeprefix("@Levels:").split()
        if line.startswith("@"):
            continue
        classes, bits = line.split(";")
        text = "".join(SAMPLE[name] for name in classes.split())
        for bit, base in ((1, None), (2, 0), (4, 1)):
            if int(bits) & bit:
                count += 1
                if differs(levels, embedding_levels(text, base_level=base)):
                    failures.append(f"{line} base {base}")
    assert count > 770_000
    assert not failures, f"{len(failures)} of {count}, first: {failures[0]}"


def test_the_sample_characters_have_their_classes() -> None:
    assert {name: bidi_class(character) for name, character in SAMPLE.items()} == {
        name: name for name in SAMPLE
    }
