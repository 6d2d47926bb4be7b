"""Identifiers with a check digit, against the data of the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casereport.text.identifiers import is_orcid

DATA = json.loads((Path(__file__).parents[2] / "data" / "identifiers.json").read_text("utf-8"))


@pytest.mark.parametrize("text", DATA["orcid"]["valid"])
def test_an_orcid_with_its_check_digit_is_one(text: str) -> None:
    assert is_orcid(text)


@pytest.mark.parametrize("text", [*DATA["orcid"]["invalid"], "0000-0002-1825", "x", ""])
def test_an_orcid_with_another_check_digit_is_none(text: str) -> None:
    assert not is_orcid(text)
