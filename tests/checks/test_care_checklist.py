"""CARE001 to CARE013: what of the checklist a report lacks, at its place, and how grave it is."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest

from casereport.diagnostics import Diagnostic, Severity
from casereport.pipeline.care import care_case
from casereport.pipeline.case import check_case
from casereport.pipeline.options import CheckOptions
from casereport.workspace import DiskWorkspace, MemoryWorkspace
from tests.checks.conftest import lay_over

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 1, 1)

WHOLE = """\
## Abstract {#abstract}

Splenic rupture is a rare complication. A man of 19 presented with pain. CT revealed a rupture,
splenectomy was performed, and he was discharged. Clinicians should think of it.

## Introduction {#introduction}

Mononucleosis is common [1]. Here we describe a patient without trauma.

## Case {#patient-information}

A 19-year-old previously healthy man presented with abdominal pain. His family history was
unremarkable. He took no medication. On examination the abdomen was tender. Hemoglobin was 8.2 g/dL;
CT showed free fluid. Pancreatitis was considered, but amylase was normal. He received two units of
red cells and underwent emergency splenectomy. The postoperative course was uneventful. At the
3-month follow-up he was asymptomatic and his blood count was normal.

## Discussion {#discussion}

Rupture is due to infiltration of the capsule [1]. A strength of this report is the histology; one
limitation of this report is the short follow-up. Rupture should be considered early.
"""
ENGLISH = 'languages: [en]\ntitle: {en: "Splenic rupture in mononucleosis: a case report"}\n'
KEYWORDS = "keywords: {en: [splenic rupture, mononucleosis, case report]}\n"
REFERENCE = "@article{a, title={T}, author={A, B}, year={2001}, journal={J}, pages={1-2}}\n"


def care(found: tuple[Diagnostic, ...]) -> dict[str, Diagnostic]:
    return {item.code: item for item in found if item.code.startswith("CARE")}


def missing(item: Diagnostic) -> set[str]:
    return {str(label) for label in item.message.values["missing"]}  # type: ignore[attr-defined]


def partial(item: Diagnostic) -> set[str]:
    return {str(label) for label in item.message.values["partial"]}  # type: ignore[attr-defined]


@cache
def sample(name: str) -> dict[str, Diagnostic]:
    workspace = DiskWorkspace(ROOT / name, TODAY)
    return care(check_case(workspace).diagnostics)


@pytest.fixture
def english(diagnose):  # type: ignore[no-untyped-def]
    """An English report in one section, with what a test changes."""

    def run(
        text: str = WHOLE, case: str = "", keywords: str = KEYWORDS
    ) -> dict[str, Diagnostic]:
        said = "" if "statements:" in case else "statements: {}\n"
        whole = ENGLISH + keywords + case + said
        files = {"case.yaml": whole, "en.md": text, "references.bib": REFERENCE}
        return care(diagnose(files))

    return run


def test_a_whole_report_in_one_section_and_one_language_lacks_what_it_lacks(english) -> None:  # type: ignore[no-untyped-def]
    found = english()
    assert set(found) == {"CARE007", "CARE010", "CARE012", "CARE013"}
    assert missing(found["CARE010"]) == {"how the treatment was tolerated"}


def test_the_starter_lacks_nothing() -> None:
    assert sample("templates/starter") == {}


def test_the_corrected_sample_has_notes_alone() -> None:
    found = sample("samples/crest-calcinosis-44f")
    assert {item.severity for item in found.values()} == {Severity.NOTE}
    assert not {"CARE004", "CARE006", "CARE007"} & set(found)


def test_the_article_as_printed_lacks_what_its_readme_says() -> None:
    found = sample("samples/crest-calcinosis-44f-as-printed")
    assert {"CARE001", "CARE002", "CARE007", "CARE010", "CARE012", "CARE013"} <= set(found)
    assert not {"CARE004", "CARE006"} & set(found)
    assert found["CARE001"].span.line == 7
    assert found["CARE007"].span.file == "fa.md"


def test_the_short_sample_lacks_sex_labs_treatment_outcome_and_consent() -> None:
    found = sample("samples/hand-calcinosis-66")
    assert "who the patient is" in partial(found["CARE005"])
    remarks = {str(related.message) for related in found["CARE005"].related}
    assert "Told here in part; not found: ('sex',)." in remarks
    assert partial(found["CARE008"]) == {"results of tests"}
    assert "the kind of treatment" in missing(found["CARE009"])
    assert "the outcome" in missing(found["CARE010"])
    assert "CARE013" in found
    assert "CARE002" not in found  # JRN004 tells that there are no keywords


# Titles and keywords


def test_each_printed_language_needs_the_words_in_its_title(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "title: {fa: کلسینوز وسیع در اسکلرودرمی, en: Extensive calcinosis; a case report}\n"
    item = care(diagnose({"case.yaml": case}))["CARE001"]
    assert partial(item) == {"the words \u201ccase report\u201d in the title"}


def test_too_many_keywords_are_told_where_the_journal_says_nothing(english) -> None:  # type: ignore[no-untyped-def]
    many = english(keywords="keywords: {en: [a, b, c, d, e, case report]}\n")
    assert partial(many["CARE002"]) == {"two to five keywords"}


# What counts as evidence, when it is denied or not stated


@pytest.mark.parametrize(
    ("said", "code", "label"),
    [
        ("Adherence was not assessed.", "CARE010", "how the treatment was tolerated"),
        ("He took the drug regularly.", "", "how the treatment was tolerated"),
    ],
)
def test_what_is_said_not_to_be_stated_is_no_evidence(
    english,  # type: ignore[no-untyped-def]
    said: str,
    code: str,
    label: str,
) -> None:
    text = WHOLE.replace("## Discussion", f"## Follow-up {{#follow-up-and-outcomes}}\n\nHe "
                         f"recovered; CT was normal. No complication occurred. {said}\n\n"
                         "## Discussion")
    found = english(text)
    assert ("CARE010" in found) is bool(code)
    if code:
        assert missing(found[code]) == {label}


def test_the_treatment_of_other_patients_is_no_evidence(english) -> None:  # type: ignore[no-untyped-def]
    text = WHOLE.replace(
        "He received two units of\nred cells and underwent emergency splenectomy. The postoperative "
        "course was uneventful.", "",
    ).replace("Rupture is due", "Other patients were treated with prednisolone 5 mg. Rupture is due")
    assert "the kind of treatment" in missing(english(text)["CARE009"])


def test_an_abstract_tells_by_a_test_and_by_the_name_of_a_drug(english) -> None:  # type: ignore[no-untyped-def]
    abstract = (
        "## Abstract {#abstract}\n\nPoisoning is rare. A man presented with colic. The blood"
        " lead level was 94 µg/dL. After succimer he was asymptomatic. Lead should be measured.\n\n"
    )
    drug = "interventions: {succimer: {name: succimer, dose: 10 mg/kg}}\n"
    body = WHOLE[WHOLE.index("## Introduction") :]
    assert "CARE003" not in english(abstract + body, drug)
    assert "CARE003" in english(abstract + body)


def test_a_case_that_was_not_treated_says_so_and_needs_no_dose(english) -> None:  # type: ignore[no-untyped-def]
    text = WHOLE.replace(
        "He received two units of\nred cells and underwent emergency splenectomy.",
        "He declined treatment.",
    )
    assert "CARE009" not in english(text)


@pytest.mark.parametrize(
    "said",
    [
        "statements:\n  consent: {en: Written consent was obtained.}\n",
        "statements:\n  consent: {status: waived}\n",
        "statements:\n  consent: {en: The patient consented. No name is given.}\n",
    ],
)
def test_a_consent_that_is_stated_or_waived_is_not_missing(english, said: str) -> None:  # type: ignore[no-untyped-def]
    assert "CARE013" not in english(case=said)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "statements:\n  consent: {en: Consent was not obtained.}\n",
        "statements:\n  consent: {en: Consent is not stated.}\n",
        "statements:\n  consent: not-stated\n",
    ],
)
def test_a_consent_that_is_absent_denied_or_not_stated_is_missing(english, said: str) -> None:  # type: ignore[no-untyped-def]
    found = english(case=said)["CARE013"]
    assert found.severity is Severity.NOTE
    assert found.span.file == "case.yaml"


def test_a_fact_that_the_text_never_tells_counts_in_part(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = "findings:\n  pallor: {name: {fa: رنگ\u200cپریدگی, en: pallor}, note: {fa: بود, en: yes}}\n"
    found = care(diagnose({"case.yaml": case}))
    assert partial(found["CARE006"]) == {"the physical examination"}


def test_a_timeline_that_is_stored_but_not_placed_counts_in_part(diagnose) -> None:  # type: ignore[no-untyped-def]
    case = (
        "timeline:\n  - {when: -2 years, event: {fa: آغاز, en: Onset}}\n"
        "  - {when: 0, event: {fa: مراجعه, en: Presentation}}\n"
    )
    assert partial(care(diagnose({"case.yaml": case}))["CARE007"])
    placed = {"case.yaml": case, "fa.md": "::: timeline\n:::\n"}
    assert "CARE007" not in care(diagnose(placed))


def test_an_operation_alone_needs_no_dose(english) -> None:  # type: ignore[no-untyped-def]
    case = "interventions:\n  operation: {name: {en: splenectomy}, kind: surgery}\n"
    assert "CARE009" not in english(case=case)


# Gravity, and what the journal tells by itself

REQUIRING = """\
extends: manuscript
name: {en: Requiring}
required:
  sections: [introduction, follow-up-and-outcomes, timeline]
  statements: [patient-perspective]
