"""FIG005: an image has too few points for the size at which it prints."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from casereport.diagnostics import Severity

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9"/></svg>'


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG005"]


def picture(width: int, height: int, **options: object) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (width, height), 9).save(stream, "PNG", **options)
    return stream.getvalue()


def figure(content: bytes, *lines: str, journal: str = "jmums") -> dict[str, str | bytes]:
    own = "".join(f"    {line}\n" for line in lines or ("file: figures/a.png",))
    yaml = f"journal: {journal}\nfigures:\n  chest:\n    caption: {{fa: قفسه, en: Chest}}\n{own}"
    return {"case.yaml": yaml, "figures/a.png": content, "figures/b.png": content}


def test_points_over_printed_width_count_and_not_the_dpi_that_the_file_declares(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure(picture(900, 900, dpi=(600, 600)))))
    assert (item.severity, item.span.file, item.span.column) == (Severity.WARNING, "case.yaml", 11)
    values = item.message.values
    assert (values["dpi"], values["limit"], values["width"]) == (275, 300, 83)
    assert not only(diagnose(figure(picture(values["points"], 900, dpi=(72, 72)))))


@pytest.mark.parametrize(
    ("width", "points"), [("column", 981), ("page", 2032), ("50 mm", 591), ("80 mm", 945)]
)
def test_the_width_in_case_yaml_decides(width: str, points: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    lines = (f"width: {width}", "file: figures/a.png")
    assert not only(diagnose(figure(picture(points, 500), *lines)))
    assert len(only(diagnose(figure(picture(points - 1, 500), *lines)))) == 1


def test_panels_share_the_width(diagnose) -> None:  # type: ignore[no-untyped-def]
    panels = (
        "width: page",
        "panels:",
        "  - {file: figures/a.png, caption: x}",
        "  - {file: figures/b.png, caption: y}",
    )
    assert not only(diagnose(figure(picture(1000, 900), *panels)))
    assert len(only(diagnose(figure(picture(900, 900), *panels)))) == 2


def test_a_high_image_prints_less_wide(diagnose) -> None:  # type: ignore[no-untyped-def]
    lines = ("width: page", "file: figures/a.png")
    assert not only(diagnose(figure(picture(600, 2400), *lines)))


def test_a_drawing_of_lines_and_an_unfit_image_are_left(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure(SVG)))
    assert not only(diagnose(figure(b"no image")))


def test_a_width_between_column_and_page_is_told_as_a_note(diagnose) -> None:  # type: ignore[no-untyped-def]
    lines = ("file: figures/a.png", "width: 100 mm")
    (item,) = only(diagnose(figure(picture(2000, 900), *lines)))
    assert (item.severity, item.span.line, item.span.column) == (Severity.NOTE, 13, 12)
    assert (item.message.values["room"], item.message.values["width"]) == (83, 100)


@pytest.mark.parametrize(
    ("width", "journal"), [("83 mm", "jmums"), ("180 mm", "jmums"), ("100 mm", "clinical-brief")]
)
def test_a_width_that_fits_or_is_told_elsewhere_is_no_note(
    width: str, journal: str, diagnose
) -> None:  # type: ignore[no-untyped-def]
    lines = ("file: figures/a.png", f"width: {width}")
    assert not only(diagnose(figure(picture(2100, 900), *lines, journal=journal)))
