"""Files of a case are written over whole, and not when somebody changed them meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from casereport.errors import CannotWriteError
from casereport.workspace import ChangedMeanwhileError, Replacement, replace_all


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_bytes_are_replaced_and_permissions_stay(tmp_path: Path) -> None:
    file = tmp_path / "fa.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    replace_all(tmp_path, (Replacement("fa.md", b"old", b"new"),))
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["fa.md"]


def test_when_one_file_was_changed_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "b.md").write_bytes(b"edited meanwhile")
    wanted = (Replacement("a.md", b"a", b"x"), Replacement("b.md", b"b", b"y"))
    with pytest.raises(ChangedMeanwhileError) as caught:
        replace_all(tmp_path, wanted)
    assert caught.value.names == ("b.md",)
    assert (tmp_path / "a.md").read_bytes() == b"a"
    assert names(tmp_path) == ["a.md", "b.md"]


def test_a_file_that_is_gone_or_has_become_a_link_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        replace_all(tmp_path, (Replacement("a.md", b"a", b"x"),))
    (tmp_path / "real.md").write_bytes(b"a")
    (tmp_path / "a.md").symlink_to(tmp_path / "real.md")
    with pytest.raises(ChangedMeanwhileError):
        replace_all(tmp_path, (Replacement("a.md", b"a", b"x"),))
    assert (tmp_path / "real.md").read_bytes() == b"a"
