"""The contents of an issue as they are printed: their headings, dots and page numbers."""

from __future__ import annotations

import re

import pypdfium2

from casereport.article.contents import Contents, ContentsEntry, ContentsSection, Head
from casereport.exporters._contents import contents_document
from casereport.journals import load_journal
from casereport.model.front import Publication
from casereport.model.issue import IssuePlace
from casereport.typesetting import typeset

LETTERS = "نامه به سردبیر"


def entry(page: int, language: str, title: str) -> ContentsEntry:
    head = Head(language, "rtl" if language == "fa" else "ltr", title, title, ())
    return ContentsEntry(heads=(head,), first_page=page, last_page=page)


def document(*sections: ContentsSection) -> str:
    place = IssuePlace(journal="jmums", volume="3").over(Publication())
    return contents_document(Contents(title={}, sections=sections), place, load_journal("jmums"))


def test_a_heading_in_one_language_stands_on_both_pages_marked_as_it_is() -> None:
    html = document(
        ContentsSection(heading={"en": "Reports"}, entries=(entry(1, "en", "First"),)),
        ContentsSection(heading={"fa": LETTERS}, entries=(entry(2, "en", "Second"),)),
        ContentsSection(heading={"und": "Notes"}, entries=(entry(3, "en", "Third"),)),
        ContentsSection(heading={}, entries=(entry(4, "en", "Fourth"),)),
    )
    shown = re.findall(r'<h2><span lang="(..)" dir="(...)">([^<]+)</span></h2>', html)
    each = [("en", "ltr", "Reports"), ("fa", "rtl", LETTERS)]
    assert shown == [*each, ("fa", "rtl", "Notes"), *each, ("en", "ltr", "Notes")]


def test_the_pages_bear_the_numbers_that_a_viewer_shows_for_them() -> None:
    section = ContentsSection(heading={}, entries=(entry(1, "en", "Only"),))
    file = typeset(document(section))
    read = pypdfium2.PdfDocument(file)
    try:
        last = [page.get_textpage().get_text_bounded().split()[-1] for page in read]
    finally:
        read.close()
    assert last == ["i", "ii"]


def test_a_latin_title_keeps_its_distance_from_the_dots_of_a_persian_page() -> None:
    """It begins at the margin as the Persian one does: the gap is on the side of the dots."""
    entries = (entry(1, "en", "Short"), entry(2, "fa", "کوتاه"))
    file = typeset(document(ContentsSection(heading={}, entries=entries)))
    read = pypdfium2.PdfDocument(file)
    try:
        page = read[0].get_textpage()
        found = {word: page.search(word).get_next() for word in ("Short", "کوتاه")}
        boxes = {
            word: [page.get_charbox(index) for index in range(at[0], at[0] + at[1])]
            for word, at in found.items()
            if at is not None
        }
    finally:
        read.close()
    latin, persian = (max(box[2] for box in boxes[word]) for word in ("Short", "کوتاه"))
    assert abs(latin - persian) < 1.5
