"""Pasted references, one at a time: every field of each, or the entry kept whole."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml

from casereport.model.reference import Issued, Name, Reference
from casereport.references import read_references

DATA = Path(__file__).resolve().parents[2] / "data" / "references"
SETS = yaml.safe_load((DATA / "pasted-references.yaml").read_text("utf-8"))
CASES = [(name, number, case) for name, cases in SETS.items() for number, case in enumerate(cases)]
FIELDS = (
    "type", "title", "authors", "editors", "et_al", "container_title", "collection_title",
    "publisher", "publisher_place", "edition", "volume", "issue", "supplement", "page", "number",
    "issued", "accessed", "doi", "pmid", "pmcid", "issn", "isbn", "url", "genre", "note",
    "language", "title_markup",
)  # fmt: skip
CSL_NAMES = {
    "title": "title", "container_title": "container-title", "collection_title": "series",
    "publisher": "publisher", "publisher_place": "publisher-place", "edition": "edition",
    "volume": "volume", "issue": "issue", "supplement": "supplement-number", "doi": "DOI",
    "pmid": "PMID", "url": "URL", "genre": "genre", "note": "note",
}  # fmt: skip
WORDING = re.compile(
    r"editors?|eds?|edition|in|and|et|al|for|the|on|behalf|of|doi|https?|org|dx|pmid|pmcid|isbn"
    r"|available|from|at|online|accessed|cited|retrieved|updated|published|internet|preprint"
    r"|crossref|pubmed|p|pp|pages?|vol|volume|no|article|id|persian|poster|presented|ahead|c"
    r"|و|همکاران|دیگران|ویراستار|ویراستاران|در|ص|صص|صفحات|دوره|سال|شماره|جلد|ویرایش|ویراست|تا"
    r"|قابل|دسترس|دسترسی|اینترنت",
    re.IGNORECASE,
)


def read_one(text: str) -> Reference:
    (reference,) = read_references("references.txt", text).references
    return reference


def as_written(reference: Reference) -> dict[str, str | bool]:
    """Every field that says something, in the form of the data file."""
    if reference.unparsed:
        return {"unparsed": True}
    found: dict[str, str | bool] = {}
    for field in FIELDS:
        value = getattr(reference, field)
        if isinstance(value, tuple):
            value = _names(value)
        elif isinstance(value, Issued):
            parts = (value.year, value.month, value.day)
            value = value.literal or "-".join(str(part) for part in parts if part)
        if value:
            found[field] = value
    return found


def _names(names: Iterable[Name]) -> str:
    return " | ".join(
        "{" + name.literal + "}"
        if name.literal
        else "/".join(part for part in (name.family, name.given, name.suffix) if part)
        for name in names
    )


@pytest.mark.parametrize(("name", "number", "case"), CASES, ids=lambda value: str(value)[:40])
def test_every_field_is_right_or_the_entry_is_whole(
    name: str, number: int, case: dict[str, object]
) -> None:
    reference = read_one(str(case["text"]))
    assert as_written(reference) == case.get("fields", {"unparsed": True})
    if "fields" not in case:
        assert reference.unparsed == " ".join(str(case["text"]).split())


@pytest.mark.parametrize(("name", "number", "case"), CASES, ids=lambda value: str(value)[:40])
def test_a_span_holds_the_very_text_of_its_field(
    name: str, number: int, case: dict[str, object]
) -> None:
    text = str(case["text"]).rstrip()
    reference = read_one(f"1. {text}")
    places = dict(reference.spans)
    assert (places[""].column, places[""].end_column) == (4, 4 + len(text))
    for field, variable in CSL_NAMES.items():
        value = getattr(reference, field)
        if not value or (field == "note" and "note" not in places):
            assert value in {"", "In press"}
            continue
        span = places[variable]
        held = text[span.column - 4 : span.end_column - 4]
        assert held in {value, f"[{value}]"}


@pytest.mark.parametrize(("name", "number", "case"), CASES, ids=lambda value: str(value)[:40])
def test_what_is_in_no_field_is_known_wording(
    name: str, number: int, case: dict[str, object]
) -> None:
    text = str(case["text"])
    reference = read_one(text)
    if reference.unparsed:
        return
    outside = list(text)
    for variable, span in reference.spans:
        if variable:
            outside[span.column - 1 : span.end_column - 1] = " " * (span.end_column - span.column)
    words = re.findall(r"[^\W_]+", "".join(outside))
    assert [word for word in words if not WORDING.fullmatch(word)] == []


def test_the_sets_are_as_large_as_they_claim_and_nine_of_ten_are_read() -> None:
    usual = [case for name in ("first", "second", "held_out") for case in SETS[name]]
    persian = [case for case in usual if re.search("[\u0622-\u06cc]{3}", case["text"])]
    read = [case for case in usual if not read_one(case["text"]).unparsed]
    assert len(usual) >= 100
    assert len(persian) >= 30
    assert len(SETS["held_out"]) >= 25
    assert len(read) >= 0.9 * len(usual)


def test_two_references_in_one_entry_are_never_read_as_one() -> None:
    read = [case["text"] for cases in SETS.values() for case in cases if "fields" in case]
    chosen = random.Random(7)
    for first in read:
        for second in chosen.sample(read, 6):
            for joint in (" ", " 2. ", " [2] "):
                reference = read_one(first + joint + second)
                assert reference.unparsed, (first, second, reference.title)


@pytest.mark.parametrize(
    "text",
    [
        "Smith J. Case Rep. Rheumatol. 2014; 3: 4-5.",
        "Smith J. J. Bone Joint Surg. Am. 2005;87:4-5.",
        "Smith J. In: Sleep medicine. Cambridge: Cambridge University Press; 2014. p. 114-20.",
        "Smith J. 5th ed. Arlington: American Psychiatric Publishing; 2013.",
        "World Health Organization. Geneva: WHO; 2020. Available from: https://www.who.int/",
        "محمدی ع. چاپ دوم. تهران: انتشارات سمت؛ ۱۳۹۰.",
        "هاریسون ت. ترجمه احمدی م. تهران: ارجمند؛ ۱۳۹۶.",
        "نوری ف. پایان\u200cنامه کارشناسی ارشد. دانشگاه شیراز، ۱۳۹۱.",
    ],
)
def test_without_a_title_the_next_part_does_not_become_it(text: str) -> None:
    assert read_one(text).unparsed == text
