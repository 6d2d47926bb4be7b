"""A whole case: what is read, and every kind of broken input of the issue, told by its place."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from casereport.reading import ReadResult, read_case
from casereport.workspace import DiskWorkspace, UnreadableError

Read = Callable[..., ReadResult]
Findings = Callable[[dict[str, str | bytes | None]], list[tuple[str, str, int, int]]]

TITLE = "title: x\njournal: jmums\n"


def test_a_good_case_is_read_without_a_finding(read: Read) -> None:
    result = read({"references.yaml": "- id: a2005\n  type: book\n  title: A book\n"})
    assert result.diagnostics == ()
    assert result.case is not None
    assert result.case.facts.title.get("en") == "A case report"
    assert sorted(result.case.narratives) == ["en", "fa"]
    assert [reference.citekey for reference in result.case.references] == ["a2005"]
    assert result.case.reference_files == ("references.yaml",)
    assert result.case.today == datetime.date(2020, 1, 21)
    assert set(result.sources) == {"case.yaml", "fa.md", "en.md", "references.yaml"}


def test_a_yaml_syntax_error_is_told_and_the_narrative_is_still_read(read: Read) -> None:
    result = read({"case.yaml": "title: x\nlabs: [a\n", "fa.md": "## بحث\n<b>x\n"})
    assert result.case is None
    assert [(d.code, d.span.file, d.span.line, d.span.column) for d in result.diagnostics] == [
        ("SRC002", "case.yaml", 2, 7),
        ("SRC014", "fa.md", 2, 1),
    ]


@pytest.mark.parametrize(
    ("case_yaml", "expected"),
    [
        pytest.param("title: x\npatient:\n\tage: 4\n", ("SRC002", 3, 1), id="a tab"),
        pytest.param(TITLE + "patient: [4]\n", ("SRC004", 3, 1), id="a list for a mapping"),
        pytest.param(TITLE + "patient:\n  age: old\n", ("SRC004", 4, 8), id="a wrong type"),
        pytest.param(TITLE + "patients: {}\n", ("SRC003", 3, 1), id="an unknown field"),
        pytest.param(
            TITLE + "dates:\n  received: 1402-12-30\n", ("DATE002", 4, 13), id="no such Jalali day"
        ),
        pytest.param("title: x\njournal: jmunz\n", ("SRC015", 2, 10), id="an unknown journal"),
        pytest.param("journal: jmums\n", ("SRC005", 1, 1), id="no title"),
        pytest.param(TITLE + "title: y\n", ("SRC006", 3, 1), id="a key twice"),
        pytest.param(TITLE + "labs: " + "[" * 100, ("SRC016", 3, 70), id="deep nesting"),
        pytest.param(TITLE + "patient: *p\n", ("SRC002", 3, 10), id="an unknown alias"),
        pytest.param("", ("SRC005", 1, 1), id="an empty file"),
        pytest.param("- x\n", ("SRC004", 1, 1), id="a list"),
        pytest.param("title: x\0\njournal: jmums\n", ("SRC012", 1, 9), id="a NUL"),
        pytest.param("x" * 2_000_001, ("SRC010", 1, 1), id="two megabytes"),
    ],
)
def test_a_broken_case_file_is_told_by_its_place(
    findings: Findings, case_yaml: str, expected: tuple[str, int, int]
) -> None:
    code, line, column = expected
    assert findings({"case.yaml": case_yaml})[0] == (code, "case.yaml", line, column)


def test_a_wrong_field_costs_only_itself(read: Read) -> None:
    text = TITLE + "labs:\n  crp: {name: CRP, value: 12 mg/L, flag: hihg}\n  esr: {name: ESR}\n"
    result = read({"case.yaml": text})
    assert result.case is not None
    assert list(result.case.facts.labs) == ["crp"]
    assert result.case.facts.labs["crp"].flag is None
    assert [d.code for d in result.diagnostics] == ["SRC004", "SRC005"]


def test_a_missing_case_file_is_told(findings: Findings) -> None:
    assert findings({"case.yaml": None}) == [("SRC001", "case.yaml", 1, 1)]


def test_a_missing_narrative_points_at_its_language(findings: Findings) -> None:
    text = "title: x\njournal: jmums\nlanguages:\n  - fa\n  - en\n"
    assert findings({"case.yaml": text, "en.md": None}) == [("SRC001", "case.yaml", 5, 5)]


def test_a_language_that_is_not_of_the_case_is_not_read(read: Read) -> None:
    result = read({"case.yaml": "title: x\njournal: jmums\nlanguages: [fa]\n", "en.md": "<b>"})
    assert result.diagnostics == ()
    assert result.case is not None
    assert list(result.case.narratives) == ["fa"]


def test_a_narrative_in_windows_1256_is_named_and_passed_over(read: Read) -> None:
    content = "## Discussion\nبيمار خوب است".encode("cp1256")
    result = read({"fa.md": content})
    (found,) = result.diagnostics
    assert (found.code, found.span.line, found.span.column) == ("SRC011", 2, 1)
    assert found.message.values["encoding"] == "Windows-1256"
    assert result.case is not None
    assert list(result.case.narratives) == ["en"]


def test_an_unreadable_folder_is_told(tmp_path: Path) -> None:
    result = read_case(DiskWorkspace(tmp_path / "none"), journals=(), languages=())
    assert result.case is None
    assert [d.code for d in result.diagnostics] == ["SRC001"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0)
    result = read_case(DiskWorkspace(tmp_path), journals=(), languages=())
    tmp_path.chmod(0o700)
    assert [d.code for d in result.diagnostics] == ["SRC001"]


class Refusing:
    """A workspace whose folder, or whose files, may not be read."""

    name = "case"
    today = datetime.date(2020, 1, 21)

    def __init__(self, reason: str, *, names: tuple[str, ...] | None) -> None:
        self.reason = reason
        self._names = names

    def names(self) -> tuple[str, ...]:
        if self._names is None:
            raise UnreadableError("case", self.reason)
        return self._names

    def read(self, name: str) -> bytes:
        raise UnreadableError(name, self.reason)


@pytest.mark.parametrize("reason", ["missing", "permission", "not-a-file", "failed"])
def test_a_refused_folder_is_an_unreadable_file(reason: str) -> None:
    result = read_case(Refusing(reason, names=None), journals=(), languages=())
    assert [d.code for d in result.diagnostics] == ["SRC001"]


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("permission", "SRC001"),
        ("outside", "SRC001"),
        ("failed", "SRC001"),
        ("too-large", "SRC010"),
    ],
)
def test_a_refused_file_is_told(reason: str, code: str) -> None:
    result = read_case(Refusing(reason, names=("case.yaml",)), journals=(), languages=())
    assert [(d.code, d.span.file) for d in result.diagnostics] == [(code, "case.yaml")]


def test_a_folder_of_too_many_files_is_too_large() -> None:
    result = read_case(Refusing("too-large", names=None), journals=(), languages=())
    assert [d.code for d in result.diagnostics] == ["SRC010"]


def test_images_are_read_by_the_path_as_written(read: Read) -> None:
    figures = (
        "figures:\n  a: {file: {fa: figures/a.png, en: ../b.png}}\n"
        "  b: {panels: [{caption: c, file: figures/none.png}]}\n"
    )
    case = read({"case.yaml": TITLE + figures, "figures/a.png": b"PNG"}).case
    assert case is not None
    assert {name: (image.content, image.reason) for name, image in case.images.items()} == {
        "figures/a.png": (b"PNG", ""),
        "../b.png": (None, "outside"),
        "figures/none.png": (None, "missing"),
    }


def test_a_broken_reference_costs_only_itself(read: Read) -> None:
    bib = "@article{a,\n title = {A}\n}\n@article{b\n title = {B}\n@article{c, title = {C}}\n"
    result = read({"references.bib": bib})
    assert result.case is not None
    assert {reference.citekey for reference in result.case.references} >= {"a", "c"}
    assert [d.code for d in result.diagnostics if d.span.file == "references.bib"] == ["SRC001"]


def test_duplicate_citekeys_are_left_to_the_checks(read: Read) -> None:
    result = read({"references.bib": "@book{a, title={A}}\n@book{a, title={B}}\n"})
    assert result.case is not None
    assert [reference.citekey for reference in result.case.references] == ["a", "a"]
    assert result.diagnostics == ()


def test_a_reference_file_of_an_unknown_format_is_told(findings: Findings) -> None:
    assert findings({"references.doc": b"x"}) == [("SRC001", "references.doc", 1, 1)]


def test_copies_and_folders_are_no_reference_files(read: Read) -> None:
    result = read({"references.bib~": b"x", "old/references.bib": b"x", "references": b"x"})
    assert result.diagnostics == ()


def test_faults_of_yaml_references_have_yaml_s_sentences(findings: Findings) -> None:
    assert findings({"references.yaml": "- id: a\n\t- b\n"}) == [
        ("SRC002", "references.yaml", 2, 1)
    ]


def test_ignores_of_all_files_are_collected(read: Read) -> None:
    result = read(
        {
            "case.yaml": "# casereport: ignore CARE001 the source has none\n" + TITLE,
            "fa.md": "## بحث\n<!-- casereport: ignore ORTH002 as printed -->\nمتن\n",
            "references.bib": "% casereport: ignore REF001 as printed\n@book{a,\n title={A}\n}\n",
        }
    )
    assert [(i.file, i.codes, i.first_line, i.last_line) for i in result.ignores] == [
        ("case.yaml", ("CARE001",), 1, 2),
        ("fa.md", ("ORTH002",), 2, 3),
        ("references.bib", ("REF001",), 1, 4),
    ]


def test_findings_are_in_the_order_of_files_and_lines(read: Read) -> None:
    found = read({"case.yaml": "zzz: 1\ntitle: [x]\n", "en.md": "<b>\n"}).diagnostics
    assert list(found) == sorted(found, key=lambda diagnostic: diagnostic.sort_key)


@pytest.mark.parametrize("near", ["case.yml", "Case.yaml", "CASE.YML", "case.yaml.txt"])
def test_a_file_that_is_almost_case_yaml_is_named(near: str, read: Read) -> None:
    result = read({"case.yaml": None, near: "title: x\n"})
    (found,) = result.diagnostics
    assert (found.code, found.span.file) == ("SRC001", "case.yaml")
    assert found.hint is not None
    assert found.hint.values == {"near": near, "file": "case.yaml"}


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff", "<!-- to be written -->\n"])
def test_a_narrative_without_a_word_is_told(text: str, findings: Findings) -> None:
    assert findings({"fa.md": text}) == [("SRC005", "fa.md", 1, 1)]


def test_a_narrative_whose_only_text_is_refused_is_not_called_empty(read: Read) -> None:
    assert [found.code for found in read({"fa.md": "[" * 301 + "x"}).diagnostics] == ["SRC010"]


def test_references_beyond_those_of_any_case_are_told_once_and_left_out(read: Read) -> None:
    entries = "".join(f"@book{{k{n}, title = {{t}}}}\n" for n in range(2_001))
    result = read({"references.bib": entries})
    (found,) = (one for one in result.diagnostics if one.code == "SRC010")
    assert (found.span.file, found.span.line) == ("references.bib", 2_001)
    assert result.case is not None
    assert [one.citekey for one in result.case.references[-1:]] == ["k1999"]


def test_a_folder_below_the_case_that_may_not_be_listed_is_named() -> None:
    class Closed(Refusing):
        def names(self) -> tuple[str, ...]:
            raise UnreadableError("figures", "permission")

    (found,) = read_case(Closed("permission", names=None), journals=(), languages=()).diagnostics
    assert found.code == "SRC001"
    assert found.message.values["folder"] == "case/figures"


def test_reference_files_whose_text_cannot_be_had_are_known_to_the_case(read: Read) -> None:
    result = read({"references.bib": "@book{a, title = {ü}}".encode("latin-1")})
    assert [found.code for found in result.diagnostics] == ["SRC011"]
    assert result.case is not None
    assert result.case.unread_reference_files == ("references.bib",)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("labs: {a: {name: A, value: 1, unit: <i>g</i>}}\n", [(3, 37), (3, 41)]),
        ("keywords: {en: ['a <b> c']}\n", [(3, 20)]),
        ("contributors: [{name: <b>A</b>}]\n", [(3, 23), (3, 27)]),
        ("labs: {a: {name: A, value: <5}}\n", []),
        ("labs: {a: {name: A <i>b</i>, value: 1}}\n", []),  # Markdown: told when it is set
        ("figures: {a: {caption: A <i>, alt: B <i>}}\n", [(3, 38)]),
    ],
)
def test_html_in_a_plain_value_is_told_at_its_place(
    read: Read, case: str, expected: list[tuple[int, int]]
) -> None:
    found = read({"case.yaml": TITLE + case}).diagnostics
    places = [(each.span.line, each.span.column) for each in found if each.code == "SRC014"]
    assert places == expected


def test_what_stands_on_a_forbidden_character_is_not_told_twice(findings: Findings) -> None:
    for case in (
        "patient: {sex: fem\0ale}\n",
        "la\0bs: {}\n",
        "labs: {a\0: {name: x, value: 1}}\n",
        "labs: {a: {name: x, va\0lue: 1}}\n",
        "affiliations: {on\0e: {text: x}}\ncontributors: [{name: x, affiliations: [one]}]\n",
        "patient:\0\n  age: 44\n",
    ):
        assert [code for code, *_ in findings({"case.yaml": TITLE + case})] == ["SRC012"]


@pytest.mark.parametrize("text", ["", "\n", "hello\nnot BibTeX\n", "% a comment\n"])
def test_a_reference_file_without_an_entry_is_a_warning(read: Read, text: str) -> None:
    (found,) = read({"references.bib": text}).diagnostics
    assert (found.code, found.severity, found.span.file) == ("SRC005", "warning", "references.bib")


def test_a_reference_file_with_other_letters_is_named(read: Read) -> None:
    result = read({"References.bib": "@book{a, title={A}}\n"})
    (found,) = result.diagnostics
    assert (found.code, found.span.file) == ("SRC001", "references.bib")
    assert found.hint is not None
    assert found.hint.values["near"] == "References.bib"
    assert result.case is not None
    assert result.case.unread_reference_files == ("references.bib",)
    assert read({"references.yml": "- {id: a, type: book, title: A}\n"}).diagnostics == ()
    assert read({"references.BIB": "@book{a, title={A}}\n"}).diagnostics == ()


def test_a_bare_json_value_is_hinted_in_terms_of_json(read: Read) -> None:
    (found,) = read({"references.json": '"hello"'}).diagnostics
    assert found.code == "SRC001"
    assert '{"id"' in str(found.hint)


def test_a_narrative_with_other_letters_is_named(read: Read) -> None:
    (found,) = read({"fa.md": None, "FA.md": "## x\n"}).diagnostics
    assert (found.code, found.span.file, found.span.line) == ("SRC001", "case.yaml", 2)
    assert found.hint is not None
    assert found.hint.values["near"] == "FA.md"


@pytest.mark.parametrize("name", ["fa.md", "references.bib", "references.json"])
def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "case.yaml").write_text("title: x\njournal: jmums\n", "utf-8")
    for language in ("fa", "en"):
        (tmp_path / f"{language}.md").write_text("## Discussion\n\nText.\n", "utf-8")
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).mkdir()
    result = read_case(DiskWorkspace(tmp_path), journals=("jmums",), languages=("fa", "en"))
    (found,) = result.diagnostics
    assert (found.code, found.message.values["file"]) == ("SRC001", name)
    assert "folder" in str(found.message)


@pytest.mark.parametrize("name", ["case.yaml", "fa.md", "references.bib"])
def test_a_link_to_itself_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "case.yaml").write_text("title: x\njournal: jmums\n", "utf-8")
    for language in ("fa", "en"):
        (tmp_path / f"{language}.md").write_text("## Discussion\n\nText.\n", "utf-8")
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).symlink_to(name)
    result = read_case(DiskWorkspace(tmp_path), journals=("jmums",), languages=("fa", "en"))
    (found,) = result.diagnostics
    assert (found.code, found.span.file) == ("SRC001", name)


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout><text variable="citation-number"/></layout></citation>
<bibliography><layout><text variable="title"/></layout></bibliography></style>"""
WITH_STYLE = "title: {fa: گ, en: T}\njournal: jmums\nreferences: {csl: styles/my.csl}\n"


