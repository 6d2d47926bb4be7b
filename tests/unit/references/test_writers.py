"""Writing references: whatever the model holds comes back, in every format."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casereport.model.reference import Issued, Name, Reference
from casereport.references import read_references
from casereport.references.writing import suffix_of, writable_formats, write_references
from tests.unit.references.reference_strategies import references

FORMATS = writable_formats()


def back(format_name: str, text: str) -> tuple[Reference, ...]:
    read = read_references(f"references{suffix_of(format_name)}", text)
    assert not [fault for fault in read.faults if fault.loses_entry], (text, read.faults)
    return tuple(replace(one, spans=()) for one in read.references)


def test_the_strategy_fills_every_field_of_the_model() -> None:
    wanted = {field.name for field in fields(Reference)} - {"spans"}
    assert set(references.wrapped_strategy.kwargs) == wanted  # type: ignore[attr-defined]


@pytest.mark.parametrize("format_name", FORMATS)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(listed=st.lists(references, min_size=1, max_size=3))
def test_every_field_comes_back_from_every_format(
    format_name: str, listed: list[Reference]
) -> None:
    written = write_references(format_name, listed)
    found = back(format_name, written)
    assert found == tuple(listed)
    assert write_references(format_name, found) == written
