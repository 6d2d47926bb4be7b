"""The parts around the measuring: turns, ratios, tables, rivals, cases, the README's block."""

from __future__ import annotations

import itertools
import json
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from benchmarks.__main__ import all_workloads, as_json, report
from benchmarks.bench import SAMPLE, Bench
from benchmarks.cases import distinct_case, edited_case, recoloured_png
from benchmarks.folders import files_of
from benchmarks.growing import GROWTHS
from benchmarks.manuscript import Figure, Grid, Manuscript, Paragraph
from benchmarks.measure import Cost
from benchmarks.readme import README, with_measured
from benchmarks.rival import Document, Recipe, all_rivals
from benchmarks.series import Series, Spread, in_turns
from benchmarks.staged import ORDER, WRAPPED, Clock
from benchmarks.table import Outcome, Target, targets_table
from benchmarks.workloads import cold
from benchmarks.workloads.check import weasyprint_modules
from benchmarks.writing.latex import latex
from benchmarks.writing.plain_html import plain_html
from benchmarks.writing.typst import typst
from casereport.pipeline.case import check_case
from casereport.workspace import MemoryWorkspace

FILES = files_of(SAMPLE)
KEPT = """<html><body><div dir=rtl><div class="running">نه</div>
<h1>عنوان</h1><p>متن {LRI}TNF-α{PDI} <a href="#ref-1">۱</a></p>
<figure><img src="x-files/a.png"><figcaption><span class="label">۱:</span>شرح</figcaption></figure>
<table><tr><th>الف<th>ب<tr><td>۱<td>50% & more</table></div>
<div class=ref id=ref-1>1. Doe "J". $5_000</div></body></html>""".replace(
    "{LRI}", "\u2066"
).replace("{PDI}", "\u2069")


def costs(*cpu: float) -> Series:
    return Series(tuple(Cost(wall=1, cpu=value, memory=1) for value in cpu))


@pytest.fixture
def manuscript(tmp_path: Path) -> Manuscript:
    (tmp_path / "x-files" / "fonts").mkdir(parents=True)
    path = tmp_path / "x.html"
    path.write_text(KEPT, "utf-8")
    return Manuscript.read(path)


def test_sides_are_measured_in_turns_and_the_first_round_is_dropped() -> None:
    order: list[str] = []
    numbers = itertools.count()

    def side(name: str) -> Cost:
        order.append(name)
        return Cost(1, float(next(numbers)), 1)

    found = in_turns({"a": lambda: side("a"), "b": lambda: side("b")}, 2)
    assert order == ["a", "b", "b", "a", "a", "b"]
    assert found["a"].values("cpu") == [3, 4]
    assert found["b"].values("cpu") == [2, 5]


def test_a_ratio_is_that_of_measures_of_one_round() -> None:
    # The machine is ten times slower in the third round; the ratio does not notice.
    ratio = costs(1, 1, 10).to(costs(2, 2, 20), "cpu")
    assert ratio == Spread(0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("target", "row"),
    [
        (
            Target(work="w", against="a", most=0.75, measured=Spread(0.5, 0.4, 0.6)),
            ("w", "a", "≤ 0.75", "0.50 (0.40–0.60)", "met"),
        ),
        (
            Target(work="w", against="a", least=4, unit="x", measured=Spread(3.9, 3.9, 3.9)),
            ("w", "a", "≥ 4x", "3.90x", "**missed**"),
        ),
    ],
)
def test_a_target_says_whether_it_is_met(target: Target, row: tuple[str, ...]) -> None:
    assert target.row() == row
    assert targets_table([target]).rows == (row,)


def test_all_rivals_are_found_and_say_what_they_are() -> None:
    names = [rival.NAME for rival in all_rivals()]
    assert len(set(names)) == len(names)
    assert {"casereport", "stock weasyprint", "Typst"} <= set(names)
    assert {rival for _, rival, _, _ in cold._TARGETS} <= set(names)


def test_every_rival_of_others_says_how_to_get_it_and_may_be_absent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CASEREPORT_BENCH_TYPST", raising=False)
    absent = [rival for rival in all_rivals() if rival.find() is None]
    assert {"Chromium print-to-pdf", "pandoc → XeLaTeX"} <= {rival.NAME for rival in absent}
    assert all(rival.INSTALL for rival in absent)


class OneRival:
    """A module of rivals/, as far as it is looked at."""

    def __init__(self, name: str, program: str | None) -> None:
        self.NAME, self.INSTALL, self._program = name, "apt install it", program

    def find(self) -> str | None:
        return self._program

    def prepare(self, program: str, document: Document, folder: Path) -> Recipe:
        code = "import sys; open(sys.argv[1] + '/out.pdf', 'w')"
        return Recipe(lambda output: (program, "-c", code, str(output)), "out.pdf")


def test_an_absent_rival_is_said_to_be_absent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    present = [OneRival(name, sys.executable) for name in ("casereport", "stock weasyprint")]
    monkeypatch.setattr(cold, "all_rivals", lambda: (*present, OneRival("Quill", None)))
    bench = Bench(folder=tmp_path, runs=1)
    bench.__dict__["document"] = None  # nobody here reads it
    outcome = cold.run(bench)
    (table,) = outcome.tables
    assert [row[:2] for row in table.rows if row[0] == "Quill"] == [("Quill", "not installed")]
    assert table.remarks == ("Quill is not installed: apt install it.",)
    assert "Quill is not installed" in report("here", 1, {"cold": outcome})
    assert {target.against for target in outcome.targets} == {"stock weasyprint"}


