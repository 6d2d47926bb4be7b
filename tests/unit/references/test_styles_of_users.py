"""A CSL style that a user brings: how it cites, what is refused and where, in bounded time."""

from __future__ import annotations

import time

import pytest

from casereport.model.reference import Issued, Name, Reference
from casereport.references import (
    CitationStyle,
    ReferenceStyleError,
    format_references,
    sort_references,
    style_kind,
)
from tests.pace import is_within

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" class="{}" version="1.0">\n'
CITED = "<citation><layout>{}</layout></citation>\n"
LISTED = "<bibliography><layout>{}</layout></bibliography>\n"
NUMBER = '<text variable="citation-number"/>'
TITLE = '<text variable="title"/>'


def style(
    cited: str = NUMBER, listed: str = TITLE, *, macros: str = "", kind: str = "in-text"
) -> str:
    return HEAD.format(kind) + macros + CITED.format(cited) + LISTED.format(listed) + "</style>"


@pytest.mark.parametrize(
    ("cited", "macros", "kind"),
    [
        (NUMBER, "", "numeric"),
        ('<text macro="a"/>', f'<macro name="a"><group>{NUMBER}</group></macro>', "numeric"),
        ('<names variable="author"/>', "", "author-date"),
        ('<date variable="issued"><date-part name="year"/></date>', "", "author-date"),
    ],
)
def test_a_style_cites_by_what_its_citations_print(cited: str, macros: str, kind: str) -> None:
    assert style_kind(style(cited, macros=macros)) == kind


LOOP = '<macro name="a">\n<text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
BOMB = (
    "".join(
        f'<macro name="m{n}">' + f'<text macro="m{n + 1}"/>' * 10 + "</macro>" for n in range(12)
    )
    + f'<macro name="m12">{TITLE}</macro>'
)
DEEP = "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(3000))
DEEP += f'<macro name="m3000">{TITLE}</macro>'
DEPENDENT = HEAD.format("in-text") + (
    "<info><title>T</title>\n"
    '<link href="http://www.zotero.org/styles/vancouver" rel="independent-parent"/></info></style>'
)


