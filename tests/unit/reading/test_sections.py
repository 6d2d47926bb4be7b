"""Headings without an id are recognised by their words."""

from __future__ import annotations

import time

import pytest

from casereport import resources
from casereport.model.narrative import SECTION_IDS
from casereport.reading.markdown import read_narrative
from casereport.reading.markdown.sections import recognise
from casereport.text import yaml_nodes
from tests.pace import is_within


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("مقدمه", "introduction"),
        ("معرفی بیمار", "patient-information"),
        ("معرفی\u200cبیمار:", "patient-information"),
        ("گزارش مورد", "patient-information"),
        ("۲. بحث", "discussion"),
        ("۳- نتیجه\u200cگیری", "conclusion"),
        ("چكيده", None),  # Arabic kaf and yeh are other letters
        ("INTRODUCTION", "introduction"),
        ("1. Case Presentation", "patient-information"),
        ("Case description", "patient-information"),
        ("Follow-up and Outcomes", "follow-up-and-outcomes"),
        ("Patient’s perspective", "patient-perspective"),
        ("Methods", None),
        ("", None),
    ],
)
def test_a_heading_is_recognised_by_its_words(heading: str, section: str | None) -> None:
    assert recognise(heading) == section


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_section_has_words_in_every_language_and_no_word_names_two(language: str) -> None:
    name = f"{language}/sections.yaml"
    root = yaml_nodes.parse_yaml(resources.read_text("locales", name), name).root
    assert isinstance(root, yaml_nodes.Mapping)
    assert {key.text for key, _ in root.entries} == set(SECTION_IDS)
    for section, words in root.entries:
        assert isinstance(words, yaml_nodes.Sequence)
        for word in words.items:
            assert isinstance(word, yaml_nodes.Scalar)
            assert recognise(word.text) == section.text


@pytest.mark.parametrize(
    ("heading", "near"),
    [("معرفی بیمارر", "patient-information"), ("X {#introducton}", "introduction"), ("Zzz", None)],
)
def test_an_unknown_heading_is_answered_with_the_nearest_id(heading: str, near: str | None) -> None:
    (found,) = read_narrative(f"## {heading}\n\nx", "fa.md", "fa").diagnostics
    assert found.code == "SRC013"
    assert found.hint is not None
    expected = f"{{#{near}}}" if near else None
    assert found.hint.values.get("id") == expected


def test_settings_without_an_end_are_read_as_text_in_no_time() -> None:
    settings = "".join(f"  key-{number}: value\n" for number in range(150))
    start = time.process_time()
    result = read_narrative(f"---\n{settings}text\n", "en.md", "en")
    assert is_within(time.process_time() - start, 1)
    assert len(result.narrative.sections) == 1  # text before any heading
    closed = read_narrative(f"---\n{settings}---\n\n## A {{#introduction}}\n", "en.md", "en")
    assert [section.span.line for section in closed.narrative.sections] == [154]
