"""What every workload works with: how often to measure, and the documents, made when asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from benchmarks.cases import distinct_case
from benchmarks.folders import files_of, written
from benchmarks.manuscript import Manuscript
from benchmarks.measure import run
from benchmarks.rival import Document
from benchmarks.staying import StayingProcess

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "crest-calcinosis-44f"
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "CASEREPORT_LANG": "en"}
CASEREPORT = (sys.executable, "-m", "casereport")
STOCK = (sys.executable, "-m", "weasyprint", "--quiet")


@dataclass(frozen=True)
class Bench:
    """One run of the benchmarks.

    ``runs``: rounds of what is cold; ``size`` cuts the large workloads to a share of their size.
    """

    folder: Path
    runs: int
    size: float = 1.0
    tell: Callable[[str], None] = field(default=lambda _text: None)

    def sized(self, whole: int, least: int = 4) -> int:
        """A number of documents, cut to the size of this run."""
        return max(least, round(whole * self.size))

    @cached_property
    def document(self) -> Document:
        """The first sample, kept as HTML by the command itself."""
        kept = self.folder / "kept"
        run(
            [*CASEREPORT, "render", str(SAMPLE), "-o", str(self.folder / "first"),
             "--keep-html", str(kept)],
            environment=ENVIRONMENT,
        )  # fmt: skip
        html = kept / f"{SAMPLE.name}.html"
        return Document(SAMPLE, html, Manuscript.read(html))

    def distinct_cases(self, count: int, name: str, first: int = 0) -> Path:
        """A folder of ``count`` distinct cases, from number ``first`` on."""
        files, folder = files_of(SAMPLE), self.folder / name
        for number in range(first, first + count):
            written(distinct_case(files, number), folder / f"case-{number:04}")
        return folder

    def distinct_htmls(self, count: int) -> list[Path]:
        """As many distinct articles as kept HTML, the same as those of the distinct cases."""
        folder = self.folder / "distinct-html"
        paths = []
        with self.ours() as process:
            for number in range(count):
                keep = folder / str(number)
                process.ask(case=str(SAMPLE), distinct=number, keep=str(keep))
                paths.append(keep / f"{SAMPLE.name}.html")
        return paths

    def ours(self, **environment: str) -> StayingProcess:
        """A process that renders cases."""
        return StayingProcess("ours", {**ENVIRONMENT, **environment})

    def stock(self) -> StayingProcess:
        """A process that sets HTML with stock WeasyPrint."""
        return StayingProcess("stock", ENVIRONMENT)
