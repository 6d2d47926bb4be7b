"""The pages of checks in other languages: ``locales/<language>/checks/<CODE>.md``.

Run as a program it lists the codes that lack one::

    .venv/bin/python tests/test_check_pages.py
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from casereport.checks import catalogue, explain, page_text
from casereport.reporting.rule_page import rule_page

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "locales" / "fa" / "checks"
TRANSLATED = sorted(path.stem for path in FOLDER.glob("*.md"))
_CODE = re.compile(r"``[^`]+``|`[^`]+`")
_TERMS = re.compile(r"[A-Za-z0-9][\w.,:/!#@()-]*")
_PERSIAN = "[\u0600-\u06ff]"

UNSOUND = {
    "an Arabic letter": "[\u064a\u0643\u0649\u06c0]",
    "a Latin comma, semicolon or question mark": f"{_PERSIAN}[,;?]|[,;?] ?{_PERSIAN}",
    "a space before punctuation": " [.\u060c\u061b\u061f!:](?:$|\\s)",
    "no space after punctuation": f"[\u060c\u061b]{_PERSIAN}",
    "two spaces": "\\S  ",
    "می without a half-space": "(?<!\\S)ن?می ",
    "می joined to its verb": "(?<!\\S)ن?می(?:شو|کن|رو|ده|توان|گیر|خوان|باش)",
    "ها without a half-space": " های?(?=[ .\u060c]|$)",
    "a half-space at a word's edge": "\u200c(?:\\W|$)|(?:^|\\s)\u200c",
    "an invisible character": "[\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00adـ]",
}


def lacking() -> list[str]:
    """Codes without a Persian page, and labels of examples that a page has no words for."""
    found: list[str] = []
    for page in catalogue():
        if page.code not in TRANSLATED:
            found.append(page.code)
            continue
        known = page_text(page, "fa").labels
        labels = {example.label for example in page.examples} - {"", *known}
        found += [f"{page.code} ({label})" for label in sorted(labels)]
    return found


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_page_belongs_to_a_code_and_labels_its_examples(code: str) -> None:
    page = explain(code)
    text = page_text(page, "fa")
    assert text.language == "fa"
    assert text.paragraphs
    stale = text.labels.keys() - {example.label for example in page.examples}
    assert not stale, stale
    assert bool(text.references) is bool(page.references)


@pytest.mark.parametrize("code", TRANSLATED)
@pytest.mark.parametrize("fault", list(UNSOUND))
def test_the_persian_is_sound(code: str, fault: str) -> None:
    text = page_text(explain(code), "fa")
    for part in (*text.paragraphs, *text.references, *text.labels.values()):
        bare = _TERMS.sub("X", _CODE.sub("X", part))
        found = re.search(UNSOUND[fault], bare)
        assert not found, part[max(0, found.start() - 20) :] if found else ""


def test_every_code_has_a_persian_page_and_words_for_its_examples() -> None:
    assert not lacking(), "write locales/fa/checks/<CODE>.md"


def test_without_a_page_the_english_text_is_shown_under_persian_headings() -> None:
    untranslated = replace(explain("ENV001"), code="ENV000")
    page = rule_page(untranslated, "fa")
    assert (page.language, page.direction) == ("en", "ltr")
    assert page.paragraphs == untranslated.paragraphs
    assert page.severity == "خطا"


def test_a_persian_page_is_persian_throughout_but_for_its_examples() -> None:
    page = rule_page(explain("SRC002"), "fa")
    assert (page.language, page.direction, page.family) == ("fa", "rtl", "فایل\u200cهای گزارش")
    headings = [heading for heading, _ in page.examples]
    assert headings[1] == "گزارش می\u200cشود (تب)"
    assert "casereport: ignore SRC002" in page.body_markdown
    english = rule_page(explain("SRC002"), "en")
    assert "**Reported (a tab)**" in english.body_markdown
    assert "- YAML 1.1" in english.body_markdown
    assert [source for _, source in page.examples] == [source for _, source in english.examples]


if __name__ == "__main__":
    sys.stdout.write("".join(f"{code}\n" for code in lacking()))
