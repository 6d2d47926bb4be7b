"""FIG004: a mention without its figure; here the numbers typed by hand (keys: see TAB004's file)."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity

FIGURE = (
    "figures:\n  chest: {file: a.png, caption: {fa: نما, en: View}, alt: {fa: ریه, en: lungs}}\n"
)


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG004"]


def test_a_number_beyond_the_last_figure_is_told_over_the_mention(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": FIGURE, "fa.md": "توده در شکل ۵ و باز در شکل ۵ دیده شد.\n"}))
    assert (item.severity, item.span.line) == (Severity.WARNING, 13)
    assert (item.span.column, item.span.end_column) == (9, 14)
    assert item.message.values == {"number": 5, "last": 1}


def test_each_text_is_told_by_itself(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {"fa.md": "توده در تصویر شماره ۲ بود.\n", "en.md": "The mass is in Figs. 2 and 3.\n"}
    found = only(diagnose({"case.yaml": FIGURE, **files}))
    assert [(item.span.file, item.message.values["number"]) for item in found] == [
        ("en.md", 2), ("en.md", 3), ("fa.md", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "It is shown in Figure 1.",
        "Figure 4 of the guideline shows it.",
        "Figure 4 of another work shows the like [1].",
        "Brown et al. show it in Figure 4 [@brown].",
        "به شکل ۲ توده بود.",
        "تصویر ۳ بعدی تهیه شد.",
    ],
)
def test_figures_that_are_there_and_those_of_other_works_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"case.yaml": FIGURE, "en.md": f"{text}\n", "fa.md": f"{text}\n"}))


def test_figures_that_were_refused_are_not_counted(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"case.yaml": "figures: [x]\n", "en.md": "See Figure 2.\n"}))
