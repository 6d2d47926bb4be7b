"""Journals are data: inheritance, look-up, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from casereport import resources
from casereport.diagnostics import Severity
from casereport.errors import JournalsFolderError, ResourceMissingError
from casereport.inspection import read_glyphs
from casereport.journals import InvalidJournalError, journal_ids, load_journal
from casereport.journals.templates import render_template
from casereport.locale import load_locale
from casereport.pipeline.case import render_case
from casereport.pipeline.options import RenderOptions
from casereport.workspace import DiskWorkspace
from tests.conftest import SAMPLES, TODAY


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of templates/ to which journals can be added."""
    real = resources.root("templates")
    for entry in real.iterdir():
        (tmp_path / entry.name).symlink_to(entry)
    monkeypatch.setattr(
        resources,
        "root",
        lambda kind, old=resources.root: tmp_path if kind == "templates" else old(kind),
    )
    load_journal.cache_clear()
    yield tmp_path
    load_journal.cache_clear()


def add(templates: Path, name: str, manifest: str) -> None:
    (templates / name).mkdir()
    (templates / name / "journal.yaml").write_text(manifest, encoding="utf-8")


def test_every_journal_loads_and_the_base_is_none_to_choose() -> None:
    ours = {"ama-style", "author-date", "clinical-brief", "jmums", "lancet-style", "manuscript"}
    assert set(journal_ids()) == ours
    for name in journal_ids():
        journal = load_journal(name)
        assert journal.chain[-1] == "base"
        assert journal.csl.startswith("<")
        assert journal.styles("style.css")


def test_a_child_says_only_what_differs(templates: Path) -> None:
    add(
        templates,
        "child",
        "extends: jmums\nname: {fa: کودک, en: Child}\npage: {margin-top: 30mm}\n",
    )
    child, parent = load_journal("child").manifest, load_journal("jmums").manifest
    assert child.name.get("en") == "Child"
    assert child.page.margin_top == "30mm"
    assert child.page.margin_side == parent.page.margin_side
    assert load_journal("child").find("references.csl") == "jmums/references.csl"


def test_an_abstract_alone_in_the_second_language_is_one_line(templates: Path) -> None:
    add(templates, "brief-abstract", "extends: clinical-brief\nprint: {fa: abstract}\n")
    workspace = DiskWorkspace(SAMPLES / "crest-calcinosis-44f", TODAY)
    options = RenderOptions(formats=("html", "pdf"), journal="brief-abstract")
    whole = render_case(workspace, RenderOptions(formats=("pdf",), journal="clinical-brief"))
    result = render_case(workspace, options)
    pdf = next(file.content for file in result.outputs if file.path.endswith(".pdf"))
    assert len(pdf) < len(whole.outputs[0].content)
    html = next(file.content for file in result.outputs if file.path.endswith(".html"))
    assert "fa-discussion" in html.decode()  # what is not set in print still stands on the page


def test_any_journal_may_number_its_lines_on_paper(templates: Path) -> None:
    add(templates, "numbered", "extends: jmums\nlayout: {line-numbers: yes}\n")
    workspace = DiskWorkspace(SAMPLES / "hand-calcinosis-66", TODAY)
    options = RenderOptions(formats=("html", "pdf"), journal="numbered", prove=True)
    result = render_case(workspace, options)
    files = {file.path.rpartition(".")[2]: file.content for file in result.outputs}
    assert sum(len(page.numbers) for page in read_glyphs(files["pdf"])) > 60
    assert b"--line-" not in files["html"]
    assert not [d for d in result.diagnostics if d.code.startswith("OUT")]


