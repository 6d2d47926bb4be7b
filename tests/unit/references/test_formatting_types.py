"""Every type of work in both of our styles, in English and in Persian."""

from __future__ import annotations

import pytest
from bidi import get_display

from casereport import resources
from casereport.references import Run, format_references, read_references

BASE = resources.read_text("templates", "base/references.csl")
JMUMS = resources.read_text("templates", "jmums/references.csl")

WORKS = """
- id: article
  type: article-journal
  title: Calcinosis in rheumatic diseases
  author: [{family: Boulman, given: Nava}, {family: Slobodin, given: Gleb}]
  container-title: Semin Arthritis Rheum
  issued: 2005
  volume: 34
  issue: 6
  page: 805-812
  DOI: 10.1016/j.semarthrit.2005.01.016
  PMID: 15942917
- id: book
  type: book
  title: Atlas of human anatomy
  author: [{family: Netter, given: Frank H.}]
  publisher: Saunders
  publisher-place: Philadelphia
  edition: 6
  issued: 2014
- id: edited
  type: book
  title: Operative obstetrics
  editor: [{family: Gilstrap, given: LC, suffix: Jr.}, {family: Cunningham, given: FG}]
  publisher: McGraw-Hill
  edition: Second edition
  issued: 2002
- id: chapter
  type: chapter
  title: Chromosome alterations
  author: Meltzer PS, Kallioniemi A, et al.
  editor: [{family: Vogelstein, given: B.}, {family: Kinzler, given: K. W.}]
  container-title: The genetic basis of human cancer
  publisher: McGraw-Hill
  publisher-place: New York
  issued: 2002
  page: 93-113
- id: thesis
  type: thesis
  title: Fall prevention
  author: [{family: Borkowski, given: M. M.}]
  publisher: Central Michigan University
  publisher-place: Mount Pleasant
  issued: 2002
- id: conference
  type: paper-conference
  title: Genetic programming
  author: [{family: Christensen, given: Steffen}]
  editor: [{family: Foster, given: J. A.}]
  container-title: Proceedings of EuroGP
  publisher: Springer
  publisher-place: Berlin
  issued: 2002
  page: 182-191
- id: report
  type: report
  title: Global tuberculosis report
  author: [{literal: World Health Organization}]
  publisher: WHO
  publisher-place: Geneva
  number: 12
  issued: 2019
- id: webpage
  type: webpage
  title: Is calcinosis painful?
  author: [{literal: NHS}]
  URL: https://www.nhs.uk/calcinosis
  issued: 2019
  accessed: 2020-01-05
"""

EXPECTED = {
    "article": (
        "Boulman N, Slobodin G. Calcinosis in rheumatic diseases. Semin Arthritis Rheum."
        " 2005;34(6):805-12. doi:10.1016/j.semarthrit.2005.01.016. PMID: 15942917.",
        "Boulman N, Slobodin G. Calcinosis in rheumatic diseases. Semin Arthritis Rheum"
        " 2005; 34(6): 805-812. doi:10.1016/j.semarthrit.2005.01.016. PMID: 15942917.",
    ),
    "book": "Netter FH. Atlas of human anatomy. 6th ed. Philadelphia: Saunders; 2014.",
    "edited": "Gilstrap LC Jr, Cunningham FG, editors. Operative obstetrics. 2nd ed."
    " McGraw-Hill; 2002.",
    "chapter": (
        "Meltzer PS, Kallioniemi A, et al. Chromosome alterations. In: Vogelstein B, Kinzler KW,"
        " editors. The genetic basis of human cancer. New York: McGraw-Hill; 2002. p. 93-113.",
    ),
    "thesis": "Borkowski MM. Fall prevention [dissertation]. Mount Pleasant: Central Michigan"
    " University; 2002.",
    "conference": (
        "Christensen S. Genetic programming. In: Foster JA, editor. Proceedings of EuroGP."
        " Berlin: Springer; 2002. p. 182-91.",
        "Christensen S. Genetic programming. In: Foster JA, editor. Proceedings of EuroGP."
        " Berlin: Springer; 2002. p. 182-191.",
    ),
    "report": "World Health Organization. Global tuberculosis report. Geneva: WHO; 2019."
    " Report No.: 12.",
    "webpage": "NHS. Is calcinosis painful? [Internet]. 2019 [cited 2020 Jan 5]. Available from:"
    " https://www.nhs.uk/calcinosis.",
}


