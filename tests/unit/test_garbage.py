"""A command and a worker look for what could be freed hardly ever while they work."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from casereport.cli.entry import main
from casereport.garbage import keep_what_is_there, look_seldom


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


def test_what_was_there_is_not_looked_at_again() -> None:
    keep_what_is_there()
    assert gc.get_freeze_count() > 1000
    assert len(gc.get_objects()) < gc.get_freeze_count()


def test_a_look_comes_after_many_new_objects() -> None:
    gc.set_threshold(700)
    look_seldom()
    looks = sum(generation["collections"] for generation in gc.get_stats())
    kept = [[number] for number in range(50_000)]
    assert sum(generation["collections"] for generation in gc.get_stats()) == looks
    assert len(kept) == 50_000


def test_a_command_looks_seldom(capsys: pytest.CaptureFixture[str]) -> None:
    gc.set_threshold(700)
    assert main(["--version"]) == 0
    assert capsys.readouterr().out
    assert gc.get_threshold()[0] >= 100_000
