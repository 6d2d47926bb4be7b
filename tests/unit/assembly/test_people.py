"""Authors, affiliations, whom to write to, statements; and nobody when blind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from casereport.article.article import Contrib, Front, LabelledText
from casereport.article.block import Paragraph
from casereport.article.inline import Link, Span, Text, plain_text
from casereport.text.characters import RLM
from tests.unit.assembly.conftest import article, only, seen

PEOPLE = """\
contributors:
  - {name: {fa: مریم مبینی, en: Maryam Mobini}, rank: {fa: دانشیار, en: Associate Professor},
     affiliations: [a, b], corresponding: yes, email: mm@example.org, phone: +98 11 3334 4444,
     address: {fa: ساری، خیابان ۱۲, en: Sari}, degrees: {en: MD}, orcid: 0000-0002-1825-0097,
     roles: [conceptualization, writing-original-draft]}
  - {name: {fa: علی احمدی, en: Ali Ahmadi}, rank: {fa: استادیار, en: Assistant Professor},
     affiliations: [b], roles: [supervision]}
  - {name: {fa: سارا کریمی, en: Sara Karimi}, affiliations: [b, c]}
affiliations:
  a: {department: {fa: گروه داخلی, en: Department A}, city: {fa: ساری, en: Sari}}
  b: {text: {fa: دانشگاه ب, en: University B}}
  c: {text: {fa: دانشگاه پ, en: University C}}
"""
ONE = """\
contributors: [{name: {fa: مریم مبینی, en: Maryam Mobini}, affiliations: [a], corresponding: yes}]
affiliations: {a: {text: {fa: دانشگاه, en: University}}}
"""


def front(language: str = "en", journal: str = "clinical-brief", case: str = PEOPLE) -> Front:
    return only(**{language: "X."}, case=case, journal=journal).front


def marks(contribs: tuple[Contrib, ...]) -> list[str]:
    return [person.marks for person in contribs]


def test_affiliations_are_numbered_as_the_authors_first_name_them() -> None:
    found = front()
    assert marks(found.contribs) == ["1,2", "2", "2,3"]
    assert [(aff.mark, plain_text(aff.children)) for aff in found.affs] == [
        ("1", "Department A, Sari"), ("2", "University B"), ("3", "University C"),
    ]  # fmt: skip


def test_with_ranks_first_each_rank_has_a_line_of_its_own() -> None:
    found = front(journal="jmums")
    assert [(aff.mark, plain_text(aff.children)) for aff in found.affs] == [
        ("1", "Associate Professor, Department A, Sari"),
        ("2", "Associate Professor, University B"),
        ("3", "Assistant Professor, University B"),
        ("4", "University B"),
        ("5", "University C"),
    ]
    assert marks(found.contribs) == ["1,2", "3", "4,5"]


def test_persian_marks_are_persian_and_read_from_the_right() -> None:
    first = front("fa").contribs[0].marks
    assert first == f"۱،{RLM}۲"
    assert seen((Text(f"مریم مبینی{first}"),)).startswith("۲،۱")


def test_one_author_at_one_place_has_no_mark() -> None:
    found = front(case=ONE)
    assert marks(found.contribs) == [""]
    assert [aff.mark for aff in found.affs] == [""]


def test_a_name_that_is_not_given_in_a_language_is_the_others() -> None:
    case = "contributors: [{name: {en: John Doe}}]\n"
    assert [person.name for person in front("fa", case=case).contribs] == ["John Doe"]


def test_an_affiliation_that_is_not_declared_takes_no_mark() -> None:
    case = ONE.replace("affiliations: [a]", "affiliations: [zz, a]")
    found = only(en="X.", case=case, sound=False).front
    assert len(found.affs) == 1


def test_whom_to_write_to_stands_with_addresses_left_to_right() -> None:
    found = front("fa", "jmums")
    assert [(n.id, n.label) for n in found.corresponding] == [
        ("corresp", "مؤلف مسئول"), ("email", "E-mail"), ("phone", "تلفن"),
    ]  # fmt: skip
    name, email, phone = (note.children for note in found.corresponding)
    assert plain_text(name) == "مریم مبینی – ساری، خیابان ۱۲"
    assert email == (
        Span(None, "ltr", (Link("mailto:mm@example.org", (Text("mm@example.org"),)),)),
    )
    assert phone == (Span(None, "ltr", (Text("+98 11 3334 4444"),)),)


def test_running_heads_name_two_authors_or_the_first_of_more() -> None:
    assert front().running.authors == "Maryam Mobini et al."
    assert front("fa").running.authors == "مریم مبینی و همکاران"
    assert front(case=ONE).running.authors == "Maryam Mobini"
    assert front(case="").running.authors == ""


# Statements

STATEMENTS = """\
statements:
  consent: {status: obtained}
  ethics: {text: {en: Approved, fa: تأیید شد}, code: IR.MAZUMS.REC.1398.123,
           committee: {en: Committee of B, fa: کمیتهٔ ب}}
  funding: {en: "None from *B*.", fa: ندارد.}
  competing-interests: not-stated
  acknowledgements: {en: Thanks to Ali Ahmadi.}
