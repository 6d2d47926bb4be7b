"""Hostile texts of 100 kB cost the checks of numbers no more than good ones."""

from __future__ import annotations

import datetime
import re
import time
from collections.abc import Iterator

import pytest

from casereport.checks import sentences
from casereport.checks.check import SourceContext
from casereport.checks.discovery import discover
from casereport.checks.numbers import (
    _ages,
    _bare_values,
    _durations,
    _mentions,
    decimal_reversed,
)
from casereport.checks.numbers._quantities import BY_NAME
from casereport.locale import load_locale
from casereport.reading import read_case
from casereport.text import number_words, prose_numbers
from casereport.text import sentences as bounds
from casereport.workspace import MemoryWorkspace

UNITS = {
    "digits": "1", "groups": "1,000", "slashes": "1/2/", "dashes": "1-", "names": "Hb ", "values": "Hb 1 ",
    "words between": "Hb was of level ", "spaces": " ", "persons": "a 44-year-old ", "old": "44-year-old x x x x ",
    "number words": "twenty-", "hundreds": "a hundred and ", "بیست": "بیست و ", "persian": "خانم خانم ۴۴ ",
    "noughts": "05/0", "noughts alone": "0", "reversed": "۰۵/۰ ", "ranges": "۵۰-۳۰ ", "mixed": "۴4 ",
    "latin": "IL-۶ ", "powers": "4×10^9/L ", "years": "20 years ", "lasting": "Iron, 20 years ", "doses": "Iron 20 mg ", "sentences": "Hb 1. ", "brackets": "Hb (Hb (",
    "percent": "% ", "spelled": "seven eight ",
}  # fmt: skip


def patterns() -> Iterator[re.Pattern[str]]:
    """Every regular expression of the family that walks over a whole text."""
    modules = (
        *(_ages, _bare_values, _durations, _mentions, sentences, bounds, decimal_reversed),
        *(number_words, prose_numbers),
    )
    for module in modules:
        for value in vars(module).values():
            found = value if isinstance(value, tuple) else (value,)
            yield from (one for one in found if isinstance(one, re.Pattern))
    yield _mentions._pattern(tuple(sorted(BY_NAME)))
    yield from (_durations._nouns(load_locale(language))[0] for language in ("fa", "en"))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_every_pattern_is_linear(unit: str) -> None:
    text = (unit * (100_000 // len(unit)))[:100_000]
    every = list(patterns())
    assert len(every) > 12
    for pattern in every:
        start = time.process_time()
        sum(1 for _ in pattern.finditer(text))
        taken = time.process_time() - start
        assert taken < 0.5, f"{taken:.2f} s: {pattern.pattern[:80]}"


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_hostile_text_is_checked_in_good_time(unit: str) -> None:
    paragraph = unit * (18_000 // len(unit))
    files = {
        "case.yaml": (
            "title: {fa: x, en: x}\nlanguages: [fa, en]\npatient: {age: 44}\n"
            "labs:\n  hb: {name: Hb, value: 10.1, unit: g/dL}\n"
            "interventions:\n  a: {name: Iron, dose: 5 mg, duration: 2 years}\n"
        ),
        "fa.md": "## چکیده {#abstract}\n\n" + "\n\n".join([paragraph] * 5) + "\n",
        "en.md": "## Abstract {#abstract}\n\n" + paragraph + "\n",
    }
    content = {name: text.encode() for name, text in files.items()}
    workspace = MemoryWorkspace("x", content, datetime.date(2026, 1, 1))
    case = read_case(workspace, journals=["manuscript"], languages=["fa", "en"]).case
    assert case is not None
    family = [one for one in discover() if one.family == "numbers"]
    assert len(family) == 7
    for one in family:
        assert one.run is not None
        start = time.process_time()
        list(one.run(SourceContext(case=case)))
        taken = time.process_time() - start
        assert taken < 6, f"{one.check.code}: {taken:.1f} s"
