"""Every example on a check's page is run: the bad ones are reported, the good ones are not."""

from __future__ import annotations

import pytest

from casereport.checks import Page, catalogue
from casereport.checks.pages import Example

CASES = [
    pytest.param(page, example, id=f"{page.code}-{example.kind}-{number}")
    for page in catalogue()
    for number, example in enumerate(page.examples, 1)
]


@pytest.mark.parametrize(("page", "example"), CASES)
def test_bad_examples_are_reported_and_good_ones_are_not(
    page: Page,
    example: Example,
    diagnose,  # type: ignore[no-untyped-def]
    diagnose_profile,  # type: ignore[no-untyped-def]
    fixture_bytes,  # type: ignore[no-untyped-def]
) -> None:
    files = {
        file.name: fixture_bytes(file.fixture, file.name) if file.fixture else file.text
        for file in example.files
    }
    told = diagnose_profile(files) if page.scope == "profile" else diagnose(files)
    found = [item for item in told if item.code == page.code]
    if example.kind == "good":
        assert not found, [str(item.message) for item in found]
    else:
        assert found
        named = {file.name for file in example.files} | {"case.yaml", "journal.yaml"}
        assert {item.span.file for item in found} <= named
        assert all(item.name == page.name for item in found)


def test_the_minimal_case_is_clean(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = [item for item in diagnose({}) if item.severity.value != "note"]
    assert not found, [f"{item.code} {item.message}" for item in found]
