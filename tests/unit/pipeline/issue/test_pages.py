"""Which pages articles get."""

from __future__ import annotations

from casereport.pipeline.issue.pages import Pages, place_articles


def test_articles_follow_one_another() -> None:
    found = place_articles([6, 3, 1], 166, on_odd_pages=False)
    assert found == (Pages(166, 171), Pages(172, 174), Pages(175, 175))


def test_on_odd_pages_a_blank_one_follows_an_article_that_ends_on_an_odd_one() -> None:
    found = place_articles([3, 2, 1], 7, on_odd_pages=True)
    assert found == (Pages(7, 9), Pages(11, 12), Pages(13, 13))


def test_an_article_without_pages_takes_none() -> None:
    assert place_articles([2, 0, 2], 1, on_odd_pages=False)[2] == Pages(3, 4)
