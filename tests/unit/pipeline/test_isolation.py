"""A case rendered in a worker is the case rendered here; what comes back can build values only."""

from __future__ import annotations

import datetime
import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from casereport.errors import WorkerError
from casereport.pipeline import isolation
from casereport.pipeline.case import RenderResult, check_case, render_case
from casereport.pipeline.evidence import evidence_folder
from casereport.pipeline.isolation import (
    RenderJob,
    decode_result,
    encode,
    prepare,
    render_isolated,
    run_job,
)
from casereport.pipeline.options import RenderOptions
from casereport.workspace import DiskWorkspace, MemoryWorkspace, snapshot

SAMPLES = Path(__file__).parent.parent.parent.parent / "samples"
TODAY = datetime.date(2026, 1, 1)
HTML = RenderOptions(formats=("html",))


def test_a_result_goes_through_bytes_unchanged() -> None:
    # This one has findings of every kind: words of ours, dates, fixes, related places.
    case = snapshot(DiskWorkspace(SAMPLES / "crest-calcinosis-44f-as-printed", TODAY))
    direct = render_case(case, HTML)
    result = decode_result(run_job(encode(RenderJob(case, HTML))))
    assert result == direct
    assert len(result.diagnostics) > 100
    assert result.outputs[0].content


def test_a_worker_gives_the_bytes_that_are_made_here() -> None:
    case = DiskWorkspace(SAMPLES / "hand-calcinosis-66", TODAY)
    options = RenderOptions(formats=("pdf",))
    assert render_isolated(case, options).outputs == render_case(case, options).outputs


def test_a_desks_evidence_goes_with_the_job(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text('{"message": ')
    files = {name: text.encode() for name, text in isolation._TINY.items()}
    case = MemoryWorkspace("tiny", files, TODAY)

    def options() -> RenderOptions:
        # Anew for each: what cannot be read in it is told once.
        return replace(HTML, evidence=evidence_folder(tmp_path))

    direct = render_case(case, options())
    assert direct != render_case(case, HTML)
    assert render_isolated(case, options()) == direct


def test_evidence_that_was_not_saved_is_no_part_of_a_job(tmp_path: Path) -> None:
    options = replace(HTML, evidence=evidence_folder(tmp_path))
    with pytest.raises(ValueError, match="evidence"):
        encode(RenderJob(MemoryWorkspace("a", {}, TODAY), options))


def test_the_first_render_of_a_worker_is_of_a_sound_case() -> None:
    prepare()


class Evil:
    """Runs a command where it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.system, ("echo harm > harm.txt",))


@pytest.mark.parametrize(
    "answer",
    [
        pickle.dumps(Evil()),
        pickle.dumps(RenderOptions),
        pickle.dumps(7),
        b"",
        b"\x80\x05.",
        b"no pickle",
        # casereport's own functions are as far away as others.
        b"\x80\x04\x8c\x14casereport.workspace\x8c\twrite_all\x93.",
    ],
)
def test_an_answer_that_is_no_result_is_an_error_and_calls_nothing(
    answer: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WorkerError) as caught:
        decode_result(answer)
    assert caught.value.cause == "failed"
    assert list(tmp_path.iterdir()) == []


def test_a_job_that_is_none_is_refused() -> None:
    result = RenderResult((), (), {}, fatal=False)
    with pytest.raises(TypeError):
        run_job(encode(result))


@pytest.mark.parametrize("closed", ["fa.md", "references.bib", "figures/chest.png"])
def test_a_snapshot_has_the_findings_of_the_disk(closed: str, tmp_path: Path) -> None:
    """Links, folders in the place of files, files that are too large are told as they are there."""
    case = tmp_path / "case"
    case.mkdir()
    (case / "case.yaml").write_text(
        "title: {en: T}\nlanguages: [en]\nfigures:\n  chest: {file: figures/chest.png}\n"
    )
    (case / "en.md").write_text("## Discussion {#discussion}\n\nText [@fig-chest].\n")
    (case / "figures").mkdir()
    (case / closed).symlink_to("/etc/hostname")
    (case / "fa.md.old").mkdir()
    disk = DiskWorkspace(case, TODAY)
    assert check_case(snapshot(disk)).diagnostics == check_case(disk).diagnostics


def test_a_folder_in_the_place_of_a_file_is_told_from_a_snapshot(tmp_path: Path) -> None:
    case = tmp_path / "case"
    (case / "fa.md").mkdir(parents=True)
    (case / "fa.md" / "text.txt").write_text("t")
    (case / "case.yaml").write_text("title: {fa: T}\nlanguages: [fa]\n")
    disk = DiskWorkspace(case, TODAY)
    assert check_case(snapshot(disk)).diagnostics == check_case(disk).diagnostics


def test_a_folder_that_is_gone_is_told_from_a_snapshot(tmp_path: Path) -> None:
    disk = DiskWorkspace(tmp_path / "gone", TODAY)
    assert check_case(snapshot(disk)).diagnostics == check_case(disk).diagnostics


def test_a_snapshot_keeps_the_day_and_the_name() -> None:
    taken = snapshot(MemoryWorkspace("a", {"en.md": b"x"}, TODAY))
    assert (taken.name, taken.today, dict(taken.files)) == ("a", TODAY, {"en.md": b"x"})


def test_a_case_larger_than_memory_may_be_has_files_that_are_too_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("casereport.workspace.snapshots.MAX_CASE_BYTES", 5)
    taken = snapshot(MemoryWorkspace("a", {"a": b"123", "b": b"456", "c": b"7"}, TODAY))
    assert dict(taken.files) == {"a": b"123", "c": b"7"}
    assert taken.refusals["b"][0] == "too-large"
