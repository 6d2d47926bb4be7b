"""Nodes of an article as HTML."""

from __future__ import annotations

import pytest

from casereport.article.article import Footnote
from casereport.article.block import (
    Block,
    Cell,
    Fig,
    Graphic,
    Heading,
    List,
    Paragraph,
    Quote,
    TableWrap,
)
from casereport.article.inline import (
    Break,
    Citation,
    CitationNumber,
    Inline,
    Link,
    Span,
    Styled,
    Text,
    Xref,
)
from casereport.exporters._element import element
from casereport.exporters._markup import LinkNames, MarkupWriter
from casereport.exporters._notes import floating

WRITER = MarkupWriter("fa", lambda name: f"asset:{name}", "absent:", {"fa-fig-x", "ref-1"})


def inline(*nodes: Inline) -> str:
    return str(WRITER.inlines(nodes))


@pytest.mark.parametrize(
    ("node", "html"),
    [
        (Text('a < b & "c"'), "a &lt; b &amp; &#34;c&#34;"),
        (Styled("italic", (Text("x"),)), "<em>x</em>"),
        (Styled("sc", (Text("x"),)), '<span class="small-caps">x</span>'),
        (Break(), "<br>"),
        (Span("en", "ltr", (Text("x"),)), '<span lang="en" dir="ltr">x</span>'),
        (Span(None, "ltr", (Text("x"),)), '<span dir="ltr">x</span>'),
        (Link('https://a.org/?a=1&b="2"', (Text("x"),)),
         '<a href="https://a.org/?a=1&amp;b=&#34;2&#34;">x</a>'),
        (Xref("fig", "fa-fig-x", (Text("x"),)), '<a class="xref" href="#fa-fig-x">x</a>'),
        (Citation("c1", (Text("("), CitationNumber("ref-1", "۱"), Text(")")), "rtl"),
         '<span class="citation" id="c1" dir="rtl">(<a href="#ref-1">۱</a>)</span>'),
        (Citation("c1", (CitationNumber("", "?"),), "ltr", superscript=True),
         '<sup class="citation" id="c1" dir="ltr"><strong class="dangling">?</strong></sup>'),
        (Citation("c1", (Text("(۱)"),), "rtl", typed=True),
         '<span class="citation" id="c1">(۱)</span>'),
    ],
)  # fmt: skip
def test_an_inline_is_written_down(node: Inline, html: str) -> None:
    assert inline(node) == html


CITED = Citation("c1", (Text("("), CitationNumber("ref-1", "۱"), Text(")")), "rtl")


def test_a_citation_is_kept_on_the_line_of_the_word_before_it() -> None:
    html = inline(Text("یک & دو "), CITED, Text("."))
    assert html.startswith('یک &amp; <span class="keep">دو <span class="citation"')
    assert html.endswith("</span></span>.")
    assert inline(Text("a&b "), CITED).startswith('<span class="keep">a&amp;b <span')


@pytest.mark.parametrize("before", ["\u206612\u00a0g\u2069 ", "آ" * 30 + " ", "دو  "])
def test_a_citation_without_a_short_word_before_it_is_kept_by_the_space(before: str) -> None:
    html = inline(Text(before), CITED)
    assert html.startswith(before[:-1] + '<span class="keep"> <span class="citation"')


def test_a_citation_after_other_markup_is_kept_by_the_space() -> None:
    html = inline(Styled("italic", (Text("S. aureus"),)), Text(" "), CITED)
    assert html.startswith('<em>S. aureus</em><span class="keep"> <span class="citation"')


def test_a_raised_citation_is_kept_with_the_mark_before_it() -> None:
    raised = Citation("c1", (CitationNumber("", "۱"),), "rtl", superscript=True)
    assert inline(Text("یک دو؛"), raised).startswith('یک <span class="keep">دو؛<sup')


def test_a_citation_with_nothing_before_it_is_not_kept() -> None:
    assert "keep" not in inline(CITED)