def test_a_recipe_without_a_pdf_fails() -> None:
    from benchmarks.measure import FailedCommandError

    recipe = Recipe(lambda _output: (sys.executable, "-c", "pass"), "out.pdf")
    with pytest.raises(FailedCommandError, match=r"wrote no out\.pdf"):
        recipe.cook()


def test_distinct_cases_are_distinct_and_always_the_same() -> None:
    some = [distinct_case(FILES, number) for number in (0, 1, 2, 22, 484, 9999)]
    for name in ("case.yaml", "figures/chest-fa.png"):
        assert len({case[name] for case in some}) == len(some), name
    assert distinct_case(FILES, 22) == some[3]
    assert all(case.keys() == FILES.keys() for case in some)


@pytest.mark.parametrize("number", [1, 57, 1234])
def test_a_distinct_case_is_as_valid_as_the_sample(number: int) -> None:
    def codes(files: dict[str, bytes]) -> list[str]:
        found = check_case(MemoryWorkspace("case", files)).diagnostics
        return sorted(diagnostic.code for diagnostic in found)

    assert codes(distinct_case(FILES, number)) == codes(FILES)


def test_a_recoloured_picture_is_a_picture_of_other_colours(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(recoloured_png(FILES["figures/chest-fa.png"], 5))
    with Image.open(path) as changed, Image.open(SAMPLE / "figures/chest-fa.png") as before:
        assert changed.size == before.size
        assert changed.tobytes() == before.tobytes()
        assert changed.getpalette() != before.getpalette()
    assert recoloured_png(b"no picture", 5) == b"no picture"


def test_an_edit_changes_one_paragraph() -> None:
    edited = edited_case(FILES, 3)
    assert [name for name in FILES if FILES[name] != edited[name]] == ["fa.md"]
    before, after = (files["fa.md"].decode().split("\n\n") for files in (FILES, edited))
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


@pytest.mark.parametrize("kind", GROWTHS)
def test_a_grown_case_has_more_and_no_error(kind: str) -> None:
    result = check_case(MemoryWorkspace("case", GROWTHS[kind](FILES, 3)))
    assert [d.code for d in result.diagnostics if d.severity.value == "error"] == []
    before = check_case(MemoryWorkspace("case", FILES)).case
    assert before is not None
    assert result.case is not None
    if kind == "figures":
        assert len(result.case.facts.figures) == len(before.facts.figures) + 3
    if kind == "references":
        assert len(result.case.references) == len(before.references) + 3


def test_a_manuscript_has_every_kind_of_block(manuscript: Manuscript) -> None:
    title, paragraph, figure, caption, grid, reference = manuscript.blocks
    assert isinstance(title, Paragraph)
    assert title.kind == "title"
    assert isinstance(paragraph, Paragraph)
    runs = [(run.text, run.direction, run.target) for run in paragraph.runs]
    assert runs == [
        ("متن ", "rtl", ""), ("TNF-α", "ltr", ""), (" ", "rtl", ""), ("۱", "rtl", "ref-1"),
    ]  # fmt: skip
    assert isinstance(figure, Figure)
    assert isinstance(caption, Paragraph)
    assert caption.runs[0].text == "۱: شرح"
    assert isinstance(grid, Grid)
    assert [[cell[0].text for cell in row] for row in grid.rows] == [
        ["الف", "ب"],
        ["۱", "50% & more"],
    ]
    assert isinstance(reference, Paragraph)
    assert (reference.kind, reference.name, reference.direction) == ("reference", "ref-1", "ltr")


def test_what_is_special_in_another_language_is_escaped(manuscript: Manuscript) -> None:
    tex, markup = latex(manuscript), typst(manuscript, Path("/"))
    assert r"50\% \& \lr{more}" in tex
    assert r"\$5\_000" in tex
    assert r"\ref{ref-1}" in tex
    assert r"\lr{TNF-α}" in tex
    assert r"Doe \"J\". $5_000" in markup
    assert "<ref-1>" in markup
    assert "50% &amp; more" in plain_html(manuscript)


def test_the_readme_keeps_what_stands_around_its_block() -> None:
    text = README.read_text("utf-8")
    changed = with_measured(text, "new figures")
    assert "new figures" in changed
    assert with_measured(changed, "others") == with_measured(text, "others")
    assert changed.partition("<!--")[0] == text.partition("<!--")[0]
    with pytest.raises(ValueError, match="lacks"):
        with_measured("no marks", "figures")


def test_the_readme_explains_every_table() -> None:
    text = README.read_text("utf-8")
    assert [name for name in all_workloads() if f"`{name}`" not in text] == []


def test_the_figures_can_be_written_as_json() -> None:
    target = Target(work="w", against="a", most=1, measured=Spread(1, 1, 1))
    found = json.loads(json.dumps(as_json("here", {"x": Outcome(targets=(target,))})))
    assert found["workloads"]["x"]["targets"][0]["measured"]["median"] == 1


def test_time_is_charged_to_the_innermost_stage() -> None:
    clock = Clock()

    def burn() -> None:
        until = time.process_time() + 0.05
        while time.process_time() < until:
            pass

    def outer() -> None:
        burn()
        clock.timed("inner", lambda: (burn(), burn()))()

    clock.timed("outer", outer)()
    spent = clock.finish()
    assert spent["inner"] >= 0.1
    assert 0.05 <= spent["outer"] < spent["inner"]


def test_every_stage_has_its_place_in_the_table() -> None:
    assert {stage for wrapped in WRAPPED.values() for stage in wrapped.values()} <= set(ORDER)


def test_an_import_of_weasyprint_would_be_told() -> None:
    command = [sys.executable, "-c", "import casereport, weasyprint.urls"]
    assert "weasyprint.urls" in weasyprint_modules(command)
    assert weasyprint_modules([sys.executable, "-c", "import casereport"]) == []
