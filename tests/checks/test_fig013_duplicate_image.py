"""FIG013: one picture stands in two figures."""

from __future__ import annotations

import io

from PIL import Image

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG013"]


def saved(form: str = "PNG", size: int = 256) -> bytes:
    stream = io.BytesIO()
    Image.radial_gradient("L").resize((size, size)).save(stream, form)
    return stream.getvalue()


def two(first: str, second: str, **files: bytes) -> dict[str, str | bytes]:
    figures = "".join(
        f"  {key}:\n    caption: {{fa: شرح, en: Caption}}\n    {file}\n"
        for key, file in (("file", first), ("two", second))
    )
    return {
        "case.yaml": f"figures:\n{figures}",
        **{f"{name}.png": data for name, data in files.items()},
    }


def test_the_same_bytes_are_told_at_the_second_with_the_first_beside_it(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(two("file: a.png", "file: b.png", a=saved(), b=saved())))
    assert (item.severity, item.span.line, item.span.column) == (Severity.WARNING, 15, 11)
    assert item.related[0].span.line == 12
    assert "the same as" in item.message.template


def test_a_picture_saved_anew_looks_the_same(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(two("file: a.png", "file: b.png", a=saved(), b=saved("JPEG", 200))))
    assert "looks the same" in item.message.template


def test_one_file_named_by_two_figures_is_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(two("file: a.png", "file: a.png", a=saved())))
    assert "two places" in item.message.template


def test_both_languages_of_one_figure_may_show_one_picture(diagnose) -> None:  # type: ignore[no-untyped-def]
    other = "panels: [{caption: x}]"
    both = "file: {fa: a.png, en: b.png}"
    assert not only(diagnose(two(both, other, a=saved(), b=saved())))


def test_two_panels_of_a_figure_are_two_places(diagnose) -> None:  # type: ignore[no-untyped-def]
    panels = "panels: [{caption: x, file: a.png}, {caption: y, file: b.png}]"
    assert len(only(diagnose(two(panels, "panels: [{caption: x}]", a=saved(), b=saved())))) == 1


def test_two_languages_and_two_figures_are_told_once(diagnose) -> None:  # type: ignore[no-untyped-def]
    both = "file: {fa: a.png, en: b.png}"
    assert len(only(diagnose(two(both, both, a=saved(), b=saved())))) == 1


def test_other_pictures_and_unfit_ones_are_left(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(two("file: a.png", "file: b.png", a=saved(), b=png)))
    assert not only(diagnose(two("file: a.png", "file: b.png", a=b"no", b=b"no")))
