"""``batch --scheduler``: which addresses mean something, and what does not go with it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from casereport.cli import main
from casereport.cli.machines import is_sent_in_the_clear


@pytest.fixture
def folder(tmp_path: Path) -> str:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "case.yaml").write_text("")
    return str(tmp_path / "case")


@pytest.mark.parametrize(
    "address",
    ["unix:///tmp/s", "10.0.0.1:8786", "tcp://h", "tcp://h:0", "tcp://h:99999", "tcp://h:1/x", "inproc://1"],
)
def test_another_form_of_address_is_misuse(
    address: str, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["batch", folder, "--scheduler", address]) == 2
    assert "is not tcp://HOST:PORT or tls://HOST:PORT" in capsys.readouterr().err


def test_jobs_and_a_scheduler_exclude_each_other(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["batch", folder, "--scheduler", "tcp://[::1]:8786", "--jobs", "2"]) == 2
    assert "the workers' threads say how many" in capsys.readouterr().err


def test_without_the_extra_one_line_says_how_to_install_it(
    folder: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    words = ["batch", folder, "-q", "-o", str(tmp_path / "out"), "--lang", "en"]
    assert main([*words, "--scheduler", "tcp://127.0.0.1:8786"]) == 1
    streams = capsys.readouterr()
    assert "it comes with: pip install 'casereport[distributed]'" in streams.err
    assert streams.out == ""


@pytest.mark.parametrize(
    ("address", "is_clear"),
    [
        ("tcp://10.0.0.1:8786", True),
        ("tcp://render.example.org:8786", True),
        ("tls://10.0.0.1:8786", False),
        ("tcp://localhost:8786", False),
        ("tcp://127.0.0.1:8786", False),
        ("tcp://[::1]:8786", False),
    ],
)
def test_what_leaves_this_machine_unencrypted_is_known(address: str, is_clear: bool) -> None:
    assert is_sent_in_the_clear(address) is is_clear
