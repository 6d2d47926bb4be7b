"""Words are found on the page on which they stand, whatever digits and gaps lie between."""

from __future__ import annotations

from functools import cache

from casereport.inspection import GlyphPage, Paragraph, pages_of, paragraphs_of, read_glyphs
from casereport.typesetting import typeset

HTML = (
    '<html lang="fa" dir="rtl"><style>section { break-after: page }'
    'body { font-family: "Vazirmatn Arabic", "Liberation Serif" }</style>'
    '<p class="running">عنوان گزارش</p>'
    "<section><p>خلاصه: درد آرنج بهبود یافت و بیمار مرخص شد.</p></section>"
    "<section><p>زنی ۴۴ ساله با درد آرنج (۱) مراجعه کرد؛ پدیدهٔ Raynaud داشت.</p></section>"
    "<section><p>درد آرنج بهبود یافت و بیمار مرخص شد. جراحی نشد.</p></section></html>"
)


@cache
def printed() -> tuple[tuple[Paragraph, ...], tuple[GlyphPage, ...]]:
    return paragraphs_of(HTML, optional_classes=("running",)), read_glyphs(typeset(HTML))


def pages(*wanted: str) -> tuple[int | None, ...]:
    return pages_of(wanted, *printed())


def test_words_are_found_though_digits_and_citations_differ() -> None:
    assert pages("زنی 44 ساله با درد آرنج \ufffc مراجعه کرد؛ پدیدهٔ Raynaud داشت.") == (2,)


def test_of_two_paragraphs_the_one_that_holds_more_counts_and_of_equals_the_last() -> None:
    assert pages("درد آرنج بهبود یافت و بیمار مرخص شد.") == (3,)
    assert pages("خلاصه: درد آرنج بهبود یافت و بیمار مرخص شد.") == (1,)


def test_what_no_paragraph_holds_is_on_no_page() -> None:
    assert pages("سردرد نداشت و به خانه رفت.", "", "۴۴", "درد") == (None, None, None, None)


def test_a_running_head_does_not_count() -> None:
    assert pages("عنوان گزارش") == (None,)