def texts(yaml: str, style: str) -> dict[str, str]:
    references = read_references("r.yaml", yaml)
    assert references.faults == ()
    pages = "full" if style is JMUMS else "minimal"
    return {
        one.citekey: one.text
        for one in format_references(references.references, style, pages=pages)
    }


@pytest.mark.parametrize("kind", EXPECTED)
@pytest.mark.parametrize(("index", "style"), [(0, BASE), (-1, JMUMS)])
def test_a_work_of_each_type_prints_in_its_form(kind: str, index: int, style: str) -> None:
    expected = EXPECTED[kind]
    assert texts(WORKS, style)[kind] == (expected if isinstance(expected, str) else expected[index])


PERSIAN = """
- id: article
  type: article-journal
  title: کلسینوز دیستروفیک در اسکرودرمی
  author: [{family: مبینی, given: مریم}, {family: رضوی\u200cپور, given: مهران}]
  container-title: مجله دانشگاه علوم پزشکی مازندران
  issued: 1399
  volume: 30
  issue: 187
  page: 166-172
  DOI: 10.1000/xyz123
- id: book
  type: book
  title: طب داخلی
  author: محمدی ع، احمدی ب و همکاران
  edition: 3
  publisher: سمت
  publisher-place: تهران
  issued: ۱۳۹۰
- id: webpage
  type: webpage
  title: بیماری\u200cهای نادر
  author: [{literal: وزارت بهداشت}]
  URL: https://behdasht.gov.ir/x?a=1
  issued: 1401
  accessed: 1402-02-05
"""


def test_a_persian_work_prints_with_persian_words_digits_and_marks() -> None:
    assert texts(PERSIAN, JMUMS) == {
        "article": "مبینی مریم، رضوی\u200cپور مهران. کلسینوز دیستروفیک در اسکرودرمی."
        " مجله دانشگاه علوم پزشکی مازندران ۱۳۹۹؛ ۳۰(۱۸۷): \u2067۱۶۶\u200f-۱۷۲\u2069."
        " \u2066doi:10.1000/xyz123\u2069.",
        "book": "محمدی ع، احمدی ب و همکاران. طب داخلی. ویرایش ۳. تهران: سمت؛ ۱۳۹۰.",
        "webpage": "وزارت بهداشت. بیماری\u200cهای نادر [اینترنت]. ۱۴۰۱ [دیده"
        "\u200cشده در ۵ اردیبهشت ۱۴۰۲]."
        " دسترسی در: \u2066https://behdasht.gov.ir/x?a=1\u2069.",
    }


def test_a_persian_works_numbers_show_from_right_to_left() -> None:
    shown = get_display(texts(PERSIAN, JMUMS)["article"], base_dir="R")
    visible = "".join(char for char in shown if char not in "\u2066\u2067\u2069\u200f")
    assert ".doi:10.1000/xyz123 .۱۷۲-۱۶۶ :)۱۸۷(۳۰ ؛۱۳۹۹ " in visible


def test_a_persian_work_is_set_right_to_left_and_an_english_one_left_to_right() -> None:
    references = read_references("r.yaml", PERSIAN + WORKS.lstrip()).references
    directions = [(one.language, one.direction) for one in format_references(references, BASE)]
    assert directions == [("fa", "rtl")] * 3 + [("en", "ltr")] * 8


TRANSLATED = """
- id: fa
  type: article-journal
  title: "[Dystrophic calcinosis]."
  author: Mobini M
  container-title: J Mazandaran Univ Med Sci
  language: per
  issued: 2020
  volume: 30
  issue: 187
  page: 166-172
"""


