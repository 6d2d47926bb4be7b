"""REF007: an author list is cut sooner than the journal cuts it."""

from __future__ import annotations

import pytest

from casereport.journals import load_journal

NAMES = ["Bo, A", "Co, B", "Do, C", "Eo, D", "Fo, E", "Go, F", "Ho, G", "Io, H"]


def told(diagnose, names: list[str]):  # type: ignore[no-untyped-def]
    bib = f"@article{{a,\n  author = {{{' and '.join(names)}}},\n  title = {{One}}\n}}\n"
    return [item for item in diagnose({"references.bib": bib}) if item.code == "REF007"]


@pytest.mark.parametrize("count", [1, 3, 5])
def test_et_al_before_six_is_told(count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, [*NAMES[:count], "others"])
    assert (item.message.values["count"], item.message.values["wanted"]) == (count, 6)
    assert item.span.line == 2


@pytest.mark.parametrize("names", [NAMES[:1], NAMES[:6], NAMES, [*NAMES[:6], "others"]])
def test_what_the_style_can_set_is_not_told(names: list[str], diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, names) == []


def test_the_journal_s_style_says_how_many() -> None:
    assert load_journal("jmums").authors_before_et_al == 6
    assert load_journal("clinical-brief").authors_before_et_al == 6
