"""What is said when the machine lacks a library, and what loading the engine leaves behind."""

from __future__ import annotations

import importlib
from types import SimpleNamespace

import pytest

from casereport.errors import MissingLibraryError
from casereport.typesetting import typeset
from casereport.typesetting.engine import environment


def test_missing_pango_is_told_as_a_missing_library(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(name: str) -> None:
        print("a long message of the engine's own")
        raise OSError(f"cannot load library for {name}")

    monkeypatch.setattr(environment, "_loaded", False)
    monkeypatch.setattr(importlib, "import_module", fail)

    with pytest.raises(MissingLibraryError, match="Pango: cannot load library"):
        typeset("<p>x")
    assert capfd.readouterr().out == ""


def test_missing_subsetter_is_told_as_a_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "_loaded", False)
    monkeypatch.setattr(importlib, "import_module", lambda _: SimpleNamespace(harfbuzz_subset=None))

    with pytest.raises(MissingLibraryError, match="HarfBuzz-Subset"):
        typeset("<p>x")


def test_failed_document_leaves_the_next_one_unharmed() -> None:
    before = typeset("<p>x")
    with pytest.raises(Exception, match="nested too deeply"):
        typeset("<div>" * 5000)

    assert typeset("<p>x") == before
