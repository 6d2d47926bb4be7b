"""Check digits of personal numbers, against numbers known to be right and wrong."""

from __future__ import annotations

import doctest
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.checks.privacy import _checksums
from casereport.checks.privacy._checksums import (
    is_iban,
    is_iranian_national_id,
    is_nhs_number,
    is_payment_card,
)
from casereport.text.digits import to_latin_digits

DATA = json.loads(
    (Path(__file__).parents[3] / "data" / "identifiers.json").read_text(encoding="utf-8")
)
IDS = DATA["national_id"]


def test_the_examples_are_true() -> None:
    outcome = doctest.testmod(_checksums)
    assert (outcome.failed, outcome.attempted >= 4) == (0, True)


@pytest.mark.parametrize("number", IDS["valid"])
def test_a_right_national_id_is_one(number: str) -> None:
    assert is_iranian_national_id(to_latin_digits(number))


@pytest.mark.parametrize("number", [n for n in IDS["invalid"] if len(n) == 10])
def test_a_wrong_or_trivial_national_id_is_none(number: str) -> None:
    assert not is_iranian_national_id(number)


@given(st.from_regex(r"(?!000)[0-9]{9}", fullmatch=True))
def test_nine_digits_have_at_most_one_check_digit(nine: str) -> None:
    nine = to_latin_digits(nine)
    for check in (is_iranian_national_id, is_nhs_number):
        assert sum(check(f"{nine}{digit}") for digit in range(10)) <= 1


@given(st.integers(1, 10**9), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_spoils_a_card(number: int, place: int, other: int) -> None:
    nine = f"{number:09}"
    whole = next(f"6037991{nine[:8]}{d}" for d in range(10) if is_payment_card(f"6037991{nine[:8]}{d}"))
    place += 6
    wrong = whole[:place] + str((int(whole[place]) + other) % 10) + whole[place + 1 :]
    assert not is_payment_card(wrong)


@pytest.mark.parametrize(
    "account", ["GB82WEST12345698765432", "DE89370400440532013000", "IR062960000000100324200001"]
)
def test_published_examples_of_accounts_are_right_and_spoilt_by_a_digit(account: str) -> None:
    assert is_iban(account)
    assert not is_iban(f"{account[:-1]}{(int(account[-1]) + 1) % 10}")