def test_a_persian_work_described_in_english_names_its_language() -> None:
    assert texts(TRANSLATED, JMUMS)["fa"] == (
        "Mobini M. Dystrophic calcinosis. J Mazandaran Univ Med Sci 2020; 30(187): 166-172"
        " (Persian)."
    )
    assert texts(TRANSLATED, BASE)["fa"] == (
        "Mobini M. [Dystrophic calcinosis]. J Mazandaran Univ Med Sci. 2020;30(187):166-72."
        " Persian."
    )


def test_an_english_page_seen_on_a_jalali_day_gives_the_gregorian_one() -> None:
    page = "- id: a\n  type: webpage\n  title: X\n  URL: https://x.org\n  accessed: 1402-02-05\n"
    assert "[cited 2023 Apr 25]" in texts(page, BASE)["a"]


@pytest.mark.parametrize(
    ("fields", "base", "jmums"),
    [
        ("volume: 15\n  supplement: Suppl 1", ";15 Suppl 1:7-9.", "; 15 (Suppl 1): 7-9."),
        ("volume: 15\n  supplement: 1", ";15 Suppl 1:7-9.", "; 15 (Suppl 1): 7-9."),
        ("volume: 34 Suppl 100\n  issue: 5", ";34 Suppl 100(5):7-9.", "; 34 Suppl 100(5): 7-9."),
        ("volume: 57\n  issue: 2 Suppl", ";57(2 Suppl):7-9.", "; 57(2 Suppl): 7-9."),
        ("volume: 34\n  issue: 5\n  supplement: Suppl 100", ";34(5 Suppl 100):7-9.",
         "; 34(5 Suppl 100): 7-9."),
        ("volume: 9", ";9:7-9.", "; 9: 7-9."),
        ("note: x", ":7-9. x.", ": 7-9. x."),
    ],
)  # fmt: skip
def test_volume_issue_and_supplement_print_in_the_journals_form(
    fields: str, base: str, jmums: str
) -> None:
    work = f"- id: a\n  title: T\n  journal: J\n  issued: 2005\n  page: 7-9\n  {fields}\n"
    assert texts(work, BASE)["a"] == f"T. J. 2005{base}"
    assert texts(work, JMUMS)["a"] == f"T. J 2005{jmums}"


def test_identifiers_link_to_their_addresses_and_keep_latin_digits() -> None:
    references = read_references("r.yaml", WORKS + PERSIAN.lstrip()).references
    runs = {one.citekey + one.language: one.runs for one in format_references(references, BASE)}
    assert [run for run in runs["articleen"] if run.href] == [
        Run("10.1016/j.semarthrit.2005.01.016",
            href="https://doi.org/10.1016/j.semarthrit.2005.01.016"),
        Run("15942917", href="https://pubmed.ncbi.nlm.nih.gov/15942917"),
    ]  # fmt: skip
    assert [run.text for run in runs["articlefa"] if run.href] == ["10.1000/xyz123"]
    assert [run.href for run in runs["webpageen"] if run.href] == ["https://www.nhs.uk/calcinosis"]


def test_an_address_that_is_no_web_page_is_no_link() -> None:
    work = "- {id: a, type: webpage, title: X, URL: 'javascript:alert(1)'}"
    runs = format_references(read_references("r.yaml", work).references, BASE)[0].runs
    assert [run.href for run in runs] == [""]


def test_tags_in_a_title_become_runs() -> None:
    work = "- {id: a, type: book, title: 'CO<sub>2</sub> in <i>E. <b>coli</b></i>, p < 0.05?'}"
    assert format_references(read_references("r.yaml", work).references, BASE)[0].runs == (
        Run("CO"), Run("2", subscript=True), Run(" in "), Run("E. ", italic=True),
        Run("coli", italic=True, bold=True), Run(", p < 0.05?"),
    )  # fmt: skip