def test_a_case_brings_its_own_style(read: Read) -> None:
    result = read({"case.yaml": WITH_STYLE, "styles/my.csl": STYLE})
    assert result.case is not None
    assert result.case.reference_style is not None
    assert (result.case.reference_style.file, result.diagnostics) == ("styles/my.csl", ())


@pytest.mark.parametrize(
    ("style", "place"),
    [
        (None, ("case.yaml", 3, 19)),
        ("<style>\n<a></style>", ("styles/my.csl", 2, 12)),
        ("<!DOCTYPE a>\n" + STYLE, ("styles/my.csl", 1, 1)),
        (STYLE.replace("in-text", "note"), ("styles/my.csl", 1, 1)),
        (STYLE.replace('<text variable="title"/>', '\n<text macro="m"/>'), ("styles/my.csl", 4, 1)),
        (b"\xff\xfe<style/>", ("styles/my.csl", 1, 1)),
        (STYLE + " " * 1_000_001, ("styles/my.csl", 1, 1)),
    ],
)
def test_a_style_that_cannot_be_used_is_told_at_its_place(
    read: Read, style: str | bytes | None, place: tuple[str, int, int]
) -> None:
    result = read({"case.yaml": WITH_STYLE, "styles/my.csl": style})
    assert result.case is not None
    assert result.case.reference_style is None
    (found,) = result.diagnostics
    assert found.severity == "error"
    assert (found.span.file, found.span.line, found.span.column) == place
    assert found.hint
