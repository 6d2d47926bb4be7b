"""Citation groups: printed, and read as typed by hand, with python-bidi as the oracle of order."""

from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from casereport.text.citations import (
    BARE,
    SQUARE,
    TypedCitation,
    _displayed,
    collapse,
    format_citation_group,
    read_typed_citation,
)
from casereport.text.digits import to_latin_digits, to_persian_digits
from casereport.text.isolates import strip_isolates
from casereport.text.numbers import NumberStyle

PERSIAN = NumberStyle(
    numbering_system="arabext", direction="rtl", decimal="\u066b", list_comma="\u060c"
)
ENGLISH = NumberStyle()
COMMA = "\u060c"

number_sets = st.sets(st.integers(1, 60), min_size=1, max_size=20)


def read(text: str, count: int | None = 22) -> TypedCitation | None:
    """Read in a right-to-left paragraph, typed in Persian digits."""
    return read_typed_citation(to_persian_digits(text), direction="rtl", count=count)


def test_runs_of_three_collapse_and_pairs_do_not() -> None:
    assert collapse([17, 6, 8, 7, 3, 4, 4]) == ((3, 3), (4, 4), (6, 8), (17, 17))
    assert collapse([]) == ()


@pytest.mark.parametrize(
    ("numbers", "brackets", "expected"),
    [
        ([1, 3, 4, 5], ("(", ")"), "(1,3\u20135)"),
        ([2], SQUARE, "[2]"),
        ([5, 1, 2], SQUARE, "[1,2,5]"),
        ([7, 8, 9], BARE, "7\u20139"),
        ([], SQUARE, ""),
    ],
)
def test_english_group(numbers: list[int], brackets: tuple[str, str], expected: str) -> None:
    assert format_citation_group(numbers, ENGLISH, brackets=brackets) == expected


def test_persian_group_takes_square_and_no_brackets() -> None:
    assert format_citation_group([3], PERSIAN, brackets=SQUARE) == "\u2067[\u06f3]\u2069"
    assert format_citation_group([3], PERSIAN, brackets=BARE) == "\u2067\u06f3\u2069"
    assert format_citation_group([], PERSIAN) == ""


def test_group_of_the_source_article_is_read_as_it_displays() -> None:
    found = read(f"(8-17{COMMA}6-11)")
    assert found == TypedCitation((6, 7, 8, *range(11, 18)), ((6, 8), (11, 17)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(10-8)", (8, 9, 10)),
        ("(8-10)", (8, 9, 10)),
        (f"(4{COMMA}3)", (3, 4)),
        (f"(18{COMMA}19)", (18, 19)),
        (f"(22{COMMA}4)", (4, 22)),
        ("(3)", (3,)),
        ("[2]", (2,)),
        ("[1-3,5]", (1, 2, 3, 5)),
        (f"(1-3{COMMA} 5)", (1, 2, 3, 5)),
        (f"(12{COMMA}10-8)", (8, 9, 10, 12)),
        (f"(3-1{COMMA}5-7)", (1, 2, 3, 5, 6, 7)),
        (f"(1\u20133{COMMA}5)", (1, 2, 3, 5)),
        ("( 3 ; 5 )", (3, 5)),
    ],
)
def test_group_with_one_sensible_reading(text: str, expected: tuple[int, ...]) -> None:
    found = read(text)
    assert found is not None
    assert (found.numbers, found.ambiguous, found.other) == (expected, False, None)


def test_group_with_two_sensible_readings_says_so() -> None:
    found = read(f"(5{COMMA}1-3)")
    assert found is not None
    assert found.ambiguous
    assert {found.numbers, found.other} == {(1, 3, 4, 5), (1, 2, 3, 5)}
    # From the right it shows 1, 3-5: ascending, so its author meant that.
    assert found.numbers == (1, 3, 4, 5)


