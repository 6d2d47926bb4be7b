"""Which sections print, in which order, and where figures and notes stand."""

from __future__ import annotations

from casereport.article.article import Edition
from casereport.article.block import Paragraph
from casereport.article.inline import Inline, Text, Xref, plain_text
from casereport.assembly.plan import inlines_with_notes
from casereport.model.narrative import FootnoteReference
from casereport.reading.markdown import read_narrative
from tests.unit.assembly.conftest import article, assembled, only, outline, paragraphs

FIGURES = """\
figures:
  chest: {file: figures/c.png, caption: {en: Chest., fa: سینه.}}
  wrist:
    caption: {en: Wrist.}
    panels:
      - {file: figures/a.png, caption: {en: Front.}}
      - {file: figures/b.png, caption: {en: Side.}}
"""


def section(identifier: str, text: str) -> str:
    return f"## {identifier.title()} {{#{identifier}}}\n\n{text}\n\n"


def mentions(edition: Edition) -> list[str]:
    """The words of each cross reference, in reading order."""
    found: list[str] = []

    def walk(nodes: tuple[Inline, ...]) -> None:
        for node in nodes:
            if isinstance(node, Xref):
                found.append(plain_text(node.children))
            elif hasattr(node, "children") and not hasattr(node, "superscript"):
                walk(node.children)  # type: ignore[arg-type]

    for children in paragraphs(edition):
        walk(children)
    return found


def test_sections_stand_in_the_journals_order_under_its_headings() -> None:
    text = section("discussion", "D") + section("conclusion", "C") + section("introduction", "I")
    assert outline(only(en=text)) == [
        "# Introduction", "I", "# Discussion", "D", "# Conclusion", "C",
    ]  # fmt: skip


def test_a_section_the_journal_does_not_know_stays_where_its_author_put_it() -> None:
    known = section("introduction", "I"), section("discussion", "D")
    new = "## Preface\n\nP\n\n"
    first = only(en=new + known[0] + known[1], sound=False)
    assert outline(first) == ["# Preface", "P", "# Introduction", "I", "# Discussion", "D"]
    between = only(en=known[0] + new + known[1], sound=False)
    assert outline(between) == ["# Introduction", "I", "# Preface", "P", "# Discussion", "D"]
    last = only(en=known[0] + known[1] + new, sound=False)
    assert outline(last) == ["# Introduction", "I", "# Discussion", "D", "# Preface", "P"]


def test_several_sections_are_gathered_under_one_heading_in_the_journals_order() -> None:
    text = section("follow-up-and-outcomes", "F") + section("patient-information", "P")
    assert outline(only(en=text)) == ["# Case Description", "P", "F"]


def test_a_conclusion_stands_in_the_discussion_of_a_journal_that_has_it_so() -> None:
    text = section("discussion", "D") + section("conclusion", "C")
    assert outline(only(en=text, journal="jmums")) == ["# Discussion", "D", "C"]


def test_the_abstract_is_no_section_of_the_body() -> None:
    edition = only(en=section("abstract", "A") + section("introduction", "I"))
    assert outline(edition) == ["# Introduction", "I"]
    (block,) = edition.front.abstract
    assert isinstance(block, Paragraph)
    assert plain_text(block.children) == "A"


def test_the_headings_of_a_persian_edition_are_persian() -> None:
    assert outline(only(fa=section("introduction", "متن")))[0] == "# مقدمه"


def test_a_figure_stands_after_the_paragraph_that_first_mentions_it() -> None:
    text = "One @fig-wrist.\n\nTwo @fig-chest and @fig-wrist.\n\nThree."
    assert outline(only(en=text, case=FIGURES))[1:] == [
        "One", "fig-wrist", "Two", "fig-chest", "Three.",
    ]  # fmt: skip


def test_a_figure_mentioned_in_a_list_stands_after_the_whole_list() -> None:
    text = "One.\n\n- first @fig-chest\n- second\n\nTwo @fig-wrist."
    assert outline(only(en=text, case=FIGURES))[1:] == [
        "One.", "List", "fig-chest", "Two", "fig-wrist",
    ]  # fmt: skip


