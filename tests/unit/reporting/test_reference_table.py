"""Tables of references: columns, cuts, and cells that keep to themselves."""

from __future__ import annotations

import pytest

from casereport.diagnostics import say
from casereport.model.reference import Issued, Name, Reference
from casereport.reporting.eye import columns_of
from casereport.reporting.reference_table import people_of, table, title_of, year_of
from casereport.reporting.visual import VisualEye

HEADINGS = [say("Key"), say("Title")]


def test_columns_are_as_wide_as_their_widest_cell_and_lines_end_without_spaces() -> None:
    shown = table(HEADINGS, [["a", "Pain"], ["boulman", "Ache"]], language="en")
    assert shown == "Key      Title\na        Pain\nboulman  Ache"


def test_the_last_column_is_cut_to_the_terminal_and_never_below_what_can_be_read() -> None:
    rows = [["boulman2005", "Calcinosis in rheumatic diseases of the hand"]]
    for width in (20, 40, 60):
        lines = table(HEADINGS, rows, language="en", width=width).split("\n")
        assert max(map(columns_of, lines)) <= max(width, 13 + 20)
    assert table(HEADINGS, rows, language="en", width=40).endswith("rheumatic di\u2026")


@pytest.mark.parametrize("width", [None, 60])
def test_persian_cells_are_shaped_one_by_one_where_the_terminal_cannot(width: int | None) -> None:
    rows = [["احمدی", "کلسینوز جلدی"], ["a", "Pain"]]
    shown = table(HEADINGS, rows, language="en", eye=VisualEye(60), width=width)
    first = shown.split("\n")[1]
    assert "\u2068" not in first
    assert first != "  ".join(rows[0])
    assert columns_of(first) == columns_of(table(HEADINGS, rows, language="en").split("\n")[1])


def test_control_characters_steer_no_terminal() -> None:
    assert "\x1b" not in table(HEADINGS, [["a", "x\x1b[31mred"]], language="en")


def test_an_empty_table_has_its_headings() -> None:
    assert table(HEADINGS, [], language="en") == "Key  Title"


def test_cells_say_what_there_is() -> None:
    group = Reference("a", editors=(Name(literal="WHO"),), issued=Issued(literal="in press"))
    assert (people_of(group), year_of(group), title_of(group)) == ("WHO", "in press", "")
    assert people_of(Reference("a")) == ""
    assert title_of(Reference("a", unparsed="Boulman N. Pain.")) == "Boulman N. Pain."
