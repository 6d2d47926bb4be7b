"""Numbers of references, figures and tables by first appearance."""

from __future__ import annotations

from typing import Any

from casereport.article.article import Article
from casereport.article.block import Fig, TableWrap
from casereport.article.inline import plain_text
from tests.unit.assembly.conftest import article, assembled, paragraphs

KEYS = ("a", "b", "c", "d")
TABLES = """\
tables:
  doses: {caption: {en: "Doses [@d].", fa: مقدارها.}, note: {en: "After [@c]."}}
labs:
  hb: {name: {en: Hb, fa: هموگلوبین}, value: 12, note: {en: "By [@b].", fa: همان}}
timeline: [{when: 0, event: {en: Visit, fa: مراجعه}}]
"""
PIPE = "::: {#tbl-doses}\n\n| Drug | Dose |\n|---|---|\n| A | 1 |\n\n:::\n"


def listed(**given: Any) -> list[str]:
    """The citekeys of the reference list, in its order."""
    return [ref.citekey for ref in article(**given).references]


def numbers(made: Article) -> dict[str, int]:
    """The number of every figure and table that stands in the main edition."""
    blocks = [block for section in made.main.body for block in section.blocks]
    floats = (block for block in blocks if isinstance(block, (Fig, TableWrap)))
    return {node.id: node.number for node in floats}


def test_references_are_numbered_as_they_are_first_cited() -> None:
    made = article(en="X [@c] and [@a; @c].\n\nY [@b].", keys=KEYS)
    assert [(ref.citekey, ref.number, ref.label, ref.id) for ref in made.references] == [
        ("c", 1, "1.", "ref-1"), ("a", 2, "2.", "ref-2"), ("b", 3, "3.", "ref-3"),
    ]  # fmt: skip


def test_what_is_never_cited_by_key_does_not_print() -> None:
    assert listed(en="X [@b].", keys=KEYS) == ["b"]


def test_the_abstract_is_read_before_the_body() -> None:
    text = "## Introduction {#introduction}\n\nX [@a].\n\n## Abstract {#abstract}\n\nY [@b].\n"
    assert listed(en=text, keys=KEYS) == ["b", "a"]


def test_citations_count_in_the_order_of_print_and_not_of_typing() -> None:
    text = "## Discussion {#discussion}\n\nX [@a].\n\n## Introduction {#introduction}\n\nY [@b].\n"
    assert listed(en=text, keys=KEYS) == ["b", "a"]


def test_a_footnote_is_read_where_its_mark_stands() -> None:
    assert listed(en="X[^n] [@b].\n\nY [@c].\n\n[^n]: See [@a].\n", keys=KEYS) == ["a", "b", "c"]


def test_cells_lists_quotes_and_emphasis_are_read() -> None:
    text = "| A | B |\n|---|---|\n| [@d] | x |\n\n- one [@c]\n\n> two [@b]\n\n*three [@a]*\n"
    assert listed(en=text, keys=KEYS) == ["d", "c", "b", "a"]


def test_a_captions_citation_counts_where_the_figure_is_first_mentioned() -> None:
    case = 'figures: {x: {file: f/x.png, caption: {en: "From [@a]."}, credit: {en: "[@d]"}}}\n'
    made = article(en="X @fig-x [@b].\n\nY [@c].", case=case, keys=KEYS)
    assert [ref.citekey for ref in made.references] == ["a", "d", "b", "c"]
    (figure,) = [b for b in made.main.body[0].blocks if isinstance(b, Fig)]
    assert plain_text(figure.caption) == "From [1]. Credit: [2]"
    assert all(use.resolved for use in made.citations)


def test_the_citations_of_a_tables_caption_and_notes_are_of_the_list() -> None:
    made = article(en=f"X @tbl-doses [@a].\n\n{PIPE}\n::: labs\n:::", case=TABLES, keys=KEYS)
    assert [ref.citekey for ref in made.references] == ["d", "c", "a", "b"]
    assert all(use.resolved for use in made.citations)


def test_a_statement_may_cite() -> None:
    case = 'statements: {data-availability: {en: "As in [@b]."}}\n'
    assert listed(en="X [@a].", case=case, keys=KEYS) == ["a", "b"]


def test_the_edition_printed_whole_sets_the_numbers() -> None:
    # jmums prints the English front page first, the Persian text whole.
    given = {"fa": "الف [@a]، ب [@b].", "en": "X [@b], Y [@a].", "keys": KEYS}
    made = article(**given, journal="jmums")
    assert [edition.language for edition in made.editions] == ["en", "fa"]
    assert [ref.citekey for ref in made.references] == ["a", "b"]


def test_of_two_editions_printed_whole_the_first_in_print_sets_the_numbers() -> None:
    given = {"fa": "الف [@a]، ب [@b].", "en": "X [@b], Y [@a].", "keys": KEYS}
    assert listed(**given, order=("en", "fa")) == ["b", "a"]
    assert listed(**given, order=("fa", "en")) == ["a", "b"]


def test_what_only_the_other_language_cites_follows() -> None:
    given = {"fa": "الف [@a].", "en": "X [@c], Y [@a].", "keys": KEYS}
    assert listed(**given, journal="jmums") == ["a", "c"]


def test_both_languages_name_a_reference_by_the_same_number() -> None:
    made = article(fa="الف [@a]، ب [@b].", en="X [@b].", keys=KEYS, journal="jmums")
    english = next(e for e in made.editions if e.language == "en")
    assert plain_text(paragraphs(english)[0]) == "X (2)."


