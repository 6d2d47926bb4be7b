"""Tiny cases for a batch: three pages, a tenth of a second each."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

TINY = {
    "case.yaml": "title: {fa: گزارش NUMBER, en: Report NUMBER}\njournal: manuscript\nlanguages: [fa, en]\n",
    "fa.md": "## بحث {#discussion}\n\nمتن NUMBER (Text) [@a].\n",
    "en.md": "## Discussion {#discussion}\n\nText NUMBER [@a].\n",
    "references.ris": "TY  - JOUR\nID  - a\nAU  - A, B\nTI  - T\nPY  - 2000\nER  - \n",
}


def write_case(folder: Path, number: int = 1, **more: str) -> Path:
    """A tiny case; ``more`` are further files, with an underscore for the dot."""
    folder.mkdir(parents=True)
    files = {name: text.replace("NUMBER", str(number)) for name, text in TINY.items()}
    for name, text in {**files, **{key.replace("_", "."): text for key, text in more.items()}}.items():
        (folder / name).write_text(text, "utf-8")
    return folder


Make = Callable[[int], Path]


@pytest.fixture
def cases(tmp_path: Path) -> Make:
    """A function that makes so many cases below ``cases/`` and returns that folder."""

    def make(count: int) -> Path:
        for number in range(count):
            write_case(tmp_path / "cases" / f"case-{number:02}", number)
        return tmp_path / "cases"

    return make


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What workers are made to do to themselves; ``sys.path`` leads them to it."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent.parent / "workers"))
    return importlib.import_module("misbehaving")
