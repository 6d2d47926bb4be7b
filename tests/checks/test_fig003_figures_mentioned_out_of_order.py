"""FIG003: the text first mentions the figures in another order than that of their numbers."""

from __future__ import annotations

from casereport.diagnostics import Severity

FIGURES = "figures:\n" + "".join(
    f"  {name}: {{file: {name}.png, caption: {{fa: شرح, en: Caption}}}}\n"
    for name in ("one", "two", "three")
)


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "FIG003"]


def texts(case: str = FIGURES, **narratives: str) -> dict[str, str | bytes]:
    return {"case.yaml": case, **{f"{language}.md": text for language, text in narratives.items()}}


def test_the_second_language_in_another_order_is_told_at_its_first_mention(diagnose) -> None:  # type: ignore[no-untyped-def]
    fa = "در @fig-one و @fig-two و @fig-three.\n"
    (item,) = only(diagnose(texts(fa=fa, en="In @fig-two, @fig-one and @fig-three.\n")))
    assert (item.severity, item.span.file, item.span.column) == (Severity.WARNING, "en.md", 4)
    assert (item.message.values["number"], item.message.values["missing"]) == (2, 1)
    assert item.related[0].span.column == 14
    assert "same order" in item.hint.template


def test_one_text_told_once_whatever_follows(diagnose) -> None:  # type: ignore[no-untyped-def]
    fa = "در @fig-one و @fig-two و @fig-three.\n"
    found = only(diagnose(texts(fa=fa, en="In @fig-three, @fig-two and @fig-one.\n")))
    assert [item.message.values["missing"] for item in found] == [1]


def test_keys_in_one_language_number_themselves(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = FIGURES + "languages: [en]\n"
    assert not only(diagnose(texts(case, en="In @fig-three, @fig-two and @fig-one.\n")))


def test_numbers_typed_by_hand_are_read_in_both_languages(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(
        diagnose(texts(fa="در شکل ۲ و شکل ۱ و شکل ۳.\n", en="Figs. 1-3, then Figure 2.\n"))
    )
    (item,) = found
    assert (item.span.file, item.span.column, item.span.end_column) == ("fa.md", 4, 9)
    assert "Number them" in item.hint.template


def test_typed_numbers_and_keys_are_read_together(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = FIGURES + "languages: [en]\n"
    (item,) = only(diagnose(texts(case, en="Figure 2 and @fig-one and @fig-two.\n")))
    assert item.span.column == 1


def test_a_number_that_no_figure_has_is_another_work_s(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose(texts(en="Figure 9 of that work; Figures 1 to 3.\n")))


def test_a_place_kept_before_the_mention_of_another_is_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = FIGURES + "languages: [en]\n"
    early = "::: {#fig-two}\n:::\n\nIn @fig-one, @fig-two and @fig-three.\n"
    (item,) = only(diagnose(texts(case, en=early)))
    assert (item.message.values["number"], item.message.values["missing"]) == (2, 1)


def test_the_order_is_that_of_the_printed_sections(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = FIGURES + "languages: [en]\njournal: jmums\n"
    sections = "## Discussion {#discussion}\n\nFigures 2 and 3.\n\n## Introduction {#introduction}\n\nFigure 1.\n"
    assert not only(diagnose(texts(case, en=sections)))
    swapped = sections.replace("\n\nFigure 1.", "\n\nFigure 3.").replace(
        "Figures 2 and 3", "Figure 1"
    )
    (item,) = only(diagnose(texts(case, en=swapped)))
    assert item.message.values["number"] == 3


def test_the_abstract_and_captions_do_not_count(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = FIGURES.replace("en: Caption", "en: See Figure 3", 1)
    en = "## Abstract {#abstract}\n\nSee Figure 3.\n\n## Discussion {#discussion}\n\n@fig-one, @fig-two, @fig-three.\n"
    assert not only(diagnose(texts(case, en=en, fa="@fig-one، @fig-two، @fig-three.\n")))


def test_a_note_stands_where_its_mark_does(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = FIGURES + "languages: [en]\n"
    en = "First[^n], then @fig-two and @fig-three.\n\n[^n]: See @fig-one.\n"
    assert not only(diagnose(texts(case, en=en)))


def test_a_case_without_figures_has_no_order(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"en.md": "Figure 2 and Figure 1.\n"}))


def test_a_figure_that_the_numbering_text_never_mentions_is_told_as_that_alone(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose(texts(fa="@fig-two، @fig-three.\n", en="@fig-one, @fig-two, @fig-three.\n"))
    assert not only(found)
    assert "FIG002" in {item.code for item in found}
