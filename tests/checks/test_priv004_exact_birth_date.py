"""PRIV004: the day of a patient's birth."""

from __future__ import annotations

import pytest


def told(diagnose, text: str, file: str = "fa.md"):  # type: ignore[no-untyped-def]
    return [item for item in diagnose({file: text}) if item.code == "PRIV004"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("متولد ۱۳۵۴/۱/۱۲", "۱۳۵۴/۱/۱۲"),
        ("تاریخ تولد بیمار: ۱۲ فروردین ۱۳۵۴", "۱۲ فروردین ۱۳۵۴"),
        ("متولد ۱۲ فروردین\u200cماه ۱۳۵۴", "۱۲ فروردین\u200cماه ۱۳۵۴"),
        ("تاریخ تولد ۵۴/۱/۱۲", "۵۴/۱/۱۲"),
        ("نوزاد در تاریخ ۱۳۹۸/۱/۱۲ در ساری متولد شد", "۱۳۹۸/۱/۱۲"),
        ("۱۲ ژانویهٔ ۲۰۲۰ به دنیا آمد", "۱۲ ژانویهٔ ۲۰۲۰"),
        ("born on January 5, 2020", "January 5, 2020"),
        ("born at 34 weeks on 5 May 2020", "5 May 2020"),
        ("DOB 03/12/1975", "03/12/1975"),
        ("Her date of birth was 12 Mar. 1975", "12 Mar. 1975"),
        ("On January 5, 2020, a girl was born", "January 5, 2020"),
    ],
)
def test_a_whole_date_of_birth_is_told(text: str, date: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, text)
    assert text[item.span.column - 1 : item.span.end_column - 1] == date
    assert item.severity.value == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "متولد ۱۳۵۴ و ساکن ساری",
        "متولد فروردین ۱۳۵۴",
        "از بدو تولد تا ۱۳۹۸/۱۱/۱ سالم بود",
        "در تاریخ ۱۳۹۸/۱۱/۱ بستری شد",
        "born in May 1975",
        "born at term; on January 5, 2020 she was admitted",
        "born healthy and admitted on January 5, 2020",
        "On January 5, 2020 he was admitted. A girl was born later.",
        "Birth weight 3/5/1, admitted 2020-01-05",
    ],
)
def test_other_dates_and_less_than_a_day_are_silent(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, text) == []


@pytest.mark.parametrize(
    ("case", "count"),
    [
        ("timeline:\n  - when: 1398-01-12\n    event: تولد بیمار\n", 1),
        ("timeline:\n  - when: 1398-01\n    event: تولد\n", 0),
        ("timeline:\n  - when: 1398-01-12\n    event: تولد فرزند دوم\n", 0),
        ("findings:\n  x:\n    name: {fa: تاریخ تولد, en: Date of birth}\n    date: 2020-01-05\n", 1),
        ("history:\n  x:\n    name: Birth\n    kind: medical\n    since: 2020-01-05\n", 1),
    ],
)
def test_a_fact_that_is_the_birth_itself_is_told_by_its_date(
    case: str,
    count: int,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    assert len(told(diagnose, case, "case.yaml")) == count
