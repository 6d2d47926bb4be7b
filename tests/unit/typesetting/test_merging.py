"""Merged PDFs keep what each had: text, tags, links, bookmarks, labels, language, its bytes' calm."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from casereport.typesetting import PageLabels, typeset_report
from casereport.typesetting.merging import MergeError, Part, merge

PAGE = "<style>@page { size: 80mm 60mm; margin: 8mm } h2 { break-before: page }</style>"
FIRST = (
    f"<html lang=fa dir=rtl><title>\u0634\u0645\u0627\u0631\u0647</title>{PAGE}<body><h1>\u0641\u0647\u0631\u0633\u062a</h1>"
    "<p><a href='https://article.invalid/2'>\u0645\u0642\u0627\u0644\u0647</a>"
    "<p><a href='https://example.org/x'>\u0628\u06cc\u0631\u0648\u0646</a></html>"
)
ARTICLE = (
    f"<html lang=en><title>Calcinosis</title>{PAGE}<body><h1>Calcinosis</h1>"
    "<p>See <a href='#end'>the end</a>.</p><h2 id=end>The end WORD</h2>"
    "<p><a href='#top-{n}'>up</a></p><p id='top-{n}'>Here.</p></html>"
)


@cache
def pdf(html: str) -> bytes:
    return typeset_report(html, page_labels=PageLabels(7)).pdf


def article(word: str) -> bytes:
    return pdf(ARTICLE.replace("WORD", word).replace("{n}", "x"))


@cache
def merged() -> bytes:
    return merge(
        [
            Part(pdf=pdf(FIRST), title="", labels=PageLabels(style="roman"), blanks_after=1),
            Part(pdf=article("one"), title="Calcinosis", labels=PageLabels(7), blanks_after=1),
            Part(
                pdf=article("two"),
                title="Second",
                labels=PageLabels(10),
                link="https://article.invalid/2",
            ),
        ]
    )


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_pages_stand_in_order_with_blank_ones_between_and_their_text_is_the_same() -> None:
    blank = [""]
    assert texts(merged()) == [
        *texts(pdf(FIRST)), *blank, *texts(article("one")), *blank, *texts(article("two")),
    ]  # fmt: skip


def test_labels_go_on_through_blank_pages() -> None:
    document = pypdfium2.PdfDocument(merged())
    assert [document.get_page_label(index) for index in range(len(document))] == [
        "i", "ii", "7", "8", "9", "10", "11",
    ]  # fmt: skip
    document.close()


def test_bookmarks_of_a_part_stand_below_its_title_which_is_not_said_twice() -> None:
    document = pypdfium2.PdfDocument(merged())
    found = [
        (item.level, item.get_title(), item.get_dest().get_index()) for item in document.get_toc()
    ]
    document.close()
    assert found == [
        (0, "\u0641\u0647\u0631\u0633\u062a", 0),
        (0, "Calcinosis", 2),
        (1, "The end one", 3),
        (0, "Second", 5),
        (1, "Calcinosis", 5),
        (2, "The end two", 6),
    ]


def test_equal_names_of_destinations_lead_each_part_s_links_to_its_own_pages() -> None:
    whole = opened(merged())
    names = {str(k): v for k, v in pikepdf.NameTree(whole.Root.Names.Dests).items()}
    raw = [bytes(each) for each in list(whole.Root.Names.Dests.Names)[::2]]
    assert all(before < after for before, after in pairwise(raw))
    numbers = {page.objgen: number for number, page in enumerate(whole.pages)}

    def leads_to(page: int) -> list[int]:
        links = [a.Dest for a in whole.pages[page].get("/Annots", []) if "/Dest" in a]
        explicit = (link if isinstance(link, pikepdf.Array) else names[str(link)] for link in links)
        return [numbers[target[0].objgen] for target in explicit]

    assert [leads_to(page) for page in (0, 2, 3, 5, 6)] == [[5], [3], [3], [6], [6]]


def test_a_link_between_parts_says_where_it_leads_and_others_stay() -> None:
    whole = opened(merged())
    inner, outer = whole.pages[0].Annots
    assert str(inner.Contents) == "Second"
    assert "/A" not in inner
    assert str(outer.A.URI) == "https://example.org/x"


def test_the_tags_of_each_page_are_its_own() -> None:
    whole = opened(merged())
    tree = whole.Root.StructTreeRoot
    parents = dict(pikepdf.NumberTree(tree.ParentTree).items())
    assert int(tree.ParentTreeNextKey) == max(parents) + 1
    seen: set[int] = set()
    for number, page in enumerate(whole.pages):
        if number in {1, 4}:
            assert "/StructParents" not in page
            continue
        key = int(page.obj.StructParents)
        assert {element.Pg.objgen for element in parents[key]} == {page.objgen}
        for annotation in page.get("/Annots", []):
            element = parents[int(annotation.StructParent)]
            assert element.S == "/Link"
            referred = [k for k in element.K if isinstance(k, pikepdf.Dictionary) and "/Obj" in k]
            assert annotation.objgen in {k.Obj.objgen for k in referred}
            seen.add(int(annotation.StructParent))
        seen.add(key)
    assert len(seen) == len(parents)
    (document,) = tree.K
    assert [str(kid.S) for kid in document.K] == ["/Part", "/Part", "/Part"]
    assert [str(kid.get("/Lang", "")) for kid in document.K] == ["", "en", "en"]


def test_the_first_part_speaks_for_the_whole() -> None:
    whole = opened(merged())
    assert str(whole.Root.Lang) == "fa"
    assert str(whole.docinfo.Title) == "\u0634\u0645\u0627\u0631\u0647"
    assert "\u0634\u0645\u0627\u0631\u0647" in whole.Root.Metadata.read_bytes().decode()
    assert bool(whole.Root.MarkInfo.Marked)
    assert not {"/CreationDate", "/ModDate"} & set(whole.docinfo.keys())


def test_the_bytes_depend_on_the_parts_alone() -> None:
    parts = [
        Part(pdf=article(word), title=word, labels=PageLabels(1)) for word in ("one", "two")
    ]
    assert merge(parts) == merge(parts)
    assert merge(parts) != merge(parts[::-1])
    assert opened(merge(parts)).check_pdf_syntax() == []


def test_fonts_that_are_the_same_are_written_once() -> None:
    part = Part(pdf=article("one"), title="a", labels=PageLabels(1))

    def font_files(content: bytes) -> int:
        document = opened(content)
        streams = (each for each in document.objects if isinstance(each, pikepdf.Stream))
        return sum("/Length1" in each for each in streams)

    assert font_files(merge([part, part, part])) == font_files(article("one")) > 0


def test_what_is_no_pdf_is_named_by_its_place() -> None:
    sound = Part(pdf=article("one"), title="a", labels=PageLabels(1))
    broken = Part(pdf=b"no pdf", title="b", labels=PageLabels(1))
    with pytest.raises(MergeError, match="part 2"):
        merge([sound, broken])
    with pytest.raises(ValueError, match="nothing"):
        merge([])
