"""Citations by author and year: what prints, in both languages, and how the list stands."""

from __future__ import annotations

import pytest

from casereport.article.article import Article
from casereport.article.inline import Citation, CitationNumber, Span, plain_text
from casereport.assembly.back_links import reference_id
from casereport.text.isolates import strip_isolates
from tests.unit.assembly.conftest import article, assembled, paragraphs

REFERENCES = """
- {id: smith, title: On bone, author: "Smith J", journal: J, issued: 2019}
- {id: jones, title: On skin, author: "Jones A, Lee B", journal: J, issued: 2020}
- {id: many, title: On all, author: "Wood G, Ray M, Held U", journal: J, issued: 2018}
- {id: zorn, title: First, author: "Zorn P", journal: J, issued: 2001}
- {id: zorn2, title: Second, author: "Zorn P", journal: J, issued: 2001}
- {id: who, title: A guideline, type: report, author: [{literal: World Health Organization}], issued: 2011}
- {id: ahmadi, title: کلسینوز پوستی, journal: مجله پوست, issued: 1399,
   author: [{family: احمدی, given: علی}, {family: کریمی, given: رضا}]}
- {id: gol, title: درمان, journal: مجله پوست, issued: 1398,
   author: [{family: گلی, given: س}, {family: پارسا, given: ا}, {family: چمنی, given: ج}]}
- {id: parsa, title: پوست, journal: مجله پوست, issued: 1390, author: [{family: پارسا, given: ا}]}
"""


def made(**texts: str) -> Article:
    files = {"references.yaml": REFERENCES.encode()}
    return article(journal="author-date", files=files, **texts)


def printed(text: str, language: str = "en") -> str:
    """The citations of a text, one after another."""
    edition = made(**{language: text}).edition(language)
    assert edition is not None
    groups = [node for node in paragraphs(edition)[0] if isinstance(node, Citation)]
    return " ".join(plain_text((group,)) for group in groups)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("[@smith]", "(Smith 2019)"),
        ("[@smith; @jones]", "(Jones and Lee 2020; Smith 2019)"),
        ("[@many]", "(Wood et al. 2018)"),
        ("[@smith, p. 12]", "(Smith 2019, p. 12)"),
        ("[@smith, pp. 12-14; @jones]", "(Jones and Lee 2020; Smith 2019, pp. 12\u201314)"),
        ("[see @smith]", "(see Smith 2019)"),
        ("[@zorn; @zorn2]", "(Zorn 2001a, 2001b)"),
        ("[@zorn] [@zorn2]", "(Zorn 2001a) (Zorn 2001b)"),
        ("[@smith; @smith]", "(Smith 2019)"),
        ("[@who]", "(World Health Organization 2011)"),
        ("[@smith; @nobody]", "(Smith 2019; ?)"),
        ("[@nobody]", "(?)"),
        ("[@ahmadi]", "(احمدی و کریمی ۱۳۹۹)"),
        ("[-@smith]", "(2019)"),
    ],
)
def test_a_group_names_its_works(typed: str, shown: str) -> None:
    assert printed(f"Seen {typed}.") == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("[@ahmadi]", "(احمدی و کریمی ۱۳۹۹)"),
        ("[@gol; @ahmadi]", "(احمدی و کریمی ۱۳۹۹؛ گلی و همکاران ۱۳۹۸)"),
        ("[@ahmadi، ص ۱۲]", "(احمدی و کریمی ۱۳۹۹، ص ۱۲)"),
        ("[@smith; @ahmadi]", "(احمدی و کریمی ۱۳۹۹؛ Smith 2019)"),
        ("[see @smith]", "(see Smith 2019)"),
        ("[ر.ک. @ahmadi]", "(ر.ک. احمدی و کریمی ۱۳۹۹)"),
    ],
)
def test_a_persian_text_cites_each_work_in_its_own_language(typed: str, shown: str) -> None:
    assert printed(f"دیده شد {typed}.", "fa") == shown


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("en", "@many saw it.", "Wood et al. (2018) saw it."),
        ("fa", "@ahmadi آن را دیدند.", "احمدی و کریمی (۱۳۹۹) آن را دیدند."),
        ("fa", "@many آن را دیدند.", "Wood et al. (2018) آن را دیدند."),
    ],
)
def test_a_bare_key_names_its_authors_in_the_sentence(
    language: str, typed: str, shown: str
) -> None:
    edition = made(**{language: typed}).edition(language)
    assert edition is not None
    assert strip_isolates(plain_text(paragraphs(edition)[0])) == shown