def test_a_citekey_that_stands_twice_in_the_list_is_its_first_entry() -> None:
    again = "@article{a, author={Second, B}, title={Another}, journal={J}, year={2021}}\n"
    made = article(
        en="X [@a] and [@b].", keys=("a", "b"), files={"more.bib": again.encode()}, sound=False
    )
    assert [ref.citekey for ref in made.references] == ["a", "b"]
    assert "Another" not in "".join(plain_text(ref.children) for ref in made.references)


def test_a_heading_that_prints_as_typed_cites_where_it_stands() -> None:
    text = "## Introduction\n\nX [@c].\n\n### Part [@b]\n\nY [@a].\n\n## Other [@d]\n\nZ.\n"
    made = assembled(en=text, keys=KEYS, sound=False).article
    assert [ref.citekey for ref in made.references] == ["c", "b", "a", "d"]


def test_the_title_cites_before_all() -> None:
    assert listed(en="X [@a].", case="title: {en: 'Title [@b]'}\n", keys=KEYS) == ["b", "a"]


def test_the_cells_of_a_table_are_cited_where_the_table_is_first_mentioned() -> None:
    cells = "::: {#tbl-doses}\n\n| Drug | Dose |\n|---|---|\n| A [@d] | 1 |\n\n:::\n"
    assert listed(en=f"See @tbl-doses [@c].\n\nX [@a].\n\n{cells}", keys=KEYS) == ["d", "c", "a"]
    assert listed(en=f"X [@a].\n\n{cells}\n\nY [@c].", keys=KEYS) == ["a", "d", "c"]


def test_a_note_that_a_caption_calls_is_read_with_the_caption() -> None:
    case = "figures: {x: {file: f/x.png, caption: {en: 'Words[^n].'}}}\n"
    text = "See @fig-x.\n\nX [@a].\n\n[^n]: Note [@d].\n"
    assert listed(en=text, case=case, keys=KEYS) == ["d", "a"]


def test_two_texts_printed_whole_have_one_list_which_follows_the_first() -> None:
    given = {"en": "X [@a] [@b] [@c].", "fa": "متن [@c] [@d] [@a].", "keys": KEYS}
    assert listed(**given) == ["a", "b", "c", "d"]
    assert listed(**given, order=("fa", "en")) == ["c", "d", "a", "b"]


def test_with_citations_typed_as_digits_the_list_keeps_the_authors_order_and_all_entries() -> None:
    assert listed(en="X (2) and (1).", keys=KEYS) == list(KEYS)


def test_a_list_that_nothing_cites_prints_as_it_stands() -> None:
    assert listed(en="X.", keys=KEYS) == list(KEYS)


def test_one_key_makes_the_whole_article_cite_by_key() -> None:
    made = article(en="X (2) and [@c].", keys=KEYS)
    assert [ref.citekey for ref in made.references] == ["c"]
    assert [use.citekey for use in made.citations] == ["c"]


def test_a_key_without_an_entry_takes_no_number() -> None:
    made = article(en="X [@ghost], Y [@a].", keys=KEYS)
    assert [ref.number for ref in made.references] == [1]


def test_figures_and_tables_are_numbered_apart_by_first_mention() -> None:
    case = TABLES + "figures: {x: {file: f/x.png}, y: {file: f/y.png}}\n"
    text = f"@tbl-labs, @fig-y, @fig-x.\n\n{PIPE}\n::: labs\n:::\n\n::: timeline\n:::\n"
    assert numbers(article(en=text, case=case, keys=KEYS)) == {
        "tbl-labs": 1, "tbl-doses": 2, "tbl-timeline": 3, "fig-y": 1, "fig-x": 2,
    }  # fmt: skip


def test_a_table_placed_without_a_declaration_is_numbered_too() -> None:
    made = article(en=f"See @tbl-doses.\n\n{PIPE}")
    assert numbers(made) == {"tbl-doses": 1}
    assert [mention.resolved for mention in made.mentions] == [True]


def test_a_table_that_stands_nowhere_has_no_number() -> None:
    case = "tables: {absent: {caption: {en: Never.}}}\nlabs: {hb: {name: {en: Hb}, value: 1}}\n"
    made = article(en=f"@tbl-absent, @tbl-labs, @tbl-doses.\n\n{PIPE}", case=case)
    assert numbers(made) == {"tbl-doses": 1}
    assert [(m.target, m.resolved) for m in made.mentions] == [
        ("absent", False), ("labs", False), ("doses", True),
    ]  # fmt: skip


def test_the_place_of_labs_without_values_takes_no_number() -> None:
    made = article(en=f"X.\n\n::: labs\n:::\n\n{PIPE}")
    assert numbers(made) == {"tbl-doses": 1}


def test_a_pipe_table_without_an_id_has_no_number() -> None:
    (table,) = [
        b
        for b in article(en="| A |\n|---|\n| 1 |\n").main.body[0].blocks
        if isinstance(b, TableWrap)
    ]
    assert (table.number, table.label, table.id) == (0, "", "")


def test_labels_have_the_digits_of_their_language() -> None:
    case = "figures: {x: {file: f/x.png, caption: {fa: شرح., en: Words.}}}\n"
    made = article(fa="متن @fig-x.", en="Text @fig-x.", case=case)
    labels = {
        edition.language: next(b.label for b in edition.body[0].blocks if isinstance(b, Fig))
        for edition in made.editions
    }
    assert labels == {"fa": "تصویر شماره ۱:", "en": "Figure 1."}
