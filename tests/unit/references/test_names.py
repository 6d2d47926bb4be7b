"""Names of people and groups, in Latin and Persian script."""

from __future__ import annotations

import pytest

from casereport.model.reference import Name
from casereport.references.bibtex.latex import decode_plain
from casereport.references.names import parse_name, parse_name_list


def names(typed: str) -> tuple[Name, ...]:
    return parse_name_list(typed, decode_plain).names


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Boulman, Nava", Name("Boulman", "Nava")),
        ("Nava Boulman", Name("Boulman", "Nava")),
        ("Boulman N", Name("Boulman", "N")),
        ("Palmieri GM", Name("Palmieri", "GM")),
        ("de Paula, D. R.", Name("de Paula", "D. R.")),
        ("de Paula DR", Name("de Paula", "DR")),
        ("Ludwig van Beethoven", Name("van Beethoven", "Ludwig")),
        ("Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
         Name("de la Vallée Poussin", "Charles Louis Xavier Joseph")),
        ("King, Jr., Martin Luther", Name("King", "Martin Luther", suffix="Jr.")),
        ("{World Health Organization}", Name(literal="World Health Organization")),
        ("{Barnes and Noble}", Name(literal="Barnes and Noble")),
        ("Jean-Paul Sartre", Name("Sartre", "Jean-Paul")),
        ("{\\\"O}zt{\\\"u}rk, M.", Name("Öztürk", "M.")),
        ("{van der Berg}, J.", Name("van der Berg", "J.")),
        ("Xavier Li", Name("Li", "Xavier")),
        ("Plato", Name("Plato")),
        ("مبینی، مریم", Name("مبینی", "مریم")),
        ("مبینی, مریم", Name("مبینی", "مریم")),
        ("مریم مبینی", Name("مبینی", "مریم")),
        ("مبینی م", Name("مبینی", "م")),
    ],
)  # fmt: skip
def test_a_name_is_taken_apart(typed: str, name: Name) -> None:
    assert names(typed) == (name,)


@pytest.mark.parametrize(
    ("typed", "families"),
    [
        ("Boulman, N. and Slobodin, G.", ["Boulman", "Slobodin"]),
        ("Boulman, N.\n   AND\n  Slobodin, G.", ["Boulman", "Slobodin"]),
        ("Boulman N, Slobodin G, Rosner I", ["Boulman", "Slobodin", "Rosner"]),
        ("Boulman N; Slobodin G", ["Boulman", "Slobodin"]),
        ("Andrew Brandt and Sandra Land", ["Brandt", "Land"]),
        ("مبینی، مریم and رضوی\u200cپور، مهران", ["مبینی", "رضوی\u200cپور"]),
        (
            "مریم مبینی، الهام بنی\u200cمصطفوی، مهران رضوی\u200cپور",
            ["مبینی", "بنی\u200cمصطفوی", "رضوی\u200cپور"],
        ),
        (
            "مبینی م، رضوی\u200cپور م و بنی\u200cمصطفوی ا",
            ["مبینی", "رضوی\u200cپور", "بنی\u200cمصطفوی"],
        ),
    ],
)
def test_a_list_of_names_is_split(typed: str, families: list[str]) -> None:
    assert [name.family for name in names(typed)] == families


@pytest.mark.parametrize(
    "typed",
    [
        "Wood, G. C. and others",
        "Wood GC, Ray MW, et al.",
        "Wood GC, Ray MW, et al",
        "Wood, G. C. and et al.",
        "مبینی م، رضوی م و همکاران",
        "مبینی، مریم and دیگران",
    ],
)
def test_a_list_that_its_source_cut_says_so(typed: str) -> None:
    listed = parse_name_list(typed, decode_plain)
    assert listed.et_al
    assert all(name.given != "al" and "همکاران" not in name.family for name in listed.names)


def test_a_group_beside_people_stays_one_name() -> None:
    assert names("Smith, J. and {WHO Group on Pain and Care} and others") == (
        Name("Smith", "J."),
        Name(literal="WHO Group on Pain and Care"),
    )


@pytest.mark.parametrize("typed", ["", "and", " and and ", ",", ",,,", "{", "}{", "،", "others"])
def test_what_holds_no_name_gives_none_or_its_text(typed: str) -> None:
    assert all(isinstance(name, Name) for name in names(typed))


@pytest.mark.parametrize(
    "typed",
    ["World Health Organization", "American College of Rheumatology", "CREST Study Group",
     "National Institute for Health and Care", "سازمان بهداشت جهانی", "وزارت بهداشت"],
)  # fmt: skip
def test_a_name_that_only_a_group_can_have_is_one(typed: str) -> None:
    assert parse_name(typed) == Name(literal=typed)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ann Group", Name("Group", "Ann")),
        ("College JM", Name("College", "JM")),
        ("Institute, Ann", Name("Institute", "Ann")),
        ("علی گروه", Name("گروه", "علی")),
    ],
)
def test_people_with_such_a_name_stay_people(typed: str, name: Name) -> None:
    assert parse_name(typed) == name


@pytest.mark.parametrize(
    "typed", ["Doe, J., Roe, A. B.", r"Doe, J., \& Roe, A. B.", "Doe, J, Roe, A B"]
)
def test_families_and_initials_in_turn_are_people(typed: str) -> None:
    assert [(n.family, n.given.replace(".", "")) for n in names(typed)] == [
        ("Doe", "J"),
        ("Roe", "A B"),
    ]


def test_a_suffix_is_known_in_either_place() -> None:
    suffixed = Name("King", "Martin Luther", suffix="Jr.")
    assert parse_name("King, Jr., Martin Luther") == suffixed
    assert parse_name("King, Martin Luther, Jr.") == suffixed


def test_colleagues_on_their_own_are_the_rest_of_the_list() -> None:
    found = parse_name_list("مبینی، مریم and و همکاران")
    assert (found.names, found.et_al) == ((Name("مبینی", "مریم"),), True)
