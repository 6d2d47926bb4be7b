"""100 kB of ordinary prose are checked in less than two seconds of CPU, whatever else a case holds.

The prose is the samples' own, paragraph after paragraph, each numbered so that none is the same as
another: what a program remembers of the first must not hide what the hundredth costs.
"""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.pace import is_within

BYTES = 100_000
BOUND = 2.0
_STRUCTURE = ("##", ":::", "|", "[^", "---")
_MEASURE = """
import sys, time
from datetime import date
from pathlib import Path
from casereport.pipeline.case import check_case
from casereport.workspace import DiskWorkspace
workspace = DiskWorkspace(Path(sys.argv[1]), date(2026, 1, 1))
start = time.process_time()
found = check_case(workspace).diagnostics
print(time.process_time() - start, len(found))
"""
"""A process of its own: no cache of another test is warm, no other test's rubbish is collected."""


def lengthened(text: str, size: int) -> str:
    """``text`` with its own paragraphs again behind it, until it has ``size`` bytes."""
    paragraphs = [
        part for part in text.split("\n\n") if not part.startswith(_STRUCTURE) and ":::" not in part
    ]
    added, length = [text.rstrip()], len(text.encode())
    for number, paragraph in enumerate(itertools.cycle(paragraphs)):
        if length >= size:
            break
        added.append(f"{paragraph.rstrip()} ({number})")
        length += len(added[-1].encode()) + 2
    return "\n\n".join(added) + "\n"


def long_case(sample: str, folder: Path, shares: dict[str, int]) -> Path:
    """The sample with so many bytes of prose in each of its texts."""
    for source in (SAMPLES / sample).rglob("*"):
        if source.is_file():
            target = folder / source.relative_to(SAMPLES / sample)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    for name, size in shares.items():
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(lengthened(text, size), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("sample", "shares"),
    [
        ("crest-calcinosis-44f", {"fa.md": BYTES // 2, "en.md": BYTES // 2}),
        ("crest-calcinosis-44f", {"fa.md": BYTES}),
        # Typed by hand and full of faults: findings cost as well.
        ("crest-calcinosis-44f-as-printed", {"fa.md": BYTES}),
        ("hand-calcinosis-66", {"en.md": BYTES}),
    ],
    ids=["both languages", "Persian", "faulty Persian", "English"],
)
def test_100_kb_of_prose_are_checked_in_two_seconds(
    sample: str, shares: dict[str, int], tmp_path: Path
) -> None:
    case = long_case(sample, tmp_path, shares)
    assert sum((case / name).stat().st_size for name in shares) >= BYTES
    command = [sys.executable, "-c", _MEASURE, str(case)]
    taken = []
    for _ in range(2):  # the better of two: the machine may be busy
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        assert re.fullmatch(r"[\d.e-]+ \d+\n", told)
        taken.append(float(told.split()[0]))
        if is_within(taken[-1], BOUND):
            break
    assert is_within(min(taken), BOUND)
