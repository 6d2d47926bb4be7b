"""Mutated files of the samples: nothing is raised, and everything found can be said."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casereport.reading import read_case
from casereport.workspace import MemoryWorkspace

SAMPLE = Path(__file__).parents[3] / "samples" / "crest-calcinosis-44f"
FILES = ("case.yaml", "fa.md", "references.bib")
BITS = (
    "\t", "[", "]", "{", "}", ": ", "- ", "\n", "  ", "'", '"', "null", "x", "1402-02-31", "*a",
    "&a ", "!!x ", "|", "> ", "\x00", "\ud800", "fa", "{fa: x}", "[a]", "@", "::: ", "<b>", "[@",
    "{{", "\\", "und: x", "#", "%", "<!--", "@book{", "\n\n", "\n```\n", "^[",
)  # fmt: skip
MUTATION = st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(BITS))


def mutated(text: str, mutations: list[tuple[float, int, str]]) -> str:
    for where, length, bit in mutations:
        start = int(where * len(text))
        text = text[:start] + bit + text[start + length :]
    return text


@pytest.mark.parametrize("name", FILES)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(mutations=st.lists(MUTATION, min_size=1, max_size=6))
def test_a_mutated_file_raises_nothing(name: str, mutations: list[tuple[float, int, str]]) -> None:
    files = {file: (SAMPLE / file).read_bytes() for file in (*FILES, "en.md")}
    text = mutated(files[name].decode(), mutations)
    files[name] = text.encode("utf-8", "surrogatepass")
    workspace = MemoryWorkspace("case", files, datetime.date(2020, 1, 21))
    result = read_case(workspace, journals=("jmums",), languages=("fa", "en"))
    for found in result.diagnostics:
        lines = result.sources.get(found.span.file, "").count("\n") + 1
        assert 1 <= found.span.line <= lines
        assert str(found.message)
        assert found.hint is None or str(found.hint)
