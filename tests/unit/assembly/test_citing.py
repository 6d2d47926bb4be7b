"""Citation groups: what prints, in which order it is seen, and what the checks are told."""

from __future__ import annotations

import re
import time

import pytest

from casereport.article.inline import Citation, CitationNumber, Inline, Span, Text, plain_text
from casereport.journals import load_journal
from casereport.text.characters import DIRECTIONAL, NBSP, RLM, WJ
from tests.pace import is_within
from tests.unit.assembly.conftest import (
    article,
    assembled,
    only,
    paragraph,
    paragraphs,
    seen,
)

KEYS = tuple(f"r{number}" for number in range(1, 23))
ALL = " ".join(f"[@{key}]" for key in KEYS)
"""Cites every entry once, so that the number of r5 is 5."""
MANUAL = tuple(f"m{number}" for number in range(1, 23))


def cite(*numbers: int) -> str:
    return "[" + "; ".join(f"@r{number}" for number in numbers) + "]"


def groups(nodes: tuple[Inline, ...]) -> list[Citation]:
    return [node for node in nodes if isinstance(node, Citation)]


def second(
    text: str, language: str = "en", journal: str = "clinical-brief", **rules: str
) -> tuple[Inline, ...]:
    """The paragraph ``text`` under one that numbers every reference, by the journal's ``rules``."""
    manifest = load_journal(journal).manifest
    changed = manifest.citations.model_copy(update=rules)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(manifest.__dict__, "citations", changed)
        edition = only(**{language: f"{ALL}\n\n{text}"}, keys=KEYS, journal=journal, sound=False)
    return paragraphs(edition)[1]


def shown(text: str, language: str = "en", **rules: str) -> str:
    """What ``second`` prints, without what is not seen."""
    text = plain_text(second(text, language, **rules))
    return re.sub(f"[{DIRECTIONAL}{WJ}]", "", text).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        ((3,), "[3]"),
        ((4, 3), "[3,4]"),
        ((5, 3, 4), "[3\u20135]"),
        ((6, 7, 8, 11, 12), "[6\u20138,11,12]"),
        ((1, 2, 4, 6, 7, 8), "[1,2,4,6\u20138]"),
        ((9, 9), "[9]"),
    ],
)
def test_a_group_ascends_and_collapses_runs_of_three(
    numbers: tuple[int, ...], printed: str
) -> None:
    (group,) = groups(second(f"X {cite(*numbers)}."))
    assert plain_text((group,)).replace(WJ, "") == printed
    assert (group.direction, group.superscript, group.typed) == ("ltr", False, False)


@pytest.mark.parametrize(
    ("numbers", "visible"),
    [
        ((3,), ")۳("),
        ((3, 4), ")۴،۳("),
        ((8, 9, 10), ")۱۰–۸("),
        ((6, 7, 8, *range(11, 18)), ")۱۷–۱۱،۸–۶("),
        ((1, 2, 4), ")۴،۲،۱("),
    ],
)
@pytest.mark.parametrize("before", ["متن", "CRP", "نتیجهٔ ۱۲", "ACE2"])
def test_a_persian_group_is_read_from_the_right_whatever_stands_before(
    numbers: tuple[int, ...], visible: str, before: str
) -> None:
    nodes = second(f"{before} {cite(*numbers)} بود.", "fa", "jmums")
    # From left to right; python-bidi leaves brackets unmirrored.
    assert f" {visible} " in seen(nodes)


def test_between_two_persian_numbers_a_mark_stands_so_that_they_are_two_runs() -> None:
    (group,) = groups(second(f"متن {cite(3, 5)}.", "fa", "jmums"))
    assert plain_text((group,)) == f"(۳،{RLM}۵)"
    assert group.direction == "rtl"


def test_the_brackets_are_the_journals() -> None:
    assert "(3)" in plain_text(second(f"X {cite(3)}.", journal="manuscript"))
    assert "[3]" in plain_text(second(f"X {cite(3)}."))


def test_a_superscript_group_has_no_brackets_and_no_space_before_it() -> None:
    nodes = second(f"Words {cite(3, 4)} more.", form="superscript")
    (group,) = groups(nodes)
    assert group.superscript
    assert plain_text(nodes) == "Words3,4 more."


def test_each_number_leads_to_its_entry_and_the_entry_back_to_the_group() -> None:
    edition = only(en=f"{ALL}\n\nX {cite(3, 4)}.", keys=KEYS)
    (group,) = groups(paragraphs(edition)[1])
    linked = [piece for piece in group.children if isinstance(piece, CitationNumber)]
    assert [(piece.rid, piece.text) for piece in linked] == [("ref-3", "3"), ("ref-4", "4")]
    assert group.id in edition.back_links["ref-3"]
    assert group.id in edition.back_links["ref-4"]
    everywhere = [g.id for p in paragraphs(edition) for g in groups(p)]
    assert len(set(everywhere)) == len(everywhere) == 23


