"""Tables built from the facts, and pipe tables of the text."""

from __future__ import annotations

from casereport.article.block import Cell, TableWrap
from casereport.article.inline import plain_text
from casereport.text.isolates import strip_isolates
from tests.unit.assembly.conftest import only

LABS = """\
labs:
  hb: {name: {en: Hemoglobin, fa: هموگلوبین}, value: 10.1, unit: g/dL, range: 12-16}
  wbc: {name: {en: White cells, fa: گلبول سفید}, value: 12500, unit: /μL, range: 4000-10000}
  esr: {name: {en: ESR}, value: 28, unit: mm/h, range: <20, date: 1398-11-01}
  k: {name: {en: K}, value: 4.25, unit: mmol/L, range: 3.5-5.1}
  crp: {name: {en: CRP}, value: negative}
  ana: {name: {en: ANA}, value: {en: "1:160, speckled", fa: «۱:۱۶۰»}}
  tsh: {name: {en: TSH}, value: <0.01}
"""


def table(text: str = "X.\n\n::: labs\n:::", language: str = "en", **given: str) -> TableWrap:
    edition = only(**{language: text}, **given)
    (found,) = [block for block in edition.body[0].blocks if isinstance(block, TableWrap)]
    return found


def words(cells: tuple[Cell, ...]) -> list[str]:
    """What each cell shows."""
    return [
        strip_isolates(plain_text(cell.children) + cell.fraction).replace("\u2060", "")
        for cell in cells
    ]


def test_a_value_has_its_unit_flag_range_and_date() -> None:
    found = table(case=LABS)
    assert words(found.head) == ["Test", "Result", "Unit", "Flag", "Reference range", "Date"]
    rows = {row[0]: row[1:] for row in map(words, found.rows)}
    assert rows["Hemoglobin"] == ["10.1", "g/dL", "↓", "12–16", ""]
    assert rows["ESR"] == ["28", "mm/h", "↑", "<20", "2020-01-21"]
    assert rows["K"] == ["4.25", "mmol/L", "", "3.5–5.1", ""]
    assert rows["White cells"] == ["12,500", "/μL", "↑", "4000–10,000", ""]
    assert rows["CRP"] == ["negative", "", "", "", ""]
    assert rows["ANA"] == ["1:160, speckled", "", "", "", ""]
    assert rows["TSH"] == ["<0.01", "", "", "", ""]


def test_a_persian_table_has_persian_numbers_words_and_dates() -> None:
    rows = {row[0]: row[1:] for row in map(words, table(case=LABS, language="fa").rows)}
    assert rows["هموگلوبین"] == ["۱۰/۱", "g/dL", "↓", "۱۲–۱۶", ""]
    assert rows["ESR"] == ["۲۸", "mm/h", "↑", "<۲۰", "۱۳۹۸/۱۱/۱"]
    assert rows["CRP"][0] == "منفی"
    assert rows["ANA"][0] == "«۱:۱۶۰»"


def test_a_column_that_nobody_fills_is_left_out() -> None:
    bare = "labs: {a: {name: {en: A}, value: 1}, b: {name: {en: B}, value: positive}}\n"
    assert words(table(case=bare).head) == ["Test", "Result"]
    ranged = "labs: {a: {name: {en: A}, value: 5, range: 1-9}}\n"
    assert words(table(case=ranged).head) == ["Test", "Result", "Reference range"]
    dated = "labs: {a: {name: {en: A}, value: 5%, date: 2020-01}}\n"
    assert words(table(case=dated).head) == ["Test", "Result", "Unit", "Date"]


def test_every_row_has_as_many_cells_as_the_head() -> None:
    for case in (LABS, "labs: {a: {name: {en: A}, value: 1}}\n"):
        found = table(case=case)
        assert {len(row) for row in found.rows} == {len(found.head)}


def test_numbers_are_parted_at_the_decimal_mark_with_room_for_the_widest() -> None:
    found = table(case=LABS, language="fa")
    decimals = [row[1] for row in found.rows if row[1].align == "decimal"]
    assert [(plain_text(c.children), c.fraction) for c in decimals] == [
        ("۱۰", "/۱"), ("۱۲٬۵۰۰", ""), ("۲۸", ""), ("۴", "/۲۵"),
    ]  # fmt: skip
    assert found.decimal_room == (6, 3)
    assert {cell.direction for cell in decimals} == {"ltr"}


def test_trailing_zeros_are_kept_as_measured() -> None:
    case = "labs: {a: {name: {en: A}, value: 10.10}, b: {name: {en: B}, value: 7}}\n"
    assert [words(row)[1] for row in table(case=case).rows] == ["10.10", "7"]