def test_a_figure_stands_where_the_author_placed_it_and_only_there() -> None:
    text = "One @fig-chest.\n\nTwo @fig-wrist.\n\n::: {#fig-chest}\n:::\n\nThree."
    assert outline(only(en=text, case=FIGURES))[1:] == [
        "One", "Two", "fig-wrist", "fig-chest", "Three.",
    ]  # fmt: skip


def test_a_figure_that_nothing_mentions_stands_at_the_end() -> None:
    text = section("introduction", "One @fig-wrist.") + section("discussion", "Two.")
    assert outline(only(en=text, case=FIGURES)) == [
        "# Introduction", "One", "fig-wrist", "# Discussion", "Two.", "fig-chest",
    ]  # fmt: skip


def test_a_mention_in_the_abstract_does_not_draw_the_figure_there() -> None:
    text = section("abstract", "See @fig-chest.") + section("introduction", "One @fig-chest.")
    edition = only(en=text, case=FIGURES)
    assert len(edition.front.abstract) == 1
    assert outline(edition)[1:3] == ["One", "fig-chest"]


def test_a_figure_placed_in_the_abstract_stands_nowhere_else() -> None:
    text = section("abstract", "A\n\n::: {#fig-chest}\n:::") + section("introduction", "One.")
    edition = only(en=text, case=FIGURES)
    assert [getattr(block, "id", "") for block in edition.front.abstract] == ["", "fig-chest"]
    assert outline(edition)[1:] == ["One.", "fig-wrist"]


def test_a_panels_mention_draws_its_figure_and_names_the_letter() -> None:
    edition = only(en="One @fig-wrist-b.", case=FIGURES)
    assert outline(edition)[1:] == ["One", "fig-wrist", "fig-chest"]
    assert mentions(edition) == ["Figure\u00a01B"]


def test_a_letter_beyond_the_panels_is_a_figure_that_is_not_there() -> None:
    made = article(en="One @fig-wrist-c.", case=FIGURES)
    (mention,) = made.mentions
    assert (mention.target, mention.resolved) == ("wrist-c", False)
    assert "?" in plain_text(paragraphs(made.editions[0])[0])


def test_a_figure_whose_own_id_ends_in_a_letter_is_not_taken_for_a_panel() -> None:
    case = FIGURES + "  wrist-b: {file: figures/d.png, caption: {en: Other.}}\n"
    edition = only(en="One @fig-wrist-b.", case=case)
    assert outline(edition)[2] == "fig-wrist-b"
    assert mentions(edition) == ["Figure\u00a01"]


def test_footnotes_are_numbered_in_the_order_of_their_marks_in_print() -> None:
    text = section("discussion", "D[^late].") + section("introduction", "I[^first], J[^second].")
    notes = "[^late]: Late.\n\n[^second]: Second.\n\n[^first]: First.\n"
    edition = only(en=text + notes)
    shown = [(n.id, n.mark, plain_text(n.blocks[0].children)) for n in edition.footnotes]  # type: ignore[union-attr]
    assert shown == [
        ("en-fn-1", "\u2020", "First."), ("en-fn-2", "\u2021", "Second."),
        ("en-fn-3", "\u00a7", "Late."),
    ]  # fmt: skip
    marks = [n for p in paragraphs(edition) for n in p if isinstance(n, Xref)]
    assert marks == [
        Xref("fn", f"en-fn-{number}", (Text(sign),), f"en-fn-{number}-mark")
        for number, sign in enumerate("\u2020\u2021\u00a7", 1)
    ]
    assert [note.marks for note in edition.footnotes] == [(mark.id,) for mark in marks]


def test_a_footnote_called_twice_knows_both_of_its_marks() -> None:
    (note,) = only(fa="متن[^a] و[^a].\n\n[^a]: توضیح.").footnotes
    assert note.marks == ("fa-fn-1-mark", "fa-fn-1-mark-2")


