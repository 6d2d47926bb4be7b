"""FIG008: an image has no description for those who hear the page."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity

CAPTION = "caption: {fa: شرح تصویر, en: The caption}"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG008"]


def figure(*lines: str) -> dict[str, str | bytes]:
    return {
        "case.yaml": "figures:\n  chest:\n" + "".join(f"    {line}\n" for line in (CAPTION, *lines))
    }


def test_a_figure_without_any_alt_text_is_told_once_at_its_key(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure("file: a.png")))
    assert (item.severity, item.span.file, item.span.line) == (Severity.WARNING, "case.yaml", 10)


def test_the_language_that_lacks_it_is_named(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure("file: a.png", "alt: {en: Net-like shadows}")))
    assert (item.severity, item.message.values["language"]) == (Severity.WARNING, "fa")


def test_where_no_figure_prints_it_is_a_note(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {
        **figure("file: a.png", "alt: {fa: سایه}"),
        "en.md": "## Abstract {#abstract}\n\nText.\n",
    }
    (item,) = only(diagnose(files))
    assert (item.severity, item.message.values["language"]) == (Severity.NOTE, "en")


def test_each_panel_with_an_image_wants_its_own(diagnose) -> None:  # type: ignore[no-untyped-def]
    panels = (
        "panels:",
        "  - {file: a.png, caption: x, alt: {fa: سایه, en: Shadow}}",
        "  - {file: b.png, caption: y}",
        "  - {caption: z}",
    )
    (item,) = only(diagnose(figure(*panels)))
    assert item.span.line == 14


@pytest.mark.parametrize("alt", ["The caption.", "the  caption"])
def test_the_caption_again_is_a_note(alt: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(figure("file: a.png", f"alt: {{fa: سایه, en: {alt}}}")))
    assert item.severity is Severity.NOTE
    assert "repeats" in item.message.template


def test_one_alt_text_for_every_language_and_a_figure_without_an_image_are_left(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure("file: a.png", "alt: ECG")))
    assert not only(diagnose(figure()))


def test_an_alt_text_that_was_refused_has_its_own_finding(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure("file: a.png", "alt: [x]")))
