"""The front of an edition: title, dates, place in the journal, own citation."""

from __future__ import annotations

from typing import Any

import pytest

from casereport.article.article import Front
from casereport.article.inline import LastPage, Span, plain_text
from casereport.text.isolates import strip_isolates
from tests.unit.assembly.conftest import article, assembled, only

PLACE = "publication: {volume: 30, issue: 187, year: {fa: 1399, en: 2020}, pages: 166-172}\n"


def front(language: str = "fa", case: str = "", journal: str = "jmums", **given: str) -> Front:
    return only(**{language: "متن." if language == "fa" else "Text."}, case=case, journal=journal,
                **given).front  # fmt: skip


def place(language: str = "fa", case: str = PLACE, journal: str = "jmums") -> str:
    shown = plain_text(front(language, case, journal).running.place)
    return strip_isolates(shown).replace("\u2060", "")


# Dates


def test_each_known_date_prints_with_its_label_in_the_languages_calendar() -> None:
    case = "dates: {received: 2020-01-21, accepted: 1399-04-02}\n"
    persian, english = front("fa", case), front("en", case)
    assert [(d.label, plain_text(d.children)) for d in persian.dates] == [
        ("تاریخ دریافت", "۱۳۹۸/۱۱/۱"), ("تاریخ تصویب", "۱۳۹۹/۴/۲"),
    ]  # fmt: skip
    assert english.dates_line == "(Received January 21, 2020; Accepted June 22, 2020)"
    assert persian.dates_line == "تاریخ دریافت: ۱۳۹۸/۱۱/۱ – تاریخ تصویب: ۱۳۹۹/۴/۲"


def test_a_date_of_one_language_prints_there_alone() -> None:
    case = "dates: {received: {fa: 1398-11-11}, revised: not-stated}\n"
    assert front("fa", case).dates_line == "تاریخ دریافت: ۱۳۹۸/۱۱/۱۱"
    assert front("en", case).dates_line == ""


def test_a_date_without_a_day_prints_as_much_as_is_known() -> None:
    case = "dates: {received: 2020-01}\n"
    assert front("en", case).dates_line == "(Received January 2020)"


def test_the_authors_own_line_prints_as_it_was_typed() -> None:
    case = 'dates: {received: 2020-01-21, line: {en: "(2020 ;Accepted  {x} 12)"}}\n'
    assert front("en", case).dates_line == "(2020 ;Accepted  {x} 12)"
    assert front("fa", case).dates_line == "تاریخ دریافت: ۱۳۹۸/۱۱/۱"


# The place in the journal


def test_the_volume_is_in_words_and_the_range_in_persian_digits() -> None:
    assert place() == "دوره سی\u200cام، شماره ۱۸۷، ۱۳۹۹، صفحات ۱۶۶–۱۷۲"
    assert place("en") == "Volume 30, Number 187, 2020, Pages 166–172"


def test_the_last_page_is_a_node_by_itself_in_the_digits_of_its_line() -> None:
    assert LastPage("۱۷۲", "arabext") in front(case=PLACE).running.place
    assert LastPage("172", "latn") in front("en", PLACE).running.place
    (citation,) = front(case=PLACE).self_citation
    assert isinstance(citation, Span)
    assert LastPage("172", "latn") in citation.children


def test_an_article_number_has_no_last_page() -> None:
    case = PLACE.replace("166-172", "e3585")
    assert not any(isinstance(node, LastPage) for node in front(case=case).running.place)


def test_the_month_of_the_issue_prints_where_it_is_known() -> None:
    case = PLACE.replace("fa: 1399", "fa: 1399-05").replace("en: 2020", "en: 2020-07")
    assert "مرداد ۱۳۹۹" in place(case=case)
    assert "July 2020" in place("en", case)


@pytest.mark.parametrize(
    ("volume", "printed"),
    [("1", "دوره یکم"), ("999", "دوره "), ("1399", "دوره ۱۳۹۹"), ("0", "دوره ۰"),
     ("۳۰", "دوره سی\u200cام"), ("30 Suppl", "دوره 30 Suppl"), ("²", "دوره ²")],
)  # fmt: skip
def test_a_volume_that_has_no_words_prints_as_it_is(volume: str, printed: str) -> None:
    assert place(case=f"publication: {{volume: {volume}}}\n").startswith(printed)


def test_volume_and_number_typed_in_persian_digits_print_in_those_of_the_line() -> None:
    typed = PLACE.replace("30,", "۳۰,").replace("187", "۱۸۷")
    assert place("fa", typed) == place("fa")
    assert place("en", typed) == place("en")
    assert front(case=typed).self_citation == front(case=PLACE).self_citation


def test_a_double_issue_is_a_range_in_the_digits_of_the_language() -> None:
    case = "publication: {volume: 30, issue: 7-8}\n"
    assert place("en", case) == "Volume 30, Number 7\u20138"
    persian = place("fa", case)
    assert persian.index("۷") < persian.index("۸")
    assert not set("78") & set(persian)
    assert place("en", case.replace("7-8", "7-S")) == "Volume 30, Number 7-S"


