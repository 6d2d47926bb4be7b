"""What one entry holds beyond any work is cut off and told, in every format."""

from __future__ import annotations

import pytest

from casereport.references import read_references
from casereport.references.bounds import MAX_FIELD, MAX_NAME, MAX_NAMES
from casereport.references.record_values import people

DOUBLED = (
    '@string{s0 = "haha"}\n'
    + "".join(f"@string{{s{n} = s{n - 1} # s{n - 1}}}\n" for n in range(1, 60))
    + "@article{a,\n  title = s59}\n"
)
LONG = "word " * MAX_FIELD


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("r.bib", DOUBLED, 62),
        ("r.bib", f"@article{{a,\n title = {{{LONG}}}}}\n", 2),
        ("r.ris", f"TY  - JOUR\nTI  - {LONG}\nER  - \n", 2),
        ("r.nbib", f"PMID- 1\nTI  - {LONG}\n", 2),
        ("r.json", f'[{{"id": "a",\n"title": "{LONG}"}}]', 2),
        ("r.yaml", f"- id: a\n  title: {LONG}\n", 2),
    ],
    ids=["strings that double", "BibTeX", "RIS", "PubMed", "CSL-JSON", "YAML"],
)
def test_a_title_longer_than_any_is_cut_and_told_where_it_stands(
    file: str, text: str, line: int
) -> None:
    read = read_references(file, text)
    assert [len(reference.title) for reference in read.references] == [MAX_FIELD]
    assert [(fault.kind, fault.span.line) for fault in read.faults] == [("too-large", line)]


def test_of_more_authors_than_any_work_has_the_first_are_kept() -> None:
    people = " and ".join(f"Name{n}, B" for n in range(MAX_NAMES + 1))
    read = read_references("r.bib", f"@article{{a, title={{t}},\n author = {{{people}}}}}")
    (reference,) = read.references
    assert [one.family for one in reference.authors[:2]] == ["Name0", "Name1"]
    assert len(reference.authors) == MAX_NAMES
    assert reference.et_al
    assert [(fault.kind, fault.span.line) for fault in read.faults] == [("too-large", 2)]


def test_of_more_author_lines_than_are_kept_no_more_are_parsed() -> None:
    names = people("A, B" for _ in range(3 * MAX_NAMES)).names
    assert len(names) == MAX_NAMES + 1
    read = read_references("r.ris", "TY  - JOUR\n" + "AU  - A, B\n" * 3 * MAX_NAMES + "ER  - \n")
    assert [len(one.authors) for one in read.references] == [MAX_NAMES]
    assert [(fault.kind, fault.span.line) for fault in read.faults] == [("too-large", 2)]


def test_one_endless_name_is_cut_without_an_et_al() -> None:
    read = read_references("r.ris", f"TY  - JOUR\nAU  - {'x' * 3 * MAX_NAME}, B\nER  - \n")
    (reference,) = read.references
    assert [len(one.family) for one in reference.authors] == [MAX_NAME]
    assert not reference.et_al
    assert [fault.kind for fault in read.faults] == ["too-large"]


def test_what_is_as_long_as_the_bound_is_kept_without_a_word() -> None:
    title, people = "t" * MAX_FIELD, " and ".join(["A, B"] * MAX_NAMES)
    read = read_references("r.bib", f"@article{{a, title={{{title}}}, author={{{people}}}}}")
    (reference,) = read.references
    assert (len(reference.title), len(reference.authors)) == (MAX_FIELD, MAX_NAMES)
    assert not reference.et_al
    assert read.faults == ()
