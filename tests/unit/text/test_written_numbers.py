"""Numbers as authors write them: what is read, and that nothing is read by halves."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.text.measured_units import is_pressure, is_unit, same_unit
from casereport.text.written_numbers import WRITTEN_NUMBER, NumberError, read_number


@given(st.integers(-(10**14), 10**14), st.sampled_from([",", "\u066c"]))
def test_a_number_in_groups_of_three_is_the_number(number: int, mark: str) -> None:
    assert read_number(f"{number:,}".replace(",", mark)) == number


@given(st.text("0123456789.,\u066b\u066c\u060c\u00b7", min_size=1, max_size=20))
def test_every_digit_of_a_text_is_in_its_number(text: str) -> None:
    try:
        number = read_number(text)
    except NumberError:
        return
    assert re.sub("[^0-9]", "", format(number, "f")).lstrip("0") == re.sub(
        "[^0-9]", "", text
    ).lstrip("0")


@pytest.mark.parametrize("text", ["", "x", "1e3", "nan", "1_000", "1" * 16, "12,5000", "01,500"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NumberError):
        read_number(text)


def test_a_number_keeps_its_trailing_zeros() -> None:
    assert str(read_number("1,200.50")) == "1200.50"
    assert read_number("+5") == Decimal(5)


def test_the_pattern_of_a_number_takes_time_in_proportion() -> None:
    assert re.fullmatch(WRITTEN_NUMBER, "1" + ",." * 50_000) is None


@pytest.mark.parametrize(
    "text",
    [",5", ".5", "-6", "–6", ":640", "±0.2", "·4", "^9", "⁹", "x10", "e3", "to 5", "in 640", "×4 cm",
     "mg 3", "mg, 3", "(low)", "*", "+", "3", "5 mg", "=5", "mg" * 30, "mg:", "↑"],
)  # fmt: skip
def test_what_goes_on_with_the_number_is_no_unit(text: str) -> None:
    assert not is_unit(text)


@pytest.mark.parametrize(
    "text",
    ["g/dL", "%", "‰", "°C", "/µL", "bpm", "in", "mm Hg", "×10⁻³ mol/L", "× 10^12/L", "IU", "m²",
     "/1.73 m²", "kU/L", "mg/g creatinine", "واحد در لیتر", "mg%"],
)  # fmt: skip
def test_what_measures_is_a_unit(text: str) -> None:
    assert is_unit(text)


def test_units_differ_in_more_than_their_spelling() -> None:
    assert not same_unit("mg", "Mg")
    assert not same_unit("mm/h", "mm/hr")
    assert is_pressure("mm Hg")
    assert not is_pressure("mg")