def test_a_number_inside_a_range_links_back_though_it_does_not_print() -> None:
    edition = only(en=f"X {cite(1, 2, 3)}.", keys=KEYS)
    (group,) = groups(paragraphs(edition)[0])
    assert edition.back_links["ref-2"] == (group.id,)


def test_a_key_without_an_entry_prints_a_question_mark_and_is_told_with_its_place() -> None:
    made = article(en="X [@ghost; @r1].", keys=KEYS)
    (group,) = groups(paragraphs(made.editions[0])[0])
    assert plain_text((group,)) == "[1,?]"
    assert [piece.rid for piece in group.children if isinstance(piece, CitationNumber)] == [
        "ref-1", "",
    ]  # fmt: skip
    ghost, found = made.citations
    assert (ghost.citekey, ghost.number, ghost.resolved) == ("ghost", None, False)
    assert (found.citekey, found.number, found.resolved) == ("r1", 1, True)
    assert (ghost.span.file, ghost.span.line, ghost.span.column) == ("en.md", 3, 4)


def test_what_stands_round_a_key_prints_with_it() -> None:
    assert plain_text(second("X [see @r3, p. 7].")) == "X [see 3, p.\u00a07]."
    assert plain_text(second("X [@r3, p. 7].")) == "X [3, p.\u00a07]."


@pytest.mark.parametrize(
    ("typed", "english", "persian"),
    [
        ("[@r3, p. 12; @r4]", "[3, p. 12; 4]", "[۳، ص ۱۲؛ ۴]"),
        ("[@r3، ص ۱۲؛ @r4]", "[3, p. 12; 4]", "[۳، ص ۱۲؛ ۴]"),
        ("[@r3, pp. 12-15]", "[3, pp. 12–15]", "[۳، صص ۱۲–۱۵]"),
        ("[@r3, صص ۱۲-۱۵]", "[3, pp. 12–15]", "[۳، صص ۱۲–۱۵]"),
        ("[@r3, 12]", "[3, p. 12]", "[۳، ص ۱۲]"),
        ("[@r3, fig. 2]", "[3, fig. 2]", "[۳، شکل ۲]"),
        ("[@r3, فصل ۲]", "[3, chap. 2]", "[۳، فصل ۲]"),
        ("[@r4; @r3, p. 2; @r1; @r2]", "[1,2; 3, p. 2; 4]", "[۱،۲؛ ۳، ص ۲؛ ۴]"),
        ("[@r3, p. 1; @r3, p. 9]", "[3, p. 1; 3, p. 9]", "[۳، ص ۱؛ ۳، ص ۹]"),
        ("[@r3; @r3, p. 9]", "[3, p. 9]", "[۳، ص ۹]"),
        ("[-@r3]", "[3]", "[۳]"),
    ],
)
def test_a_locator_prints_in_the_words_of_the_edition(
    typed: str, english: str, persian: str
) -> None:
    assert shown(f"X {typed}.") == f"X {english}."
    assert shown(f"متن {typed}.", "fa") == f"متن {persian}."


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("[see @r4; @r2; @r3]", "[see 2–4]"),
        ("[@r4; but see @r2]", "[4; but see 2]"),
        ("[@r4, and others; @r2]", "[2; 4, and others]"),
        ("[@r2; @ghost; @r1]", "[1,2,?]"),
        ("[@ghost; @phantom]", "[?,?]"),
        ("[see @ghost, p. 2; @r1]", "[see 1; ?, p. 2]"),
        ("[@r1, @r2]", "[1,2]"),
        ("[@r1 and @r2]", "[1,2]"),
    ],
)
def test_words_and_unknown_keys_in_a_group(typed: str, printed: str) -> None:
    assert shown(f"X {typed}.") == f"X {printed}."


def test_a_persian_unknown_key_prints_a_persian_question_mark() -> None:
    assert shown("متن [@ghost].", "fa") == "متن [؟]."


def test_a_range_of_pages_is_read_from_the_right() -> None:
    assert "]۱۵–۱۲\u00a0صص ،۳[" in seen(second("متن [@r3, pp. 12-15] بود.", "fa"))