def test_many_footnotes_are_lettered_in_the_letters_of_the_language() -> None:
    text = " ".join(f"متن[^{n}]." for n in range(9))
    notes = "\n\n".join(f"[^{n}]: توضیح." for n in range(9))
    marks = [note.mark for note in only(fa=f"{text}\n\n{notes}").footnotes]
    assert marks[:3] == ["الف", "ب", "ج"]


def test_marks_in_headings_captions_and_the_title_count_where_they_print() -> None:
    case = (
        "title: {en: 'Title[^t]'}\n"
        "figures: {chest: {file: f/x.png, caption: {en: 'Caption[^c].'}}}\n"
    )
    notes = "\n\n".join(f"[^{label}]: {label}." for label in "ehct")
    text = f"## Unknown words[^h]\n\nSee @fig-chest.\n\nEnd[^e].\n\n{notes}\n"
    edition = assembled(en=text, case=case, sound=False).article.editions[0]
    texts = [plain_text(note.blocks[0].children) for note in edition.footnotes]  # type: ignore[union-attr]
    assert texts == ["t.", "h.", "c.", "e."]


def test_a_footnote_called_from_another_keeps_its_mark() -> None:
    edition = only(en="A[^a], B[^b].\n\n[^a]: See[^c].\n\n[^b]: B.\n\n[^c]: C.\n")
    texts = [plain_text(note.blocks[0].children) for note in edition.footnotes]  # type: ignore[union-attr]
    assert texts == ["See\u2021.", "C.", "B."]


def test_figures_and_tables_of_a_manuscript_wait_at_the_end_in_the_order_of_their_numbers() -> None:
    case = (
        FIGURES + "labs: {hb: {name: {en: Hb}, value: 12}}\ntimeline: [{when: 0, event: {en: E}}]\n"
    )
    text = (
        "See @tbl-labs, @fig-chest.\n\n::: timeline\n:::\n\nThen @fig-wrist.\n\n"
        "::: {#fig-chest}\n:::\n\n::: labs\n:::\n"
    )
    edition = only(en=text, case=case, journal="manuscript")
    assert outline(edition)[1:] == ["See", "Then"]
    assert [(node.id, node.number) for node in edition.floats_group] == [
        ("tbl-labs", 1), ("tbl-timeline", 2), ("fig-chest", 1), ("fig-wrist", 2),
    ]  # fmt: skip


def test_what_is_placed_twice_has_one_id() -> None:
    labs = "labs: {hb: {name: {en: Hb}, value: 12}}\n"
    text = "One.\n\n::: labs\n:::\n\nTwo.\n\n::: labs\n:::\n\n### Part {#x}\n\n### Part {#x}\n"
    blocks = only(en=text, case=labs).body[0].blocks
    assert [block.id for block in blocks if hasattr(block, "id")] == ["tbl-labs", "", "x", ""]


def test_a_case_without_a_word_has_no_body() -> None:
    edition = only(en=section("abstract", "Only this."), case=FIGURES)
    assert edition.body == ()


def test_notes_that_call_one_another_in_a_circle_are_set_once_each() -> None:
    text = "Text[^a].\n\n[^a]: First[^b].\n\n[^b]: Second[^a], third[^c].\n\n[^c]: @fig-chest.\n"
    edition = assembled(en=text, case=FIGURES, sound=False).article.editions[0]
    assert [note.mark for note in edition.footnotes] == ["\u2020", "\u2021", "\u00a7"]
    assert "fig-chest" in outline(edition)


def test_thousands_of_notes_one_in_the_other_are_set() -> None:
    notes = "\n\n".join(f"[^n{i}]: see[^n{i + 1}]" for i in range(2_000))
    narrative = read_narrative(
        f"## Discussion\nx[^n0]\n\n{notes}\n\n[^n2000]: end\n", "en.md", "en"
    ).narrative
    blocks = narrative.sections[0].blocks
    assert sum(isinstance(n, FootnoteReference) for n in inlines_with_notes(blocks, narrative)) == 2001
