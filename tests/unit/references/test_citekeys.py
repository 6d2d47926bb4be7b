"""Keys that are made for entries without one."""

from __future__ import annotations

import pytest

from casereport.model.reference import Issued, Name, Reference
from casereport.references.citekeys import is_citeable, made_key, with_citekeys


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        (Reference("", authors=(Name("Boulman", "N"),), issued=Issued(2005)), "boulman2005"),
        (Reference("", authors=(Name("Müller-Ladner", "U"),)), "mullerladner"),
        (Reference("", authors=(Name("Øster", "J"),), issued=Issued(1970)), "oster1970"),
        (Reference("", authors=(Name(literal="The WHO Group"),), issued=Issued(2018)), "who2018"),
        (Reference("", authors=(Name("مبینی", "مریم"),), issued=Issued(1399)), "مبینی1399"),
        (Reference("", editors=(Name("Roe", "B"),)), "roe"),
        (Reference("", title="The calcinosis of CREST"), "calcinosis"),
        (Reference("", title="2005"), "reference"),
        (Reference("", unparsed="TY  - JOUR\nXX  - Boulman 2005"), "boulman"),
        (Reference(""), "reference"),
    ],
)
def test_a_key_is_the_first_name_and_the_year(reference: Reference, key: str) -> None:
    assert made_key(reference) == key
    assert is_citeable(key)


def test_many_entries_of_one_author_and_year_get_keys_of_their_own() -> None:
    same = [Reference("", authors=(Name("Roe", "B"),), issued=Issued(2005))] * 60
    keys = [reference.citekey for reference in with_citekeys(same)]
    assert keys[:3] == ["roe2005", "roe2005b", "roe2005c"]
    assert len(set(keys)) == 60
    assert all(is_citeable(key) for key in keys)


def test_an_entry_at_the_end_changes_no_key_above_it() -> None:
    one = Reference("", authors=(Name("Roe", "B"),))
    two = Reference("", authors=(Name("Doe", "A"),))
    assert [r.citekey for r in with_citekeys([one, one, two])][:2] == [
        r.citekey for r in with_citekeys([one, one])
    ]


@pytest.mark.parametrize("key", ["", "a b", "fig-1", "tbl-x", "a]", "@a", "a;b", "a,b", "a."])
def test_what_no_text_could_cite_is_no_key(key: str) -> None:
    assert not is_citeable(key)
