"""What a workspace lets in: the files of the case folder, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casereport.workspace import (
    MAX_FILE_BYTES,
    MAX_FILES,
    DiskWorkspace,
    MemoryWorkspace,
    UnreadableError,
    clean_name,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = tmp_path / "case"
    (case / "figures").mkdir(parents=True)
    (case / "case.yaml").write_bytes(b"facts")
    (case / "figures/a b.png").write_bytes(b"image")
    (tmp_path / "secret").write_bytes(b"secret")
    return case


def refused(folder: Path, name: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        DiskWorkspace(folder).read(name)
    assert caught.value.name == name
    return caught.value.reason


@pytest.mark.parametrize(
    "name", ["figures/a b.png", "./figures//a b.png", "figures/a%20b.png", " figures/a b.png "]
)
def test_a_file_of_the_case_is_read_however_its_path_is_written(folder: Path, name: str) -> None:
    assert DiskWorkspace(folder).read(name) == b"image"
    assert MemoryWorkspace("case", {"figures/a b.png": b"image"}).read(name) == b"image"


def test_a_file_whose_name_holds_a_percent_sign_is_read_by_that_name(folder: Path) -> None:
    (folder / "a%20b.png").write_bytes(b"literal")
    assert DiskWorkspace(folder).read("a%20b.png") == b"literal"
    assert MemoryWorkspace("case", {"a%20b.png": b"literal"}).read("a%20b.png") == b"literal"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "outside"),
        ("/etc/passwd", "outside"),
        ("../secret", "outside"),
        ("figures/../../secret", "outside"),
        ("%2e%2e/secret", "outside"),
        ("..%2fsecret", "outside"),
        ("%2Fetc/passwd", "outside"),
        ("file:///etc/passwd", "outside"),
        ("C:/secret", "outside"),
        ("a\0b", "outside"),
        ("figures\\a b.png", "backslash"),
        ("..%5Csecret", "backslash"),
        ("none.png", "missing"),
        ("x" * 5_000, "missing"),
        ("figures", "not-a-file"),
        ("case.yaml/x", "failed"),
    ],
)
def test_a_name_that_may_not_be_read_says_why(folder: Path, name: str, reason: str) -> None:
    assert refused(folder, name) == reason


def test_a_link_is_named_but_never_followed(folder: Path) -> None:
    (folder / "link.md").symlink_to(folder.parent / "secret")
    (folder / "inside.md").symlink_to(folder / "case.yaml")
    (folder / "images").symlink_to(folder / "figures")
    assert {"link.md", "inside.md", "images"} <= set(DiskWorkspace(folder).names())
    for name in ("link.md", "inside.md", "images/a b.png"):
        assert refused(folder, name) == "outside"


def test_a_pipe_is_refused_without_waiting_for_its_writer(folder: Path) -> None:
    os.mkfifo(folder / "figures/pipe.png")
    assert "figures/pipe.png" not in DiskWorkspace(folder).names()
    assert refused(folder, "figures/pipe.png") == "not-a-file"


def test_a_file_beyond_the_bound_is_refused_unread(folder: Path) -> None:
    with (folder / "large.png").open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    assert refused(folder, "large.png") == "too-large"


def test_names_are_sorted_relative_and_without_hidden_files(folder: Path) -> None:
    (folder / ".git").mkdir()
    (folder / ".git/config").write_bytes(b"")
    (folder / "en.md").write_bytes(b"")
    assert DiskWorkspace(folder).names() == ("case.yaml", "en.md", "figures/a b.png")


def test_a_folder_of_too_many_files_or_folders_is_not_walked_to_its_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MAX_FILES == 10_000
    monkeypatch.setattr("casereport.workspace.reading.MAX_FILES", 50)
    deep = folder
    for number in range(60):
        deep /= str(number)
        deep.mkdir()
    with pytest.raises(UnreadableError) as caught:
        DiskWorkspace(folder).names()
    assert caught.value.reason == "too-large"


@pytest.mark.parametrize("name", ["..", "../x", "a/../../x", "a/%2e%2e/b", "/x", "C:x", ""])
def test_a_name_that_climbs_is_refused_whatever_holds_the_files(name: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        MemoryWorkspace("case", {name: b"x", "x": b"x"}).read(name)
    assert caught.value.reason == "outside"


def test_cleaning_a_name_twice_is_cleaning_it_once() -> None:
    for name in ("a//b", "./a", "a%20b", "a/./b"):
        assert clean_name(clean_name(name)) == clean_name(name)


def test_a_link_to_itself_is_refused_as_a_link(folder: Path) -> None:
    (folder / "loop.png").symlink_to("loop.png")
    (folder / "a.png").symlink_to("b.png")
    (folder / "b.png").symlink_to("a.png")
    assert [refused(folder, name) for name in ("loop.png", "a.png", "loop.png/x")] == [
        "outside", "outside", "outside",
    ]  # fmt: skip
