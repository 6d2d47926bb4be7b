"""NUM004: a decimal is typed with its parts exchanged."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "NUM004"]


@pytest.mark.parametrize(
    ("text", "typed", "meant"),
    [
        ("مقدار 05/0 بود", "05/0", "0/05"),
        ("مقدار ۰۵/۰ بود", "۰۵/۰", "۰/۰۵"),
        ("P<۰۵/۰ بود", "۰۵/۰", "۰/۰۵"),
        ("p=001/0 بود", "001/0", "0/001"),
        ("مقدار ۰۲۵٫۰ بود", "۰۲۵٫۰", "۰٫۰۲۵"),
        ("value 05.0 was", "05.0", "0.05"),
        ("(۰۵/۰)", "۰۵/۰", "۰/۰۵"),
    ],
)
def test_a_number_that_begins_with_noughts_is_an_error_with_a_safe_mend(text, typed, meant, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": text + "\n"}))
    assert item.severity is Severity.ERROR
    assert (item.message.values["typed"], item.message.values["meant"]) == (typed, meant)
    assert text[item.span.column - 1 : item.span.end_column - 1] == typed
    assert item.fix is not None
    assert item.fix.safe
    assert [edit.replacement for edit in item.fix.edits] == [meant]


def test_one_that_may_be_a_date_is_a_suspicion_without_a_safe_mend(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "مقدار ۰۵/۱ بود\n"}))
    assert item.severity is Severity.WARNING
    assert item.fix is not None
    assert not item.fix.safe


@pytest.mark.parametrize(
    "text",
    [
        "۰/۰۵ و ۱۰/۱ و ۱۲۰/۸۰ و ۱/۲ و ۱/۰ و ۱۰/۰",
        "۱۴۰۰/۰۵/۰۱ و ۰۵/۰۱ و 05/01/2020 و 2020/05/0",
        "doi 10.1000/05/0 and https://x.org/05/0 and a@b05.0.org",
        "۰۱۱-۳۳۳۴۴۵۵۶ و ۰۹۱۲۳۴۵۶۷۸۹ و 0/05 و 00/5/0",
        "HLA-B05/0 و v05.0 و 05.0.1",
    ],
)
def test_decimals_dates_pressures_and_addresses_are_left_alone(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert only(diagnose({"fa.md": text + "\n"})) == []


def test_captions_are_read_too(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"case.yaml": "tables:\n  labs: {caption: {fa: مقدار ۰۵/۰, en: a}}\n"}))
    assert item.span.file == "case.yaml"
