"""CIT003: typed numbers do not follow their first appearance."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity

BIB = "".join(f"@article{{r{n}, author={{A}}, title={{T {n}}}, year={{2001}}}}\n" for n in range(9))


def told(diagnose, text: str, **files: str):  # type: ignore[no-untyped-def]
    given = {"case.yaml": "languages: [en]\n", "en.md": text, "references.bib": BIB, **files}
    return [item for item in diagnose(given) if item.code == "CIT003"]


@pytest.mark.parametrize(
    ("text", "number", "place", "others"),
    [
        ("One [1], two [3], three [2].\n", 3, 2, 0),
        ("One [1], two [2], five [5], three [3], four [4].\n", 5, 3, 0),
        ("Two [2], three [3], four [4], one [1].\n", 1, 4, 0),
        ("[4] and [3] and [2] and [1] are all wrong.\n", 4, 1, 2),
        ("One [1,4], two [2-3].\n", 4, 2, 0),
    ],
)
def test_the_fewest_numbers_that_break_the_order_are_told_once(
    text: str,
    number: int,
    place: int,
    others: int,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    (item,) = told(diagnose, text)
    assert item.severity is Severity.WARNING
    assert (item.message.values["number"], item.message.values["place"]) == (number, place)
    assert len(item.related) == others


def test_the_place_is_the_group_that_breaks_the_order(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "## Discussion {#discussion}\n\nOne [1], two [3], three [2].\n")
    assert (item.span.line, item.span.column, item.span.end_column) == (3, 14, 17)


@pytest.mark.parametrize(
    "text",
    [
        "One [1], two [2], again [1], three [3].\n",
        "One [1,2], again [2,1], three [3].\n",
        "One [1], then [3]: the second is cited nowhere.\n",
        "Keys [@r3] and [@r1] are numbered by us.\n",
        "One[^n] [1], three [3].\n\n[^n]: In a note [2].\n",
        "In spring (2020) and (1999) she came.\n",
    ],
)
def test_an_order_that_rises_is_not_told(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, text) == []


def test_a_translation_need_not_follow_the_order_of_the_text_it_translates(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {
        "case.yaml": "languages: [fa, en]\njournal: jmums\n",
        "fa.md": "متن [۱] متن [۲].\n",
        "en.md": "Text [2] text [1].\n",
        "references.bib": BIB,
    }
    assert [item for item in diagnose(files) if item.code == "CIT003"] == []
