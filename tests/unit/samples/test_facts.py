"""The samples say what their sources say: every value, once, and the same in both languages.

Source: the two articles named in the samples' READMEs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from casereport.model.base import NOT_STATED
from casereport.model.case_file import CaseFile
from casereport.model.measures import Quantity
from casereport.model.narrative import SECTION_IDS
from casereport.model.values import Duration, Moment
from casereport.reading import read_case
from casereport.workspace import DiskWorkspace

SAMPLES = Path(__file__).parents[3] / "samples"
CREST, PRINTED, HAND = (
    "crest-calcinosis-44f",
    "crest-calcinosis-44f-as-printed",
    "hand-calcinosis-66",
)
NAMES = (CREST, PRINTED, HAND)
LANGUAGES = ("fa", "en")

FACT = re.compile(r"\{\{ ([a-z0-9.-]+) \}\}")
CITEKEY = re.compile(r"@(?!fig-|tbl-)([a-z]+\d{4})")


def read(name: str, file: str) -> str:
    return (SAMPLES / name / file).read_text(encoding="utf-8")


def facts(name: str) -> CaseFile:
    return CaseFile.model_validate(yaml.load(read(name, "case.yaml"), Loader=yaml.BaseLoader))


def look_up(case: CaseFile, path: str) -> object:
    """The value at a path such as ``labs.calcium`` or ``history.arthralgia.duration``."""
    node: object = case
    for part in path.split("."):
        node = node[part] if isinstance(node, dict) else getattr(node, part.replace("-", "_"))
    return node


@pytest.mark.parametrize("name", NAMES)
def test_sample_validates_against_the_case_model(name: str) -> None:
    case = facts(name)
    assert set(case.languages) == set(LANGUAGES)
    assert case.journal == ("clinical-brief" if name == HAND else "jmums")


@pytest.mark.parametrize("name", NAMES)
def test_sample_reads_without_a_finding(name: str) -> None:
    workspace = DiskWorkspace(SAMPLES / name)
    read_out = read_case(
        workspace, journals=("jmums", "clinical-brief", "manuscript"), languages=LANGUAGES
    )
    assert read_out.diagnostics == ()
    assert read_out.case is not None
    assert len(read_out.case.references) == (0 if name == HAND else 22)
    assert not [image.file for image in read_out.case.images.values() if image.content is None]


LABS = {
    "esr": "28 mm/h",
    "calcium": "9.9 mg/dL",
    "phosphorus": "4.5 mg/dL",
    "creatinine": "0.8 mg/dL",
}


@pytest.mark.parametrize("name", [CREST, PRINTED])
@pytest.mark.parametrize("lab", sorted(LABS))
def test_laboratory_value_is_the_sources(name: str, lab: str) -> None:
    said, expected = facts(name).labs[lab], Quantity.parse(LABS[lab])
    assert said.number == expected.value
    assert said.unit == expected.unit


@pytest.mark.parametrize(("name", "unit"), [(CREST, "g/dL"), (PRINTED, None)])
def test_hemoglobin_has_its_unit_only_where_corrected(name: str, unit: str | None) -> None:
    hemoglobin = facts(name).labs["hemoglobin"]
    assert hemoglobin.number == Decimal("10.1")
    assert hemoglobin.unit == unit


@pytest.mark.parametrize("name", [CREST, PRINTED])
def test_result_in_words_is_the_sources(name: str) -> None:
    labs = facts(name).labs
    assert (labs["crp"].value, labs["liver-enzymes"].value) == ("negative", "normal")
    assert not any(lab.range for lab in labs.values())


DURATIONS = {
    CREST: {
        "history.systemic-sclerosis.duration": "20 years",
        "history.painful-episodes.duration": "10 years",
        "history.interstitial-lung-disease.duration": "10 years",
        "interventions.cyclophosphamide.duration": "2 years",
    },
    HAND: {"history.arthralgia.duration": "4 months"},
}
DURATIONS[PRINTED] = DURATIONS[CREST]


@pytest.mark.parametrize(
    ("name", "path", "text"),
    [(name, path, text) for name, paths in DURATIONS.items() for path, text in paths.items()],
)
def test_duration_is_the_sources(name: str, path: str, text: str) -> None:
    assert look_up(facts(name), path) == Duration.parse(text)


@pytest.mark.parametrize(
    ("name", "age", "sex"), [(CREST, 44, "female"), (PRINTED, 44, "female"), (HAND, 66, NOT_STATED)]
)
def test_patient_is_the_sources(name: str, age: int, sex: str) -> None:
    patient = facts(name).patient
    assert getattr(patient.age, "value", None) == age
    assert patient.sex == sex


@pytest.mark.parametrize("name", [CREST, PRINTED])
def test_ejection_fraction_is_the_sources(name: str) -> None:
    assert facts(name).findings["ejection-fraction"].value == Quantity.parse("55%")


def test_every_drug_of_the_source_is_recorded() -> None:
    drugs = {
        "prednisolone", "azathioprine", "omeprazole", "diltiazem", "sildenafil", "pentoxifylline",
        "bosentan", "fluoxetine", "cyclophosphamide", "pamidronate", "colchicine", "warfarin",
    }  # fmt: skip
    interventions = facts(CREST).interventions
    assert {key for key, item in interventions.items() if item.kind == "drug"} == drugs
    assert interventions["elbow-surgery"].kind == "surgery"


def test_timeline_tells_the_course_in_order() -> None:
    moments = [event.when for event in facts(CREST).timeline]
    assert moments[0] == Moment.parse("-20 years")
    assert moments[2:5] == [Moment.parse("-10 years"), Moment.parse("-10 years"), Moment.parse("0")]
    assert len(moments) == 7


@pytest.mark.parametrize("name", [CREST, PRINTED])
def test_place_in_the_journal_is_the_sources(name: str) -> None:
    publication = facts(name).publication
    assert (publication.volume, publication.issue) == ("30", "187")
    assert publication.pages is not None
    assert (publication.pages.first, publication.pages.last) == ("166", "172")


@pytest.mark.parametrize("name", [CREST, PRINTED])
def test_contributors_are_the_sources(name: str) -> None:
    people = facts(name).contributors
    assert [person.name.get("en") for person in people] == [
        "Maryam Mobini",
        "Elham Sadat Banimostafavi",
        "Mehran Razavipour",
    ]
    assert [person.corresponding for person in people] == [True, False, False]
    assert people[0].email == "mmobini50@yahoo.com"


def printed_date(name: str, event: str, language: str) -> tuple[int, int, int] | None:
    printed = getattr(facts(name).dates, event)
    date = printed.get(language) if printed else None
    return (date.year, date.month, date.day) if date else None


@pytest.mark.parametrize(
    ("name", "event", "fa", "en"),
    [
        (CREST, "received", (2020, 1, 21), (2020, 1, 21)),
        (CREST, "revised", (1398, 11, 19), (1398, 11, 19)),
        (CREST, "accepted", (2020, 6, 22), (2020, 6, 22)),
        (PRINTED, "received", (1398, 11, 11), (2020, 1, 21)),
        (PRINTED, "revised", (1398, 11, 19), None),
        (PRINTED, "accepted", (1399, 4, 2), (2020, 6, 22)),
        (HAND, "received", None, None),
    ],
)
def test_date_is_the_sources(name: str, event: str, fa: Any, en: Any) -> None:
    assert (printed_date(name, event, "fa"), printed_date(name, event, "en")) == (fa, en)


def test_silence_of_the_source_is_recorded_not_filled() -> None:
    assert facts(CREST).statements.given() == {}
    assert len(facts(CREST).statements.silent()) == 8
    for name in (PRINTED, HAND):
        assert facts(name).statements.model_fields_set == set()
    hand = facts(HAND)
    assert not hand.contributors
    assert hand.keywords is None
    assert not hand.labs


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_fact_named_in_the_prose_exists(name: str, language: str) -> None:
    case, paths = facts(name), FACT.findall(read(name, f"{language}.md"))
    assert bool(paths) == (name != PRINTED)
    for path in paths:
        assert look_up(case, path) is not None, path


def test_fact_suffix_finds_nothing_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        look_up(facts(CREST), "labs.sodium")


@pytest.mark.parametrize("name", [CREST, HAND])
def test_both_languages_call_the_same_facts_and_figures(name: str) -> None:
    for pattern in (FACT, re.compile(r"@((?:fig|tbl)-[a-z-]+)")):
        called = [set(pattern.findall(read(name, f"{lang}.md"))) for lang in LANGUAGES]
        assert called[0] == called[1] != set()


def numbers_typed(text: str) -> set[str]:
    """The numbers typed in the prose, in Latin digits; list markers are left out."""
    text = FACT.sub("", text)
    text = re.sub(r"\[@[^\]]*\]|\{[^}]*\}|^\d+\. ", "", text, flags=re.MULTILINE)
    return {str(int(number)) for number in re.findall(r"\d+", text)}


@pytest.mark.parametrize(
    ("name", "literature"),
    [
        # Facts of the literature, not of the patient: ages at onset, prevalence, interleukins.
        (CREST, {"30", "50", "18", "49", "1", "6"}),
        (HAND, {"20", "40", "60", "1", "2", "3", "4", "5"}),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_fact_of_the_patient_is_typed_by_hand(
    name: str, literature: set[str], language: str
) -> None:
    assert numbers_typed(read(name, f"{language}.md")) == literature


def test_numbers_typed_as_printed_are_those_of_the_facts() -> None:
    typed = numbers_typed(read(PRINTED, "fa.md"))
    assert {"44", "20", "10", "2", "28", "55"} <= typed


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_carries_a_canonical_section_id(name: str, language: str) -> None:
    lines = [line for line in read(name, f"{language}.md").splitlines() if line.startswith("#")]
    ids = [re.fullmatch(r"## \S.* \{#([a-z-]+)\}", line) for line in lines]
    assert all(ids), lines
    named = [match[1] for match in ids if match]
    assert set(named) <= set(SECTION_IDS)
    assert len(named) == len(set(named))


@pytest.mark.parametrize("name", [CREST, HAND])
def test_both_languages_have_the_same_sections_in_the_same_order(name: str) -> None:
    heading = r"^## .*\{#([a-z-]+)\}$"  # figures may stand elsewhere in each language
    fa, en = (re.findall(heading, read(name, f"{lang}.md"), re.M) for lang in LANGUAGES)
    assert fa
    assert fa == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_citations_first_appear_in_the_sources_numbering(language: str) -> None:
    listed = re.findall(r"^@article\{(\w+),", read(CREST, "references.bib"), flags=re.MULTILINE)
    cited = list(dict.fromkeys(CITEKEY.findall(read(CREST, f"{language}.md"))))
    assert cited == listed
    assert len(listed) == 22


def persian_texts(name: str) -> str:
    """Every Persian text of a case, one a paragraph: the narrative without citations, the facts."""
    narrative = re.sub(r" ?\(?\[@[^\]]*\]\)?|^## |\{#[^}]*\}", "", read(name, "fa.md"), flags=re.M)

    def walk(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                if key == "fa":
                    yield from [value] if isinstance(value, str) else value
                else:
                    yield from walk(value)
        elif isinstance(node, list):
            for item in node:
                yield from walk(item)

    return "\n".join([narrative, *walk(yaml.load(read(name, "case.yaml"), Loader=yaml.BaseLoader))])


FAULTS = {
    "Arabic yeh or kaf": "[\u064a\u0649\u0643]",
    "Arabic-Indic digit": "[\u0660-\u0669]",
    "verb prefix after a space": r"(?<!\w)ن?می (?=\w)",
    "verb prefix joined": r"(?<!\w)می(?:شود|باشد|کند|توان|رسد|شد|گیرد|یافت)",
    "plural ending after a space": r"\w ها(?:ی|یی)?(?!\w)",
    "Latin comma or semicolon": r"[آ-ی][,;]",
    "space before punctuation": r" [،؛؟:.](?=\s)",
    "no space after punctuation": r"[،؛؟][^\s\u200c)»]",
    "two spaces": r"\S {2,}\S",
    "straight quotation mark": '"',
    "half-space at the edge of a word": "\u200c(?!\\w)|(?<!\\w)\u200c",
    "hamza above as one letter": "\u06c0",
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
@pytest.mark.parametrize("name", [CREST, HAND])
def test_persian_of_a_corrected_text_is_sound(name: str, fault: str) -> None:
    found = re.search(f".{{0,20}}(?:{FAULTS[fault]}).{{0,20}}", persian_texts(name))
    assert found is None, found


@pytest.mark.parametrize("fault", ["verb prefix after a space", "verb prefix joined"])
def test_persian_as_printed_has_the_fault(fault: str) -> None:
    assert re.search(FAULTS[fault], persian_texts(PRINTED))


@pytest.mark.parametrize(
    ("chosen", "others"),
    [
        ("اسکلرودرمی", "اسکرودرمی|اسکلوئودرمی|اسکلرودرما"),
        ("تلانژکتازی", "تلائزکتازی|تلائنکتازی"),
        ("زیرجلدی", "زیر جلدی|زیر\u200cجلدی"),
        ("علائم", "علایم"),
        ("کرست", "کرسست"),
        ("دیلتیازم", "دپنتیازم"),
        ("کلشی\u200cسین", "کلشی سین|کلشیسین"),
    ],
)
def test_corrected_text_keeps_to_one_spelling(chosen: str, others: str) -> None:
    text = read(CREST, "fa.md") + read(CREST, "case.yaml")
    assert chosen in text
    assert not re.search(others, text)
