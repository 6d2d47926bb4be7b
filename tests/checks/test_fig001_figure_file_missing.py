"""FIG001: the image of a figure cannot be found or read."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity

MENTIONS = {"fa.md": "در @fig-chest دیده شد.\n", "en.md": "See @fig-chest.\n"}


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG001"]


def figure(file: str) -> dict[str, str]:
    yaml = f"figures:\n  chest:\n    caption: {{fa: قفسه, en: Chest}}\n    {file}\n"
    return {"case.yaml": yaml, **MENTIONS}


def test_the_path_is_the_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure("file: figures/gone.png")))
    assert (item.severity, item.span.file, item.span.column) == (Severity.ERROR, "case.yaml", 11)
    assert item.message.values["file"] == "figures/gone.png"


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("figures/Chest.PNG", "figures/chest.png"),
        ("chest.png", "figures/chest.png"),
        ("figures/chset.png", "figures/chest.png"),
        ("figures/chest.jpg", "figures/chest.png"),
    ],
)
def test_the_nearest_file_is_named(wanted: str, there: str, diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({**figure(f"file: {wanted}"), there: png}))
    assert item.hint is not None
    assert item.hint.values["nearest"] == there


def test_nothing_like_it_names_nothing(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({**figure("file: figures/gone.png"), "a.txt": b"x"}))
    assert item.hint is not None
    assert "nearest" not in item.hint.template


@pytest.mark.parametrize("path", ["../chest.png", "/etc/passwd", "%2e%2e/chest.png", "a/../../b"])
def test_a_path_out_of_the_folder_says_so(path: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure(f"file: '{path}'")))
    assert "leads out" in item.message.template


def test_each_language_s_file_is_a_place_of_its_own(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose(figure("file: {fa: figures/a.png, en: figures/b.png}")))
    assert [item.message.values["file"] for item in found] == ["figures/a.png", "figures/b.png"]
    assert found[0].span.column < found[1].span.column


def test_a_panel_s_file_is_found_by_its_route(diagnose) -> None:  # type: ignore[no-untyped-def]
    panels = (
        "panels:\n      - {caption: One, file: figures/a.png}\n"
        "      - {caption: Two, file: figures/b.png}"
    )
    found = only(diagnose({**figure(panels), "figures/a.png": b"\x89PNG"}))
    assert [item.message.values["file"] for item in found] == ["figures/b.png"]


def test_a_figure_without_any_file_is_reported(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure("width: page")))
    assert "names no image" in item.message.template


def test_a_language_that_has_a_text_but_no_image_is_reported(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    files = {**figure("file: {fa: figures/a.png}"), "figures/a.png": png}
    (item,) = only(diagnose(files))
    assert item.message.values["language"] == "en"
    abstract = {"en.md": "## Abstract {#abstract}\n\nA summary.\n"}
    assert not only(diagnose({**files, **abstract}))
