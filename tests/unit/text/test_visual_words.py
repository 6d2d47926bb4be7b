"""Backwards Persian is told from Persian."""

from __future__ import annotations

from casereport.text.visual_words import runs_backwards

PROSE = "این بیمار در بیمارستان بستری شد که از درد آن با دارو کم شده است و برای او به کار رفت"


def test_prose_with_its_letters_reversed_runs_backwards() -> None:
    assert runs_backwards(PROSE[::-1])
    assert not runs_backwards(PROSE)


def test_a_few_words_or_other_scripts_decide_nothing() -> None:
    assert not runs_backwards("تسا زا")
    assert not runs_backwards("plain English text")
    assert not runs_backwards("")