def test_a_long_group_is_divided_after_its_commas() -> None:
    numbers = [CitationNumber("ref-1", str(number)) for number in range(1, 60, 2)]
    pieces: list[Text | CitationNumber] = [Text("[")]
    for number in numbers:
        pieces += [number, Text(",")]
    html = inline(Citation("c1", (*pieces[:-1], Text("]")), "ltr"))
    assert html.startswith('<span class="citation long"')
    assert html.count(",<wbr>") == len(numbers) - 1


def test_on_screen_the_link_of_a_number_has_a_name() -> None:
    names = LinkNames("منبع {}".format, "پانوشت {}".format)
    writer = MarkupWriter("fa", str, "", {"ref-1", "fa-fn-1"}, names=names)
    assert (
        '<a href="#ref-1" role="doc-biblioref" aria-label="منبع ۱">۱</a>'
        in writer.inlines((CITED,))
    )


NOTE_MARK = Xref("fn", "fa-fn-1", (Text("†"),), "fa-fn-1-mark")
OTHER_MARK = Xref("fn", "fa-fn-2", (Text("‡"),), "fa-fn-2-mark")


def printer(*notes: Footnote) -> MarkupWriter:
    return MarkupWriter("fa", str, "", {note.id for note in notes}, notes=floating(notes))


def note(*blocks: Block, number: int = 1, mark: str = "†") -> Footnote:
    return Footnote(f"fa-fn-{number}", mark, blocks, (f"fa-fn-{number}-mark",))


def test_in_print_a_note_stands_behind_its_first_mark_and_leads_back() -> None:
    writer = printer(note(Paragraph((Text("یک"),)), Paragraph((Text("دو"),))))
    html = str(writer.inlines((Text("متن "), NOTE_MARK, Text(" و "), NOTE_MARK)))
    assert html.count('<sup class="note-mark" id="fa-fn-1-mark"><a href="#fa-fn-1">†</a></sup>') == 2
    assert html.count('class="footnote"') == 1
    assert (
        '<span class="footnote" id="fa-fn-1"><span class="label">'
        '<a href="#fa-fn-1-mark">†</a></span> یک<span class="note-text">دو</span></span>'
    ) in html


def test_a_note_called_within_a_note_follows_it() -> None:
    inner = note(Paragraph((Text("درون"), NOTE_MARK)), number=2, mark="‡")
    writer = printer(note(Paragraph((Text("برون"), OTHER_MARK))), inner)
    html = str(writer.inlines((NOTE_MARK,)))
    first, second = (html.index(f'id="fa-fn-{number}"') for number in (1, 2))
    assert first < html.index("برون") < second < html.index("درون")
    assert html.count('class="footnote"') == 2
    depth = html[:second].count("<span") - html[:second].count("</span")
    assert depth == 1  # the note's own element alone


def test_a_list_in_a_note_is_written_in_lines() -> None:
    items = ((Paragraph((Text("a"),)),), (Paragraph((Text("b"),)),))
    html = str(printer(note(List(items, ("۱.", "۲.")))).inlines((NOTE_MARK,)))
    assert '</span> ۱. a<span class="note-text">۲. b</span>' in html


def test_a_note_with_a_table_or_without_a_mark_waits_for_the_end() -> None:
    table = TableWrap("", 0, "", (), (), ())
    assert not floating([note(Paragraph(()), Quote((table,))), Footnote("x", "†", ())])


def test_a_mark_on_screen_has_a_name_and_no_note_behind_it() -> None:
    names = LinkNames("منبع {}".format, "پانوشت {}".format)
    writer = MarkupWriter("fa", str, "", {"fa-fn-1"}, names=names)
    assert writer.inlines((NOTE_MARK,)) == (
        '<sup class="note-mark" id="fa-fn-1-mark">'
        '<a href="#fa-fn-1" role="doc-noteref" aria-label="پانوشت †">†</a></sup>'
    )


def test_what_is_not_in_the_document_is_no_link_and_its_words_stay() -> None:
    assert inline(Xref("fig", "fa-fig-gone", (Text("x"),))) == "x"
    citation = Citation("c1", (CitationNumber("ref-9", "9"),), "ltr")
    assert inline(citation) == '<span class="citation" id="c1" dir="ltr">9</span>'


