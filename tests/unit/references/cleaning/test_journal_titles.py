"""Journals by their titles and abbreviations."""

from __future__ import annotations

import pytest

from casereport.references.cleaning.journal_titles import (
    JournalTitle,
    JournalTitles,
    known_journals,
)


def is_issn(text: str) -> bool:
    digits = text.replace("-", "")
    if len(text) != 9 or text[4] != "-":
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (8 - place) for place, value in enumerate(values)) % 11 == 0


def test_the_table_is_sound() -> None:
    titles = known_journals().titles
    assert len(titles) > 700
    assert len({title.full for title in titles}) == len(titles)
    for title in titles:
        assert title.full == title.full.strip()
        assert not title.full.lower().startswith("the ")
        assert "." not in title.short, title
        assert all(map(is_issn, title.issns)), title


def test_an_abbreviation_is_made_of_the_beginnings_of_its_titles_words() -> None:
    """But for the few that NLM makes otherwise; a slip in the table would stand out here."""
    odd = []
    for title in known_journals().titles:
        words = [word.strip("(),.:'").lower() for word in title.full.replace("-", " ").split()]
        short = title.short.partition(" (")[0].replace("-", " ").lower().split()
        place = 0
        for part in short:
            found = [i for i in range(place, len(words)) if words[i].startswith(part[:2])]
            if not found:
                odd.append(title.full)
                break
            place = found[0]
    assert len(odd) <= 25, odd


@pytest.mark.parametrize(
    "name",
    ["Journal of the American Academy of Dermatology", "J Am Acad Dermatol",
     "J. Am. Acad. Dermatol.", "JOURNAL OF THE AMERICAN ACADEMY OF DERMATOLOGY",
     "The Journal of the American Academy of Dermatology"],
)  # fmt: skip
def test_every_form_of_a_name_is_known(name: str) -> None:
    assert known_journals().in_form(name, "abbreviate") == "J Am Acad Dermatol"
    full = "Journal of the American Academy of Dermatology"
    assert known_journals().in_form(name, "expand") == full


def test_both_ways_come_to_rest() -> None:
    known = known_journals()
    for title in known.titles:
        short = known.in_form(title.full, "abbreviate")
        full = known.in_form(short or "", "expand")
        assert short == title.short
        assert known.in_form(full or "", "abbreviate") == short
        assert known.in_form(full or "", "expand") == full


def test_iranian_journals_are_there() -> None:
    known = known_journals()
    for short in ("Arch Iran Med", "Iran J Public Health", "J Mazandaran Univ Med Sci",
                  "Iran J Med Sci", "J Res Med Sci", "Med J Islam Repub Iran"):  # fmt: skip
        assert known.in_form(short, "expand")


def test_a_journal_that_is_not_known_has_no_form() -> None:
    assert known_journals().in_form("Journal of Nothing at All", "abbreviate") is None


def test_an_odd_short_form_is_known_by_its_issn_where_the_words_agree() -> None:
    known = known_journals()
    assert known.in_form("J Am Acad Derm", "abbreviate", "0190-9622") == "J Am Acad Dermatol"
    assert known.in_form("Lancet Oncology Extra", "abbreviate", "0190-9622") is None


def test_an_authors_own_names_stand_before_the_table() -> None:
    own = JournalTitles((JournalTitle("Lancet", "Lancet"),)).with_own({"Lancet": "Lanc"})
    assert own.in_form("The Lancet", "abbreviate") == "Lanc"
