"""Scalar values: what each reads, and the sentence for what it does not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casereport.model.base import FactError
from casereport.model.measures import Quantity, ReferenceRange, parse_decimal
from casereport.model.values import Age, Date, Duration, Moment, PrintedDate
from casereport.text.calendars import CalendarDate

Kind = (
    type[Age] | type[Date] | type[Duration] | type[Moment] | type[Quantity] | type[ReferenceRange]
)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Quantity, "28 mm/h", Quantity(Decimal(28), "mm/h")),
        (Quantity, "۱۰٫۱ g/dL", Quantity(Decimal("10.1"), "g/dL")),
        (Quantity, "<= 5 mg/L", Quantity(Decimal(5), "mg/L", "\u2264")),
        (Quantity, "55%", Quantity(Decimal(55), "%")),
        (ReferenceRange, "12-16", ReferenceRange(Decimal(12), Decimal(16))),
        (ReferenceRange, "<5", ReferenceRange(None, Decimal(5), exclusive=True)),
        (ReferenceRange, "<=5", ReferenceRange(None, Decimal(5))),
        (Quantity, "3.8 ×10^9/L", Quantity(Decimal("3.8"), "×10\u2079/L")),
        (ReferenceRange, "\u226560", ReferenceRange(Decimal(60), None)),
        (Duration, "2 weeks", Duration(Decimal(2), "week")),
        (Age, "۴۴", Age(Decimal(44), "year")),
        (Age, "18 months", Age(Decimal(18), "month")),
        (Moment, "-20 years", Moment(Decimal(-20), "year")),
        (Moment, "day 5", Moment(Decimal(5), "day", counted=True)),
        (Moment, "0", Moment(Decimal(0), "day")),
        (Date, "1398-11-01", Date(CalendarDate("persian", 1398, 11, 1))),
        (Date, "2020", Date(CalendarDate("gregory", 2020))),
    ],
)
def test_a_value_is_read(kind: Kind, text: str, value: object) -> None:
    assert kind.parse(text) == value


def test_trailing_zeros_are_kept() -> None:
    assert str(parse_decimal("۱۰٫۱۰")) == "10.10"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Quantity, "high"),
        (ReferenceRange, "16-12"),
        (ReferenceRange, "normal"),
        (Duration, "-2 weeks"),
        (Age, "old"),
        (Moment, "later"),
        (Date, "1402-12-30"),
        (Date, "yesterday"),
        (Date, "99-1-1"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_what_to_write(kind: Kind, text: str) -> None:
    with pytest.raises(FactError) as caught:
        kind.parse(text)
    assert str(caught.value.message).endswith(".")
    assert caught.value.hint is not None


@pytest.mark.parametrize("kind", [Age, Date, Duration, Moment, Quantity, ReferenceRange])
def test_every_example_is_read_by_its_own_class(kind: Kind) -> None:
    assert kind.examples
    assert all(kind.parse(example) for example in kind.examples)


def test_a_date_as_printed_in_each_language_is_kept_apart() -> None:
    date = PrintedDate.model_validate({"fa": "1398-11-11", "en": "2020-01-21"})
    assert date.get("fa") == CalendarDate("persian", 1398, 11, 11)
    assert date.get("en") == CalendarDate("gregory", 2020, 1, 21)
    assert PrintedDate.model_validate("not-stated").get("fa") is None
