"""casereport.toml: what it says, what it may not say, and where it is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from casereport.diagnostics import Severity
from casereport.journals import load_journal
from casereport.pipeline.case import check_case
from casereport.pipeline.options import CheckOptions
from casereport.pipeline.settings import (
    InvalidSettingsError,
    find_settings,
    load_settings,
    read_settings,
)
from casereport.workspace import MemoryWorkspace

WHOLE = b"""\
journal = "jmums"
language = "fa"
fail-on = "warning"

[checks]
CIT002 = "off"
pages-run-backwards = "error"
"""


def test_settings_are_read() -> None:
    settings = read_settings(WHOLE, "casereport.toml")
    assert (settings.journal, settings.language) == ("jmums", "fa")
    assert settings.fail_on is Severity.WARNING
    assert settings.severities == {"CIT002": None, "REF001": Severity.ERROR}
    assert settings.unknown == ()


def test_unknown_keys_are_told_with_their_line_and_the_nearest() -> None:
    settings = read_settings(b'jornal = "jmums"\n[checks]\nCIT02 = "off"\n', "c.toml")
    told = [str(message) for message in settings.unknown]
    assert told == [
        "c.toml:1: there is no setting jornal; did you mean journal?",
        "c.toml:3: there is no setting CIT02; did you mean CIT002?",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'fail-on = "fatal"\n', "c.toml:1: fail-on cannot be fatal"),
        (b"language = 3\n", "c.toml:1: language cannot be 3"),
        (b'[checks]\nCIT002 = "loud"\n', "c.toml:2: CIT002 cannot be loud"),
        (b"[checks]\nCIT002 = {severity = 'note'}\n", "c.toml:2: CIT002 cannot be"),
        (b"[checks.CIT002]\nseverity = 'note'\n", "CIT002 cannot be"),
        (b"checks = 1\n", "c.toml:1: checks is not a table"),
        (b"journal = \n", "c.toml is not valid TOML"),
        (b"\xff", "c.toml is not in UTF-8"),
    ],
)
def test_a_value_that_cannot_be_used_stops(content: bytes, said: str) -> None:
    with pytest.raises(InvalidSettingsError, match=said):
        read_settings(content, "c.toml")


def test_what_cannot_be_read_keeps_its_severity() -> None:
    settings = read_settings(b'[checks]\nSRC002 = "off"\nSRC008 = "off"\n', "c.toml")
    assert settings.severities == {"SRC008": None}
    assert "SRC002" in str(settings.unknown[0])


def test_the_nearest_file_counts_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    case = tmp_path / "a" / "b" / "case"
    case.mkdir(parents=True)
    (tmp_path / "casereport.toml").write_text('language = "fa"\n')
    (tmp_path / "a" / ".git").mkdir()
    assert find_settings(case).language is None
    (tmp_path / "a" / "casereport.toml").write_text('language = "en"\n')
    assert find_settings(case).language == "en"
    assert find_settings(case).file == (tmp_path / "a" / "casereport.toml").as_posix()
    (case / "casereport.toml").write_text('language = "fa"\n')
    assert find_settings(case).language == "fa"


def test_without_repository_or_home_only_the_folder_above_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/nowhere")
    case = tmp_path / "shared" / "mine" / "case"
    case.mkdir(parents=True)
    (tmp_path / "shared" / "casereport.toml").write_text('language = "fa"\n')
    assert find_settings(case).language is None
    (tmp_path / "shared" / "mine" / "casereport.toml").write_text('language = "fa"\n')
    assert find_settings(case).language == "fa"


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text("")
    (tmp_path / "casereport.toml").symlink_to(tmp_path / "real.toml")
    with pytest.raises(InvalidSettingsError):
        find_settings(tmp_path)
    with pytest.raises(InvalidSettingsError):
        load_settings(tmp_path / "absent.toml")


CASE = {
    "case.yaml": "# casereport: ignore CIT002 r\ntitle: {fa: الف, en: A}\nlanguages: [en]\n".encode(),
    "en.md": b"## Discussion {#discussion}\n\nText.\n",
    "references.bib": b"@book{a, title={T}, author={B, C}, publisher={P}, year={2020}}\n",
}


def codes(**options: object) -> dict[str, Severity]:
    checking = CheckOptions(**options)  # type: ignore[arg-type]
    found = check_case(MemoryWorkspace("case", CASE), checking).diagnostics
    return {item.code: item.severity for item in found}


def test_severities_reach_checks_and_comments_for_a_check_that_is_off_are_not_idle() -> None:
    plain = codes()
    assert plain["CIT002"] is Severity.WARNING
    assert plain["SRC008"] is Severity.WARNING
    off = codes(severities={"CIT002": None})
    assert not {"CIT002", "SRC008"} & off.keys()
    changed = codes(severities={"CIT002": Severity.NOTE, "SRC008": Severity.NOTE})
    assert changed["CIT002"] is changed["SRC008"] is Severity.NOTE


def test_a_comment_for_a_check_that_the_journal_turned_off_is_not_idle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    manifest = "extends: manuscript\nname: {en: Mine}\nchecks: {CIT002: off}\n"
    (tmp_path / "mine" / "journal.yaml").write_text(manifest, encoding="utf-8")
    monkeypatch.setenv("CASEREPORT_JOURNALS", str(tmp_path))
    load_journal.cache_clear()
    try:
        assert "SRC008" not in codes(journal="mine")
        # Where the project wants the check after all, it runs, and its comment is judged again.
        assert "SRC008" in codes(journal="mine", severities={"CIT002": Severity.NOTE})
    finally:
        load_journal.cache_clear()
