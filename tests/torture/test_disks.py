"""Disks that refuse: every command that writes ends with a reason, and leaves what stood there."""

from __future__ import annotations

import contextlib
import io
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from casereport.cli import main
from tests.processes import Family
from tests.torture.cases import case_files, write_case
from tests.torture.conftest import Score

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux has them")

OLD = b"of before"
Arguments = tuple[str, ...]

COMMANDS: dict[str, tuple[Arguments, str]] = {
    "render": (("render", "{case}", "-o", "{disk}"), "case.pdf"),
    "render html": (("render", "{case}", "--to", "html", "-o", "{disk}"), "case.html"),
    "keep-html": (("render", "{case}", "-o", "{room}", "--keep-html", "{disk}"), "case.html"),
    "batch": (("batch", "{case}", "-o", "{disk}", "--jobs", "1", "-q"), "case.pdf"),
    "summary": (
        ("batch", "{case}", "-o", "{room}", "--to", "html", "--jobs", "1", "-q", "--summary", "{disk}/s.json"),
        "s.json",
    ),
    "baseline": (("check", "{case}", "--write-baseline", "{disk}/known.json"), "known.json"),
    "care": (("care", "{case}", "--to", "html", "-o", "{disk}/care.html"), "care.html"),
    "refs": (("refs", "convert", "{case}", "--to", "bib", "-o", "{disk}/list.bib", "--force"), "list.bib"),
    "fix": (("fix", "{disk}/case", "--unsafe"), "case/fa.md"),
    "new": (("new", "{disk}/new"), "new/case.yaml"),
}
"""Each command that writes, and the file it would write."""
QUICK = ("render html", "refs", "fix", "new")
REASONS = {
    "full": "the disk is full",
    "no inodes": "the disk is full",
    "read-only": "the disk is read-only",
    "ulimit -f": "larger than a file may be",
}


@dataclass(frozen=True)
class Disk:
    """A file system of the test's own, and how it is made to refuse."""

    path: Path
    refuse: Callable[[], None]
    kind: str
    is_of_the_process: bool = False
    """True for a limit that holds for the process of the command alone."""

    @property
    def reason(self) -> str:
        """What the command says of it."""
        return REASONS[self.kind]


def mount(path: Path, options: str) -> None:
    path.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", path], check=True)


def fill(path: Path) -> None:
    with (path / "filling").open("wb", buffering=0) as stream:
        try:
            while stream.write(bytes(4096)) == 4096:
                continue
        except OSError:
            return


def use_up_inodes(path: Path) -> None:
    for number in range(100_000):
        try:
            (path / f"filling-{number}").touch()
        except OSError:
            return


def bind_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))


@pytest.fixture(params=list(REASONS))
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Disk]:
    kind, path = request.param, tmp_path / "disk"
    if kind == "ulimit -f":
        path.mkdir()
        yield Disk(path, lambda: None, kind, is_of_the_process=True)
        return
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("a disk can be mounted by root alone")
    try:
        mount(path, "nr_inodes=64" if kind == "no inodes" else "size=2m")
    except subprocess.CalledProcessError:
        pytest.skip("this machine mounts nothing")
    refuse = {
        "full": lambda: fill(path),
        "no inodes": lambda: use_up_inodes(path),
        "read-only": lambda: subprocess.run(["mount", "-o", "remount,ro", path], check=True),
    }
    try:
        yield Disk(path, refuse[kind], kind)
    finally:
        subprocess.run(["umount", path], check=True)


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"/"
        for path in folder.rglob("*")
        if not path.name.startswith("filling")
    }


def run(given: list[str], disk: Disk) -> tuple[int, str]:
    """The exit code and what is told."""
    if disk.is_of_the_process:
        # Python itself leaves half a file of bytecode under such a limit, and dies of it next time.
        variables = {**os.environ, "CASEREPORT_LANG": "en", "PYTHONDONTWRITEBYTECODE": "1"}
        running = Family().start(*given, preexec_fn=bind_files, env=variables)
        _, told = running.communicate(timeout=300)
        return running.returncode, told
    told_here = io.StringIO()
    with contextlib.redirect_stderr(told_here), contextlib.redirect_stdout(io.StringIO()):
        code = main(given)
    return code, told_here.getvalue()


@pytest.mark.usefixtures("_english")
def test_a_disk_that_refuses_costs_nothing_that_stood_there(
    disk: Disk, tmp_path: Path, score: Score, is_long: bool
) -> None:
    names = list(COMMANDS) if is_long else QUICK
    case = write_case(tmp_path / "case", case_files(1))
    # Something to mend: the Arabic letter in the place of the Persian one.
    text = (case / "fa.md").read_text("utf-8")
    (case / "fa.md").write_text(text.replace("\u06cc", "\u064a"), "utf-8")
    shutil.copytree(case, disk.path / "case")
    for _, target in COMMANDS.values():
        if "/" not in target:
            (disk.path / target).write_bytes(OLD)
    disk.refuse()
    before, wrong = everything(disk.path), []
    for name in names:
        arguments, _ = COMMANDS[name]
        places = {"case": case, "disk": disk.path, "room": tmp_path / "room"}
        given = [each.format(**places) for each in arguments]
        code, told = run(given, disk)
        lines = [line for line in told.splitlines() if disk.reason in line]
        # A batch tells it of the case, and then of its own end.
        most = 2 if given[0] == "batch" else 1
        if code != 1 or not 1 <= len(lines) <= most or "Traceback" in told:
            wrong.append((name, code, told[-600:]))
        if everything(disk.path) != before:
            wrong.append((name, 0, "changed"))
            before = everything(disk.path)
    score(
        f"disk that refuses: {disk.kind}",
        target="nothing under the final name, exit 1, one line",
        measured=f"{len(wrong)} wrong of {len(names)} commands",
    )
    assert wrong == []


@pytest.fixture
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEREPORT_LANG", "en")


def test_the_commands_write_where_there_is_room(tmp_path: Path) -> None:
    case = write_case(tmp_path / "case", case_files(1))
    places = {"case": case, "disk": tmp_path / "disk", "room": tmp_path / "room"}
    for name in ("baseline", "refs", "new"):
        arguments, target = COMMANDS[name]
        assert main([each.format(**places) for each in arguments]) in {0, 1}
        assert (tmp_path / "disk" / target).exists()
