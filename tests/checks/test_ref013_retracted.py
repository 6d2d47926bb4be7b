"""REF013: a cited work was retracted; without a list, a note says that nothing was looked up."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity

HEAD = (
    "Record ID,Title,Author,URLS,RetractionDate,RetractionDOI,RetractionPubMedID,"
    "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n"
)
BIB = (
    "@article{a,\n  author = {Boulman, Nina and Slobodin, Gleb},\n"
    "  title = {Calcinosis in rheumatic diseases},\n  doi = {10.1000/AbC},\n  pmid = {15942917}\n}\n"
)


def row(
    *,
    title: str = "x",
    author: str = "",
    doi: str = "unavailable",
    pmid: str = "0",
    nature: str = "Retraction",
    date: str = "1/5/2010 0:00",
) -> str:
    return f'1,"{title}","{author}",,{date},10.1000/notice,0,{doi},{pmid},{nature},+Error;\n'


def told(diagnose, table: str | None, bib: str = BIB):  # type: ignore[no-untyped-def]
    files = {"references.bib": bib}
    if table is not None:
        files["retractions.csv"] = table
    return [item for item in diagnose(files) if item.code == "REF013"]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"doi": "10.1000/abc"}, 4),
        ({"doi": "https://doi.org/10.1000/abc"}, 4),
        ({"pmid": "15942917"}, 5),
    ],
)
def test_a_retracted_work_is_an_error_at_what_it_was_found_by(
    fields: dict[str, str],
    line: int,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    (item,) = told(diagnose, HEAD + row() + row(**fields))
    assert item.severity is Severity.ERROR
    assert (item.span.file, item.span.line) == ("references.bib", line)
    assert item.message.values["date"] == "1/5/2010"
    assert [(r.span.file, r.span.line) for r in item.related] == [("retractions.csv", 3)]


def test_a_row_over_several_lines_keeps_its_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, HEAD + row(title="two\nlines") + row(title="a\nb", pmid="15942917"))
    assert item.related[0].span.line == 4


@pytest.mark.parametrize(
    ("nature", "severity"),
    [
        ("Retraction", Severity.ERROR),
        ("Expression of concern", Severity.WARNING),
        ("Correction", Severity.NOTE),
    ],
)
def test_the_notice_s_nature_is_its_gravity(
    nature: str,
    severity: Severity,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    (item,) = told(diagnose, HEAD + row(pmid="15942917", nature=nature))
    assert item.severity is severity


def test_a_title_counts_with_an_author_and_is_a_warning(diagnose) -> None:  # type: ignore[no-untyped-def]
    bib = BIB.replace("  doi = {10.1000/AbC},\n  pmid = {15942917}\n", "")
    title = "Calcinosis in Rheumatic Diseases."
    (item,) = told(diagnose, HEAD + row(title=title, author="Gleb Slobodin;Nina Boulman"), bib)
    assert item.severity is Severity.WARNING
    assert told(diagnose, HEAD + row(title=title, author="Peter Song"), bib) == []


@pytest.mark.parametrize(
    "table",
    [
        HEAD,
        HEAD + row(doi="10.1000/abcd"),
        HEAD + row(title="Calcinosis in rheumatic diseases", doi="10.1000/other"),
        HEAD + row(pmid="15942917", nature="Reinstatement"),
        HEAD + "1,short\n",
        HEAD + '1,"never closed\n',
    ],
)
def test_other_works_are_not_told(table: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, table) == []


def test_a_table_of_one_s_own_will_do(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "doi,note\n10.1000/ABC,mine\n")
    assert item.severity is Severity.ERROR


def test_without_a_list_it_is_said_once(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, None, BIB + BIB.replace("{a,", "{b,"))
    assert (item.severity, item.span.line) == (Severity.NOTE, 1)


def test_without_references_nothing_is_said(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert [item for item in diagnose({}) if item.code == "REF013"] == []


def test_a_table_of_something_else_is_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"references.bib": BIB, "retractions.csv": "name,age\nx,44\n"})
    assert [item.span.file for item in found if item.code == "SRC001"] == ["retractions.csv"]
    assert [item.severity for item in found if item.code == "REF013"] == [Severity.NOTE]
