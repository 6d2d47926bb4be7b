"""The HTML page: one file, accessible, right in both directions, safe."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from lxml import html as lxml_html

from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from tests.conftest import memory_case, rendered

SAMPLES = ("crest-calcinosis-44f", "crest-calcinosis-44f-as-printed", "hand-calcinosis-66")


def page(sample: str) -> Any:
    result = rendered(sample)
    content = next(file.content for file in result.outputs if file.path.endswith(".html"))
    return lxml_html.fromstring(content.decode("utf-8"))


@pytest.mark.parametrize("sample", SAMPLES)
class TestPage:
    def test_every_edition_has_one_h1_and_its_language_and_direction(self, sample: str) -> None:
        editions = page(sample).xpath("//article")
        assert {e.get("lang"): e.get("dir") for e in editions} == {"fa": "rtl", "en": "ltr"}
        for edition in editions:
            assert len(edition.xpath(".//h1")) == 1

    def test_ids_are_unique_and_every_inner_link_has_its_target(self, sample: str) -> None:
        root = page(sample)
        ids = Counter(root.xpath("//@id"))
        assert max(ids.values()) == 1
        targets = [href[1:] for href in root.xpath("//a/@href") if href.startswith("#")]
        assert targets
        assert set(targets) <= set(ids)

    def test_every_image_has_words_and_nothing_is_fetched(self, sample: str) -> None:
        root = page(sample)
        images = root.xpath("//img")
        assert images
        assert all(image.get("alt") for image in images)
        sources = root.xpath("//@src | //link/@href")
        assert all(source.startswith("data:") for source in sources)

    def test_there_is_a_way_past_the_bar_and_between_languages(self, sample: str) -> None:
        root = page(sample)
        assert root.xpath("//a[@class='skip']/@href") == ["#main"]
        assert sorted(root.xpath("//nav//a/@hreflang")) == ["en", "fa"]


def test_citations_lead_to_references_and_back() -> None:
    root = page("crest-calcinosis-44f")
    references = root.xpath("//li[@class='ref']")
    assert len(references) == 22
    for reference in references:
        backs = [a.get("href")[1:] for a in reference.xpath(".//a[@class='back']")]
        assert backs
        for identifier in backs:
            (group,) = root.xpath(f"//*[@id='{identifier}']")
            # A reference inside a range is cited by the group without a link of its own.
            ends = [int(href.rpartition("-")[2]) for href in group.xpath(".//a/@href")]
            assert min(ends) <= int(reference.get("value")) <= max(ends)


BILINGUAL = {
    "case_yaml": "languages: [en, fa]\ntitle: {fa: عنوان, en: Title}\n"
    "contributors: [{name: {fa: الف, en: A}}]\n",
    "en_md": "## Introduction {#introduction}\n\nA [@a; @b][^n], b [@a][^n].\n\n[^n]: Note.\n",
    "fa_md": "## مقدمه {#introduction}\n\nمتن [@a][^n].\n\n[^n]: یادداشت.\n",
    "references_bib": "".join(
        f"@article{{{key}, author={{Smith, J}}, title={{On {key}}}, journal={{J}}, year={{2020}}}}\n"
        for key in "abc"
    ),
}


def bilingual() -> Any:
    options = RenderOptions(formats=("html",), journal="clinical-brief")
    (file,) = render_case(memory_case("two", **BILINGUAL), options).outputs
    return lxml_html.fromstring(file.content.decode("utf-8"))


def test_the_ways_back_are_lettered_and_named_in_each_language() -> None:
    first, second, *_ = bilingual().xpath("//li[@class='ref']")
    links = first.xpath(".//a[@class='back']")
    assert [(a.text, a.get("aria-label")) for a in links] == [
        ("a", "Reference 1: back to citation 1"),
        ("b", "Reference 1: back to citation 2"),
        ("الف", "منبع ۱: بازگشت به استناد ۱"),
    ]
    assert {a.get("role") for a in links} == {"doc-backlink"}
    assert [a.getparent().get("lang") for a in links] == ["en", "en", "fa"]
    assert [a.text for a in second.xpath(".//a[@class='back']")] == ["\u21a9"]


def test_every_link_of_a_citation_or_note_has_a_name_of_its_own() -> None:
    root = bilingual()
    backs = root.xpath("//a[@role='doc-backlink']/@aria-label")
    assert len(set(backs)) == len(backs) == 7
    names = root.xpath("//a[@role='doc-biblioref']/@aria-label")
    assert sorted(set(names)) == ["Reference 1", "Reference 2", "منبع شماره ۱"]


def test_notes_lead_to_their_marks_and_marks_to_their_notes() -> None:
    root = bilingual()
    for edition, marks in (("en", 2), ("fa", 1)):
        calls = root.xpath(f"//article[@id='{edition}']//a[@role='doc-noteref']")
        assert len(calls) == marks
        assert {call.get("href") for call in calls} == {f"#{edition}-fn-1"}
        (note,) = root.xpath(f"//*[@id='{edition}-fn-1' and @role='doc-footnote']")
        backs = note.xpath(".//a[@role='doc-backlink']/@href")
        assert backs == [f"#{call.getparent().get('id')}" for call in calls]


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }} {% for x in y %}",
    "</style><svg onload=alert(1)>",
    "javascript:alert(1)",
    "]]></title><b>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_an_author_types_is_text_in_every_field(text: str) -> None:
    quoted = text.replace("'", "''")
    case = f"""\
journal: manuscript
languages: [en]
title: {{en: '{quoted}'}}
running-title: {{en: '{quoted}'}}
contributors:
  - name: {{en: '{quoted}'}}
    degrees: {{en: '{quoted}'}}
    affiliations: [one]
    corresponding: yes
    address: {{en: '{quoted}'}}
affiliations: {{one: {{text: {{en: '{quoted}'}}}}}}
keywords: {{en: ['{quoted}']}}
dates: {{received: 2020-01-21, line: {{en: '{quoted}'}}}}
labs: {{hb: {{name: {{en: '{quoted}'}}, value: 12, unit: '{quoted}', note: {{en: '{quoted}'}}}}}}
timeline: [{{when: 0, event: {{en: '{quoted}'}}}}]
statements: {{funding: {{en: '{quoted}'}}}}
tables: {{labs: {{caption: {{en: '{quoted}'}}}}}}
"""
    prose = "## Introduction {#introduction}\n\nText.\n\n::: labs\n:::\n\n::: timeline\n:::\n"
    result = render_case(
        memory_case("hostile", case_yaml=case, en_md=prose),
        RenderOptions(formats=("html",), journal="clinical-brief"),
    )
    # A unit of this shape may be refused; what is accepted must come out as text.
    for file in result.outputs:
        root = lxml_html.fromstring(file.content.decode("utf-8"))
        assert not root.xpath("//script | //svg | //img | //*[@onerror or @onload]")
        links = root.xpath("//a/@href")
        assert all(link.startswith(("#", "http", "mailto:")) for link in links)
        assert "49" not in root.text_content().split()
    assert result.outputs or any(found.severity == "error" for found in result.diagnostics)
