"""What a command imports: a cold one costs mostly that, so what it does not need stays away."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples" / "crest-calcinosis-44f"

PROGRAM = """
import contextlib, io, sys
from casereport.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main(sys.argv[1:])
print(code, *sorted(sys.modules))
"""

ENGINE = {"weasyprint", "casereport.typesetting.engine.loading", "cffi", "fontTools", "pypdfium2"}
DRAWN = {"jinja2", "rich", "babel"}
READING = {"citeproc", "bibtexparser", "PIL"}
FORMATS = {
    "casereport.references.endnote.reading",
    "casereport.references.nbib.reading",
    "casereport.references.pasted.parsing",
    "casereport.references.ris.reading",
}
"""Those of references that the sample does not have: it has a .bib file."""


def imported(*arguments: str) -> set[str]:
    """The modules of a process of its own after a command."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    code, *names = done.stdout.split()
    assert code == "0"
    return set(names)


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], ENGINE | DRAWN | READING | FORMATS | {"pydantic", "lxml", "markdown_it"}),
        (["check", "--help"], ENGINE | DRAWN | READING | FORMATS | {"pydantic", "lxml", "markdown_it"}),
        (["schema"], ENGINE | DRAWN | READING | FORMATS | {"lxml", "markdown_it"}),
        (["journals"], ENGINE | DRAWN | READING | FORMATS),
        (["explain", "REF002"], ENGINE | DRAWN | READING | FORMATS),
        (["check", str(SAMPLE)], ENGINE | DRAWN | FORMATS),
    ],
    ids=lambda value: " ".join(value[:1]) if isinstance(value, list) else "",
)
def test_a_command_leaves_alone_what_it_does_not_need(arguments: list[str], unwanted: set[str]) -> None:
    assert not imported(*arguments) & unwanted


def test_what_a_command_needs_would_be_seen() -> None:
    assert {"pydantic", "citeproc", "bibtexparser", "PIL"} <= imported("check", str(SAMPLE))
