"""What citeproc-py does wrong, and that we print it right."""

from __future__ import annotations

import subprocess
import sys

import pytest

from casereport import resources
from casereport.model.reference import Issued, Name, Reference
from casereport.references import (
    ReferenceStyleError,
    format_references,
    sort_references,
)

BASE = resources.read_text("templates", "base/references.csl")


def style(layout: str, *, options: str = "", bibliography: str = "", sort: str = "") -> str:
    return (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"'
        f' default-locale="en-US" {options}><info><title>t</title><id>t</id>'
        "<updated>2025-01-01T00:00:00+00:00</updated></info>"
        '<citation><layout><text variable="citation-number"/></layout></citation>'
        f'<bibliography {bibliography}>{sort}<layout suffix=".">{layout}</layout></bibliography>'
        "</style>"
    )


def people(*families: str) -> tuple[Name, ...]:
    return tuple(Name(family, "A. B.") for family in families)


def one(reference: Reference, csl: str) -> str:
    return format_references([reference], csl)[0].text


PAGE = '<text variable="page"/>'


@pytest.mark.parametrize(
    ("page", "printed"),
    [
        ("1-12", "1–12."), ("44-448", "44–448."), ("805-812", "805–12."),
        ("e1262-e1264", "e1262–e1264."), ("281-183", "281–183."),
    ],
)  # fmt: skip
def test_a_style_that_shortens_pages_corrupts_none(page: str, printed: str) -> None:
    csl = style(PAGE, options='page-range-format="minimal"')
    assert one(Reference("a", page=page), csl) == printed


def test_the_journals_page_form_wins_over_the_styles() -> None:
    csl = style(PAGE, options='page-range-format="minimal"')
    assert (
        format_references([Reference("a", page="805-812")], csl, pages="full")[0].text == "805–812."
    )


@pytest.mark.parametrize(
    "date",
    [
        '<date variable="issued"><date-part name="year"/>'
        '<date-part name="month" form="short" strip-periods="true"/></date>',
        '<date variable="issued" delimiter=" "><date-part name="year"/>'
        '<date-part name="month" form="short" strip-periods="true"/></date>',
        '<date variable="issued"><date-part name="year" suffix=" "/>'
        '<date-part name="month" form="short" strip-periods="true"/></date>',
    ],
)
def test_date_parts_do_not_run_together(date: str) -> None:
    assert one(Reference("a", issued=Issued(2009, 3)), style(date)) == "2009 Mar."


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Is it calcinosis?", "Is it calcinosis? J."),
        ("It is calcinosis!", "It is calcinosis! J."),
        ("It is calcinosis.", "It is calcinosis. J."),
        ("Which?. What.. And", "Which?. What.. And. J."),
        ("Ends with et al.", "Ends with et al. J."),
        ("A; B:  C", "A; B: C. J."),
    ],
)
def test_no_full_stop_follows_a_titles_own_end(title: str, printed: str) -> None:
    csl = style(
        '<group delimiter=". "><text variable="title"/><text variable="container-title"/></group>'
    )
    reference = Reference("a", title=title, container_title="J")
    assert one(reference, csl) == printed


def test_a_question_mark_inside_formatting_takes_no_full_stop() -> None:
    csl = style(
        '<text variable="title" font-style="italic" suffix="."/><text variable="note" prefix=" "/>'
    )
    assert one(Reference("a", title="Why?", note="N"), csl) == "Why? N."


def test_arabic_letters_take_no_italic() -> None:
    csl = style('<text variable="container-title" font-style="italic"/>')
    listed = [
        Reference("a", container_title="مجله سلامت", language="fa"),
        Reference("b", container_title="Health"),
    ]
    looks = [one.runs[0].italic for one in format_references(listed, csl)]
    assert looks == [False, True]


NAMES = '<names variable="author"><name name-as-sort-order="all" initialize-with="" {}/></names>'


