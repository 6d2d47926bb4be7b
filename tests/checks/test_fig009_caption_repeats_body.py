"""FIG009: a caption says again, word for word, what the text says."""

from __future__ import annotations

import time

import pytest

from casereport.checks.figures._repeats import Body, sentences_of
from casereport.checks.prose import Prose
from casereport.diagnostics import Severity, Span

SENTENCE = "The chest radiograph showed coarse reticular opacity at both lung bases"


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG009"]


def figure(caption: str, **texts: str) -> dict[str, str | bytes]:
    yaml = f"figures:\n  chest:\n    file: a.png\n    caption:\n      {caption}\n"
    return {"case.yaml": yaml, **{f"{name}.md": text for name, text in texts.items()}}


def test_both_places_are_told_over_the_very_words(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(
        diagnose(figure(f"en: Seen here. {SENTENCE}.", en=f"Later. {SENTENCE} (@fig-chest).\n"))
    )
    assert item.severity is Severity.WARNING
    assert (item.span.file, item.span.column, item.span.end_column) == (
        "case.yaml",
        22,
        22 + len(SENTENCE),
    )
    (related,) = item.related
    assert (related.span.file, related.span.column, related.span.end_column) == (
        "en.md",
        8,
        8 + len(SENTENCE),
    )


def test_half_spaces_marks_and_capitals_make_no_difference(diagnose) -> None:  # type: ignore[no-untyped-def]
    fa = "گرافی قفسهٔ سینه، کدورت دوطرفه\u200cی ریه را در قاعده نشان داد"
    typed = fa.replace("\u200c", "").replace("،", "").replace("ی", "\u064a")
    (item,) = only(diagnose(figure(f'fa: "{fa}."', fa=f"{typed}.\n")))
    assert item.related[0].span.file == "fa.md"
    assert only(diagnose(figure(f"en: {SENTENCE.upper()}", en=f"{SENTENCE}.\n")))


def test_two_sentences_of_one_caption_are_one_finding(diagnose) -> None:  # type: ignore[no-untyped-def]
    second = "Beside the tenth thoracic vertebra a paravertebral calcification was seen"
    (item,) = only(diagnose(figure(f"en: {SENTENCE}. {second}.", en=f"{second}. {SENTENCE}.\n")))
    assert len(item.related) == 2


@pytest.mark.parametrize(
    "caption",
    [
        "Coarse reticular opacity at both lung bases",
        "The chest radiograph showed coarse reticular opacity of the upper lobes and of the hila",
        "Opacity at both lung bases, coarse and reticular, as the chest radiograph showed",
        "Frontal view",
    ],
)
def test_a_caption_in_its_own_words_is_left(caption: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure(f'en: "{caption}"', en=f"{SENTENCE}.\n")))


def test_the_other_language_and_a_heading_are_no_body(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(figure(f"en: {SENTENCE}", fa=f"{SENTENCE}.\n")))
    assert not only(diagnose(figure(f"en: {SENTENCE}", en=f"### {SENTENCE}\n\nText.\n")))


def test_a_panel_s_caption_and_one_for_every_language_are_looked_at(diagnose) -> None:  # type: ignore[no-untyped-def]
    yaml = f"figures:\n  chest:\n    panels:\n      - file: a.png\n        caption: {SENTENCE}\n"
    (item,) = only(diagnose({"case.yaml": yaml, "en.md": f"{SENTENCE}.\n"}))
    assert item.span.file == "case.yaml"


@pytest.mark.parametrize(
    ("caption", "body"),
    [("a ", "a "), ("a b c d e ", "a b c d f "), ("a. ", "a "), ("a b c d e x ", "a b c d e y ")],
)
def test_hostile_texts_are_compared_in_good_time(caption: str, body: str) -> None:
    place = Span.start_of("en.md")
    text = body * (100_000 // len(body))
    start = time.process_time()
    found = Body([Prose(text, "en", "paragraph", ((0, place),))])
    for sentence in sentences_of(caption * (100_000 // len(caption))):
        found.longest(sentence)
    assert time.process_time() - start < 2  # a tenth of it on an idle machine