def test_there_is_no_link_inside_a_link() -> None:
    inner = (
        Text("a "),
        Xref("fig", "fa-fig-x", (Text("b"),)),
        Citation("c1", (CitationNumber("ref-1", "1"),), "ltr"),
        Styled("bold", (Link("https://b.org", (Text("c"),)),)),
    )
    html = inline(Link("https://a.org", inner), Xref("fig", "fa-fig-x", (Text("d"),)))
    assert html.count("<a ") == 2
    assert html.endswith('</a><a class="xref" href="#fa-fig-x">d</a>')


def test_lists_print_their_own_labels() -> None:
    items = ((Paragraph((Text("a"),)),), (Paragraph((Text("b"),)), Paragraph((Text("c"),))))
    html = str(WRITER.blocks([List(items, ("۳.", "۴."), start=3)]))
    assert html.startswith('<ol start="3"><li><span class="label">۳.</span>')
    assert '<div class="item"><p>b</p>\n<p>c</p></div>' in html
    assert str(WRITER.blocks([List(items)])).startswith("<ul><li><div")


def test_ids_are_those_of_the_edition_and_an_empty_one_is_left_out() -> None:
    blocks = [Heading(3, (Text("x"),), "part"), Heading(9, (Text("y"),)), Quote(())]
    assert str(WRITER.blocks(blocks)) == (
        '<h3 id="fa-part">x</h3>\n<h6>y</h6>\n<blockquote></blockquote>'
    )


def test_an_image_that_is_missing_prints_its_words() -> None:
    graphics = (Graphic("f/a.png", 'A "hand"'), Graphic("f/b.png", "Gone", missing=True))
    html = str(WRITER.figure(Fig("fig-x", 1, "L:", (), graphics, "column", 60)))
    assert '<img src="asset:f/a.png" alt="A &#34;hand&#34;">' in html
    assert '<div class="missing" role="img">absent: Gone</div>' in html
    assert 'style="--figure-width: 60mm"' in html


def test_panels_have_letters_on_the_image_and_in_the_caption() -> None:
    graphics = (
        Graphic("f/a.png", "one", "الف", (Text("روبه\u200cرو"),)),
        Graphic("", "", "ب", (Text("پهلو"),)),
    )
    html = str(WRITER.figure(Fig("fig-x", 1, "L:", (Text("Cap."),), graphics, "page")))
    assert html.count('class="panel-letter"') == 1
    assert '<span class="panel-label">ب)</span>\u00a0پهلو' in html


def test_a_figure_without_label_and_caption_has_no_empty_caption() -> None:
    assert "figcaption" not in str(WRITER.figure(Fig("", 0, "", (), (), "column")))


def test_a_table_says_what_its_heads_belong_to() -> None:
    head = (Cell((Text("Test"),), header=True), Cell((Text("Value"),), "center", header=True))
    row = (
        Cell((Text("Hb"),), header=True),
        Cell((Text("10"),), "decimal", "ltr", fraction=".1"),
    )
    table = TableWrap("tbl-labs", 1, "T:", (), head, (row,), kind="labs", decimal_room=(2, 2))
    html = str(WRITER.table(table))
    assert '<th scope="col">Test</th><th class="align-center" scope="col">Value</th>' in html
    assert '<th scope="row">Hb</th>' in html
    assert '<span class="whole">10</span><span class="fraction">.1</span>' in html
    assert 'style="--whole: 2; --fraction: 2"' in html


def test_a_table_with_an_empty_head_has_none() -> None:
    table = TableWrap("", 0, "", (), (Cell(()),), ((Cell((Text("a"),)),),))
    assert "<thead>" not in str(WRITER.table(table))


def test_an_element_escapes_its_attributes_and_children() -> None:
    assert str(element("p", "<b>", class_='"x"', id=None, lang="")) == (
        '<p class="&#34;x&#34;">&lt;b&gt;</p>'
    )
