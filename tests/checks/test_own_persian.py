"""Our own Persian keeps the rules of orthography: messages, terms, rules, starter, samples."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from casereport.checks import catalogue, page_text
from casereport.diagnostics import Diagnostic
from casereport.locale import load_locale
from casereport.pipeline.case import check_case
from casereport.text.orthography.arabic_characters import foreign_letters
from casereport.text.orthography.brackets import unpaired_brackets
from casereport.text.orthography.half_spaces import missing_half_spaces
from casereport.text.orthography.invisible import control_faults, invisible_faults
from casereport.text.orthography.near_misses import suspected_persian
from casereport.text.orthography.spacing import latin_marks, spacing_faults
from casereport.text.orthography.variants import persian_spellings
from casereport.text.orthography.words import is_persian, words
from casereport.workspace import DiskWorkspace

ROOT = Path(__file__).resolve().parents[2]
FAMILIES = ("ORTH", "BIDI")


def messages() -> list[str]:
    content = (ROOT / "locales/fa/LC_MESSAGES/casereport.po").read_bytes()
    found: list[str] = []
    for message in read_po(io.BytesIO(content), locale="fa"):
        if message.id:
            texts = [message.string] if isinstance(message.string, str) else message.string
            found += [re.sub(r"\{\w+\}", "X", text) for text in texts]
    return found


def rule_texts() -> list[str]:
    """The pages of the rules; what stands between backquotes is quoted, not ours."""
    texts = [page_text(page, "fa") for page in catalogue()]
    return [
        re.sub(r"``[^`]+``|`[^`]+`", "X", part)
        for text in texts
        if text.language == "fa"
        for part in (*text.paragraphs, *text.references, *text.labels.values())
    ]


def own_texts() -> list[str]:
    return [*messages(), *load_locale("fa").terms.values(), *rule_texts()]


def faults(text: str) -> Iterator[str]:
    yield from (f"ORTH001 {one.word}" for one in foreign_letters(text))
    yield from (f"ORTH002 {one.typed}" for one in missing_half_spaces(text))
    yield from (f"ORTH004 {one.kind}" for one in spacing_faults(text))
    yield from (f"ORTH005 {index}" for index, _ in latin_marks(text))
    yield from (f"ORTH006 {one.bracket}" for one in unpaired_brackets(text))
    yield from (f"ORTH010 {one.text}" for one in words(text) if suspected_persian(one.text))
    yield from (f"BIDI001 {one.kind}" for one in control_faults(text))
    yield from (f"BIDI002 {one.text!r}" for one in invisible_faults(text))


def test_there_is_persian_to_look_at() -> None:
    assert sum(is_persian(text) for text in own_texts()) > 600


def test_our_messages_and_terms_have_no_fault() -> None:
    found = [f"{fault}: {text}" for text in own_texts() for fault in faults(text)]
    assert found == []


def test_the_rules_for_our_own_texts_can_fail() -> None:
    wrong = "بيمار میشود ,( درد ) کرسست \u202e و \u200b"
    assert {fault[:7] for fault in faults(wrong)} >= {
        "ORTH001", "ORTH002", "ORTH004", "ORTH005", "ORTH010", "BIDI001", "BIDI002",
    }  # fmt: skip


def test_our_messages_spell_each_word_in_one_way() -> None:
    forms: dict[str, set[str]] = {}
    for text in own_texts():
        for spelling in persian_spellings(text):
            forms.setdefault(spelling.key, set()).add(spelling.form)
    assert {key: found for key, found in forms.items() if len(found) > 1} == {}


def found(folder: Path) -> list[Diagnostic]:
    diagnostics = check_case(DiskWorkspace(folder, datetime.date(2026, 1, 1))).diagnostics
    return [item for item in diagnostics if item.code.startswith(FAMILIES)]


@pytest.mark.parametrize("folder", ["templates/starter", "samples/crest-calcinosis-44f"])
def test_our_own_cases_have_no_finding_at_all(folder: str) -> None:
    assert [str(item.message) for item in found(ROOT / folder)] == []


def test_the_short_sample_has_only_what_it_promises() -> None:
    items = found(ROOT / "samples/hand-calcinosis-66")
    assert {item.code for item in items} == {"ORTH010", "ORTH011"}
    assert not [item for item in items if item.span.file == "fa.md"]