@pytest.mark.parametrize(
    ("place", "form", "printed"),
    [
        ("before-punctuation", "square", "One [1], two [2]; three [3]. «Four [4]»."),
        ("after-punctuation", "square", "One, [1] two; [2] three. [3] «Four [4]»."),
        ("before-punctuation", "superscript", "One1, two2; three3. «Four4»."),
        ("after-punctuation", "superscript", "One,1 two;2 three.3 «Four4»."),
    ],
)
def test_the_journal_decides_on_which_side_of_a_mark_a_citation_stands(
    place: str, form: str, printed: str
) -> None:
    text = "One [@r1], two [@r2]; three [@r3]. «Four [@r4]»."
    assert shown(text, form=form, place=place) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("متن [@r1]. پس", "متن.۱ پس"),
        ("متن [@r1]، پس", "متن،۱ پس"),
        ("متن [@r1]؛ پس", "متن؛۱ پس"),
        ("متن [@r1]؟ پس", "متن؟۱ پس"),
        ("متن [@r1]: پس", "متن:۱ پس"),
        ("متن [@r1]! پس", "متن!۱ پس"),
        ("متن [@r1]… پس", "متن…۱ پس"),
        ("متن [@r1]... پس", "متن...۱ پس"),
        ("متن [@r1]", "متن۱"),
        ("متن [@r1] پس", "متن۱ پس"),
        ("متن[@r1].", "متن.۱"),
        ("متن [@r1] [@r3].", "متن.۱ ۳"),
        ("متن [@r1][@r3].", "متن.۱ ۳"),
        ("*متن* [@r1].", "متن.۱"),
        ("*متن* [@r1] پس", "متن۱ پس"),
        ("[@r1]. متن", "۱. متن"),
        ("متن. [@r1]", "متن.۱"),
    ],
)
def test_a_raised_persian_citation_passes_the_mark_behind_it(typed: str, printed: str) -> None:
    assert shown(typed, "fa", form="superscript", place="after-punctuation") == printed


def test_a_stop_that_ends_an_abbreviation_is_not_doubled() -> None:
    rules = {"form": "superscript", "place": "after-punctuation"}
    assert shown("By Smith et al. [@r1]. Then", **rules) == "By Smith et al.1 Then"
    assert shown("By Smith et al. [@r1], then", **rules) == "By Smith et al.,1 then"


def test_a_journal_names_the_marks_that_a_citation_passes() -> None:
    rules = {"form": "superscript", "place": "after-punctuation", "marks": ".,"}
    assert shown("A [@r1], b [@r2]; c [@r3].", **rules) == "A,1 b2; c.3"
    assert shown("الف [@r1]، ب [@r2]؛ ج [@r3].", "fa", **rules) == "الف،۱ ب۲؛ ج.۳"


def test_the_mark_of_a_note_goes_with_its_citation() -> None:
    text = "A [@r1][^n]. B\n\n[^n]: Note."
    rules = {"form": "superscript", "place": "after-punctuation"}
    assert shown(text, **rules) == "A.1\u2020 B"


def test_digits_typed_by_hand_stay_where_they_are() -> None:
    made = only(en="A [1]. B [2].", keys=MANUAL)
    assert plain_text(paragraphs(made)[0]) == "A [1]. B [2]."


# The authors named in the text

AUTHORS = """\
@article{one, author={de Paula, D. R.}, title={T}, journal={J}, year={2020}}
@article{two, author={Smith, J. and Jones, K.}, title={T}, journal={J}, year={2020}}
@article{three, author={Smith, J. and Jones, K. and Lee, P.}, title={T}, journal={J}, year={2020}}
@article{cut, author={Smith, J. and others}, title={T}, journal={J}, year={2020}}
@article{group, author={{WHO Group}}, title={T}, journal={J}, year={2020}}
@article{none, title={On nothing}, journal={J}, year={2020}}
@book{edited, editor={Stone, M.}, title={T}, publisher={P}, year={2020}}
@article{farsi, author={احمدی، مریم and کریمی، علی and رضایی، حسن}, title={عنوان}, journal={مجله},
  year={1399}, langid={persian}}
"""


@pytest.mark.parametrize(
    ("key", "english", "persian"),
    [
        ("one", "de Paula [1]", "de Paula [۱]"),
        ("two", "Smith and Jones [1]", "Smith و Jones [۱]"),
        ("three", "Smith et al. [1]", "Smith و همکاران [۱]"),
        ("cut", "Smith et al. [1]", "Smith و همکاران [۱]"),
        ("group", "WHO Group [1]", "WHO Group [۱]"),
        ("none", "“On nothing” [1]", "«On nothing» [۱]"),
        ("edited", "Stone [1]", "Stone [۱]"),
        ("farsi", "احمدی et al. [1]", "احمدی و همکاران [۱]"),
        ("ghost", "[?]", "[؟]"),
    ],
)
def test_a_bare_key_names_the_authors(key: str, english: str, persian: str) -> None:
    files = {"references.bib": AUTHORS.encode()}
    en = paragraph(en=f"Then @{key} wrote.", files=files)
    fa = paragraph(fa=f"سپس @{key} نوشت.", files=files)
    assert plain_text(en) == f"Then {english} wrote."
    assert plain_text(fa) == f"سپس {persian} نوشت."


