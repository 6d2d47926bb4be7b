"""case.yaml: what the schema refuses is told at the author's place, in our words, and left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from casereport.diagnostics import Diagnostic, Route, Span
from casereport.reading.case_yaml import CaseYaml, read_case_yaml
from casereport.reading.refusals import _PATTERNS
from casereport.reading.schema import allowed

FILE = "case.yaml"
MODEL = Path(__file__).parents[3] / "casereport" / "model"


def read(text: str) -> CaseYaml:
    return read_case_yaml("title: x\n" + text, FILE, languages=("fa", "en"))


def only(text: str) -> Diagnostic:
    (found,) = read(text).diagnostics
    return found


def place(found: Diagnostic) -> tuple[str, int, int, int]:
    return found.code, found.span.line, found.span.column, found.span.end_column


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("running_title: x", ("SRC003", 2, 1, 14)),
        ("labs:\n  crp: {name: a, value: 1, unti: x}", ("SRC003", 3, 28, 32)),
        ("contributors:\n- {name: a}\n- {name: b, emial: x}", ("SRC003", 4, 13, 18)),
        ("keywords: {ar: [a]}", ("SRC003", 2, 12, 14)),
        ("languages: [fa, xx]", ("SRC003", 2, 17, 19)),
        ("statements: {ethics: {cod: x}}", ("SRC003", 2, 23, 26)),
        ("patient: {age: abc}", ("SRC004", 2, 16, 19)),
        ("patient: {age: [4]}", ("SRC004", 2, 11, 14)),
        ("patient: {sex: femal}", ("SRC004", 2, 16, 21)),
        ("patient: {deidentified: maybe}", ("SRC004", 2, 25, 30)),
        ("patient: x", ("SRC004", 2, 10, 11)),
        ("dates: {received: {fa: 1402-12-30}}", ("DATE002", 2, 24, 34)),
        ("dates: {received: 1402-13}", ("DATE002", 2, 19, 26)),
        ("labs:\n  Hb: {name: a, value: 1}", ("SRC004", 3, 3, 5)),
        ("labs: [a]", ("SRC004", 2, 1, 5)),
        ("languages: fa", ("SRC004", 2, 12, 14)),
        ("keywords: {fa: a}", ("SRC004", 2, 16, 17)),
        ("publication: {pages: 9-5}", ("SRC004", 2, 22, 25)),
        ("publication: {doi: x}", ("SRC004", 2, 20, 21)),
        ("timeline:\n- {when: 1402-13-1, event: x}", ("DATE002", 3, 10, 19)),
        ("interventions: {x: {name: a, dose: {fa: [x]}}}", ("SRC004", 2, 37, 39)),
        ("figures: {a: {consent: maybe}}", None),  # words are a statement
        ("figures: {a: {width: big}}", ("SRC004", 2, 22, 25)),
        ("labs:\n  crp: {name: a}", ("SRC005", 3, 3, 6)),
        ("labs:\n  crp:\n    name: a\n    value:", ("SRC005", 5, 5, 10)),
        ("timeline:\n- when: day 5", ("SRC005", 3, 3, 7)),
        ("running-title: ''", ("SRC005", 2, 16, 18)),
    ],
)
def test_a_fault_is_one_finding_at_its_place(
    text: str, expected: tuple[str, int, int, int] | None
) -> None:
    assert [place(found) for found in read(text).diagnostics] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("running_title: x", "running-title"),
        ("Titel: x", "title"),
        ("contributers: []", "contributors"),
        ("statements: {competing-interest: x}", "competing-interests"),
    ],
)
def test_an_unknown_field_is_answered_with_the_nearest_one(text: str, nearest: str) -> None:
    found = only(text)
    assert found.hint is not None
    assert found.hint.values["nearest"] == nearest
    assert found.fix is not None
    assert [edit.replacement for edit in found.fix.edits] == [nearest]


def test_an_unknown_field_near_to_none_is_answered_with_all_of_its_place() -> None:
    found = only("outcome: {zzzzzz: x}")
    assert found.hint is not None
    assert found.hint.values["known"] == tuple(sorted(allowed(("outcome",)).fields))
    assert found.fix is None


def test_a_wrong_word_is_answered_with_the_words_allowed() -> None:
    found = only("outcome: {status: recoverd}")
    assert found.hint is not None
    assert found.hint.values["nearest"] == "recovered"
    assert "not-stated" in found.hint.values["known"]  # type: ignore[operator]


@pytest.mark.parametrize("text", ["statements: {consent: ''}", "patient: {sex: ' '}"])
def test_empty_quotation_marks_are_called_empty_and_what_may_stand_there_is_told(text: str) -> None:
    found = only(text)
    assert str(found.message).endswith(" is empty.")
    assert "not-stated" in str(found.hint)


def test_an_impossible_jalali_date_says_how_long_the_month_is() -> None:
    message = only("dates: {received: 1402-12-30}").message
    assert "1402" in str(message)
    assert "29" in str(message)


def test_every_language_of_a_date_is_told() -> None:
    found = read("dates: {received: {fa: 1402-13-1, en: zz}}").diagnostics
    assert [d.span.column for d in found] == [24, 39]


def test_no_sentence_is_pydantic_s() -> None:
    text = (
        "patient: [x]\nlabs: {a: 1, B: 2}\ncontributors: {a: b}\ndates: 5\n"
        "publication: {year: {fa: x}}\n"
    )
    for found in read(text).diagnostics:
        words = f"{found.message} {found.hint}"
        assert not re.search(r"pydantic|[Ii]nput should|https?://|[Vv]alid", words)


def test_the_rest_of_an_entry_outlives_its_wrong_field() -> None:
    facts = read(
        "contributors:\n- {name: a, email: bad, orcid: x}\n- {roles: [x]}\n- {name: c}"
    ).facts
    assert facts is not None
    assert [person.name.get("en") for person in facts.contributors] == ["a", "c"]
    assert facts.contributors[0].email is None


def test_routes_follow_the_items_that_are_left() -> None:
    result = read("contributors:\n- {name: a}\n- {rank: b}\n- {name: c}")
    assert result.facts is not None
    assert result.facts.contributors[1].name.get("en") == "c"
    assert result.source.span(("contributors", 1, "name")) == Span(FILE, 5, 10, 5, 11)


def test_a_dropped_part_is_not_reported_again_for_what_it_leaves() -> None:
    found = read("labs:\n  crp: {name: [a], value: 1}\n  esr: {name: b, value: 2}").diagnostics
    assert [d.code for d in found] == ["SRC004"]


def test_a_missing_title_leaves_a_dash_so_that_the_rest_is_read() -> None:
    result = read_case_yaml("labs:\n  crp: {name: a, value: 1}\n", FILE, languages=("fa",))
    assert [d.code for d in result.diagnostics] == ["SRC005"]
    assert result.facts is not None
    assert result.facts.title.get("en") == "\u2014"
    assert list(result.facts.labs) == ["crp"]


def test_an_empty_value_is_an_absent_one() -> None:
    result = read("patient:\nlabs: ~\noutcome: null\n")
    assert result.diagnostics == ()
    assert result.facts is not None
    assert result.facts.patient.age is None


def test_scalars_are_typed_by_the_schema_alone() -> None:
    facts = read(
        "running-title: no\ndates: {received: 1402-02-31}\npublication: {volume: 0012}"
    ).facts
    assert facts is not None
    assert facts.running_title is not None
    assert facts.running_title.get("en") == "no"
    assert facts.publication.volume == "0012"


def test_a_value_stands_at_itself_and_a_block_at_its_key() -> None:
    source = read("labs:\n  crp:\n    name: {fa: a}\n    value: 12 mg/L\n").source
    assert source.span(("labs", "crp", "value")) == Span(FILE, 5, 12, 5, 19)
    assert source.span(("labs", "crp")) == Span(FILE, 3, 3, 3, 6)
    assert source.span(("labs", "crp", "name")) == Span(FILE, 4, 5, 4, 9)
    assert source.key(("labs", "crp", "value")) == Span(FILE, 5, 5, 5, 10)
    assert source.span(("labs", "crp", "note")) == Span(FILE, 3, 3, 3, 6)
    assert source.span(("figures",)) == Span.start_of(FILE)


def test_every_node_has_a_place() -> None:
    source = read(
        "labs: {a: {name: {fa: x, en: y}, value: 1}}\ncontributors: [{name: z, roles: [software]}]"
    ).source
    routes: set[Route] = {
        ("title",), ("labs",), ("labs", "a"), ("labs", "a", "name"), ("labs", "a", "name", "fa"),
        ("labs", "a", "name", "en"), ("labs", "a", "value"), ("contributors",), ("contributors", 0),
        ("contributors", 0, "name"), ("contributors", 0, "roles"), ("contributors", 0, "roles", 0),
    }  # fmt: skip
    assert set(source.spans) == routes


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "SRC005"), ("# only a comment\n", "SRC005"), ("x", "SRC004"), ("- a", "SRC004")],
)
def test_a_file_without_a_field_gives_no_facts(text: str, code: str) -> None:
    result = read_case_yaml(text, FILE, languages=("fa",))
    assert result.facts is None
    assert [d.code for d in result.diagnostics] == [code]


def test_more_errors_than_can_be_told_end() -> None:
    text = "labs:\n" + "".join(f"  k{number}: x\n" for number in range(5000))
    result = read(text)
    assert result.facts is not None
    assert result.facts.labs == {}
    assert 300 <= len(result.diagnostics) < 5000


def test_every_pattern_of_the_model_has_its_sentence() -> None:
    sources = (path.read_text(encoding="utf-8") for path in sorted(MODEL.glob("*.py")))
    patterns = {found for source in sources for found in re.findall(r'pattern=r"([^"]+)"', source)}
    assert patterns == set(_PATTERNS)


@pytest.mark.parametrize(
    ("route", "field", "languages"),
    [
        ((), "labs", False),
        (("labs", "crp"), "value", False),
        (("contributors", 3), "orcid", False),
        (("figures", "a", "panels", 0), "caption", False),
        (("statements", "ethics"), "code", True),
        (("title",), None, True),
        (("dates", "received"), None, True),
        (("labs", "crp", "name"), None, True),
        (("labs", "crp", "unit"), None, False),
        (("nothing", "at", "all"), None, False),
    ],
)
def test_the_schema_says_what_may_stand_at_a_route(
    route: Route, field: str | None, languages: bool
) -> None:
    may = allowed(route)
    assert may.languages is languages
    assert field in may.fields if field else not may.fields


def test_a_text_longer_than_any_paragraph_is_told_and_left_out() -> None:
    found = only("running-title: {en: " + "x" * 20_001 + ", fa: y}")
    assert place(found)[:3] == ("SRC010", 2, 21)
    assert read("running-title: {en: " + "x" * 20_000 + "}").diagnostics == ()


def test_what_was_refused_is_known_by_its_route() -> None:
    source = read("patient: {age: old, sex: female}").source
    assert source.refused == {("patient", "age")}
    assert ("patient", "sex") in source.spans


@pytest.mark.parametrize(
    ("text", "place_of_first_left_out", "name"),
    [
        ("contributors:\n" + "- name: A B\n" * 1_001, ("SRC010", 1_003, 3), "contributors"),
        ("labs:\n" + "".join(f"  l{n}: {{name: l, value: 1}}\n" for n in range(1_002)),
         ("SRC010", 1_003, 3), "labs"),
        ("".join(f"# {n}\nkey{n}: a\n" for n in range(1_000)), ("SRC010", 2_001, 1), FILE),
    ],
)  # fmt: skip
def test_what_a_list_holds_beyond_any_case_is_told_once_and_not_read(
    text: str, place_of_first_left_out: tuple[str, int, int], name: str
) -> None:
    result = read(text)
    (found,) = (one for one in result.diagnostics if one.code == "SRC010")
    assert place(found)[:3] == place_of_first_left_out
    assert str(found.message).strip("\u2066\u2067\u2068\u2069").startswith(name)


def test_a_list_as_long_as_the_bound_is_read_whole() -> None:
    result = read("contributors:\n" + "- name: A B\n" * 1_000)
    assert result.diagnostics == ()
    assert result.facts is not None
    assert len(result.facts.contributors) == 1_000
