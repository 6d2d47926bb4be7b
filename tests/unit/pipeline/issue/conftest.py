"""Small cases of a journal that has issues, and an issue's file beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

WriteIssue = Callable[..., Path]

PARAGRAPH = "A sentence of the discussion that is long enough to fill a part of the line. " * 14


def write_case(folder: Path, *, paragraphs: int = 1, **lines: str) -> None:
    """A case of ``clinical-brief``; ``lines`` are further keys of its case.yaml."""
    folder.mkdir(parents=True)
    yaml = [f"title: {{fa: \u06af\u0632\u0627\u0631\u0634 {folder.name}, en: Report {folder.name} of *Candida* H~2~O}}"]
    yaml += ["journal: clinical-brief", "languages: [fa, en]"] if "journal" not in lines else ["languages: [fa, en]"]
    yaml += ["contributors:", "  - name: {fa: \u0645\u0631\u06cc\u0645 \u0645\u0628\u06cc\u0646\u06cc, en: Maryam Mobini}"]
    yaml += [f"{key}: {value}" for key, value in lines.items()]
    text = "\n\n".join([PARAGRAPH] * paragraphs)
    (folder / "case.yaml").write_text("\n".join(yaml) + "\n", "utf-8")
    (folder / "en.md").write_text(f"## Discussion {{#discussion}}\n\n{text} [@a]\n", "utf-8")
    (folder / "fa.md").write_text("## \u0628\u062d\u062b {#discussion}\n\n\u0645\u062a\u0646 [@a].\n", "utf-8")
    (folder / "references.ris").write_text("TY  - JOUR\nID  - a\nAU  - A, B\nTI  - T\nPY  - 2000\nER  - \n", "utf-8")


@pytest.fixture
def issue(tmp_path: Path) -> WriteIssue:
    """A function that writes issue.yaml with these cases, made where they are not there."""

    def write(*cases: str, head: str = "", **keys: str) -> Path:
        for case in cases:
            if not (tmp_path / "desk" / case).exists():
                write_case(tmp_path / "desk" / case)
        said = {"journal": "clinical-brief", "volume": "3", "number": "2", **keys}
        lines = [f"{key.replace('_', '-')}: {value}" for key, value in said.items()]
        file = tmp_path / "desk" / "issue.yaml"
        file.write_text("\n".join([*lines, f"cases: [{', '.join(cases)}]", head]) + "\n", "utf-8")
        return file

    return write
