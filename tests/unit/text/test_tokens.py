"""The tokens of typed prose: nothing lost, and each kind found where it stands."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casereport.text.isolates import ltr
from casereport.text.tokens import Token, is_issn, tokenise

DATA = Path(__file__).parents[2] / "data"
IDENTIFIERS = json.loads((DATA / "identifiers.json").read_text("utf-8"))
ORTHOGRAPHY = json.loads((DATA / "orthography.json").read_text("utf-8"))

FRAGMENTS = [
    "سلام", "می\u200cشود", " ", "  ", "12", "۱۲", "\u0661\u0662", "-", "\u2013", "،", ",", ".", "/",
    ":", "(", ")", "[", "]", "%", "٪", "+", "\u2212", "±", "<", "≥", "=", "CRP", "CD4+", "p", "mg",
    "mg/dL", "°C", "x10^9", "×10⁹/L", "@", "a@b.com", "http://", "www.", "10.1234/", "ISSN ",
    "1735-9260", "09123456789", "\u2066", "\u2067", "\u2069", "\u200f", "α", "²", "n=", "IR.A.B",
    "«", "»", "\n", "1398/11/1", "0", "type 2", "\u0301", "d", "5", "_", "'",
]  # fmt: skip
typed_texts = st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join) | st.text(max_size=30)


def kinds(text: str) -> list[tuple[str, str]]:
    """The tokens that are more than plain text."""
    return [(token.kind, token.text) for token in tokenise(text) if token.kind != "plain"]


@given(typed_texts)
def test_tokens_make_up_the_text(text: str) -> None:
    tokens = tokenise(text)
    assert "".join(token.text for token in tokens) == text
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(token.text for token in tokens)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("url", "https://doi.org/10.18502/jmums.v30i187.12"),
        ("url", "http://example.org/a_(b)?c=1&d=2#e"),
        ("url", "www.example.org"),
        ("email", "mmobini50@yahoo.com"),
        ("email", "m.mobini+x@mazums.ac.ir"),
        ("doi", "doi:10.18502/jmums.v30i187.12"),
        ("doi", "10.1002/(SICI)1097-0142(19990101)85:1"),
        ("identifier", "0000-0002-1694-233X"),
        ("identifier", "1735-9260"),
        ("identifier", "ISSN 1735-9261"),
        ("identifier", "IR.MAZUMS.REC.98.123"),
        ("identifier", "IRCT20180130038559N1"),
        ("identifier", "NCT01234567"),
        ("identifier", "PMID: 12345678"),
        ("identifier", "+98 11 3335 4321"),
        ("latin", "C-reactive protein"),
        ("latin", "H1N1"),
        ("latin", "TNF-\u03b1"),
        ("latin", "IL-6"),
        ("latin", "honey comb"),
        ("latin", "CD4+"),
        ("latin", "5-FU"),
        ("latin", "HbA1c"),
        ("latin", "Ca(OH)2"),
        ("latin", "25(OH)D"),
        ("latin", "44-year-old woman"),
        ("latin", "TNF-\u03b1/IL-1\u03b2"),
        ("number", "44"),
        ("number", "\u06f1\u06f0/\u06f1"),
        ("number", "1,234.5"),
        ("number", "1:160"),
        ("number", "\u22125"),
        ("number", "1-0-1"),
        ("range", "18-49"),
        ("range", "\u06f5\u06f0-\u06f3\u06f0"),
        ("range", "8.5 \u2013 10.5"),
        ("range", "1998-2005"),
        ("percent", "55%"),
        ("percent", "\u06f5\u06f5\u066a"),
        ("percent", "\u066a\u06f5\u06f5"),
        ("date", "1398/11/1"),
        ("date", "2020-01-21"),
        ("date", "21/1/2020"),
        ("quantity", "28 mm/h"),
        ("quantity", "9.9 mg/dL"),
        ("quantity", "50mg"),
        ("quantity", "\u06f3\u06f7 \u00b0C"),
        ("quantity", "120/80 mmHg"),
        ("quantity", "5000/\u00b5L"),
        ("quantity", "4.5 \u00d7 10\u2079/L"),
        ("quantity", "12.5 \u00b1 3.1 mg"),
        ("quantity", "<5 mg/L"),
        ("quantity", "90 mL/min/1.73 m\u00b2"),
        ("quantity", "72 beats/min"),
        ("comparison", "\u2265 5"),
        ("comparison", "<\u06f2\u06f0"),
        ("plus-minus", "12.5\u00b13.1"),
        ("statistic", "p<0.05"),
        ("statistic", "P value = 0.03"),
        ("statistic", "n=44"),
        ("citation", "(3)"),
        ("citation", "(\u06f8-\u06f1\u06f7\u060c\u06f6-\u06f1\u06f1)"),
        ("citation", "[1-3, 5]"),
        ("isolated", ltr("Na+ 140 mEq/L")),
    ],
)
def test_token_is_found_whole_among_persian_words(kind: str, text: str) -> None:
    assert kinds(text) == [(kind, text)]
    assert kinds(f"\u0628\u0627 {text} \u0648") == [(kind, text)]
    assert kinds(f"\u0628\u0627 {text}\u060c \u0648") == [(kind, text)]
    assert kinds(f"\u0628\u0627 {text}.") == [(kind, text)]


@pytest.mark.parametrize("text", IDENTIFIERS["mobile"]["match"] + IDENTIFIERS["landline"]["match"])
def test_phone_number_is_an_identifier(text: str) -> None:
    assert kinds(text) == [("identifier", text)]


@pytest.mark.parametrize(
    "text", IDENTIFIERS["mobile"]["no_match"] + IDENTIFIERS["landline"]["no_match"]
)
def test_what_is_no_phone_number_is_no_identifier(text: str) -> None:
    assert "identifier" not in {kind for kind, _ in kinds(text)}


@pytest.mark.parametrize(
    "text",
    IDENTIFIERS["ethics_code"]["match"]
    + IDENTIFIERS["trial"]["match"]
    + IDENTIFIERS["orcid"]["valid"]
    + IDENTIFIERS["issn"]["valid"],
)
def test_code_is_an_identifier(text: str) -> None:
    assert kinds(text) == [("identifier", text)]


def test_issn_is_told_from_a_pair_of_years_and_by_its_check_digit() -> None:
    assert all(is_issn(text) for text in IDENTIFIERS["issn"]["valid"])
    assert not any(is_issn(text) for text in IDENTIFIERS["issn"]["invalid"])
    pairs = [f"{first}-{second}" for first in range(1300, 2030, 7) for second in range(2030, 2060)]
    assert not any(is_issn(pair) for pair in pairs)


@pytest.mark.parametrize("text", ORTHOGRAPHY["unchanged"])
def test_letters_that_must_not_change_stand_in_tokens_as_they_are(text: str) -> None:
    assert "".join(token.text for token in tokenise(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 patients", [("number", "20"), ("latin", "patients")]),
        ("5 d-dimer", [("number", "5"), ("latin", "d-dimer")]),
        ("(see https://a.org/b).", [("latin", "see"), ("url", "https://a.org/b")]),
        ("(18-49%)", [("range", "18-49")]),
        ("(2020)", [("number", "2020")]),
        ("CRP (C-reactive protein)", [("latin", "CRP"), ("latin", "C-reactive protein")]),
        ("type 2 diabetes", [("latin", "type"), ("number", "2"), ("latin", "diabetes")]),
        ("3\u060c4", [("number", "3"), ("number", "4")]),
        ("\u0633\u0627\u064420", [("number", "20")]),
        ("a-5", [("latin", "a-5")]),
        ("5 -3", [("number", "5"), ("number", "-3")]),
        ("http://", [("latin", "http")]),
        ("\u2066 open", [("latin", "open")]),
    ],
)
def test_neighbours_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_token_knows_its_place() -> None:
    assert tokenise("\u0628 12")[1] == Token("number", "12", 2)
    assert tokenise("") == ()


ADVERSARIES = [
    "1", "1-", "1.", "1,", "1,111", "(1,", "((", "a", "a.", "a ", "a@", "a@a.", "http://", "http://)",
    "10.1234/", "10.1234/.", "1111-111", "+98", "IR.A", "%1-1", "p<1", "1 ±", "1 mg/", "1×10",
    "\u2066", "\u2067\u2069", "\u0628 1", "\u0628(", "\u06f1\u060c", "\n", "a(b", "1(a)",
    "a 1 ", ".", '"', "a (b ", "(a) ", "(a ", "(\u201c", '"(', "a. b ", "1 \u00d7 ", "5-10 mg ", "a\u00ae",
]  # fmt: skip

_WORK = """
import sys
from casereport.text.citations import read_typed_citation
from casereport.text.numbers import NumberStyle
from casereport.text.prose import set_prose
from casereport.text.tokens import tokenise
persian = NumberStyle(numbering_system="arabext", direction="rtl")
for piece in sys.stdin.read().split("\\0"):
    text = piece * (100_000 // len(piece))
    assert "".join(token.text for token in tokenise("(" + text + "!")) == "(" + text + "!"
    for style in (persian, NumberStyle()):
        set_prose(text, style)
    read_typed_citation("(" + text + ")", direction="rtl")
    print(repr(piece), flush=True)
"""


def test_hostile_text_is_worked_through() -> None:
    """100 kB of each piece over and over: quadratic work would take hours."""
    done = subprocess.run(
        [sys.executable, "-c", _WORK],
        input="\0".join(ADVERSARIES),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-300:] + done.stderr[-2000:]
    assert len(done.stdout.splitlines()) == len(ADVERSARIES)
