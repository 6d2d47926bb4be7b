"""FIG002: a figure is declared but the text never speaks of it."""

from __future__ import annotations

from casereport.diagnostics import Severity

FIGURE = "figures:\n  chest:\n    caption: {fa: قفسه, en: Chest}\n    file: figures/a.png\n"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG002"]


def files(png: bytes, **texts: str) -> dict[str, str | bytes]:
    narratives = {f"{language}.md": text for language, text in texts.items()}
    return {"case.yaml": FIGURE, "figures/a.png": png, **narratives}


def test_each_language_is_looked_at_by_itself(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(files(png, fa="در @fig-chest دیده شد.\n")))
    assert (item.severity, item.span.file) == (Severity.WARNING, "case.yaml")
    assert item.message.values["file"] == "en.md"


def test_a_figure_that_no_language_mentions_is_reported_for_each(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose(files(png)))
    assert [item.message.values["file"] for item in found] == ["en.md", "fa.md"]


def test_placing_a_figure_is_not_mentioning_it(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose(files(png, fa="در @fig-chest.\n", en="::: {#fig-chest}\n:::\n")))
    assert [item.message.values["file"] for item in found] == ["en.md"]


def test_a_language_with_an_abstract_only_need_not_mention_it(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    abstract = "## Abstract {#abstract}\n\nA summary.\n"
    assert not only(diagnose(files(png, fa="در @fig-chest.\n", en=abstract)))


def test_a_case_without_any_text_is_no_excuse(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(
        diagnose(
            files(
                png,
                fa="## چکیده {#abstract}\n\nخلاصه.\n",
                en="## Abstract {#abstract}\n\nA summary.\n",
            )
        )
    )
    assert "no language" in item.message.template


def test_a_panel_s_letter_mentions_the_figure(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    case = (
        "figures:\n  chest:\n    caption: {fa: قفسه, en: Chest}\n    file: figures/a.png\n"
        "    panels:\n      - caption: One\n      - caption: Two\n"
    )
    texts = {"fa": "در @fig-chest-a.\n", "en": "In @fig-chest-b.\n"}
    assert not only(diagnose({**files(png, **texts), "case.yaml": case}))


def test_a_caption_sends_nobody_to_a_figure(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    case = FIGURE.replace("en: Chest", "en: As in @fig-chest")
    files = {"case.yaml": case, "figures/a.png": png, "fa.md": "در @fig-chest.\n"}
    assert [item.message.values["file"] for item in only(diagnose(files))] == ["en.md"]


def test_a_number_typed_by_hand_is_a_note_at_its_place(diagnose, png: bytes) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose(files(png, fa="در @fig-chest.\n", en="See Figure 1 (b).\n")))
    assert (item.severity, item.span.file) == (Severity.NOTE, "en.md")
    assert (item.span.column, item.span.end_column) == (5, 17)