@pytest.mark.parametrize(
    ("manifest", "named"),
    [
        ("extends: base\nname: {en: X}\ncolour: red\n", "colour"),
        ("extends: base\nname: {en: X}\npage: {size: A3}\n", "page.size"),
        ("extends: base\nname: {en: X}\ntypography: {accent: 'red; } body {'}\n", "accent"),
        ("extends: base\nname: {en: X}\nlayout: {line-numbers: maybe}\n", "layout.line-numbers"),
        ("extends: base\nname: [\n", "journal.yaml"),
    ],
)
def test_an_unsound_manifest_is_refused_by_its_key(
    templates: Path, manifest: str, named: str
) -> None:
    add(templates, "broken", manifest)
    with pytest.raises(InvalidJournalError, match=named):
        load_journal("broken")


def test_a_circle_and_an_absent_parent_are_told(templates: Path) -> None:
    add(templates, "one", "extends: two\n")
    add(templates, "two", "extends: one\n")
    add(templates, "orphan", "extends: nowhere\n")
    with pytest.raises(InvalidJournalError, match="extends itself"):
        load_journal("one")
    with pytest.raises(InvalidJournalError, match="nowhere"):
        load_journal("orphan")


def test_templates_are_sandboxed_and_escape_what_they_are_given(templates: Path) -> None:
    add(templates, "trial", "extends: base\nname: {en: X}\n")
    (templates / "trial" / "page.txt").write_text("{{ text }}|{{ text.__class__ }}", "utf-8")
    journal = load_journal("trial")
    with pytest.raises(Exception, match="unsafe"):
        render_template(journal, "page.txt", {"text": "<b>"}, filters={})
    (templates / "trial" / "plain.txt").write_text("{{ text }}", "utf-8")
    assert render_template(journal, "plain.txt", {"text": "<b>{{ x }}"}, filters={}) == (
        "&lt;b&gt;{{ x }}"
    )


def test_an_absent_parent_is_told_with_the_manifest_that_names_it(templates: Path) -> None:
    add(templates, "orphan", "extends: nowhere\n")
    with pytest.raises(InvalidJournalError, match=r"orphan/journal\.yaml: extends: .*nowhere"):
        load_journal("orphan")


@pytest.mark.parametrize(
    "line", ["{journal} {yeer}", "{journal.__class__}", "{0}", "{journal", "{journal!r}"]
)
def test_a_citation_line_has_only_the_fields_there_are(templates: Path, line: str) -> None:
    add(templates, "odd", f'extends: jmums\ncitation-line: "{line}"\n')
    with pytest.raises(InvalidJournalError, match="citation-line"):
        load_journal("odd")


def test_the_base_is_not_offered_but_its_children_are(templates: Path) -> None:
    add(templates, "mine", "extends: base\nname: {en: Mine}\n")
    assert "mine" in journal_ids()
    assert "base" not in journal_ids()


def test_styles_come_from_the_base_to_the_child(templates: Path) -> None:
    add(templates, "child", "extends: jmums\nname: {en: Child}\n")
    (templates / "child" / "style.css").write_text("/* last */", "utf-8")
    sheets = load_journal("child").styles("style.css")
    assert sheets[-1] == "/* last */"
    assert sheets[:-1] == load_journal("jmums").styles("style.css")
    assert load_journal("child").styles("none.css") == ()


def test_a_list_replaces_and_a_mapping_merges(templates: Path) -> None:
    manifest = (
        "extends: jmums\nname: {en: Child}\nsections:\n"
        "  - {heading: {en: All}, ids: [introduction, discussion]}\nnumerals: {fa: {decimal: '٫'}}\n"
    )
    add(templates, "child", manifest)
    child, parent = load_journal("child").manifest, load_journal("jmums").manifest
    assert [printed.heading.get("en") for printed in child.sections] == ["All"]
    assert child.numerals["fa"].decimal == "٫"
    assert child.numerals["fa"].units == parent.numerals["fa"].units
    assert child.numerals["en"] == parent.numerals["en"]


def test_every_word_a_journal_replaces_is_one_that_its_language_has() -> None:
    for name in journal_ids():
        for language, terms in load_journal(name).manifest.terms.items():
            assert set(terms) <= set(load_locale(language).terms), (name, language)