@pytest.mark.parametrize(
    ("pages", "persian", "english"),
    [("166-172", "۱۶۶–۱۷۲", "166–172"), ("166", "۱۶۶", "166"), ("e3585", "e3585", "e3585")],
)
def test_pages_are_a_range_a_page_or_an_article_number(
    pages: str, persian: str, english: str
) -> None:
    case = f"publication: {{pages: {pages}}}\n"
    assert place(case=case).endswith(persian)
    assert place("en", case).endswith(english)


def test_another_journal_does_not_print_the_place() -> None:
    made = article(fa="متن.", case="journal: jmums\n" + PLACE, journal="clinical-brief")
    assert made.editions[0].front.running.place == ()
    assert (made.first_page, made.last_page) == (None, None)
    assert made.editions[0].front.self_citation == ()


def test_a_manuscript_has_no_place() -> None:
    case = "journal: manuscript\n" + PLACE
    assert only(en="X.", case=case, journal="manuscript").front.running.place == ()


# The article's own citation


def test_the_articles_own_citation_is_english_whatever_the_edition() -> None:
    for language in ("fa", "en"):
        (span,) = front(language, PLACE).self_citation
        assert isinstance(span, Span)
        assert (span.language, span.direction) == ("en", "ltr")
        assert plain_text(span.children) == (
            "J Mazandaran Univ Med Sci 2020; 30 (187): 166-172 (Persian)."
        )


def test_without_a_number_the_citation_has_no_empty_brackets() -> None:
    shown = plain_text(front("en", PLACE.replace("issue: 187, ", "")).self_citation)
    assert shown == "J Mazandaran Univ Med Sci 2020; 30: 166-172 (Persian)."


@pytest.mark.parametrize(
    "lost", ["volume: 30, ", "year: {fa: 1399, en: 2020}, ", ", pages: 166-172"]
)
def test_a_citation_that_lacks_a_part_is_not_printed(lost: str) -> None:
    assert lost in PLACE
    assert front("en", PLACE.replace(lost, "")).self_citation == ()


def test_a_journal_without_a_pattern_has_no_citation_line() -> None:
    case = "journal: clinical-brief\n" + PLACE
    assert front("en", case, "clinical-brief").self_citation == ()


# Title, keywords, notes


def test_a_missing_title_is_the_other_languages_and_marked_as_it() -> None:
    shown = front("fa", "title: {en: Only English}\n").title
    assert shown == (Span("en", None, shown[0].children),)  # type: ignore[union-attr]
    assert plain_text(shown) == "Only English"


def test_the_running_title_is_words_without_markup() -> None:
    case = 'title: {en: "On *Borrelia* in 1 case"}\n'
    assert front("en", case).running.title == "On Borrelia in 1 case"
    short = case + 'running-title: {en: "The *B.* case"}\n'
    assert front("en", short).running.title == "The B. case"


def test_the_metadata_has_the_main_title_without_isolates() -> None:
    made = article(
        fa="متن.", en="Text.", case="title: {fa: بیماری CD4+ نادر, en: Rare}\n", journal="jmums"
    )
    assert (made.meta.language, made.meta.title) == ("fa", "بیماری CD4+ نادر")


def test_keywords_licence_and_doi_print_where_they_are_given() -> None:
    case = (
        "keywords: {en: [one, two], fa: [یک, دو]}\n"
        "publication: {doi: 10.1000/xyz, license: CC-BY-4.0}\n"
    )
    found = front("en", case)
    assert found.kwd_text == "one, two"
    assert front("fa", case).kwd_text == "یک، دو"
    assert [(n.id, plain_text(n.children)) for n in found.notes] == [
        ("doi", "10.1000/xyz"), ("license", "CC-BY-4.0"),
    ]  # fmt: skip
    assert front("en").notes == ()


# Order and parts of the editions


@pytest.mark.parametrize(
    ("order", "case", "printed"),
    [
        ((), "", ["en", "fa"]),
        (("fa", "en"), "", ["fa", "en"]),
        ((), "language-order: [fa, en]\n", ["fa", "en"]),
        (("en", "fa"), "language-order: [fa, en]\n", ["en", "fa"]),
        (("en",), "language-order: [fa, en]\n", ["en", "fa"]),
    ],
)
def test_the_order_is_the_callers_the_cases_the_journals(
    order: tuple[str, ...], case: str, printed: list[str]
) -> None:
    made = article(fa="متن.", en="Text.", case=case, order=order, journal="jmums")
    assert [edition.language for edition in made.editions] == printed
    assert made.main.language == "fa"
    parts = {edition.language: edition.part for edition in made.editions}
    assert parts == {"fa": "full", "en": "front-page"}


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("journal", ["jmums", "manuscript", "clinical-brief"])
def test_a_language_alone_is_printed_whole(language: str, journal: str) -> None:
    edition = only(**{language: "X."}, journal=journal)
    assert (edition.language, edition.part) == (language, "full")


def test_an_article_without_authors_is_a_warning_but_not_when_it_is_blind() -> None:
    def told(**given: Any) -> list[str]:
        return [f"{found.code} {found.severity}" for found in assembled(**given).diagnostics]

    assert told(en="Text.", case="contributors: []\n") == ["SRC005 warning"]
    assert told(en="Text.") == ["SRC005 warning"]
    assert told(en="Text.", blind=True) == []
    assert told(en="Text.", case="contributors: [{name: {en: John Doe}}]\n") == []
    assert told(en="Text.", case="contributors: x\n", sound=False) == []
