"""Results are written whole or not at all, and nothing of ours stays behind."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from casereport.errors import CannotWriteError
from casereport.workspace import OutputFile, is_vacant, output_name, write_all
from casereport.workspace.staging import stage, sweep

TWO = (OutputFile("a.pdf", b"new a"), OutputFile("sub/b.html", b"new b"))


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"/"
        for path in folder.rglob("*")
    }


def test_results_replace_older_ones_and_folders_are_made(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    assert write_all(tmp_path, TWO) == (tmp_path / "a.pdf", tmp_path / "sub/b.html")
    assert everything(tmp_path) == {"a.pdf": b"new a", "sub": b"/", "sub/b.html": b"new b"}


def test_a_result_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        (path, *_) = write_all(tmp_path, TWO)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "read-only"),
        (errno.EFBIG, "too-large"),
        (errno.EIO, "failed"),
    ],
)
@pytest.mark.parametrize("which", [1, 2])
def test_a_disk_that_refuses_leaves_what_was_there_and_no_folder_of_ours(
    number: int, reason: str, which: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    calls: list[int] = []

    def refuse(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == which:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(CannotWriteError) as caught:
        write_all(tmp_path, TWO)
    assert caught.value.reason == reason
    assert caught.value.path == str(tmp_path / TWO[which - 1].path)
    assert caught.value.detail == os.strerror(number)
    assert everything(tmp_path) == {"a.pdf": b"old"}


def test_an_interrupt_while_writing_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path / "deep/er", TWO)
    assert everything(tmp_path) == {}


def test_a_folder_under_the_results_name_is_told_before_anything_is_replaced(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "sub/b.html").mkdir(parents=True)
    with pytest.raises(CannotWriteError) as caught:
        write_all(tmp_path, TWO)
    assert (caught.value.reason, caught.value.path) == ("is-a-folder", str(tmp_path / "sub/b.html"))
    assert (tmp_path / "a.pdf").read_bytes() == b"old"


@pytest.mark.parametrize("below", ["", "x", "x/y"])
def test_a_file_where_a_folder_is_needed_is_told(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWriteError) as caught:
        write_all(tmp_path / "file" / below, TWO)
    assert caught.value.reason == "not-a-folder"
    assert everything(tmp_path) == {"file": b""}


@pytest.mark.parametrize("path", ["", "/etc/x", "../x", "a/../../x"])
def test_a_result_never_lands_outside_its_folder(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="leads out"):
        write_all(tmp_path, (OutputFile(path, b""),))


def test_a_name_that_looks_encoded_is_taken_as_it_is(tmp_path: Path) -> None:
    write_all(tmp_path, (OutputFile("%2e%2e%2fx.pdf", b""),))
    assert everything(tmp_path) == {"%2e%2e%2fx.pdf": b""}


def test_what_a_killed_run_left_is_swept_at_once(tmp_path: Path) -> None:
    (tmp_path / ".casereport-left").write_bytes(b"half")
    (tmp_path / ".casereport-folder").mkdir()
    (tmp_path / ".casereport-link").symlink_to("a.pdf")
    write_all(tmp_path, TWO[:1])
    assert set(everything(tmp_path)) == {"a.pdf", ".casereport-folder", ".casereport-link"}


def test_what_another_run_is_writing_is_not_swept(tmp_path: Path) -> None:
    staged = stage(tmp_path / "b.pdf", b"new b")
    try:
        # Nor when its clock is wrong: the lock says more than the hour.
        os.utime(staged.path, (0, 0))
        write_all(tmp_path, TWO[:1])
        staged.put_at(tmp_path / "b.pdf")
    finally:
        staged.discard()
    assert everything(tmp_path) == {"a.pdf": b"new a", "b.pdf": b"new b"}


def test_where_no_lock_is_known_the_age_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    stale, fresh = tmp_path / ".casereport-old", tmp_path / ".casereport-new"
    stale.write_bytes(b"half")
    fresh.write_bytes(b"half")
    yesterday = time.time() - 86_400
    os.utime(stale, (yesterday, yesterday))
    write_all(tmp_path, TWO[:1])
    assert everything(tmp_path) == {"a.pdf": b"new a", ".casereport-new": b"half"}


def test_a_temporary_file_that_is_swept_before_it_is_locked_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, made = tempfile.mkstemp, []

    def make_and_lose(**where: Any) -> tuple[int, str]:
        handle, name = make(**where)
        made.append(name)
        if len(made) == 1:
            sweep(tmp_path)
        return handle, name

    monkeypatch.setattr(tempfile, "mkstemp", make_and_lose)
    write_all(tmp_path, TWO[:1])
    assert len(made) == 2
    assert everything(tmp_path) == {"a.pdf": b"new a"}


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("گزارش\u200cها", "گزارش\u200cها"),
        ("a\u202eb\u2066c\nd\x1be", "a-b-c-d-e"),
        ("\udcff", "-"),
        ("ی" * 200, "ی" * 122),
        ("", "case"),
    ],
)
def test_an_output_is_named_after_the_case_without_what_steers_a_line(name: str, stem: str) -> None:
    assert output_name(name) == stem


def test_a_folder_is_vacant_when_absent_or_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    assert is_vacant(tmp_path / "absent")
    assert is_vacant(tmp_path / "empty")
    assert not is_vacant(tmp_path)
    assert not is_vacant(tmp_path / "file")
