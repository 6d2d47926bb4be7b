"""No sentence of a sample is copied from its source, of whose text only hashes are kept here."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from casereport.model.case_file import CaseFile

ROOT = Path(__file__).parents[3]
SHINGLES = ROOT / "tests" / "data" / "samples" / "source-shingles.txt"
NAMES = ("crest-calcinosis-44f", "crest-calcinosis-44f-as-printed", "hand-calcinosis-66")

LENGTH, STEP = 32, 8
"""Letters of a shingle, and how many letters apart the source's were taken: any common run of
``LENGTH + STEP - 1`` = 39 letters, about eight words, holds one of them whole."""


def letters(text: str) -> str:
    """The letters alone: spacing, half-spaces, digits, marks and case cannot hide a copy."""
    composed = unicodedata.normalize("NFC", text).lower()
    return "".join(c for c in composed if unicodedata.category(c).startswith("L"))


def shingles(text: str, step: int) -> list[str]:
    run = letters(text)
    return [
        hashlib.blake2b(run[at : at + LENGTH].encode(), digest_size=5).hexdigest()
        for at in range(0, len(run) - LENGTH + 1, step)
    ]


def source_shingles() -> set[str]:
    return set(SHINGLES.read_text(encoding="ascii").split())


def texts_of(name: str) -> list[str]:
    """The narratives of a sample and the captions and alt texts of its figures."""
    folder = ROOT / "samples" / name
    texts = [(folder / f"{lang}.md").read_text(encoding="utf-8") for lang in ("fa", "en")]
    data = (folder / "case.yaml").read_text(encoding="utf-8")
    case = CaseFile.model_validate(yaml.load(data, Loader=yaml.BaseLoader))
    for figure in case.figures.values():
        said = [figure.caption, figure.alt]
        said += [text for panel in figure.panels for text in (panel.caption, panel.alt)]
        texts += [text for both in said if both for text in both.texts.values()]
    return texts


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_is_copied_from_a_source(name: str) -> None:
    source = source_shingles()
    for text in texts_of(name):
        prose = re.sub(r"^## .*$|\{\{[^}]*\}\}", "", text, flags=re.MULTILINE)
        run = letters(prose)
        copied = [run[at : at + LENGTH] for at, s in enumerate(shingles(prose, 1)) if s in source]
        assert not copied


def test_a_copied_sentence_would_be_found() -> None:
    title = "Dystrophic Calcinosis in a Patient with Scleroderma: Imaging Findings and Literature"
    assert source_shingles() & set(shingles(title, 1))
