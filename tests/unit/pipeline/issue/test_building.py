"""An issue end to end: continuous pages, bound with its contents; what fails; what is left alone."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from casereport.article.contents import Head
from casereport.diagnostics import Severity
from casereport.model.issue import IssuePlace
from casereport.pipeline.batch import BatchOptions, CaseOutcome
from casereport.pipeline.batch.manifest import (
    ArticleNote,
    Entry,
    read_manifest,
    write_manifest,
)
from casereport.pipeline.case import check_case, render_case
from casereport.pipeline.isolation import TASK, RenderJob, encode
from casereport.pipeline.issue.building import build_issue
from casereport.pipeline.issue.listing import list_issue
from casereport.pipeline.issue.outcome import IssueOutcome
from casereport.pipeline.options import RenderOptions
from casereport.pipeline.settings import ProjectSettings
from casereport.pipeline.workers import ThisMachine
from casereport.pipeline.workers.task import nothing_to_prepare
from casereport.workspace import DiskWorkspace
from tests.unit.pipeline.issue.conftest import WriteIssue, write_case

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")


def build(
    file: Path,
    output: Path,
    *,
    jobs: int = 1,
    resume: bool = True,
    formats: tuple[str, ...] = ("pdf",),
) -> tuple[IssueOutcome, list[CaseOutcome]]:
    plan = list_issue(file).plan
    assert plan is not None
    options = BatchOptions(
        render=RenderOptions(journal=plan.place.journal, formats=formats),
        output=output,
        settings=lambda _folder: ProjectSettings(),
        machines=ThisMachine(jobs),
        resume=resume,
        task=replace(TASK, prepare=nothing_to_prepare),
    )
    told: list[CaseOutcome] = []
    return build_issue(plan, options, told.append), told


def texts(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def labels(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    try:
        return [document.get_page_label(index) for index in range(len(document))]
    finally:
        document.close()


def hashes(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in output.rglob("*.pdf")
    }


def test_an_issue_has_continuous_pages_contents_and_every_article_as_it_is_alone(
    issue: WriteIssue, tmp_path: Path
) -> None:
    desk, output = tmp_path / "desk", tmp_path / "out"
    write_case(desk / "long", paragraphs=9, publication="{volume: 9, issue: 2, pages: 5-6}")
    write_case(desk / "other", journal="jmums  # casereport: ignore ISS003 agreed with its editor")
    outcome, told = build(issue("long", "b", "other", first_page="31", start="odd"), output)
    assert outcome.failure is None
    assert (outcome.ending, outcome.file) == ("written", "issue-3-2.pdf")
    assert {each.ending for each in told} == {"written"}
    places = {each.case.stem: (each.first_page, each.last_page) for each in outcome.articles}
    counts = {name: len(texts(output / f"{name}.pdf")) for name in places}
    assert counts["long"] > counts["b"]
    following = 31
    for name, (first, last) in places.items():
        assert first % 2 == 1
        assert first in {following, following + 1}
        assert last == first + counts[name] - 1
        following = last + 1
    whole, shown = texts(output / outcome.file), labels(output / outcome.file)
    assert shown == ["i", "ii", *map(str, range(31, following))]
    for name, (first, last) in places.items():
        alone = texts(output / f"{name}.pdf")
        assert labels(output / f"{name}.pdf")[0] == str(first)
        start = shown.index(str(first))
        assert whole[start : start + len(alone)] == alone
        assert f"Pages {first}" in alone[0] or f"Pages {first}" in whole[start]
        assert f"{first}\u2013{last}" in alone[0] or first == last
    english = next(page for page in whole[:2] if "Contents" in page)
    assert "Volume 3, Number 2" in english
    told_in_order = [
        f"Report{name}ofCandidaH2O{first}MaryamMobini" for name, (first, _) in places.items()
    ]
    assert "Contents" + "".join(told_in_order) in "".join(english.split())
    remarks = {each.case.stem: [d.code for d in each.diagnostics] for each in outcome.remarks}
    assert remarks == {"long": ["ISS004", "ISS004"]}


def test_what_is_unchanged_is_left_alone_and_the_bytes_are_the_same_whatever_the_way(
    issue: WriteIssue, tmp_path: Path
) -> None:
    file = issue("a", "b")
    first, _ = build(file, tmp_path / "out")
    made = hashes(tmp_path / "out")
    again, told = build(file, tmp_path / "out")
    assert [each.ending for each in told] == ["unchanged"] * 2
    assert again.ending == "unchanged"
    assert again.articles == first.articles
    assert hashes(tmp_path / "out") == made
    # Another way to it: two workers, other guesses, pages that an earlier article pushed on.
    write_case(tmp_path / "desk" / "z", paragraphs=9)
    pushed, _ = build(issue("z", "a", "b"), tmp_path / "two", jobs=2)
    assert pushed.articles[1].first_page > first.articles[0].first_page
    build(issue("a", "b"), tmp_path / "two")
    two = hashes(tmp_path / "two")
    assert {name: two[name] for name in made} == made
    # A touched article alone is set again, and the issue bound anew.
    (tmp_path / "desk" / "b" / "fa.md").write_text("## \u0628\u062d\u062b {#discussion}\n\n\u062f\u06cc\u06af\u0631.\n")
    changed, told = build(issue("a", "b"), tmp_path / "out")
    assert {each.case.stem: each.ending for each in told} == {
        "a": "unchanged",
        "b": "written",
    }
    assert changed.ending == "written"
    assert hashes(tmp_path / "out")["issue-3-2.pdf"] != made["issue-3-2.pdf"]


@pytest.mark.parametrize(("formats", "renders"), [(("pdf",), 2), (("pdf", "html"), 4)])
def test_an_article_is_set_again_for_its_last_page_only_where_that_is_not_counted(
    formats: tuple[str, ...],
    renders: int,
    issue: WriteIssue,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    jobs: list[object] = []

    def counted(job: RenderJob) -> bytes:
        jobs.append(job)
        return encode(job)

    monkeypatch.setattr("casereport.pipeline.issue.settling.encode", counted)
    outcome, _ = build(issue("a", "b", first_page="5"), tmp_path / "out", formats=formats)
    assert len(jobs) == renders
    for article in outcome.articles:
        shown = f"Pages {article.first_page}\u2013{article.last_page}"
        assert article.last_page - article.first_page == 1
        first, *_ = texts(tmp_path / "out" / f"{article.case.key}.pdf")
        assert shown in first
        if "html" in formats:
            assert shown in (tmp_path / "out" / f"{article.case.key}.html").read_text("utf-8")
    again, told = build(issue("a", "b", first_page="5"), tmp_path / "out", formats=formats)
    assert [each.ending for each in told] == ["unchanged"] * 2
    assert again.articles == outcome.articles


def test_a_comment_that_silences_an_issue_s_finding_is_not_idle_outside_of_one(tmp_path: Path) -> None:
    write_case(tmp_path / "a", journal="jmums  # casereport: ignore ISS003 agreed with its editor")
    found = check_case(DiskWorkspace(tmp_path / "a")).diagnostics
    assert "SRC008" not in {each.code for each in found}


def test_another_journal_is_told_where_nothing_silences_it(tmp_path: Path) -> None:
    write_case(tmp_path / "a", journal="jmums")
    place = IssuePlace(journal="clinical-brief", first_page=3, last_page=4)
    options = RenderOptions(journal="clinical-brief", place=place)
    result = render_case(DiskWorkspace(tmp_path / "a"), options)
    assert [d.code for d in result.diagnostics if d.code.startswith("ISS")] == ["ISS003"]
    assert result.page_count == 2
    assert [head.language for head in result.heads] == ["en", "fa"]


def test_one_bad_case_is_named_the_others_are_written_and_nothing_is_bound(
    issue: WriteIssue, tmp_path: Path
) -> None:
    file = issue("a", "bad", "c")
    (tmp_path / "desk" / "bad" / "case.yaml").write_text("title: [\n")
    outcome, told = build(file, tmp_path / "out")
    assert {each.case.stem: each.ending for each in told} == {
        "a": "written", "bad": "failed", "c": "written",
    }  # fmt: skip
    assert (outcome.ending, outcome.cause, outcome.file) == ("failed", "cases", "")
    assert outcome.failure is not None
    assert outcome.failure.values["cases"] == ("bad",)
    assert sorted(hashes(tmp_path / "out")) == ["a.pdf", "c.pdf"]
    assert [each.case.stem for each in outcome.articles] == ["a", "c"]


def test_the_manifest_keeps_what_an_issue_needs_and_is_read_without_it(tmp_path: Path) -> None:
    head = Head("fa", "rtl", "<em>\u0627</em>", "\u0627", ("\u0645\u0631\u06cc\u0645",))
    entries = {
        "a": Entry("x", {"a.pdf": "1"}, {Severity.NOTE: 2}, ArticleNote(5, (head,))),
        "b": Entry("y", {}, {}),
    }
    write_manifest(tmp_path, entries)
    assert read_manifest(tmp_path) == entries
