"""PROF001-PROF018: what is wrong with a journal's folder, at the very words."""

from __future__ import annotations

import pytest

from casereport.checks.profile._sheets import code_of, declarations
from casereport.journals.profile import read_profile
from casereport.pipeline.profiles import check_profile
from casereport.text.characters import OBJECT_REPLACEMENT
from casereport.workspace import MemoryWorkspace
from tests.checks.conftest import TODAY, bundled_journal


def places(found, code: str):  # type: ignore[no-untyped-def]
    return [
        (item.span.file, item.span.line, item.span.column, item.span.end_column)
        for item in found
        if item.code == code
    ]


def codes(found) -> list[str]:  # type: ignore[no-untyped-def]
    return [item.code for item in found]


@pytest.mark.parametrize("name", ["base", "jmums", "clinical-brief", "manuscript"])
def test_every_bundled_journal_is_sound(name: str) -> None:
    folder = bundled_journal(name)
    assert folder is not None
    assert check_profile(folder, bundled_journal).diagnostics == ()


def test_the_minimal_journal_is_sound(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    assert diagnose_profile({}) == ()


def test_a_folder_without_a_manifest_is_told_once(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    empty = MemoryWorkspace("example", {"style.css": b"p { color: red }"}, TODAY)
    assert codes(check_profile(empty, bundled_journal).diagnostics) == ["PROF001"]
    assert codes(diagnose_profile({"journal.yaml": "name: [\n"})) == ["SRC002"]
    assert codes(diagnose_profile({"journal.yaml": b"name: \xff\n"})) == ["SRC011"]


def test_yaml_never_guesses_in_a_journal(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    files = {"journal.yaml": "name: {fa: no, en: 0012}\nlimits: {figures: 1_000}\nsole: on\n"}
    found = diagnose_profile(files)
    assert [item.message.values.get("value") for item in found] == ["1_000", "on"]


def test_a_key_is_told_at_its_key_with_the_nearest_name(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    found = diagnose_profile({"journal.yaml": "limits: {abstract_words: 200, hue: 3}\n"})
    assert places(found, "PROF002") == [("journal.yaml", 3, 10, 24), ("journal.yaml", 3, 31, 34)]
    assert found[0].hint.values["nearest"] == "abstract-words"
    assert "abstract-words" in found[1].hint.values["known"]


def test_what_is_wrong_in_an_item_is_told_there_and_what_follows_from_it_is_not(
    diagnose_profile,  # type: ignore[no-untyped-def]
) -> None:
    found = diagnose_profile({"journal.yaml": "required: {sections: [abstract, discusion]}\n"})
    assert places(found, "PROF003") == [("journal.yaml", 3, 33, 42)]
    assert found[0].hint.values["nearest"] == "discussion"
    assert codes(found) == ["PROF003"]


@pytest.mark.parametrize(
    ("manifest", "value"),
    [
        ("checks: {REF009: loud}", "loud"),
        ("checks: {REF009: {severity: loud}}", "loud"),
        ("checks: {ref9: note}", "ref9"),
        ("checks: {REF009: {url: www.example.org}}", "www.example.org"),
        ("dates: {fa: {line: 'no field'}}", "no field"),
        ("typography: {accent: red}", "red"),
        ("print: {persian: full}", "persian"),
    ],
)
def test_a_value_that_does_not_fit_is_quoted(manifest: str, value: str, diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    (item,) = diagnose_profile({"journal.yaml": manifest + "\n"})
    assert (item.code, item.message.values["value"]) == ("PROF003", value)
    assert item.span.line == 3


def test_a_base_of_ones_own_must_say_all(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    alone = MemoryWorkspace("example", {"journal.yaml": b"name: X\norder: [fa]\n"}, TODAY)
    found = check_profile(alone, bundled_journal).diagnostics
    missing = {item.message.values["key"] for item in found}
    assert {"page", "typography", "sections", "calendars"} <= missing
    assert set(codes(found)) == {"PROF003"}


def test_a_rule_of_the_parent_is_told_in_the_parent_alone() -> None:
    parent = MemoryWorkspace("p", {"journal.yaml": b"extends: base\nname: X\nchecks: {XYZ123: off}\n"}, TODAY)
    child = MemoryWorkspace("c", {"journal.yaml": b"extends: p\nname: Y\n"}, TODAY)
    beside = {"p": parent}.get
    assert check_profile(child, lambda n: beside(n) or bundled_journal(n)).diagnostics == ()
    assert codes(check_profile(parent, bundled_journal).diagnostics) == ["PROF004"]


def test_a_limit_here_and_one_above_may_contradict(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    found = diagnose_profile({"journal.yaml": "extends: jmums\nlimits: {keywords-most: 2}\n"})
    assert places(found, "PROF005") == [("journal.yaml", 3, 25, 26)]
    lifted = "extends: jmums\nlimits: {keywords-most: 2, keywords-least: off}\n"
    assert diagnose_profile({"journal.yaml": lifted}) == ()


def test_a_circle_of_two_is_told_and_own_keys_all_the_same() -> None:
    one = MemoryWorkspace("one", {"journal.yaml": b"extends: two\nname: X\nhue: 1\n"}, TODAY)
    two = MemoryWorkspace("two", {"journal.yaml": b"extends: one\nname: X\n"}, TODAY)
    found = check_profile(one, {"one": one, "two": two}.get).diagnostics
    assert codes(found) == ["PROF007", "PROF002"]
    assert found[0].message.values["parent"] == "one"
    broken = MemoryWorkspace("two", {"journal.yaml": b"- a list\n"}, TODAY)
    (item,) = check_profile(
        MemoryWorkspace("one", {"journal.yaml": b"extends: two\nname: X\n"}, TODAY), {"two": broken}.get
    ).diagnostics
    assert (item.code, item.span.line, item.span.column) == ("PROF007", 1, 10)


def test_a_name_is_not_filled_up_from_the_parent(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    found = diagnose_profile({"journal.yaml": "extends: jmums\nname: {fa: x}\n"})
    assert codes(found) == ["PROF014"]
    read = read_profile(
        MemoryWorkspace("e", {"journal.yaml": b"extends: jmums\nname: {fa: x}\n"}, TODAY), bundled_journal
    )
    assert read.manifest is not None
    assert dict(read.manifest.name.texts) == {"fa": "x"}


def test_an_abstract_base_need_not_name_itself_in_each_language(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    assert diagnose_profile({"journal.yaml": "abstract: yes\nname: {en: Ours}\n"}) == ()


CSS = {
    ".a { margin-left: 1mm }": [("margin-left", 6)],
    ".a { float: left; text-align:right }": [("left", 13), ("right", 30)],
    ".a { border-top-right-radius: 0 }": [("border-top-right-radius", 6)],
    "/* left */ .a { color: red } .left:hover { right: 0 }": [("right", 44)],
    ".a { margin-inline-start: 0; content: 'left' }": [],
    ".a-left, #right { color: red } @page x { @top-left { color: red } }": [],
    ".a { --left: 1mm; width: var(--left); color: {{ page.left }} }": [],
    "@page :left { color: red }": [],
    ".leftover { grid-area: bright }": [],
}


@pytest.mark.parametrize("sheet", CSS)
def test_sides_are_found_in_declarations_alone(sheet: str, diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    for name in ("style.css", "parts/page.css.j2"):
        found = diagnose_profile({name: sheet})
        told = [(item.message.values["word"], item.span.column) for item in found]
        assert told == CSS[sheet]


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (".a { background: url(x.png) }", ["url(x.png)"]),
        (".a { background: URL( 'http://e.org/x' ) }", ["URL( 'http://e.org/x"]),
        ("@import url(a.css);", ["@import url(a.css)"]),
        (".a { background: url(data:image/png;base64,AAAA) } /* url(x) */", []),
        (".a { fill: url(#mark) }", []),
    ],
)
def test_addresses_are_found_where_they_are_loaded(sheet: str, told: list[str], diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    found = diagnose_profile({"style.css": sheet})
    assert [item.message.values["address"] for item in found] == told


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("p { font-family: Nazli, 'B Titr', serif }", [("Nazli", 18), ("B Titr", 26)]),
        ("p { font-family: var(--latin, Georgia), \"Vazirmatn Arabic\" !important }", []),
        ("p { font-family: inherit }", []),
        ("p { font-family: {{ typography.latin_family }} }", []),
    ],
)
def test_families_are_found_one_by_one(sheet: str, told: list[tuple[str, int]], diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    found = diagnose_profile({"style.css": sheet})
    assert [(item.message.values["family"], item.span.column) for item in found] == told
    assert diagnose_profile({"screen.css": sheet}) == ()


def test_latin_alone_is_no_persian_family(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    (item,) = diagnose_profile({"journal.yaml": "typography: {persian-family: Liberation Serif}\n"})
    assert item.code == "PROF008"


@pytest.mark.parametrize(
    ("template", "code", "word"),
    [
        ("<b>{{ x|safe }}</b>", "PROF011", "safe"),
        ("{% if a %}\n{% autoescape false %}{{ x }}{% endautoescape %}{% endif %}", "PROF011", "autoescape"),
        ("{{ a + 1 }}", "PROF012", "+"),
        ("{{ x | round }}", "PROF012", "round"),
        ("{% for i in range(3) %}{{ i }}{% endfor %}", "PROF012", "range"),
        ("{% if %}", "PROF013", None),
        ("{% extends 'nowhere/article.html.j2' %}", "PROF013", "nowhere/article.html.j2"),
    ],
)
def test_templates_are_read_as_jinja_reads_them(
    template: str, code: str, word: str | None, diagnose_profile  # type: ignore[no-untyped-def]
) -> None:
    (item,) = diagnose_profile({"parts/own.html.j2": template})
    assert item.code == code
    if word is not None:
        line = template.split("\n")[item.span.line - 1]
        assert line[item.span.column - 1 : item.span.end_column - 1] == word


def test_what_a_template_may_say_is_silent(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    template = (
        "{% extends 'base/article.html.j2' %}{# | safe #}{% set a = b | list or c %}"
        "{% include 'parts/notes.html.j2' %}{% include name %}{{ a[-1] }}{{ b ~ ' Arabic' }}{{ 'a | safe' }}"
    )
    assert diagnose_profile({"parts/own.html.j2": template}) == ()


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("page: {margin-side: 80mm}", 0),
        ("page: {margin-side: 86mm}", 1),
        ("page: {size: A5, margin-side: 20mm}\nlayout: {columns: '2'}", 0),
        ("page: {size: A5, margin-side: 32mm}\nlayout: {columns: '2'}", 1),
        ("page: {margin-side: 250pt}", 1),
        ("page: {margin-side: 30%}", 0),
        ("page: {margin-top: 120mm, margin-bottom: 120mm}", 1),
    ],
)
def test_a_page_holds_its_columns_or_is_told(page: str, count: int, diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    assert codes(diagnose_profile({"journal.yaml": page + "\n"})) == ["PROF016"] * count


@pytest.mark.parametrize("issn", ["1735-926", "1735 9260", "1735-926x", "\u06f1\u06f7\u06f3\u06f5-9260"])
def test_an_issn_has_one_form(issn: str, diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    (item,) = diagnose_profile({"journal.yaml": f"issn: {{print: {issn}}}\n"})
    assert (item.code, item.message.values["value"]) == ("PROF015", issn)


def test_an_issn_may_end_in_x(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    assert diagnose_profile({"journal.yaml": "issn: {electronic: 2434-561X}\n"}) == ()


def test_a_language_needs_all_its_parts(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    (item,) = diagnose_profile({"journal.yaml": "order: [en]\n"})
    assert (item.code, item.message.values["lacking"]) == ("PROF017", ("order",))
    (item,) = diagnose_profile({"journal.yaml": "name: X\nprint: {ar: full}\norder: [fa, en, ar]\n"})[:1]
    assert item.message.values["language"] == "ar"


@pytest.mark.parametrize(
    ("style", "line"),
    [("<style>\n<a></b>\n</style>", 2), ("", 1), ("<style/>", 1), ("<!DOCTYPE style><style/>", 1)],
)
def test_a_style_that_cannot_be_used_is_told_where_it_breaks(style: str, line: int, diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    (item,) = diagnose_profile({"references.csl": style})
    assert (item.code, item.span.line) == ("PROF018", line)


def test_a_style_that_fails_only_when_it_sets_a_reference_is_told(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info/>'
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout><text macro="absent"/></layout></bibliography></style>'
    )
    (item,) = diagnose_profile({"references.csl": style})
    assert item.code == "PROF018"


def test_other_files_of_the_folder_are_let_alone(diagnose_profile) -> None:  # type: ignore[no-untyped-def]
    assert diagnose_profile({"README.txt": b"\xff left: url(x)", "logo.png": b"\x89PNG"}) == ()


def test_code_keeps_its_length_and_its_lines() -> None:
    text = "a /* x\ny */ { b: '{{ q }}' }\n{% if z %}c:d{e:f}{# unclosed"
    code = code_of(text)
    assert len(code) == len(text)
    assert code.count("\n") == text.count("\n")
    assert OBJECT_REPLACEMENT * 9 in code
    assert [one.name for one in declarations(code)] == ["b", "e"]
