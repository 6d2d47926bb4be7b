"""Whatever an author writes, no check crashes, and every finding can be told in both languages."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casereport.reporting import report_json, report_text

WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=40)
NUMBERS = st.from_regex(r"[a-zS]?[0-9]{1,5}(-|--|\u2013| - )[a-zS]?[0-9]{1,5}", fullmatch=True)
DATES = st.from_regex(r"(1[0-9]{3}|20[0-9]{2})(-[0-9]{2}(-[0-9]{2})?)?", fullmatch=True)


def quoted(text: str) -> str:
    """A text as a YAML (and JSON) string."""
    return json.dumps(text)


def record(words: str, pages: str, volume: str) -> str:
    """What a database might say of the entry ``a``, in both shapes, with odd values."""
    person = {"family": words, "given": words, "name": words, "authtype": words}
    update = {"type": "retraction", "DOI": words, "updated": {"date-parts": [[words]]}}
    fields = {"title": [words, "x"], "author": [person, person], "page": pages, "volume": volume,
              "issued": {"date-parts": [[words]]}, "update-to": [update], "updated-by": [update],
              "container-title": [words]}  # fmt: skip
    summary = {"uid": pages, "title": words, "authors": [person], "pages": pages, "pubdate": words,
               "pubtype": [words], "references": [{"reftype": "Retraction in"}]}  # fmt: skip
    works = [{"DOI": "10.1/x", "type": words, **fields}, {"DOI": words, "type": "book", **fields}]
    return json.dumps([{"message": {"items": works}}, {"result": {"uids": [], "1": summary}}])


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    written=st.fixed_dictionaries(
        {"words": WORDS, "pages": NUMBERS | WORDS, "fa": DATES, "en": DATES, "file": WORDS}
    )
)
def test_no_check_crashes_on_odd_values(diagnose, written: dict[str, str]) -> None:  # type: ignore[no-untyped-def]
    words, pages = written["words"], written["pages"]
    case = (
        f"dates:\n  received: {{fa: {written['fa']}, en: {written['en']}}}\n"
        f"  line: {{en: {quoted(f'Received {words} 2020-01-21')}}}\n"
        f"figures:\n  one:\n    caption: x\n    file: {quoted(written['file'])}\n"
    )
    references = f"- id: a\n  type: article-journal\n  title: x\n  page: {quoted(pages)}\n"
    references += f"  DOI: 10.1/x\n  volume: {quoted(words)}\n  author: {quoted(words)}\n"
    fields = (
        "title",
        "author",
        "container-title",
        "DOI",
        "PMID",
        "ISSN",
        "volume",
        "issue",
        "note",
    )
    for key, value in (("b", words), ("c", f"{pages} {words}")):
        references += f"- id: {key}\n  issued: {quoted(value)}\n"
        references += "".join(f"  {field}: {quoted(value)}\n" for field in fields)
    found = diagnose(
        {
            "case.yaml": case,
            "references.yaml": references,
            "retractions.csv": f"doi,pmid,title,nature\n{words},{pages},{words},\n",
            "evidence/a.json": record(words, pages, pages) + record("x", words, words),
            "en.md": f"{words} @fig-one [@a; @b] [{pages}]\n",
        }
    )
    assert not [str(item.message) for item in found if item.code == "SRC009"]
    for language in ("fa", "en"):
        report_text(found, language=language, sources={"en.md": words}).encode("utf-8")
        report_json(found, language=language).encode("utf-8")


@pytest.mark.parametrize(
    "case",
    [
        "figures: {}\n",
        "figures:\n  one: {}\n",
        "figures:\n  one:\n    panels: []\n",
        "figures:\n  one:\n    file: {}\n",
        "dates: {}\n",
        "dates:\n  received: {}\n",
        "dates:\n  received: {fa: 1398}\n  line: {de: Received 2020-01-21}\n",
        "publication:\n  year: {}\n",
        "languages: [fa]\n",
        "languages: [en]\n",
    ],
)
def test_no_check_crashes_on_what_is_left_empty(case: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert not [item for item in diagnose({"case.yaml": case}) if item.code == "SRC009"]
