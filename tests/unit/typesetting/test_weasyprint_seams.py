"""The places of WeasyPrint that we build on are as they were when they were read.

A failure here says that an upgrade changed one of them: read it again, then write the new hash into
``casereport.typesetting.patches``.
"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from casereport import levers
from casereport.typesetting import Refusal, patches, typeset
from casereport.typesetting.assets import AssetStore
from casereport.typesetting.engine import environment
from casereport.typesetting.patches import MADE_FOR, PatchState, patch_states


def states() -> tuple[PatchState, ...]:
    return patch_states()


@pytest.mark.parametrize("state", states(), ids=lambda state: state.name)
def test_seam_is_as_it_was_read(state: PatchState) -> None:
    assert state.found
    assert state.found == state.expected


def test_hashes_are_those_of_the_installed_version() -> None:
    import weasyprint

    assert weasyprint.VERSION == MADE_FOR


def test_every_patched_function_is_guarded() -> None:
    typeset("<p>x")
    from casereport.typesetting.engine.bidi import install as bidi
    from casereport.typesetting.engine.textlayer import install as textlayer

    assert {*bidi.PATCHED, *textlayer.PATCHED} <= {state.name for state in states()}


def test_changed_function_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    typeset("<p>x")
    import weasyprint.images

    def get_image_from_uri() -> None:
        """Another one."""

    monkeypatch.setattr(weasyprint.images, "get_image_from_uri", get_image_from_uri)

    assert [s.name for s in states() if not s.is_as_expected] == ["images.get_image_from_uri"]


def test_function_that_is_gone_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    typeset("<p>x")
    import weasyprint.images

    monkeypatch.delattr(weasyprint.images, "get_image_from_uri")

    assert [(s.name, s.found) for s in states() if not s.is_as_expected] == [
        ("images.get_image_from_uri", "")
    ]


def test_function_patched_without_a_guard_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    guarded = {n: found for n, found in patches._EXPECTED.items() if "draw_first" not in n}
    monkeypatch.setattr(patches, "_EXPECTED", guarded)

    assert [s.name for s in states() if not s.is_as_expected] == ["draw.text.draw_first_line"]


def test_stock_typesetting_is_asked_for_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEREPORT_STOCK_TYPESETTING", "1")
    with environment.engine_environment():
        assert levers.is_stock()
        assert not levers.is_on("png")

    monkeypatch.delenv("CASEREPORT_STOCK_TYPESETTING")
    with environment.engine_environment():
        assert not levers.is_stock()
        assert levers.is_on("png")


def test_one_lever_is_left_out_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEREPORT_LEVERS_OFF", "png, other")
    with environment.engine_environment():
        assert not levers.is_on("png")
        assert levers.is_on("lines")


def test_link_that_came_about_otherwise_is_taken_out_before_painting() -> None:
    typeset("<p>x")
    from casereport.typesetting.engine.render import _clean_pages

    kept = [("internal", "end", (0, 0, 1, 1), None), ("external", "https://a.org", (), None)]
    page = SimpleNamespace(links=[*kept, ("external", "file:///x", (), None)], forms={None: []})
    store = AssetStore({})
    _clean_pages(SimpleNamespace(pages=[page]), store)  # type: ignore[arg-type]

    assert page.links == kept
    assert store.refusals == (Refusal("file:///x", "link", "target"),)
