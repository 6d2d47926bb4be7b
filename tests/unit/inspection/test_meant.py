"""An HTML document means paragraphs: text in logical order, isolates, a direction."""

from __future__ import annotations

from casereport.inspection import Paragraph, paragraphs_of
from casereport.text.characters import FSI, LRI, LRO, OBJECT_REPLACEMENT, PDF, PDI, RLI


def test_blocks_end_paragraphs_and_inline_elements_do_not() -> None:
    found = paragraphs_of("<div>one <b>two</b><p>three</p>four</div>")
    assert found == (Paragraph("one two", 0), Paragraph("three", 0), Paragraph("four", 0))


def test_direction_is_inherited_and_dir_auto_leaves_it_to_the_text() -> None:
    html = '<html dir="rtl"><body><p>a<p dir="ltr">b</p><p dir="auto">c</p></body></html>'
    assert [(each.text, each.level) for each in paragraphs_of(html)] == [
        ("a", 1), ("b", 0), ("c", None),
    ]  # fmt: skip


def test_directions_of_inline_elements_become_isolates_and_overrides() -> None:
    html = '<p>a<span dir="ltr">b</span><bdi>c</bdi><i dir="rtl">d</i><bdo dir="ltr">e</bdo></p>'
    wanted = f"a{LRI}b{PDI}{FSI}c{PDI}{RLI}d{PDI}{FSI}{LRO}e{PDF}{PDI}"
    assert paragraphs_of(html) == (Paragraph(wanted, 0),)


def test_white_space_collapses_and_a_break_is_a_line_feed() -> None:
    html = "<p>\n  a\n b <br> c&nbsp;&lt;d </p>"
    assert paragraphs_of(html) == (Paragraph("a b\nc\u00a0<d", 0),)


def test_what_is_not_printed_means_nothing() -> None:
    html = (
        "<head><title>t</title><style>p{}</style></head>"
        "<p hidden>a</p><p><img alt='b'></p><p>c<script>d</script><img alt='e'></p>"
    )
    assert paragraphs_of(html) == (Paragraph(f"c{OBJECT_REPLACEMENT}", 0),)


def test_classes_make_blocks_and_what_may_be_absent() -> None:
    html = '<div class="running"><span class="end">a</span><span class="end">b</span></div><p>c</p>'
    assert paragraphs_of(html, optional_classes={"running"}, block_classes={"end"}) == (
        Paragraph("a", 0, optional=True),
        Paragraph("b", 0, optional=True),
        Paragraph("c", 0),
    )


def test_elements_that_are_never_closed_end_with_the_document() -> None:
    assert paragraphs_of("<div><p>a<b>b") == (Paragraph("ab", 0),)


def test_what_floats_is_a_paragraph_of_its_own_and_the_one_around_it_goes_on() -> None:
    html = '<p dir=rtl>a<span class="n" dir=ltr>note <i>x</i><span class="l">two</span></span> b</p>'
    found = paragraphs_of(html, block_classes={"l"}, floating_classes={"n"})
    assert [(each.text, each.level) for each in found] == [
        ("note x", 0), ("two", 0), ("a b", 1),
    ]  # fmt: skip