def test_a_superscript_journal_leaves_names_and_years_in_the_sentence() -> None:
    files = {"references.yaml": REFERENCES.encode(), "mine.csl": (OWN % "").encode()}
    found = article(
        en="X [@smith].", case="references: {csl: mine.csl}", files=files, journal="ama-style"
    )
    assert plain_text(paragraphs(found.editions[0])[0]) == "X {Smith}."


def test_a_work_of_the_other_direction_stands_apart() -> None:
    edition = made(fa="دیده شد [@smith; @ahmadi].").edition("fa")
    assert edition is not None
    (group,) = (node for node in paragraphs(edition)[0] if isinstance(node, Citation))
    assert (group.direction, group.by_author) == ("rtl", True)
    works = {p.text: p.inlines[0] for p in group.children if isinstance(p, CitationNumber)}
    apart = works["Smith 2019"]
    assert isinstance(apart, Span)
    assert (apart.language, apart.direction) == ("en", "ltr")
    assert not isinstance(works["احمدی و کریمی ۱۳۹۹"], Span)


def test_the_list_is_sorted_and_has_no_numbers() -> None:
    text = "[@smith; @jones; @many; @zorn; @who] [@gol; @ahmadi; @parsa]"
    english = made(en=text)
    assert [ref.citekey for ref in english.references] == [
        "jones", "smith", "many", "who", "zorn", "ahmadi", "parsa", "gol",
    ]  # fmt: skip
    assert {ref.label for ref in english.references} == {""}
    persian = made(fa=text)
    assert [ref.citekey for ref in persian.references][:3] == ["ahmadi", "parsa", "gol"]


def test_every_citation_leads_to_its_entry_and_back() -> None:
    made_ = made(en="X [@smith] and [@jones; @smith].")
    edition = made_.editions[0]
    groups = [node for node in paragraphs(edition)[0] if isinstance(node, Citation)]
    places = {ref.citekey: ref.id for ref in made_.references}
    rids = [p.rid for g in groups for p in g.children if isinstance(p, CitationNumber)]
    assert rids == [places["smith"], places["jones"], places["smith"]]
    assert edition.back_links == {
        places["smith"]: (groups[0].id, groups[1].id),
        places["jones"]: (groups[1].id,),
    }
    assert [(use.citekey, use.resolved) for use in made_.citations] == [
        ("smith", True), ("jones", True), ("smith", True),
    ]  # fmt: skip


def test_digits_typed_by_hand_name_the_works_of_the_authors_own_order() -> None:
    assert printed("Seen (1). Then (2,4).") == "(Smith 2019) (Jones and Lee 2020; Zorn 2001a)"


OWN = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout prefix="{" suffix="}" delimiter=" + "><names variable="author"><name form="short"/>
</names></layout></citation>
<bibliography><layout><text variable="title"/>%s</layout></bibliography></style>"""


def test_the_style_of_the_case_stands_over_that_of_the_journal() -> None:
    files = {"references.yaml": REFERENCES.encode(), "mine.csl": (OWN % "").encode()}
    found = article(en="X [@smith; @jones].", case="references: {csl: mine.csl}", files=files)
    groups = [node for node in paragraphs(found.editions[0])[0] if isinstance(node, Citation)]
    assert plain_text((groups[0],)) == "{Smith + Jones, Lee}"
    assert [plain_text(ref.children) for ref in found.references] == ["On bone", "On skin"]


def test_a_style_that_fails_at_a_work_gives_way_to_the_journals() -> None:
    failing = OWN % '<date variable="issued" form="never"/>'
    files = {"references.yaml": REFERENCES.encode(), "mine.csl": failing.encode()}
    made_ = assembled(en="X [@smith].", case="references: {csl: mine.csl}", files=files)
    assert ("SRC001", "mine.csl") in [(one.code, one.span.file) for one in made_.diagnostics]
    assert plain_text(made_.article.references[0].children) == "Smith J. On bone. J. 2019."
    assert made_.article.references[0].id == reference_id(1)


def test_a_list_of_persian_works_alone_is_numbered_in_persian() -> None:
    files = {"references.yaml": REFERENCES.encode()}
    one = article(fa="دیده شد [@ahmadi; @gol].", files=files)
    assert [ref.label for ref in one.references] == ["۱.", "۲."]
    mixed = article(fa="دیده شد [@ahmadi; @smith].", files=files)
    assert [ref.label for ref in mixed.references] == ["1.", "2."]