def test_a_file_that_no_folder_of_the_chain_has_is_told() -> None:
    with pytest.raises(ResourceMissingError, match="jmums has no absent"):
        load_journal("jmums").find("absent.txt")


def test_a_template_extends_its_parent_by_the_parents_name(templates: Path) -> None:
    add(templates, "child", "extends: jmums\nname: {en: Child}\n")
    (templates / "jmums").unlink()
    (templates / "jmums").mkdir()
    real = resources.root("fonts").parent / "templates" / "jmums"
    for entry in real.iterdir():
        (templates / "jmums" / entry.name).symlink_to(entry)
    (templates / "jmums" / "t.j2").write_text("[{% block a %}parent{% endblock %}]", "utf-8")
    own = '{% extends "jmums/t.j2" %}{% block a %}child of {{ super() }}{% endblock %}'
    (templates / "child" / "t.j2").write_text(own, "utf-8")
    assert render_template(load_journal("child"), "t.j2", {}, filters={}) == "[child of parent]"
    with pytest.raises(TemplateNotFound):
        render_template(load_journal("jmums"), "child/t.j2", {}, filters={})


def test_a_template_that_names_what_is_not_there_fails(templates: Path) -> None:
    add(templates, "trial", "extends: base\nname: {en: X}\n")
    (templates / "trial" / "t.j2").write_text("{{ absent }}", "utf-8")
    with pytest.raises(UndefinedError, match="absent"):
        render_template(load_journal("trial"), "t.j2", {}, filters={})


def test_journals_of_ones_own_stand_beside_those_that_ship(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    text = "extends: jmums\nname: {fa: \u0645\u0646, en: Mine}\n"
    (tmp_path / "mine" / "journal.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "mine" / "style.css").write_text("h1 { color: #123456 }", encoding="utf-8")
    monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path))
    load_journal.cache_clear()
    try:
        assert {"jmums", "mine"} <= set(journal_ids())
        mine = load_journal("mine")
        assert mine.manifest.layout == load_journal("jmums").manifest.layout
        assert mine.styles("style.css")[-1] == "h1 { color: #123456 }"
        monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path / "gone"))
        with pytest.raises(JournalsFolderError, match="gone, which is not a folder"):
            journal_ids()
    finally:
        load_journal.cache_clear()


def test_a_rule_is_a_severity_or_more_and_a_child_keeps_its_parents_reason(
    templates: Path,
) -> None:
    rule = "{severity: error, reason: {fa: دلیل, en: Why}, url: https://example.org/rules}"
    add(templates, "strict", f"extends: jmums\nname: {{en: Strict}}\nchecks: {{REF001: {rule}}}\n")
    add(templates, "lax", "extends: strict\nname: {en: Lax}\nchecks: {REF001: off, REF007: note}\n")
    strict, lax = load_journal("strict").manifest, load_journal("lax").manifest
    assert strict.severities == {"REF001": Severity.ERROR}
    assert lax.severities == {"REF001": None, "REF007": Severity.NOTE}
    assert lax.checks["REF001"].reason == strict.checks["REF001"].reason
    assert lax.checks["REF001"].url == "https://example.org/rules"


def test_a_rule_may_be_explained_without_a_severity_of_its_own(templates: Path) -> None:
    add(templates, "plain", "extends: jmums\nname: {en: P}\nchecks: {REF001: {reason: Why}}\n")
    manifest = load_journal("plain").manifest
    assert manifest.severities == {}
    assert manifest.checks["REF001"].is_explained


@pytest.mark.parametrize(
    "rule", ["loud", "{severity: loud}", "{url: 'javascript:x'}", "{because: x}", "[note]"]
)
def test_an_unsound_rule_is_refused(templates: Path, rule: str) -> None:
    add(templates, "odd", f"extends: jmums\nname: {{en: Odd}}\nchecks: {{REF001: {rule}}}\n")
    with pytest.raises(InvalidJournalError, match=r"checks\.REF001"):
        load_journal("odd")