"""


def said(case: str, language: str = "en", **given: bool) -> dict[str, str]:
    edition = only(**{language: "X."}, case=case, **given)
    shown = {}
    for section in edition.statements:
        blocks = [block for block in section.blocks if isinstance(block, Paragraph)]
        shown[section.id] = " | ".join(plain_text(block.children) for block in blocks)
    return shown


def test_statements_print_what_they_say_and_silence_does_not_print() -> None:
    assert said(STATEMENTS) == {
        "statement-consent": "obtained",
        "statement-ethics": "Approved (Committee of B, Approval code: IR.MAZUMS.REC.1398.123)",
        "statement-funding": "None from B.",
        "statement-acknowledgements": "Thanks to Ali Ahmadi.",
    }
    # What is said in one language only prints there alone.
    assert "statement-acknowledgements" not in said(STATEMENTS, "fa")


def test_roles_make_a_statement_where_none_is_written() -> None:
    assert said(PEOPLE) == {
        "statement-author-contributions": (
            "Maryam Mobini: conceptualization, writing – original draft. | Ali Ahmadi: supervision."
        )
    }
    written = "statements: {author-contributions: {en: All wrote.}}\n"
    assert said(PEOPLE + written) == {"statement-author-contributions": "All wrote."}
    silent = "statements: {author-contributions: not-stated}\n"
    assert said(PEOPLE + silent) == {}


def test_a_statement_and_a_section_of_one_name_have_ids_of_their_own() -> None:
    case = "statements: {patient-perspective: {en: She was glad.}}\n"
    edition = only(en="## Patient Perspective {#patient-perspective}\n\nShe felt.\n", case=case)
    assert [section.id for section in edition.body] == ["patient-perspective"]
    assert [section.id for section in edition.statements] == ["statement-patient-perspective"]


# Blind


def strings(node: object) -> Iterator[str]:
    """Every text anywhere in an article."""
    if isinstance(node, str):
        yield node
    elif is_dataclass(node):
        for one in fields(node):
            yield from strings(getattr(node, one.name))
    elif isinstance(node, (tuple, list, Mapping)):
        for item in node.items() if isinstance(node, Mapping) else node:
            yield from strings(item)


NAMING = (
    "Mobini", "Ahmadi", "Karimi", "مبینی", "احمدی", "کریمی", "example.org", "University B",
    "دانشگاه ب", "Department", "0000-0002", "3334", "ساری", "Committee of B", "REC.1398", "2020",
    "Thanks",
)  # fmt: skip


@pytest.mark.parametrize("journal", ["manuscript", "jmums", "clinical-brief"])
def test_a_blind_article_names_nobody_anywhere(journal: str) -> None:
    case = (
        f"journal: {journal}\n{PEOPLE}{STATEMENTS}dates: {{received: 2020-01-21}}\n"
        "publication: {volume: 3, year: 2020, pages: 1-2, doi: 10.1000/2020.1}\n"
    )
    given = {"fa": "متن.", "en": "Text.", "case": case, "journal": journal}
    blind = "\n".join(strings(article(**given, blind=True)))
    assert [name for name in NAMING if name in blind] == []
    open_ = "\n".join(strings(article(**given)))
    assert "Mobini" in open_
    assert "مبینی" in open_


def test_a_blind_article_still_says_what_names_nobody() -> None:
    shown = said(STATEMENTS, blind=True)
    assert shown == {"statement-consent": "obtained", "statement-ethics": "Approved"}


def test_labels_are_the_journals_own_words() -> None:
    notes: tuple[LabelledText, ...] = front("fa", "clinical-brief").corresponding
    assert notes[0].label == "نویسندهٔ مسئول"