def test_a_given_flag_wins_over_the_computed_one() -> None:
    case = (
        "labs: {a: {name: {en: A}, value: 5, range: 1-9, flag: critical-high},"
        " b: {name: {en: B}, value: 5, range: 5-9}, c: {name: {en: C}, value: 4.9, range: 5-9}}\n"
    )
    found = table(case=case)
    assert [words(row)[2] for row in found.rows] == ["↑↑", "", "↓"]
    notes = [plain_text(note) for note in found.notes]
    assert len(notes) == 2
    assert notes[1].startswith("↑↑")


def test_names_units_and_notes_are_set_as_prose() -> None:
    case = (
        "labs: {a: {name: {en: 'H~2~O', fa: 'H~2~O'}, value: 1,"
        " note: {en: see *x*, fa: 'روش CRP ۱۲'}}}\n"
    )
    found = table(case=case)
    assert "Styled" in {type(node).__name__ for node in found.rows[0][0].children}
    assert plain_text(found.notes[0]) == "H2O: see x"


def test_caption_and_note_are_the_authors_or_the_languages_own() -> None:
    declared = LABS + "tables: {labs: {caption: {en: Mine.}, note: {en: Fasting.}, width: page}}\n"
    assert plain_text(table(case=declared).caption) == "Mine."
    assert plain_text(table(case=declared).notes[0]) == "Fasting."
    assert table(case=declared).width == "page"
    assert plain_text(table(case=LABS).caption)


def test_the_timeline_says_when_and_what() -> None:
    case = """\
timeline:
  - {when: -20 years, event: {en: Onset, fa: آغاز}, duration: 2 weeks}
  - {when: 1398-11-01, event: {en: Visit *A*, fa: مراجعه}}
  - {when: 2020-02, event: {en: Test, fa: آزمایش}}
  - {when: 0, event: {en: Now, fa: اکنون}}
  - {when: day 5, event: {en: Home, fa: ترخیص}}
  - {when: {en: After 12 days, fa: پس از 12 روز}, event: {en: End, fa: پایان}}
"""
    text = "X.\n\n::: timeline\n:::"
    english = [words(row) for row in table(text, case=case).rows]
    assert english == [
        ["20 years before presentation", "Onset (2 weeks)"],
        ["January 21, 2020", "Visit A"],
        ["February 2020", "Test"],
        ["Day of presentation", "Now"],
        ["Day 5", "Home"],
        ["After 12 days", "End"],
    ]
    persian = [words(row) for row in table(text, "fa", case=case).rows]
    assert persian == [
        ["۲۰ سال پیش از مراجعه", "آغاز (۲ هفته)"],
        ["۱ بهمن ۱۳۹۸", "مراجعه"],
        ["فوریهٔ ۲۰۲۰", "آزمایش"],
        ["روز مراجعه", "اکنون"],
        ["روز ۵", "ترخیص"],
        ["پس از ۱۲ روز", "پایان"],
    ]


def test_without_facts_there_is_no_table() -> None:
    edition = only(en="X.\n\n::: labs\n:::\n\n::: timeline\n:::\n\nY.")
    assert [type(block).__name__ for block in edition.body[0].blocks] == ["Paragraph"] * 2


def test_a_pipe_table_has_the_caption_of_its_declaration_and_its_own_alignment() -> None:
    case = "tables: {doses: {caption: {en: Doses., fa: مقدارها.}, note: {en: Daily.}}}\n"
    text = "See @tbl-doses.\n\n::: {#tbl-doses}\n\n| Drug | Dose |\n|:--|--:|\n| *A* | 12 |\n\n:::"
    found = table(text, case=case)
    assert (found.id, found.label, plain_text(found.caption)) == ("tbl-doses", "Table 1.", "Doses.")
    assert [plain_text(note) for note in found.notes] == ["Daily."]
    assert [cell.align for cell in found.rows[0]] == ["start", "end"]
    assert all(cell.header for cell in found.head)
    persian = text.replace("Drug", "دارو")
    assert words(table(persian, "fa", case=case).rows[0]) == ["A", "۱۲"]


def test_a_table_without_a_caption_has_a_label_that_ends_there() -> None:
    cells = "@tbl-x\n\n::: {#tbl-x}\n| a |\n|---|\n| b |\n:::\n"
    captioned = "tables: {x: {caption: {fa: شرح, en: Words}}}\n"
    labels = [table(cells, language).label for language in ("fa", "en")]
    assert labels == ["جدول شماره ۱", "Table 1"]
    labels = [table(cells, language, case=captioned).label for language in ("fa", "en")]
    assert labels == ["جدول شماره ۱:", "Table 1."]
