"""SARIF, GitHub annotations and the page for authors; and how reporters are found."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from casereport.diagnostics import (
    Diagnostic,
    Fix,
    Related,
    Severity,
    Span,
    TextEdit,
    Worded,
    say,
)
from casereport.reporting import Report, find_reporter, format_names

SCHEMA = Path(__file__).parents[2] / "data" / "sarif" / "sarif-schema-2.1.0.json"
SOURCES = {
    "case.yaml": "title: x\ndates:\n  received: {fa: 1398-11-11}\n",
    "fa.md": "## بحث {#discussion}\n\nبیمار <b>كرست</b> داشت.\n",
    "references.bib": "@article{boulman2005,\n  pages = {281-183}\n}\n",
}
PAGES = Span("references.bib", 2, 12, 2, 19)
FOUND = (
    Diagnostic(
        "DATE001",
        "calendars-disagree",
        Severity.ERROR,
        say("The date {date} is wrong.", date="1398-11-11"),
        Span("case.yaml", 3, 18, 3, 28),
        say("Mend it."),
        related=(Related(Span("fa.md", 3, 1, 3, 6), say("Here.")),),
    ),
    Diagnostic(
        "REF001",
        "pages-run-backwards",
        Severity.WARNING,
        say("Backwards."),
        PAGES,
        fix=Fix(say("Turn them."), (TextEdit(PAGES, "183-281"),), safe=False),
    ),
    Diagnostic("TST001", "unknown-here", Severity.NOTE, say("A note."), Span("fa.md", 3, 10, 3, 14)),
    Diagnostic("SRC001", "unreadable-file", Severity.ERROR, say("Gone."), Span.start_of("en.md")),
)


def told(form: str, *, found: tuple[Diagnostic, ...] = FOUND, **more: Any) -> str:
    given = {"language": "en", "sources": SOURCES, "title": "A <b>title</b>", **more}
    return find_reporter(form)(Report(diagnostics=found, **given))


def sarif(**more: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(told("sarif", **more))
    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(document)
    return document


def test_reporters_are_found_by_name_and_text_comes_first() -> None:
    assert format_names() == ("text", "github", "html", "json", "sarif")
    with pytest.raises(KeyError):
        find_reporter("xml")


@pytest.mark.parametrize("language", ["en", "fa"])
@pytest.mark.parametrize("found", [FOUND, ()])
def test_sarif_is_valid_against_the_schema(language: str, found: tuple[Diagnostic, ...]) -> None:
    document = sarif(language=language, found=found)
    assert len(document["runs"][0]["results"]) == len(found)


def test_sarif_counts_code_points_and_ends_behind_the_last_one() -> None:
    run = sarif()["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "case.yaml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 3, "startColumn": 18, "endLine": 3, "endColumn": 28}


def test_sarif_results_point_at_their_rule_which_brings_its_page() -> None:
    run = sarif()["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert "281-183" in rules[1]["help"]["markdown"]
    assert rules[1]["defaultConfiguration"] == {"level": "warning"}
    assert rules[2] == {"id": "TST001"}


def test_sarif_has_levels_related_places_and_fixes() -> None:
    first, second, third, _ = sarif()["runs"][0]["results"]
    assert [each["level"] for each in (first, second, third)] == ["error", "warning", "note"]
    assert first["relatedLocations"][0]["message"] == {"text": "Here."}
    assert first["message"]["text"] == "The date 1398-11-11 is wrong.\nMend it."
    (fix,) = second["fixes"]
    assert fix["properties"] == {"safe": False}
    (change,) = fix["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "183-281"}


@pytest.mark.parametrize(
    ("case", "uri"),
    [
        ("submissions/one two", "submissions/one%20two/fa.md"),
        ("./one/", "one/fa.md"),
        (".", "fa.md"),
        ("/home/editor/one", "fa.md"),
        ("../one", "fa.md"),
        ("a:b", "a%3Ab/fa.md"),
        ("پرونده", "%D9%BE%D8%B1%D9%88%D9%86%D8%AF%D9%87/fa.md"),
    ],
)
def test_uris_are_relative_and_say_nothing_of_the_machine(case: str, uri: str) -> None:
    result = sarif(case=case)["runs"][0]["results"][2]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_github_annotation_is_one_line_with_its_place() -> None:
    lines = told("github", case="one").splitlines()
    assert lines[0] == (
        "::error file=one/case.yaml,line=3,col=18,endLine=3,endColumn=28,"
        "title=DATE001 calendars-disagree::The date 1398-11-11 is wrong.%0AMend it."
    )
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::notice", "::error"]


def test_github_annotations_escape_what_would_end_a_property_or_a_command() -> None:
    item = Diagnostic(
        "TST001", "x", Severity.ERROR, say("50%: a, b\r\nc"), Span("a,b:c%d.md", 1, 1, 2, 3)
    )
    assert told("github", found=(item,)) == (
        "::error file=a%2Cb%3Ac%25d.md,line=1,col=1,endLine=2,title=TST001 x"
        "::50%25: a, b%0D%0Ac"
    )


def test_no_findings_are_no_annotations() -> None:
    assert told("github", found=()) == ""


class Page(HTMLParser):
    """The elements of a page and their text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)

    def ids(self) -> list[str]:
        return [given["id"] or "" for _, given in self.elements if "id" in given]

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [given for name, given in self.elements if name == tag]


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fa", "rtl")])
def test_the_page_is_whole_and_reads_in_its_direction(language: str, direction: str) -> None:
    page = Page(told("html", language=language, today=datetime.date(2026, 1, 1)))
    assert page.open == []
    (root,) = page.all("html")
    assert root == {"lang": language, "dir": direction}
    assert len(page.ids()) == len(set(page.ids()))


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    text = told("html")
    assert not re.search(r"<script|<img|<link|@import|url\((?!\"data:)|\son\w+=", text)
    assert "default-src 'none'" in text
    assert re.findall(r"https?://\S+", re.sub(r"<pre.*?</pre>", "", text, flags=re.DOTALL)) == []


