"""The JSON Schema that editors use accepts what the reader accepts, and underlines mistakes."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from casereport.model.editor_schema import DIALECT, editor_schema

ROOT = Path(__file__).resolve().parents[3]
CASES = sorted([*ROOT.glob("samples/*/case.yaml"), ROOT / "templates/starter/case.yaml"])


class EditorLoader(yaml.SafeLoader):
    """Guesses types as an editor's YAML reader does, which knows no dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = editor_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_schema_of_an_issue_accepts_its_short_forms_and_underlines_a_slip() -> None:
    schema = editor_schema("issue")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    sound = "journal: jmums\nvolume: 30\nyear: 2020\nfirst-page: 166\ntitle: Special\ncases: [a]\n"
    assert list(validator.iter_errors(load(sound))) == []
    assert list(validator.iter_errors(load(sound + "volum: 3\n")))
    assert list(validator.iter_errors(load(sound + "start: left\n")))


def load(text: str) -> Any:
    return yaml.load(text, EditorLoader)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_the_samples_and_the_starter_are_valid(
    path: Path, validator: jsonschema.Draft202012Validator
) -> None:
    errors = [error.json_path for error in validator.iter_errors(load(path.read_text("utf-8")))]
    assert errors == []


@pytest.mark.parametrize(
    "text",
    [
        "title: one text for every language",
        "title: 12",
        "title: {fa: الف, en: A}\npublication: {volume: 30, pages: 166-172, year: 1399}",
        "title: t\nstatements: {funding: not-stated, consent: {fa: بله, en: given}}",
        "title: t\nstatements: {ethics: {code: IR.X.REC.1, committee: c}}",
        "title: t\npatient: {age: 44, deidentified: yes}",
        'title: t\npatient: {deidentified: "no"}',
        "title: t\ndates: {received: {fa: 1398-11-11, en: 2020-01-21}, accepted: 1399}",
        "title: t\nlabs: {crp: {name: CRP, value: 28, unit: mg/L, range: <5}}",
        "title: t\nglossary: [{fa: الف, en: a, avoid: {fa: [ب]}}, {term: a}]",
    ],
)
def test_what_the_reader_accepts_is_valid(
    text: str, validator: jsonschema.Draft202012Validator
) -> None:
    assert list(validator.iter_errors(load(text))) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: t\nkeyword: x", "$"),
        ("journal: jmums", "$"),
        ("title: t\npatient: {sex: woman}", "$.patient.sex"),
        ("title: t\npatient: {deidentified: maybe}", "$.patient.deidentified"),
        ("title: t\ncontributors: {name: x}", "$.contributors"),
        ("title: t\npatient:", "$.patient"),
        ("title: t\nfigures: {chest: {fil: x.png}}", "$.figures.chest"),
    ],
)
def test_a_mistake_is_underlined_at_its_place(
    text: str, place: str, validator: jsonschema.Draft202012Validator
) -> None:
    assert [error.json_path for error in validator.iter_errors(load(text))] == [place]


def test_the_schema_is_named_and_described() -> None:
    schema = editor_schema()
    assert schema["$schema"] == DIALECT
    assert "case.yaml" in schema["title"]
    assert schema["properties"]["running-title"]
    assert schema["$defs"]["Lab"]["properties"]["range"]["description"]


def test_making_the_schema_twice_gives_the_same() -> None:
    first = editor_schema()
    kept = copy.deepcopy(first)
    assert list(editor_schema().items()) == list(kept.items())
