"""Which folders are cases, and under which names their files are written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from casereport.pipeline.batch import plan_cases


def case(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.yaml").write_text("title: {en: T}\n")
    return folder


def keys(roots: list[Path], output: Path = Path("nowhere")) -> list[str]:
    return [planned.key for planned in plan_cases(roots, output)]


def test_every_folder_below_with_a_case_yaml_is_a_case_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b", "a/deep/er", "a/x", "c/figures"):
        case(tmp_path / name)
    (tmp_path / "empty").mkdir()
    assert keys([tmp_path]) == ["er", "x", "b", "figures"]


def test_a_case_within_a_case_and_the_root_itself_are_found(tmp_path: Path) -> None:
    case(tmp_path / "outer" / "inner")
    case(tmp_path / "outer")
    assert keys([tmp_path / "outer"]) == ["outer", "inner"]


def test_hidden_folders_links_and_the_output_folder_are_left_out(tmp_path: Path) -> None:
    case(tmp_path / "cases" / ".hidden")
    case(tmp_path / "cases" / "build" / "old")
    case(tmp_path / "elsewhere")
    (tmp_path / "cases" / "link").symlink_to(tmp_path / "elsewhere")
    case(tmp_path / "cases" / "real")
    assert keys([tmp_path / "cases"], tmp_path / "cases" / "build") == ["real"]


def test_a_link_given_as_root_is_followed(tmp_path: Path) -> None:
    case(tmp_path / "real" / "a")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert keys([tmp_path / "link"]) == ["a"]


def test_folders_given_twice_hold_each_case_once(tmp_path: Path) -> None:
    case(tmp_path / "a" / "b")
    assert keys([tmp_path, tmp_path / "a", tmp_path]) == ["b"]


def test_cases_of_one_name_lie_in_the_folders_in_which_they_were_found(tmp_path: Path) -> None:
    for name in ("2024/winter/crest", "2025/crest", "2025/other"):
        case(tmp_path / name)
    assert keys([tmp_path]) == ["2024/winter/crest", "2025/crest", "other"]


def test_where_these_collide_too_the_roots_tell_them_apart(tmp_path: Path) -> None:
    case(tmp_path / "one" / "new" / "crest")
    case(tmp_path / "two" / "new" / "crest")
    roots = [tmp_path / "one", tmp_path / "two"]
    assert keys(roots) == ["one/new/crest", "two/new/crest"]


def test_roots_that_are_cases_of_one_name_are_told_apart(tmp_path: Path) -> None:
    roots = [case(tmp_path / "one" / "crest"), case(tmp_path / "two" / "crest")]
    assert keys(roots) == ["one/crest", "two/crest"]


def test_names_that_some_file_systems_hold_for_one_get_a_folder(tmp_path: Path) -> None:
    case(tmp_path / "Crest")
    case(tmp_path / "crest")
    # The same letters composed and not: both become one name.
    case(tmp_path / "e\u0301")
    case(tmp_path / "\u00e9")
    found = keys([tmp_path])
    assert len({key.casefold() for key in found}) == len(found) == 4
    assert found[:2] == ["Crest", "2/crest"]


def test_a_name_with_bidi_controls_is_written_without(tmp_path: Path) -> None:
    case(tmp_path / "a\u202eb")
    assert keys([tmp_path]) == ["a-b"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_is_closed_to_us_is_part_of_the_plan_with_its_fault(tmp_path: Path) -> None:
    closed = case(tmp_path / "closed")
    case(tmp_path / "open")
    closed.chmod(0)
    try:
        plan = plan_cases([tmp_path], Path("nowhere"))
    finally:
        closed.chmod(0o700)
    faults = {planned.folder.name: planned.fault for planned in plan}
    assert faults["open"] is None
    assert faults["closed"] is not None
    assert faults["closed"].reason == "permission"