def test_every_link_of_the_page_leads_to_a_place_in_it() -> None:
    page = Page(told("html"))
    targets = {(given.get("href") or "").removeprefix("#") for given in page.all("a")}
    assert {"rule-DATE001", "rule-REF001", "findings"} <= targets
    assert targets <= set(page.ids())


def test_the_author_s_text_is_escaped() -> None:
    text = told("html")
    assert "<b>title" not in text
    assert "<b>كرست" not in text
    assert "&lt;b&gt;<mark>كرست</mark>&lt;/b&gt;" in text


def test_findings_are_grouped_by_heading_key_and_entry() -> None:
    page = " ".join("".join(Page(told("html")).words).split())
    order = ["dates.received", "DATE001,", "بحث", "A note.", "boulman2005", "Backwards."]
    places = [page.find(word) for word in order if not word.endswith(",")]
    assert places == sorted(places)
    assert -1 not in places


def test_a_line_of_the_narrative_stands_in_its_direction_and_a_key_from_the_left() -> None:
    quotes = [
        given["dir"] for given in Page(told("html")).all("p") if (given.get("class") or "").startswith("quote")
    ]
    assert quotes == ["ltr", "rtl", "rtl", "ltr"]


def test_persian_in_an_example_is_not_set_in_letters_of_one_width() -> None:
    place = Span("fa.md", 3, 10, 3, 14)
    found = (Diagnostic("ORTH003", "spelling-varies", Severity.WARNING, say("Varies."), place),)
    text = told("html", found=found, language="fa")
    assert '<code dir="ltr" class="text">علائم</code>' in text
    assert re.search(r"<pre[^>]*>fa\.md:\n<span class=\"text\">    علائم", text)
    assert "\n    The tumor was removed" in text


def test_another_place_of_a_finding_is_quoted_in_one_line() -> None:
    line = f"{'الف ' * 60}کرست{' ب' * 60}"
    place = Span("fa.md", 1, 241, 1, 245)
    related = (Related(place, say("Here.")),)
    found = (Diagnostic("ORTH010", "x", Severity.NOTE, say("A."), place, related=related),)
    text = told("html", found=found, sources={"fa.md": line}, language="fa")
    own, beside = re.findall(r"<p class=\"quote\"[^>]*>(.*?)</p>", text)
    assert "<mark>کرست</mark>" in own
    assert "<mark>کرست</mark>" in beside
    assert len(beside) < 100 < len(own)


def test_no_findings_are_said_on_the_page_too() -> None:
    assert "No findings." in told("html", found=())


EXPLAINED = (
    Diagnostic(
        "REF001",
        "pages-run-backwards",
        Severity.WARNING,
        say("Backwards."),
        PAGES,
        say("Turn them."),
        reason=say(
            "The journal: {reason} ({url})",
            reason=Worded({"fa": "داوران می\u200cشمارند.", "en": "Reviewers count."}),
            url="https://example.org/r",
        ),
    ),
)


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "html"])
def test_the_journals_reason_is_told_in_every_format_and_the_readers_language(form: str) -> None:
    assert "The journal: Reviewers count. (https://example.org/r)" in told(form, found=EXPLAINED)
    persian = told(form, found=EXPLAINED, language="fa")
    assert "داوران می\u200cشمارند." in persian
    assert "Reviewers count." not in persian


def test_in_json_the_journals_reason_follows_the_hint_and_no_key_is_new() -> None:
    (item,) = json.loads(told("json", found=EXPLAINED))["diagnostics"]
    assert item["hint"] == "Turn them. The journal: Reviewers count. (https://example.org/r)"
    (plain,) = json.loads(told("json", found=FOUND[1:2]))["diagnostics"]
    assert plain["hint"] is None
    assert item.keys() == plain.keys()


def test_a_reason_in_no_language_of_the_reader_is_told_as_it_was_given() -> None:
    reason = say("The journal: {reason}", reason=Worded({"en": "Why."}))
    found = (dataclasses.replace(EXPLAINED[0], reason=reason),)
    assert "Why." in told("text", found=found, language="fa")
