"""ORTH009: a paragraph starts in the middle of a sentence."""

from __future__ import annotations

import pytest


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH009"]


LONG = "بیشتر این مطالعات با تعداد اندکی بیمار انجام شد"


def test_the_first_words_are_the_place_and_the_end_before_is_related(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": f"{LONG}\n\nو تأثیر داروها در آن کم بود.\n"}))
    assert (item.span.line, item.span.column, item.span.end_column) == (15, 1, 18)
    (related,) = item.related
    assert (related.span.line, related.span.end_column) == (13, len(LONG) + 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG + " و", "تأثیر داروها کم بود."), (LONG + "،", "تأثیر داروها کم بود."),
        (LONG + " (کلسینوز", "زیر جلدی و رینود."), ("Most of these studies were done with few", "patients and drugs."),
        ("Most of these studies were done with the", "Raynaud phenomenon."),
    ],
)  # fmt: skip
def test_cut_sentences_are_told(before: str, after: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"fa.md": f"{before}\n\n{after}\n"}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}.\n\nو تأثیر داروها کم بود.", f"{LONG}\n\nداروها مؤثر بود.", "درمان\n\nو جراحی انجام شد.",
        f"{LONG}:\n\n- یک\n- دو", f"{LONG} [@a]\n\nو جراحی.", "The studies were done in these places.\n\nmTOR was given.",
        "The drugs that were given to the patients\n\n- one\n\nand two.", "Ended with a quotation of someone.”\n\nand more.",
    ],
)  # fmt: skip
def test_without_evidence_nothing_is_told(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"fa.md": text + "\n"}))