def test_a_name_in_the_other_script_is_marked_and_isolated() -> None:
    files = {"references.bib": AUTHORS.encode()}
    nodes = paragraph(fa="@three نوشت.", files=files)
    assert nodes[0] == Span("en", "ltr", (Text("Smith"),))
    nodes = paragraph(en="@farsi wrote.", files=files)
    assert nodes[0] == Span("fa", "rtl", (Text("احمدی"),))


def test_a_bare_key_may_have_a_page_behind_it() -> None:
    files = {"references.bib": AUTHORS.encode()}
    assert plain_text(paragraph(en="By @one [p. 3]: x.", files=files)) == (
        f"By de Paula [1, p.{NBSP}3]: x."
    )


def test_hundreds_of_keys_in_one_group_are_one_group_and_fast() -> None:
    keys = tuple(f"averylongcitekey{number:04}" for number in range(600))
    typed = "; ".join(f"@{key}" for key in keys)
    begun = time.process_time()
    (group,) = groups(paragraph(en=f"X [{typed}].", keys=keys))
    assert plain_text((group,)).replace(WJ, "") == "[1–600]"
    assert is_within(time.process_time() - begun, 20)


# Digits typed by hand


def typed(text: str, language: str = "fa") -> tuple[list[Citation], list[tuple[int | None, bool]]]:
    made = article(**{language: text}, keys=MANUAL, journal="jmums")
    nodes = paragraphs(made.editions[0])[0]
    return groups(nodes), [(use.number, use.inside_range) for use in made.citations]


def test_a_typed_group_prints_as_it_was_typed_in_the_languages_digits() -> None:
    (group,), _ = typed("متن (8-17,6-11) بود.")
    assert plain_text((group,)) == "(۸-۱۷,۶-۱۱)"
    assert group.typed


def test_a_backward_group_means_what_its_author_saw() -> None:
    (group,), uses = typed("متن (۸-۱۷،۶-۱۱) بود.")
    assert [number for number, _ in uses] == [6, 7, 8, *range(11, 18)]
    assert {number for number, inside in uses if inside} == {7, *range(12, 17)}
    # Each number that was typed leads to its entry, in the order of typing.
    linked = [piece.rid for piece in group.children if isinstance(piece, CitationNumber)]
    assert linked == ["ref-8", "ref-17", "ref-6", "ref-11"]


def test_the_ends_of_a_range_and_single_numbers_are_not_inside_it() -> None:
    _, uses = typed("متن (۱۰-۸) و (۴،۳).")
    assert uses == [(8, False), (9, True), (10, False), (3, False), (4, False)]


def test_a_typed_number_beyond_the_list_is_told_and_leads_nowhere() -> None:
    made = article(fa="متن (۲۱،۲۳).", keys=MANUAL, journal="jmums")
    assert [(use.number, use.resolved, use.typed) for use in made.citations] == [
        (21, True, True), (23, False, True),
    ]  # fmt: skip
    (group,) = groups(paragraphs(made.editions[0])[0])
    assert [p.rid for p in group.children if isinstance(p, CitationNumber)] == ["ref-21", ""]


def test_the_place_of_a_typed_group_is_its_brackets() -> None:
    made = article(en="Words here (3,4) and on.", keys=MANUAL, journal="manuscript")
    span = made.citations[0].span
    assert (span.file, span.line, span.column, span.end_column) == ("en.md", 3, 12, 17)


@pytest.mark.parametrize("text", ["سن (۴۴)", "سال (۱۳۹۹)", "دما (۳۷/۵)", "مقدار (۱۲ میلی\u200cگرم)"])
def test_a_number_in_brackets_that_is_none_of_the_list_is_no_citation(text: str) -> None:
    found, uses = typed(f"{text} بود.")
    assert (found, uses) == ([], [])


def test_round_brackets_are_no_citations_in_a_text_that_cites_by_key() -> None:
    made = article(en="X [@m1], n (2).", keys=MANUAL)
    assert [use.citekey for use in made.citations] == ["m1"]


def test_square_brackets_are_citations_even_without_a_list() -> None:
    made = article(en="X [5], Y (6).")
    assert [(use.number, use.resolved) for use in made.citations] == [(5, False)]
    (group,) = groups(paragraphs(made.editions[0])[0])
    assert plain_text((group,)) == "[5]"


def test_a_group_in_a_language_span_is_the_other_languages_and_stays_words() -> None:
    assert groups(paragraph(fa="متن [in (3)]{lang=en dir=ltr}.", keys=MANUAL)) == []


def test_citations_are_told_once_for_each_time_they_print() -> None:
    made = assembled(fa="متن [@r1].", en="Text [@r1], [@r1].", keys=KEYS).article
    assert sorted(use.language for use in made.citations) == ["en", "en", "fa"]
