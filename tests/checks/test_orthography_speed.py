"""Hostile texts of 100 kB cost the checks of words no more than good ones."""

from __future__ import annotations

import datetime
import time

import pytest

from casereport.checks.check import SourceContext
from casereport.checks.discovery import discover
from casereport.reading import read_case
from casereport.workspace import MemoryWorkspace

UNITS = {
    "commas": " ,", "letters and commas": "a,b", "brackets": "(", "closing": ")", "gaps": "( ", "dollars": "$\\",
    "fields": "{ REF ", "prefixes": "می ", "half-spaces": "ه\u200c", "zero width": "\u200bا", "overrides": "\u202e",
    "labels": "1)", "one letter": "ا", "plurals": "های ", "Arabic": "\u064a", "colons": "ا:", "dots": "...",
    "guillemets": "«", "words": "کلسینوزی ",
}  # fmt: skip


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_hostile_text_is_checked_in_good_time(unit: str) -> None:
    paragraph = unit * (18_000 // len(unit))
    files = {
        "case.yaml": "title: {fa: x, en: x}\nlanguages: [fa]\n",
        "fa.md": "## بحث {#discussion}\n\n" + "\n\n".join([paragraph] * 5) + "\n",
    }
    content = {name: text.encode() for name, text in files.items()}
    workspace = MemoryWorkspace("x", content, datetime.date(2026, 1, 1))
    case = read_case(workspace, journals=["manuscript"], languages=["fa", "en"]).case
    assert case is not None
    families = [one for one in discover() if one.family in {"orthography", "bidi"}]
    assert len(families) == 13
    start = time.process_time()
    for one in families:
        assert one.run is not None
        assert len(list(one.run(SourceContext(case=case)))) <= 602
    assert time.process_time() - start < 6  # a tenth of it on an idle machine
