"""A batch writes what single renders write; one bad case fails alone; the rest can be left alone."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from casereport.diagnostics import Severity
from casereport.pipeline.batch import BatchOptions, CaseOutcome, plan_cases, run_batch
from casereport.pipeline.batch.manifest import MANIFEST
from casereport.pipeline.case import render_case
from casereport.pipeline.isolation import TASK
from casereport.pipeline.options import RenderOptions
from casereport.pipeline.settings import ProjectSettings, find_settings
from casereport.pipeline.workers import ThisMachine, WorkerLimits
from casereport.pipeline.workers.task import nothing_to_prepare
from casereport.workspace import DiskWorkspace

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

Make = Callable[[int], Path]
MEBIBYTE = 1024 * 1024
UNPREPARED = replace(TASK, prepare=nothing_to_prepare)
"""Workers that load what they need with their first case: HTML needs no typesetting."""


def options(output: Path, **changes: object) -> BatchOptions:
    found = BatchOptions(
        render=RenderOptions(formats=("pdf",)),
        output=output,
        settings=lambda _folder: ProjectSettings(),
        resume=True,
        task=UNPREPARED,
    )
    return replace(found, **changes)  # type: ignore[arg-type]


def run(folder: Path, given: BatchOptions) -> dict[str, CaseOutcome]:
    outcomes = list(run_batch(plan_cases([folder], given.output), given))
    return {outcome.case.key: outcome for outcome in outcomes}


def endings(outcomes: dict[str, CaseOutcome]) -> dict[str, str]:
    return {key: outcome.ending for key, outcome in outcomes.items()}


def hashes(output: Path) -> dict[str, str]:
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in output.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def test_twenty_cases_have_the_bytes_of_single_renders_whatever_the_number_of_workers(
    cases: Make, tmp_path: Path
) -> None:
    folder = cases(20)
    single = {
        file.path: hashlib.sha256(file.content).hexdigest()
        for case in sorted(folder.iterdir())
        for file in render_case(DiskWorkspace(case), RenderOptions()).outputs
    }
    assert len(set(single.values())) == 20
    for jobs in (1, 2):
        output = tmp_path / f"out-{jobs}"
        outcomes = run(folder, options(output, machines=ThisMachine(jobs), task=TASK))
        assert {outcome.ending for outcome in outcomes.values()} == {"written"}
        assert hashes(output) == single


def test_cases_whose_workers_die_fail_alone_and_name_the_cause(
    cases: Make, tmp_path: Path, misbehaving: ModuleType
) -> None:
    folder = cases(7)
    deeds = {1: "kill", 2: "abort", 4: "sleep", 5: "fill"}
    for number, deed in deeds.items():
        (folder / f"case-{number:02}" / "deed.txt").write_text(deed)
    limits = WorkerLimits(address_space=1536 * MEBIBYTE, wall_seconds=10)
    output = tmp_path / "out"
    outcomes = run(
        folder,
        options(output, machines=ThisMachine(2), limits=limits, task=misbehaving.RENDERING),
    )
    causes = {key: outcome.cause for key, outcome in outcomes.items() if outcome.failure}
    assert causes == {
        "case-01": "died", "case-02": "died", "case-04": "wall-clock", "case-05": "memory",
    }  # fmt: skip
    assert str(outcomes["case-01"].failure) == "The process that rendered it died (SIGKILL)."
    assert "too many marks" in outcomes["case-02"].stderr
    assert sorted(hashes(output)) == ["case-00.pdf", "case-03.pdf", "case-06.pdf"]


def test_what_is_unchanged_is_left_alone_and_what_is_not_is_rendered(
    cases: Make, tmp_path: Path
) -> None:
    folder, output = cases(5), tmp_path / "out"
    first = run(folder, options(output))
    before = hashes(output)
    (folder / "case-01" / "en.md").write_text("## Discussion {#discussion}\n\nOther [@a].\n")
    (output / "case-02.pdf").unlink()
    (output / "case-03.pdf").write_bytes(b"%PDF- of somebody else")
    second = run(folder, options(output))
    assert endings(second) == {
        "case-00": "unchanged", "case-01": "written", "case-02": "written",
        "case-03": "written", "case-04": "unchanged",
    }  # fmt: skip
    after = hashes(output)
    assert {name for name in after if after[name] != before[name]} == {"case-01.pdf"}
    # What is told of it is what was told then.
    assert second["case-00"].counts == first["case-00"].counts
    assert second["case-00"].files == ("case-00.pdf",)


def test_without_resume_all_is_rendered(cases: Make, tmp_path: Path) -> None:
    folder, output = cases(1), tmp_path / "out"
    run(folder, options(output))
    assert endings(run(folder, options(output, resume=False))) == {"case-00": "written"}


def test_other_options_and_other_settings_render_again(cases: Make, tmp_path: Path) -> None:
    folder, output = cases(1), tmp_path / "out"
    run(folder, options(output))
    html = RenderOptions(formats=("html",))
    strict = ProjectSettings(severities={"SRC005": None})
    for changed in (
        options(output, render=html),
        options(output, render=html, settings=lambda _folder: strict),
        options(output, render=replace(html, journal="clinical-brief")),
    ):
        assert endings(run(folder, changed)) == {"case-00": "written"}
        assert endings(run(folder, changed)) == {"case-00": "unchanged"}


def test_a_journal_of_ones_own_that_changes_renders_again(
    cases: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, output = cases(1), tmp_path / "out"
    own = tmp_path / "journals" / "own" / "journal.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("extends: manuscript\nname: {fa: الف, en: A}\n", "utf-8")
    monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path / "journals"))
    given = options(output, render=RenderOptions(formats=("html",), journal="own"))
    assert endings(run(folder, given)) == {"case-00": "written"}
    assert endings(run(folder, given)) == {"case-00": "unchanged"}
    own.write_text("extends: manuscript\nname: {fa: ب, en: B}\n", "utf-8")
    assert endings(run(folder, given)) == {"case-00": "written"}


def test_evidence_that_changes_renders_again(cases: Make, tmp_path: Path) -> None:
    folder, output, desk = cases(2), tmp_path / "out", tmp_path / "desk"
    desk.mkdir()
    (desk / "a.json").write_text("[]")
    project = ProjectSettings(evidence=str(desk))
    html = RenderOptions(formats=("html",))
    given = options(output, render=html, settings=lambda _folder: project)
    assert set(endings(run(folder, given)).values()) == {"written"}
    assert set(endings(run(folder, given)).values()) == {"unchanged"}
    (desk / "a.json").write_text("[ ]")
    assert set(endings(run(folder, given)).values()) == {"written"}


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"version": 2}', '{"version": 1, "cases": {"case-00": 3}}', "[" * 9999]
)
def test_a_manifest_that_cannot_be_read_counts_as_absent(
    content: str, cases: Make, tmp_path: Path
) -> None:
    folder, output = cases(1), tmp_path / "out"
    output.mkdir()
    (output / MANIFEST).write_text(content)
    given = options(output, render=RenderOptions(formats=("html",)))
    assert endings(run(folder, given)) == {"case-00": "written"}
    assert json.loads((output / MANIFEST).read_text())["version"] == 1


def test_a_manifest_leads_to_no_file_outside(cases: Make, tmp_path: Path) -> None:
    folder, output = cases(1), tmp_path / "out"
    given = options(output, render=RenderOptions(formats=("html",)))
    run(folder, given)
    data = json.loads((output / MANIFEST).read_text())
    data["cases"]["case-00"]["files"] = {"../cases/case-00/en.md": "0"}
    (output / MANIFEST).write_text(json.dumps(data))
    assert endings(run(folder, given)) == {"case-00": "written"}


def test_a_case_that_cannot_be_printed_fails_with_its_errors_and_is_tried_again(
    cases: Make, tmp_path: Path
) -> None:
    folder, output = cases(2), tmp_path / "out"
    (folder / "case-00" / "case.yaml").write_text("title: [\n")
    given = options(output, render=RenderOptions(formats=("html",)))
    for _ in range(2):
        outcome = run(folder, given)["case-00"]
        assert (outcome.ending, outcome.cause) == ("failed", "findings")
        assert outcome.errors
        assert all(found.severity is Severity.ERROR for found in outcome.errors)
        assert outcome.sources["case.yaml"] == "title: [\n"
    assert sorted(hashes(output)) == ["case-01.html"]


def test_a_case_that_is_broken_after_it_was_written_is_not_unchanged_when_mended(
    cases: Make, tmp_path: Path
) -> None:
    folder, output = cases(1), tmp_path / "out"
    given = options(output, render=RenderOptions(formats=("html",)))
    run(folder, given)
    whole = (folder / "case-00" / "case.yaml").read_bytes()
    (folder / "case-00" / "case.yaml").write_text("title: [\n")
    assert endings(run(folder, given)) == {"case-00": "failed"}
    (folder / "case-00" / "case.yaml").write_bytes(whole)
    assert endings(run(folder, given)) == {"case-00": "written"}


def test_settings_that_cannot_be_used_fail_the_case_they_hold_for(
    cases: Make, tmp_path: Path
) -> None:
    folder, output = cases(2), tmp_path / "out"
    (folder / "case-00" / "casereport.toml").write_text("journal = 3\n")
    given = options(output, render=RenderOptions(formats=("html",)), settings=find_settings)
    outcomes = run(folder, given)
    assert outcomes["case-00"].cause == "settings"
    assert outcomes["case-01"].ending == "written"


def test_a_folder_in_the_place_of_a_result_fails_that_case_alone(
    cases: Make, tmp_path: Path
) -> None:
    folder, output = cases(2), tmp_path / "out"
    (output / "case-00.html").mkdir(parents=True)
    given = options(output, render=RenderOptions(formats=("html",)))
    outcomes = run(folder, given)
    assert outcomes["case-00"].cause == "is-a-folder"
    assert outcomes["case-01"].ending == "written"


def test_cases_of_one_name_are_written_into_their_folders(cases: Make, tmp_path: Path) -> None:
    folder, output = cases(1), tmp_path / "out"
    shutil.copytree(folder / "case-00", folder / "more" / "case-00")
    given = options(output, render=RenderOptions(formats=("html",)))
    outcomes = run(folder, given)
    # The first lies in the root itself.
    assert sorted(hashes(output)) == ["case-00.html", "more/case-00.html"]
    assert outcomes["more/case-00"].files == ("more/case-00.html",)


def test_a_batch_of_nothing_but_failures_leaves_no_folder_behind(
    cases: Make, tmp_path: Path
) -> None:
    folder, output = cases(1), tmp_path / "out"
    (folder / "case-00" / "case.yaml").write_text("title: [\n")
    run(folder, options(output))
    assert not output.exists()