@pytest.mark.parametrize(
    ("options", "bibliography", "printed"),
    [
        ("", "", "Wood, AB, Ray, AB, et al."),
        ('delimiter-precedes-et-al="never"', "", "Wood, AB, Ray, AB et al."),
        ('and="text"', "", "Wood, AB, Ray, AB, et al."),
        ("", 'et-al-min="7" et-al-use-first="6"', "Wood, AB, Ray, AB, et al."),
        ("", 'et-al-min="2" et-al-use-first="1"', "Wood, AB et al."),
        ("", 'et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "Wood, AB et al."),
    ],
)
def test_a_list_cut_in_the_source_ends_in_et_al(
    options: str, bibliography: str, printed: str
) -> None:
    csl = style(NAMES.format(options), bibliography=bibliography)
    cut = Reference("a", authors=people("Wood", "Ray"), et_al=True)
    assert one(cut, csl) == printed


def test_forcing_et_al_on_one_leaves_the_others_alone() -> None:
    csl = style(NAMES.format(""))
    cut = Reference("a", authors=people("Wood", "Ray"), et_al=True)
    whole = Reference("b", authors=people("Held", "Frey", "Low"))
    printed = [entry.text for entry in format_references([whole, cut, whole], csl)]
    assert printed == ["Held, AB, Frey, AB, Low, AB.", "Wood, AB, Ray, AB, et al.",
                       "Held, AB, Frey, AB, Low, AB."]  # fmt: skip


def test_names_without_a_name_element_are_cut_too() -> None:
    csl = style('<names variable="author"/>')
    cut = Reference("a", authors=people("Wood", "Ray"), et_al=True)
    assert one(cut, csl) == "A. B. Wood, A. B. Ray, et al."


def test_references_keep_their_order_and_are_sorted_when_asked() -> None:
    csl = style(NAMES.format(""), sort='<sort><key variable="author"/></sort>')
    references = [Reference(key, authors=people(key)) for key in ("Wood", "Held", "Ray")]
    assert [entry.citekey for entry in format_references(references, csl)] == [
        "Wood",
        "Held",
        "Ray",
    ]
    assert [ref.citekey for ref in sort_references(references, csl)] == ["Held", "Ray", "Wood"]
    assert sort_references(references, BASE) == tuple(references)


def test_english_and_persian_works_each_have_their_own_et_al() -> None:
    english = Reference("a", title="Calcinosis", authors=people("Wood"), et_al=True)
    persian = Reference("b", title="کلسینوز", authors=(Name("مبینی", "مریم"),), et_al=True)
    printed = [entry.text for entry in format_references([persian, english], BASE)]
    assert printed == ["مبینی مریم و همکاران. کلسینوز.", "Wood AB, et al. Calcinosis."]


def test_a_styles_own_numbers_are_left_out() -> None:
    csl = style('<text variable="citation-number" suffix=". "/><text variable="title"/>')
    assert one(Reference("a", title="T"), csl) == "T."


def test_initials_typed_together_are_all_kept() -> None:
    csl = style(NAMES.format(""))
    assert one(Reference("a", authors=(Name("Palmieri", "GM"),)), csl) == "Palmieri, GM."


def test_two_references_of_one_citekey_print_each_its_own() -> None:
    pair = [Reference("a", title="One"), Reference("a", title="Two")]
    assert [entry.text for entry in format_references(pair, BASE)] == ["One.", "Two."]


def test_what_could_not_be_read_prints_whole() -> None:
    whole = Reference("a", unparsed="Smith J.  A thing?. 2005 e.g. 1-2")
    persian = Reference("b", unparsed="مبینی م. کتاب. ۱۳۹۹")
    first, second, third = format_references([whole, persian, Reference("c", title="T")], BASE)
    assert (first.text, first.direction) == ("Smith J. A thing?. 2005 e.g. 1-2", "ltr")
    assert (second.text, second.direction) == ("مبینی م. کتاب. ۱۳۹۹", "rtl")
    assert third.text == "T."


@pytest.mark.parametrize(
    "csl",
    [
        "", "no xml", "<a/>", '<style xmlns="http://purl.org/net/xbiblio/csl"/>',
        '<!DOCTYPE style [<!ENTITY a "b">]><style xmlns="http://purl.org/net/xbiblio/csl"/>',
        style('<text macro="that-is-not-there"/>'),
    ],
)  # fmt: skip
def test_what_is_no_usable_style_is_an_error_of_ours(csl: str) -> None:
    with pytest.raises(ReferenceStyleError):
        format_references([Reference("a", title="T")], csl)


def test_nothing_is_printed_to_the_terminal() -> None:
    program = (
        "from casereport import resources\n"
        "from casereport.references import *\n"
        "csl = resources.read_text('templates', 'base/references.csl')\n"
        "refs = read_references('r.bib', '@article{a, title={A}, supplement={1}}@x{')\n"
        "format_references(refs.references, csl)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "always::UserWarning", "-c", program],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("", "")


def test_citeproc_is_loaded_only_when_references_are_set() -> None:
    program = "import casereport.references, sys; print('citeproc' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
