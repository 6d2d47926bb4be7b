"""REF015: a reference says something else than the record of its work."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from casereport.diagnostics import Diagnostic, Severity
from casereport.model.reference import Reference
from casereport.pipeline.case import check_case
from casereport.pipeline.options import CheckOptions
from casereport.reading import EvidenceFolder
from casereport.references.reading import read_references
from casereport.workspace import MemoryWorkspace
from tests.checks.conftest import TODAY, lay_over
from tests.evidence_answers import (
    crossref_list,
    crossref_single,
    crossref_work,
    summaries,
    summary,
)

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
BIB = """\
@article{reiter2011,
  author = {Reiter, N. and El-Shabrawi, L. and Leinweber, B.},
  title = {Calcinosis cutis: part I. Diagnostic pathway},
  journal = {J Am Acad Dermatol},
  year = {2011},
  volume = {65},
  number = {1},
  pages = {1-12},
  doi = {10.5555/part1},
  pmid = {21616558}
}
"""


def reference(bib: str = BIB) -> Reference:
    (found,) = read_references("references.bib", bib).references
    return found


def told(diagnose: Any, bib: str, **files: str) -> list[Diagnostic]:
    evidence = {f"evidence/{name.replace('_', '.')}": text for name, text in files.items()}
    found = diagnose({"references.bib": bib, **evidence})
    assert not [item for item in found if item.code.startswith("SRC")]
    return [item for item in found if item.code == "REF015"]


RECORD = crossref_single(crossref_work(reference()))


def test_an_entry_as_its_records_have_it_is_silent(diagnose: Any) -> None:
    assert told(diagnose, BIB, a_json=RECORD) == []
    assert told(diagnose, BIB, a_json=summaries([summary(reference(), "21616558")])) == []


@pytest.mark.parametrize(
    ("right", "wrong", "line", "ours", "theirs"),
    [
        ("Diagnostic pathway}", "Diagnosis pathway}", 3,
         "Calcinosis cutis: part I. Diagnosis pathway",
         "Calcinosis cutis: part I. Diagnostic pathway"),
        ("El-Shabrawi", "Al-Shabrawi", 2, "Al-Shabrawi", "El-Shabrawi"),
        ("year = {2011}", "year = {2001}", 5, "2001", "2011"),
        ("J Am Acad Dermatol", "J Eur Acad Dermatol", 4, "J Eur Acad Dermatol",
         "Journal of the American Academy of Dermatology"),
        ("volume = {65}", "volume = {56}", 6, "56", "65"),
        ("number = {1}", "number = {4}", 7, "4", "1"),
        ("1-12", "1-21", 8, "1-21", "1\u201312"),
    ],
)  # fmt: skip
def test_a_field_that_differs_is_told_at_its_place_with_both_values(  # noqa: PLR0917
    right: str, wrong: str, line: int, ours: str, theirs: str, diagnose: Any
) -> None:
    assert right in BIB
    (item,) = told(diagnose, BIB.replace(right, wrong), a_json=RECORD)
    assert item.severity is Severity.WARNING
    assert (item.span.file, item.span.line) == ("references.bib", line)
    values = item.message.values
    assert (values["ours"], values["theirs"], values["source"]) == (ours, theirs, "Crossref")
    assert [related.span.file for related in item.related] == ["evidence/a.json"]


def test_a_differing_identifier_is_told_by_what_the_other_one_finds(diagnose: Any) -> None:
    record = summary(replace(reference(), doi="10.5555/other"), "21616558")
    (item,) = told(diagnose, BIB, a_json=summaries([record]))
    assert (item.span.line, item.message.values["theirs"]) == (9, "10.5555/other")


def test_an_author_left_out_and_one_added_are_named(diagnose: Any) -> None:
    (item,) = told(diagnose, BIB.replace(" and El-Shabrawi, L.", ""), a_json=RECORD)
    assert str(item.message) == (
        "reiter2011 leaves out El-Shabrawi, whom Crossref names as author 2."
    )
    (item,) = told(diagnose, BIB.replace(" and Leinweber", " and Smith, A. and Leinweber"), a_json=RECORD)  # fmt: skip
    assert str(item.message) == "reiter2011 names Smith as author 3; Crossref does not."


def test_a_year_one_off_is_a_note(diagnose: Any) -> None:
    (item,) = told(diagnose, BIB.replace("{2011}", "{2010}"), a_json=RECORD)
    assert (item.severity, item.span.line) == (Severity.NOTE, 5)


def test_a_doi_of_another_work_is_an_error_and_the_only_one(diagnose: Any) -> None:
    stranger = crossref_work(
        reference(), title=["Frostbite of the ear"], volume="3", page="9", DOI="10.5555/part1",
        author=[{"given": "A", "family": "Smith", "sequence": "first"}],
    )  # fmt: skip
    (item,) = told(diagnose, BIB, a_json=crossref_single(stranger))
    assert (item.severity, item.span.line) == (Severity.ERROR, 9)
    assert item.message.values["theirs"] == "Frostbite of the ear"
    right = crossref_work(reference(), DOI="10.5555/right")
    (item,) = told(diagnose, BIB, a_json=crossref_list([stranger, right]))
    assert item.severity is Severity.ERROR
    assert str(item.hint) == "Write 10.5555/right, which Crossref has for this work."


def test_what_has_no_record_is_counted_in_one_note_that_names_it(diagnose: Any) -> None:
    more = "".join(
        f"@article{{k{n}, author = {{A{n}, B}}, title = {{Words about thing {n}}}, journal = {{J}},"
        f" year = {{2000}}, volume = {{{n}}}, pages = {{{n}}}, doi = {{10.5555/k{n}}}}}\n"
        for n in range(9)
    )
    (item,) = told(diagnose, BIB + more, a_json=RECORD)
    assert (item.severity, item.span.line) == (Severity.NOTE, 1)
    assert str(item.message).startswith("1 of 10 references were compared")
    assert "k0" in str(item.hint)
    (item,) = told(diagnose, BIB + more)
    assert item.severity is Severity.NOTE
    assert "were not compared" in str(item.message)


def test_each_reference_file_has_its_own_note(diagnose: Any) -> None:
    yaml = "- {id: b, type: book, title: Bones, author: [{family: Lee, given: A}], issued: 2001}\n"
    found = diagnose({"references.bib": BIB, "references.yaml": yaml, "evidence/a.json": RECORD})
    notes = [item for item in found if item.code == "REF015"]
    assert [item.span.file for item in notes] == ["references.yaml"]


def test_no_references_are_no_note(diagnose: Any) -> None:
    assert not [item for item in diagnose({}) if item.code == "REF015"]


def test_a_persian_work_is_compared_with_its_persian_record(diagnose: Any) -> None:
    bib = (
        "@article{ahmadi1399,\n author = {احمدی، سارا},\n title = {گزارش یک مورد کلسینوز پوستی},\n"
        " journal = {مجله نمونه},\n year = {۱۳۹۹},\n volume = {۳۰},\n pages = {۱۲-۱۹},\n"
        " doi = {10.5555/fa}\n}\n"
    )
    work = crossref_work(
        reference(bib), title=["گزارش يک مورد كلسينوز پوستي"], volume="30", page="12-19",
        author=[{"given": "سارا", "family": "احمدي"}], published_print={"date-parts": [[2020]]},
    )  # fmt: skip
    assert told(diagnose, bib, a_json=crossref_single(work)) == []
    (item,) = told(diagnose, bib.replace("{۳۰}", "{۳۱}"), a_json=crossref_single(work))
    assert item.span.line == 6
    english = work | {"title": ["A case report"], "author": [{"given": "S", "family": "Ahmadi"}]}
    assert told(diagnose, bib, a_json=crossref_single(english)) == []


def check(files: dict[str, str], desk: dict[str, str]) -> list[Diagnostic]:
    contents = {name: text.encode() for name, text in desk.items()}
    folder = EvidenceFolder(MemoryWorkspace("desk", contents, TODAY), shown="../desk/")
    options = CheckOptions(evidence=folder)
    workspace = MemoryWorkspace("example", lay_over(files), TODAY)
    return [item for item in check_case(workspace, options).diagnostics if item.code == "REF015"]


def test_the_desks_record_stands_over_the_one_that_the_author_sent() -> None:
    wrong = BIB.replace("{1-12}", "{1-21}")
    flattering = crossref_single(crossref_work(reference(wrong)))
    files = {"references.bib": wrong, "evidence/a.json": flattering}
    assert check(files, {}) == []
    (item,) = check(files, {"a.json": RECORD})
    assert item.related[0].span.file == "../desk/a.json"


def sample_references(sample: str) -> tuple[str, tuple[Reference, ...]]:
    text = (SAMPLES / sample / "references.bib").read_text("utf-8")
    return text, read_references("references.bib", text).references


def test_the_clean_samples_22_references_agree_with_their_records(diagnose: Any) -> None:
    text, references = sample_references("crest-calcinosis-44f")
    assert len(references) == 22
    works = crossref_list([crossref_work(each) for each in references])
    pubmed = summaries([summary(each, str(n + 1)) for n, each in enumerate(references)])
    assert told(diagnose, text, crossref_json=works) == []
    assert told(diagnose, text, pubmed_json=pubmed) == []
    assert told(diagnose, text, crossref_json=works, pubmed_json=pubmed) == []


def test_the_slips_of_the_printed_list_show_against_records_of_the_works(diagnose: Any) -> None:
    _, references = sample_references("crest-calcinosis-44f")
    printed, entries = sample_references("crest-calcinosis-44f-as-printed")
    works = crossref_list([crossref_work(each) for each in references])
    found = told(diagnose, printed, crossref_json=works)
    differing = {
        item.message.values["citekey"]: (item.message.values["field"], item.message.values["ours"])
        for item in found
    }
    assert differing == {
        "palaniappan2014": ("pages", "454-545"),
        "terroso2013": ("pages", "44-448"),
        "depaula2013": ("pages", "281-183"),
        "fujii2005": (
            "title",
            "Risedronate: a possible treatment for extrasosseous calcification",
        ),
    }
    assert len(found) == 4
    spans = {entry.citekey: dict(entry.spans) for entry in entries}
    for item in found:
        variable = "title" if item.message.values["field"] == "title" else "page"
        assert item.span.line == spans[str(item.message.values["citekey"])][variable].line


def test_a_message_quotes_nothing_that_steers_a_terminal(diagnose: Any) -> None:
    work = crossref_work(reference(), volume="66\u001b[2J\u202e\ud800")
    (item,) = told(diagnose, BIB, a_json=json.dumps(crossref_work(reference()) | work))
    assert str(item.message).encode()