@pytest.mark.parametrize(
    ("text", "reason", "line", "subject"),
    [
        ("", "not-xml", 1, ""),
        ("<style>\n<a></style>", "not-xml", 2, ""),
        ("<html/>", "not-csl", 1, ""),
        ('\n<!DOCTYPE style [<!ENTITY a "b">]><style/>', "document-type", 2, ""),
        (DEPENDENT, "dependent", 3, "vancouver"),
        (HEAD.format("in-text") + "</style>", "no-bibliography", 1, ""),
        (HEAD.format("in-text") + LISTED.format(TITLE) + "</style>", "no-citation", 1, ""),
        (style(kind="note"), "footnotes", 1, ""),
        (style('<text variable="citation-label"/>'), "labels", 1, ""),
        (style(listed='\n<text macro="gone"/>'), "macro-missing", 4, "gone"),
        (style(listed='<text macro="a"/>', macros=LOOP), "macro-loops", 3, "a"),
        (style(listed='<text macro="m0"/>', macros=BOMB), "too-large", 1, ""),
        (style(listed='<text macro="m0"/>', macros=DEEP), "too-large", 1, ""),
        (style(listed=f'<text value="{"x" * 1_000_001}"/>'), "too-large", 1, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_its_place(
    text: str, reason: str, line: int, subject: str
) -> None:
    begin = time.process_time()
    with pytest.raises(ReferenceStyleError) as caught:
        style_kind(text)
    assert (caught.value.reason, caught.value.line) == (reason, line)
    assert caught.value.subject == subject
    assert is_within(time.process_time() - begin, 2)


def test_entities_are_never_opened() -> None:
    text = style(listed='<text value="&xxe;"/>')
    with pytest.raises(ReferenceStyleError):
        style_kind(text)


def people(*families: str) -> tuple[Name, ...]:
    return tuple(Name(family, "A") for family in families)


NAMES = """<names variable="author"><name name-as-sort-order="all" sort-separator=" "
 initialize-with=""/></names>"""


def sorted_families(*families: str, first: str = "en") -> list[str]:
    csl = style(
        '<names variable="author"/>',
        NAMES,
    ).replace("<bibliography>", '<bibliography><sort><key variable="author"/></sort>')
    references = [Reference(f, title=f, authors=people(f)) for f in families]
    return [ref.citekey for ref in sort_references(references, csl, first=first)]


def test_a_list_is_sorted_by_the_alphabet_of_each_script() -> None:
    assert sorted_families("Zorn", "Étienne", "de Paula", "Ash") == [
        "Ash", "de Paula", "Étienne", "Zorn",
    ]  # fmt: skip
    persian = ["آذر", "احمدی", "پارسا", "تقوی", "چمنی", "ژیان", "کریمی", "گلی", "والی", "یاوری"]
    assert sorted_families(*reversed(persian)) == persian
    assert sorted_families("Ash", "احمدی", first="fa") == ["احمدی", "Ash"]
    assert sorted_families("احمدی", "Ash") == ["Ash", "احمدی"]


CUT = """<citation et-al-min="3" et-al-use-first="1" disambiguate-add-names="true"
 disambiguate-add-year-suffix="true"><layout><group delimiter=" "><names variable="author">
<name form="short" and="text" delimiter=", "/></names><date variable="issued">
<date-part name="year"/></date></group></layout></citation>"""


def test_works_that_would_be_cited_alike_are_told_apart() -> None:
    csl = style().replace(CITED.format(NUMBER), CUT)
    references = [
        Reference("a", title="A", authors=people("Wood", "Ray", "Held"), issued=Issued(2001)),
        Reference("b", title="B", authors=people("Wood", "Low", "Held"), issued=Issued(2001)),
        Reference("c", title="C", authors=people("Ash"), issued=Issued(2001)),
        Reference("d", title="D", authors=people("Ash"), issued=Issued(2001)),
    ]
    cited = CitationStyle(csl, references)
    assert [cited.cite(index).text for index in range(4)] == [
        "Wood, Ray, et al. 2001", "Wood, Low, et al. 2001", "Ash 2001a", "Ash 2001b",
    ]  # fmt: skip


def test_names_and_year_can_be_had_apart() -> None:
    csl = style().replace(CITED.format(NUMBER), CUT)
    cited = CitationStyle(csl, [Reference("a", authors=people("Wood"), issued=Issued(2001))])
    assert cited.cite(0, part="names").text == "Wood"
    assert cited.cite(0, part="rest").text == "2001"
    assert cited.cite(0, locator="as told there").text == "Wood 2001, as told there"


@pytest.mark.parametrize(
    ("layout", "work", "printed"),
    [
        # What citeproc-py does otherwise.
        ('<group delimiter=". "><names variable="author"><substitute><text macro="t"/></substitute>'
         '</names><text macro="t"/></group>', Reference("a", title="T"), "T"),
        ('<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>',
         Reference("a", page="1-9"), "pp. 1\u20139"),
        ('<names variable="author"><name><name-part name="family" text-case="uppercase"/></name>'
         "</names>", Reference("a", authors=(Name("Wood"),)), "WOOD"),
        ('<text variable="title" quotes="true"/><text value=", x."/>', Reference("a", title="T"),
         "\u201cT,\u201d x."),
        ('<text variable="title" quotes="true" suffix="."/>', Reference("a", title="T?"),
         "\u201cT?\u201d"),
        ('<choose><if is-numeric="page"><text value="yes"/></if></choose>',
         Reference("a", page="12-14"), "yes"),
    ],
)  # fmt: skip
def test_a_style_is_set_as_csl_says(layout: str, work: Reference, printed: str) -> None:
    csl = style(listed=layout, macros=f'<macro name="t">{TITLE}</macro>')
    assert format_references([work], csl)[0].text == printed


@pytest.mark.parametrize(
    "names",
    [
        '<names variable="composer"><name and="symbol"/><substitute><names variable="author"/>'
        "</substitute></names>",
        '<names variable="author"><name and="text" et-al-min="21" et-al-use-first="19"'
        ' et-al-use-last="true"/></names>',
    ],
)
def test_a_list_cut_in_the_source_ends_in_et_al_however_the_style_names_it(names: str) -> None:
    work = Reference("a", authors=people("Wood", "Ray"), et_al=True)
    assert format_references([work], style(listed=names))[0].text == "A Wood, A Ray, et al."


def test_a_british_style_keeps_its_quotes() -> None:
    csl = style(listed='<text variable="title" quotes="true" suffix="."/>')
    british = csl.replace('version="1.0"', 'version="1.0" default-locale="en-GB"')
    assert format_references([Reference("a", title="T")], british)[0].text == "\u2018T\u2019."


@pytest.mark.parametrize(
    ("form", "typed", "printed"),
    [
        ("minimal-two", "100-105", "100\u201305"), ("minimal-two", "1-9", "1\u20139"),
        ("chicago", "100-104", "100\u2013104"), ("chicago", "107-108", "107\u20138"),
        ("chicago", "321-328", "321\u201328"), ("chicago", "71-72", "71\u201372"),
        ("chicago-15", "1496-1504", "1496\u20131504"), ("chicago-16", "1496-1504", "1496\u2013504"),
    ],
)  # fmt: skip
def test_pages_are_shortened_as_the_style_asks(form: str, typed: str, printed: str) -> None:
    csl = style(listed='<text variable="page"/>').replace(
        'version="1.0"', f'version="1.0" page-range-format="{form}"'
    )
    assert format_references([Reference("a", page=typed)], csl)[0].text == printed
