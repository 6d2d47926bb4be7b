"""Entries of one work: what is kept, what is told, and who is never merged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casereport.model.reference import Issued, Name, Reference
from casereport.references.cleaning.merging import merge_duplicates

FIRST = Reference(
    "a",
    title="Calcinosis in rheumatic diseases",
    authors=(Name("Boulman", "N."), Name("Slobodin", "G.")),
    container_title="Semin Arthritis Rheum",
    volume="34",
    page="805-12",
    issued=Issued(2005),
)
SECOND = replace(
    FIRST,
    citekey="b",
    title="Calcinosis in Rheumatic Diseases.",
    authors=(Name("Boulman", "Nina"), Name("Slobodin", "Gleb")),
    container_title="Seminars in Arthritis and Rheumatism",
    page="805-812",
    issued=Issued(2005, 6),
    doi="10.1016/x",
)


def test_the_fuller_fields_are_kept_and_the_first_entry_stays() -> None:
    (merged,) = merge_duplicates([FIRST, SECOND]).merged
    assert merged.removed == (SECOND,)
    assert merged.conflicts == ()
    assert merged.kept == replace(
        FIRST,
        authors=SECOND.authors,
        page="805-812",
        issued=Issued(2005, 6),
        doi="10.1016/x",
    )
    assert {one.field for one in merged.taken} == {"authors", "page", "issued", "doi"}


def test_a_contradiction_is_told_and_the_first_entrys_value_stays() -> None:
    found = merge_duplicates([FIRST, replace(SECOND, issue="6"), replace(SECOND, citekey="c", issue="7")])
    (merged,) = found.merged
    assert merged.kept.issue == "6"
    assert [(one.field, one.other.citekey) for one in merged.conflicts] == [("issue", "c")]
    assert [one.citekey for one in merged.removed] == ["b", "c"]


@pytest.mark.parametrize("shared", [{"doi": "10.1/x"}, {"pmid": "123"}, {}])
def test_antonopoulos_and_andonopoulos_are_never_merged(shared: dict[str, str]) -> None:
    one = replace(FIRST, authors=(Name("Daoussis", "D"), Name("Antonopoulos", "I")), **shared)
    other = replace(one, citekey="b", authors=(Name("Daoussis", "D"), Name("Andonopoulos", "I")))
    found = merge_duplicates([one, other])
    assert found.merged == ()
    (refused,) = found.refused
    assert str(refused.reason) == "Antonopoulos I and Andonopoulos I are two people."


def test_other_initials_are_other_people() -> None:
    other = replace(FIRST, citekey="b", authors=(Name("Boulman", "Rita"), Name("Slobodin", "G")))
    assert merge_duplicates([FIRST, other]).merged == ()


def test_a_list_that_is_cut_takes_the_longer_one_and_a_short_one_without_a_sign_is_refused() -> None:
    cut = replace(FIRST, authors=FIRST.authors[:1], et_al=True)
    (merged,) = merge_duplicates([cut, replace(SECOND, authors=FIRST.authors)]).merged
    assert (merged.kept.authors, merged.kept.et_al) == (FIRST.authors, False)
    short = replace(FIRST, authors=FIRST.authors[:1])
    assert merge_duplicates([short, SECOND]).merged == ()


def test_two_works_are_left_alone() -> None:
    part = replace(FIRST, citekey="b", title="Calcinosis in rheumatic diseases: part II", volume="35")
    assert merge_duplicates([FIRST, part]) == merge_duplicates([])


def test_a_chapter_and_its_book_are_two_works() -> None:
    book = replace(FIRST, citekey="b", type="book", doi="10.1/x")
    found = merge_duplicates([replace(FIRST, doi="10.1/x"), book])
    assert found.merged == ()
    assert len(found.refused) == 1
