"""ORTH007: one list is numbered in two ways."""

from __future__ import annotations

import pytest


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH007"]


def test_the_first_item_of_the_other_way_is_the_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "۱. یک\n\n۲. دو\n\n۱- سه\n\n۲- چهار\n"}))
    assert (item.span.line, item.span.column, item.span.end_column) == (17, 1, 3)
    assert [each.span.line for each in item.related] == [13, 15, 19]
    assert item.message.values == {"label": "۱-", "first": "۱."}


def test_what_markdown_takes_into_the_item_above_is_told_at_its_label(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "1. یک\n2- دو\n3- سه\n"}))
    assert (item.span.line, item.span.column, item.span.end_column) == (14, 1, 3)
    assert [each.span.line for each in item.related] == [13, 15]


@pytest.mark.parametrize(
    "text",
    [
        "1. one\n2. two\n\n3) three\n", "۱. یک\n۲. دو\n۳- سه\n", "1. one\n\n۲. دو\n", "الف) یک\n\nب) دو\n\n۳) سه\n",
    ],
)  # fmt: skip
def test_mixed_lists_are_told(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({"fa.md": text}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "1. one\n2. two\n", "۱. یک\n\n۲. دو\n", "۱- یک\n\nجمله.\n\n۱. دو\n", "- one\n- two\n",
        "۱۰-۸ سال\n\n۲. دو\n", "۲۰ سال قبل\n\n۱. یک\n", "۱.۵ میلی\n\n۲- دو\n", "A. Smith came.\n\n1. one\n",
        "1. one\n   1) inner\n2. two\n", "1. one\n2. two\n5- a line that counts something else\n",
    ],
)  # fmt: skip
def test_good_lists_and_numbers_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not only(diagnose({"fa.md": text}))
