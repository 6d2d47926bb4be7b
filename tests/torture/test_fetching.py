"""A document and a case reach what they hold and nothing else: no file, no host, no folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.torture.conftest import Score
from tests.torture.fetching_cases import hostile_cases

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PROBES_FILE = HERE.parent / "data" / "typesetting" / "fetch_probes.yaml"
PROBES: dict[str, dict[str, str]] = yaml.safe_load(PROBES_FILE.read_text("utf-8"))
CASES = tuple(hostile_cases("", "", ""))


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    canary = tmp_path_factory.mktemp("server") / "canary-7f3a91.txt"
    canary.write_text("CANARY-7f3a91: what nobody may have\n")
    run = subprocess.run(
        [sys.executable, "-m", "tests.torture.probe_fetches", str(PROBES_FILE), str(canary)],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.returncode == 0, run.stderr
    result: dict[str, Any] = json.loads(run.stdout)
    return result


@pytest.mark.parametrize("name", PROBES)
def test_probe_touches_nothing_and_is_reported(name: str, outcome: dict[str, Any]) -> None:
    seen = outcome["probes"][name]
    expected = PROBES[name]["refused"]

    assert seen["touched"] == []
    assert not seen["leaked"]
    assert seen["links"] == []
    assert seen["attachments"] == []
    assert ([expected] if expected else []) == [
        kind for kind in seen["refused"] if kind == expected or not expected
    ]
    assert "text" in seen["text"]
    if expected and "kept" in PROBES[name].get("html", ""):
        assert "kept" in seen["text"]


@pytest.mark.parametrize("name", CASES)
def test_case_touches_nothing_and_leaks_nothing(name: str, outcome: dict[str, Any]) -> None:
    seen = outcome["cases"][name]

    assert seen["touched"] == []
    assert not seen["leaked"]
    assert seen["files"] or seen["told"], "neither written nor refused"


def test_nothing_reached_the_server(outcome: dict[str, Any], score: Score) -> None:
    everything = {**outcome["probes"], **outcome["cases"]}
    touched = [name for name, seen in everything.items() if seen["touched"]]
    leaked = [name for name, seen in everything.items() if seen["leaked"]]
    score(
        "fetch probes, through typeset and whole cases",
        target="62 probes, 0 touched, 0 leaked",
        measured=f"{len(PROBES)} documents, {len(CASES)} cases: {len(touched)} touched, "
        f"{len(leaked)} leaked, server {'reached' if outcome['connected'] else 'not reached'}",
    )
    assert outcome["connected"] is False
    assert touched == []
    assert leaked == []


def test_there_are_enough_probes() -> None:
    assert len(PROBES) >= 62
    assert len(CASES) >= 62