"""


@pytest.fixture
def requiring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A journal that requires an introduction, a follow-up, a timeline and a perspective."""
    (tmp_path / "requiring").mkdir()
    (tmp_path / "requiring" / "journal.yaml").write_text(REQUIRING, encoding="utf-8")
    monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path))
    return "journal: requiring\n"


def test_what_the_journal_requires_and_nothing_tells_is_a_warning(diagnose, requiring: str) -> None:  # type: ignore[no-untyped-def]
    text = "## بحث {#discussion}\n\nمتن.\n\n## پیگیری {#follow-up-and-outcomes}\n"
    found = diagnose({"case.yaml": requiring, "fa.md": text, "en.md": text})
    told = care(found)
    assert told["CARE010"].severity is Severity.WARNING
    assert told["CARE011"].severity is Severity.NOTE
    # Others stand under the printed heading that gathers the timeline, so JRN001 is content.
    assert told["CARE007"].severity is Severity.WARNING
    # No introduction at all: JRN001 tells it; and the perspective is JRN007's.
    sections = {item.message.values["section"] for item in found if item.code == "JRN001"}
    assert "introduction" in sections
    assert "JRN007" in {item.code for item in found}
    assert not {"CARE004", "CARE012"} & set(told)


# Shapes of papers


def test_a_case_without_any_text_is_judged_by_its_front_and_statements_alone(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = care(diagnose({"fa.md": b"", "en.md": b""}))
    assert set(found) <= {"CARE001", "CARE002", "CARE012", "CARE013"}


def test_a_persian_report_in_one_section_is_read_as_well_as_an_english_one(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = (
        "## معرفی بیمار {#patient-information}\n\n"
        "آقای ۱۹ ساله با شکایت درد شکم مراجعه نمود. سابقه بیماری خاصی در خانواده نداشت. دارویی مصرف "
        "نمی\u200cکرد. در معاینه شکم تندرنس داشت. تست مونواسپات مثبت بود. پانکراتیت با آمیلاز طبیعی رد شد. "
        "دو واحد خون دریافت کرد. سیر پس از عمل بدون عارضه بود. در پیگیری سه ماه بعد علامتی نداشت.\n"
    )
    found = care(diagnose({"case.yaml": "languages: [fa]\ntitle: {fa: گزارش مورد پارگی طحال}\n",
                           "fa.md": text}))
    assert not {"CARE001", "CARE005", "CARE006", "CARE008", "CARE009"} & set(found)
    assert missing(found["CARE010"]) == {"tests at follow-up", "how the treatment was tolerated"}


def test_a_comment_silences_an_item(english) -> None:  # type: ignore[no-untyped-def]
    comment = "<!-- casereport: ignore CARE007 one visit only -->\n\n"
    assert "CARE007" not in english(WHOLE.replace("## Discussion", f"{comment}## Discussion"))


def test_the_journal_option_asks_by_the_other_journals_rules() -> None:
    workspace = DiskWorkspace(ROOT / "samples/hand-calcinosis-66", TODAY)
    found = care(check_case(workspace, CheckOptions(journal="manuscript")).diagnostics)
    assert "CARE002" in found  # nobody else tells there that there are no keywords


@pytest.mark.parametrize("name", ["fa.md", "en.md"])
def test_an_empty_text_beside_a_stored_outcome_crashes_no_check(name: str, tmp_path: Path) -> None:
    for file in (ROOT / "samples/crest-calcinosis-44f").iterdir():
        if file.suffix in {".md", ".yaml"}:
            (tmp_path / file.name).write_bytes(b"" if file.name == name else file.read_bytes())
    found = check_case(DiskWorkspace(tmp_path, TODAY), CheckOptions()).diagnostics
    assert not [item for item in found if item.code == "SRC009"]


def test_a_number_that_is_no_age_is_no_evidence_of_the_age() -> None:
    text = "## Case {#patient-information}\n\nHb was 8.6 g/dL in bed 44. The woman, 44 years old, came.\n"
    files = lay_over({"en.md": text, "case.yaml": "languages: [en]\ntitle: {en: A case report}\n"})
    checklist = care_case(MemoryWorkspace("case", files), CheckOptions()).checklist
    assert checklist is not None
    (item,) = [one for one in checklist.headings[4].items if one.item.key == "5a"]
    assert [one.quote for one in item.verdict.evidence] == ["The woman, 44 years old, came."]
