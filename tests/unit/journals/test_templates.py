"""A journal's templates: compiled once, and filled for each language by filters of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from casereport import levers, resources
from casereport.compiled import store
from casereport.journals import load_journal
from casereport.journals.journal import Journal
from casereport.journals.templates import render_template


@pytest.fixture(params=["", "templates"])
def own(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """A journal whose template asks a filter for what it makes of a constant."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "journal.yaml").write_text("extends: base\nname: {fa: x, en: x}\n", "utf-8")
    (folder / "word.html.j2").write_text("{{ 'age' | word }} {{ ['b', 'a'] | sort | join('&') }}", "utf-8")
    monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path))
    monkeypatch.setenv(levers.OFF, request.param)
    levers.settle()
    monkeypatch.setattr(resources, "cached", lambda _: None)
    store.read()
    return load_journal("own")


def test_a_constant_is_filled_in_each_language_though_compiled_once(own: Journal) -> None:
    words = {"fa": "\u0633\u0646", "en": "age <b>"}
    for _ in range(2):
        for text in words.values():
            filled = render_template(own, "word.html.j2", {}, filters={"word": lambda _, text=text: text})
            assert filled == text.replace("<b>", "&lt;b&gt;") + " a&amp;b"
    assert len(store.kept().templates) == levers.is_on("templates")


def test_another_jinja_compiles_them_anew(own: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("3.1.5", "3.1.6"):
        monkeypatch.setattr("jinja2.__version__", version)
        render_template(own, "word.html.j2", {}, filters={"word": str})
    assert len(store.kept().templates) == 2 * levers.is_on("templates")


def test_a_template_that_was_changed_is_compiled_anew(own: Journal, tmp_path: Path) -> None:
    shown = []
    for number in range(3):
        (tmp_path / "own" / "word.html.j2").write_text(f"{number}", "utf-8")
        shown.append(render_template(own, "word.html.j2", {}, filters={}))
    assert shown == ["0", "1", "2"]
