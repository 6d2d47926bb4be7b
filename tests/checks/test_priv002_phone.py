"""PRIV002: a telephone number in the text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

DATA = json.loads(
    (Path(__file__).parents[1] / "data" / "identifiers.json").read_text(encoding="utf-8")
)


def told(diagnose, text: str, file: str = "fa.md"):  # type: ignore[no-untyped-def]
    return [item for item in diagnose({file: text}) if item.code == "PRIV002"]


@pytest.mark.parametrize(
    "number",
    [
        *DATA["mobile"]["match"],
        *DATA["landline"]["match"],
        "0912 34 56 789",
        "(0912) 3456789",
        "+98 0912 345 6789",
        "(021) 8888 7777",
        "۰۲۱-۸۸۸۸۷۷۷۷",
        "٠٩١٢٣٤٥٦٧٨٩",
        "+44 20 7946 0958",
        "+1 617 555 1234",
        "(617) 555-1234",
    ],
)
def test_a_number_in_any_digits_and_grouping_is_told_whole(number: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, f"به او {number} زنگ زدند")
    assert (item.span.column, item.span.end_column) == (7, 7 + len(number))
    assert number not in str(item.message)


@pytest.mark.parametrize(
    "text",
    [
        *DATA["mobile"]["no_match"],
        *DATA["landline"]["no_match"],
        *DATA["orcid"]["valid"],
        *DATA["issn"]["valid"],
        *DATA["national_id"]["valid"],
        *DATA["trial"]["match"],
        "0.9123456789",
        "10.1016/01133543210",
        "https://example.org/09123456789",
        "c.123+45 678 901",
        "+100 200 300 cells",
        "+/- 12 345 678",
        "PMID: 15942917",
        "120/80, 130/85 mmHg 0-12 20 30 40 50",
        "hemoglobin 10.1 (12-16)",
    ],
)
def test_other_numbers_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, text) == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "نویسندهٔ مسئول: مریم مبینی، ساری، تلفن ۰۱۱۳۳۵۴۳۲۱۰",
        "مولف مسئول: ساری، 01133543210",
        "Correspondence: Sari, +98 11 3354 3210",
        "Write to a@example.org or call 09123456789",
    ],
)
def test_a_paragraph_that_tells_how_to_write_to_the_authors_is_theirs(
    paragraph: str,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    assert told(diagnose, paragraph) == []


def test_the_next_paragraph_is_looked_at_again(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "Correspondence: 09123456789\n\nHer son: 09123456780\n", "en.md")
    assert item.message.values["number"] == "09*******80"


def test_the_phones_of_contributors_are_theirs(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = (
        "contributors:\n  - name: {fa: x, en: x}\n    phone: 09123456789\n"
        "    address: {fa: ساری ۰۱۱۳۳۵۴۳۲۱۰, en: Sari 01133543210}\n"
    )
    assert told(diagnose, case, "case.yaml") == []


def test_a_number_over_two_lines_of_a_caption_is_found(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "figures:\n  x:\n    alt: x\n    caption: >\n      Call 0912 345\n      6789 now\n"
    (item,) = told(diagnose, case, "case.yaml")
    assert item.span.end_line == item.span.line + 1