def test_reading_whose_items_overlap_does_not_stand() -> None:
    # As typed 5-7 and 3-9 overlap; as displayed they are 7-9 and 3-5.
    found = read(f"(5-7{COMMA}3-9)")
    assert found is not None
    assert (found.numbers, found.ambiguous) == ((3, 4, 5, 7, 8, 9), False)


def test_number_beyond_the_list_is_read_and_told() -> None:
    found = read(f"(25{COMMA}3)", count=22)
    assert found is not None
    assert (found.numbers, found.beyond) == ((3, 25), (25,))
    unknown = read("(25)", count=None)
    assert unknown is not None
    assert unknown.beyond == ()


def test_left_to_right_text_means_what_it_says() -> None:
    found = read_typed_citation("[5,1-3]", direction="ltr", count=9)
    assert found == TypedCitation((1, 2, 3, 5), ((1, 3), (5, 5)))


@pytest.mark.parametrize(
    "text",
    ["", "3", "(1398)", "(10/1)", "()", "(1,)", "(,1)", "(1--2)", "(0)", "(a)", "(3]", "(1-2-3)",
     "(05)", "(" + "1," * 200 + "1)"],
)  # fmt: skip
def test_what_is_no_citation_group_is_not_read(text: str) -> None:
    assert read_typed_citation(text, direction="rtl", count=22) is None


typed_parts = st.lists(
    st.tuples(st.integers(1, 99), st.sampled_from(["-", COMMA, ",", "\u2013", f"{COMMA} "])),
    min_size=1,
    max_size=6,
)


@given(typed_parts)
def test_simulated_display_is_that_of_the_bidirectional_algorithm(
    pairs: list[tuple[int, str]],
) -> None:
    parts: list[str] = []
    for number, mark in pairs:
        parts += [str(number), *mark.replace(" ", "|")]
    del parts[-1 - (parts[-1] == "|") :]
    typed = to_persian_digits("".join(parts)).replace("|", " ")
    shown = to_latin_digits(str(get_display(f"\u0628 ({typed})", base_dir="R")))
    # The oracle does not mirror brackets: the group stands left of the letter as ")…( ".
    inner = shown.split(")", 1)[1].rsplit("(", 1)[0]
    ours = "".join(part or " " for part in _displayed(["" if p == "|" else p for p in parts]))
    assert ours == inner


@given(number_sets)
def test_printed_group_reads_back(numbers: set[int]) -> None:
    printed = format_citation_group(numbers, PERSIAN)
    found = read_typed_citation(strip_isolates(printed), direction="rtl", count=60)
    assert found is not None
    assert found.numbers == tuple(sorted(numbers))
    english = read_typed_citation(
        format_citation_group(numbers, ENGLISH), direction="ltr", count=60
    )
    assert english is not None
    assert english.numbers == tuple(sorted(numbers))


@given(number_sets)
def test_group_typed_to_look_right_is_read(numbers: set[int]) -> None:
    """Authors type until the display reads, from the right, as the group prints."""
    wanted = [str(low) if low == high else f"{low}-{high}" for low, high in collapse(numbers)]
    displayed_left_to_right = COMMA.join(reversed(wanted))
    # The display of the display is what must be typed: runs reverse, comma pairs stay.
    parts: list[str] = []
    for character in displayed_left_to_right:
        if parts and parts[-1].isdigit() and character.isdigit():
            parts[-1] += character
        else:
            parts.append(character)
    typed = to_persian_digits(f"({''.join(_displayed(parts))})")
    found = read_typed_citation(typed, direction="rtl", count=60)
    assert found is not None
    assert found.numbers == tuple(sorted(numbers))


@given(number_sets)
def test_group_typed_in_its_logical_order_is_read(numbers: set[int]) -> None:
    wanted = [str(low) if low == high else f"{low}-{high}" for low, high in collapse(numbers)]
    found = read_typed_citation(f"({COMMA.join(wanted)})", direction="rtl", count=60)
    assert found is not None
    assert found.numbers == tuple(sorted(numbers))
