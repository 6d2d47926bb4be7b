"""``casereport refs``: tables, formats, duplicates, cleaning, order, comparison."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from casereport.cli import main
from tests.conftest import SAMPLES

TWICE = """% my list
@string{x = {J}}

@article{boulman2005,
  author  = {Boulman, N. and Slobodin, G.},
  title   = {Calcinosis in rheumatic diseases},
  journal = {Semin Arthritis Rheum},
  year    = {2005},
  volume  = {34},
  pages   = {805-12}
}

% found again in PubMed
@article{boulman,
  author  = {Boulman, N. and Slobodin, G.},
  title   = {Calcinosis in Rheumatic Diseases},
  journal = {Seminars in Arthritis and Rheumatism},
  year    = {2005},
  volume  = {34},
  number  = {6},
  pages   = {805-812},
  doi     = {10.1016/j.semarthrit.2005.01.016},
}

@article{adams1999, author={Adams, A.}, title={Another work of one year}, year=1999}
"""


@pytest.fixture
def case(starter: Path) -> Path:
    """The starter with a list in which one work stands twice."""
    for old in starter.glob("references.*"):
        old.unlink()
    (starter / "references.bib").write_text(TWICE, "utf-8")
    for name in ("fa.md", "en.md"):
        file = starter / name
        lines = [line for line in file.read_text("utf-8").split("\n") if "[@" not in line]
        text = "\n".join(lines).rstrip() + "\n\n"
        file.write_text(text + "One [@boulman2005; @boulman] two [@boulman, p. 3] @boulman.\n", "utf-8")
    return starter


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_the_table_has_numbers_and_who_cites(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refs", "list", str(case)]) == 0
    lines = out(capsys).splitlines()
    assert lines[0].split() == ["Number", "Key", "Authors", "Year", "Cited", "Title"]
    assert lines[1].split()[:7] == ["1", "boulman2005", "Boulman", "+1", "2005", "en", "fa"]
    assert lines[3].split()[:5] == ["-", "adams1999", "Adams", "1999", "-"]
    assert lines[4] == "References: 3, never cited: 1, cited without an entry: 0"


def test_the_list_as_json_has_every_field(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refs", "list", str(case), "--format", "json"]) == 0
    first, second, third = json.loads(out(capsys))
    assert (first["number"], first["cited_in"], first["line"]) == (1, ["en", "fa"], 4)
    assert second["doi"] == "10.1016/j.semarthrit.2005.01.016"
    assert (third["number"], third["cited_in"]) == (None, [])


def test_a_table_of_persian_works_isolates_each_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "references.bib"
    file.write_text("@article{x, author={احمدی، علی}, title={کلسینوز جلدی}, year=1398}", "utf-8")
    assert main(["refs", "list", str(file)]) == 0
    line = out(capsys).splitlines()[1]
    assert "\u2068احمدی\u2069    1398  \u2068کلسینوز جلدی\u2069" in line


def test_headings_are_persian_on_demand(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refs", "list", str(case), "--lang", "fa"]) == 0
    assert "نویسندگان" in out(capsys).splitlines()[0]


def test_unused_and_missing_end_with_1_and_name_the_place(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["refs", "unused", str(case)]) == 1
    assert f"{case.as_posix()}/references.bib:25:1: adams1999: Another work" in out(capsys)
    assert main(["refs", "missing", str(case)]) == 0
    assert out(capsys) == "Every citation has its entry.\n"
    text = (case / "en.md").read_text("utf-8").replace("@boulman.", "@boulmann.")
    (case / "en.md").write_text(text, "utf-8")
    assert main(["refs", "missing", str(case)]) == 1
    told = out(capsys)
    assert f"{case.as_posix()}/en.md:" in told
    assert "boulmann has no entry; did you mean boulman?" in told


@pytest.mark.parametrize("form", ["bib", "ris", "csl-json", "nbib"])
def test_a_converted_list_says_the_same(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suffix = {"csl-json": "json"}.get(form, form)
    source = SAMPLES / "crest-calcinosis-44f-as-printed" / "references.bib"
    target = tmp_path / f"out.{suffix}"
    assert main(["refs", "convert", str(source), "--to", form, "-o", str(target)]) == 0
    assert main(["refs", "compare", str(source), str(target)]) == 0
    assert "Alike: 22, different: 0, only in one of them: 0" in out(capsys)
    assert main(["refs", "convert", str(source), "--to", form]) == 0
    assert out(capsys) == target.read_text("utf-8")


def test_a_file_that_is_there_is_not_written_over(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.ris"
    target.write_text("mine", "utf-8")
    assert main(["refs", "convert", str(case), "--to", "ris", "-o", str(target)]) == 2
    assert target.read_text("utf-8") == "mine"
    assert main(["refs", "convert", str(case), "--to", "ris", "-o", str(target), "--force"]) == 0
    assert target.read_text("utf-8").startswith("TY  - JOUR\n")
    wrong = tmp_path / "out.txt"
    assert main(["refs", "convert", str(case), "--to", "ris", "-o", str(wrong)]) == 2
    assert ".ris" in capsys.readouterr().err


def test_nothing_is_written_where_an_entry_could_not_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "references.bib"
    file.write_text("@article{a, title={T}}\n@article{b, title={open\n", "utf-8")
    assert main(["refs", "convert", str(file), "--to", "ris"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "references.bib:2:1" in told.err
    assert "nothing is written" in told.err


def test_duplicates_are_told_and_merged_with_their_citations(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {name: (case / name).read_bytes() for name in ("references.bib", "en.md")}
    assert main(["refs", "duplicates", str(case)]) == 1
    assert "boulman is the same work as boulman2005." in out(capsys)
    assert main(["refs", "duplicates", str(case), "--merge", "--dry-run"]) == 1
    assert out(capsys).startswith("--- a/my-case/references.bib\n")
    assert {name: (case / name).read_bytes() for name in before} == before
    assert main(["refs", "duplicates", str(case), "--merge"]) == 0
    assert out(capsys).endswith("Entries merged: 1\n")
    merged = (case / "references.bib").read_text("utf-8")
    start, end = TWICE.index("@article{boulman,"), TWICE.index("@article{adams")
    assert merged == (TWICE[:start] + TWICE[end:]).replace(
        "  pages   = {805-12}\n",
        "  pages   = {805--812},\n  number  = {6},\n"
        "  doi     = {10.1016/j.semarthrit.2005.01.016}\n",
    )
    for name in ("fa.md", "en.md"):
        text = (case / name).read_text("utf-8")
        assert "One [@boulman2005] two [@boulman2005, p. 3] @boulman2005.\n" in text
    assert main(["refs", "duplicates", str(case), "--merge"]) == 0
    assert out(capsys) == "No work stands twice.\n"


def test_two_people_are_not_merged(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = TWICE.replace("Slobodin, G.},\n  title   = {Calcinosis in Rheu", "Slobodan, G.},\n  title   = {Calcinosis in Rheu")
    (case / "references.bib").write_text(text, "utf-8")
    assert main(["refs", "duplicates", str(case), "--merge"]) == 1
    assert "Slobodin G. and Slobodan G. are two people." in out(capsys)
    assert (case / "references.bib").read_text("utf-8") == text


def test_where_the_text_cites_by_typed_numbers_entries_stay(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("fa.md", "en.md"):
        file = case / name
        lines = file.read_text("utf-8").rstrip().split("\n")
        file.write_text("\n".join([*lines[:-1], "As others wrote (1,3)."]) + "\n", "utf-8")
    assert main(["refs", "duplicates", str(case), "--merge"]) == 1
    assert "cites by numbers typed by hand" in out(capsys)
    assert main(["refs", "sort", str(case)]) == 1
    assert "typed by hand" in capsys.readouterr().err
    assert (case / "references.bib").read_text("utf-8") == TWICE


def test_a_file_of_a_case_is_merged_by_its_case(case: Path) -> None:
    assert main(["refs", "duplicates", str(case / "references.bib"), "--merge"]) == 2
    assert main(["refs", "duplicates", str(case), "--dry-run"]) == 2


def test_cleaning_shows_writes_counts_and_comes_to_rest(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--journals", "abbreviate", "--titles", "sentence", "--pages", "minimal"]
    assert main(["refs", "clean", str(case), *options, "--dry-run"]) == 0
    assert "+  journal = {Semin Arthritis Rheum},\n" in out(capsys)
    assert (case / "references.bib").read_text("utf-8") == TWICE
    assert main(["refs", "clean", str(case), *options]) == 0
    assert out(capsys) == "journals: 1\npages: 1\n"
    assert main(["refs", "clean", str(case), *options]) == 0
    assert out(capsys) == "There is nothing to clean.\n"


def test_a_projects_own_journals_are_known(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = '[journal-titles]\n"Seminars in Arthritis and Rheumatism" = "SemArthRheum"\n'
    (case / "casereport.toml").write_text(settings, "utf-8")
    assert main(["refs", "clean", str(case), "--journals", "abbreviate"]) == 0
    assert "journal = {SemArthRheum}" in (case / "references.bib").read_text("utf-8")
    (case / "casereport.toml").write_text("[journal-titles]\nx = 3\n", "utf-8")
    assert main(["refs", "clean", str(case)]) == 2
    assert "casereport.toml:1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("by", "order"),
    [("author", ["adams", "boulman,", "boulman2005"]), ("year", ["adams", "boulman,", "boulman2005"]),
     ("key", ["adams", "boulman,", "boulman2005"]), ("cited", ["boulman2005", "boulman,", "adams"])],
)  # fmt: skip
def test_entries_are_put_in_order_with_their_comments(
    by: str, order: list[str], case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["refs", "sort", str(case), "--by", by]) == 0
    text = (case / "references.bib").read_text("utf-8")
    places = [text.index("{" + key) for key in order]
    assert places == sorted(places)
    assert text.startswith("% my list\n@string{x = {J}}\n")
    assert "% found again in PubMed\n@article{boulman,\n" in text
    assert sorted(text.split()) == sorted(TWICE.split())
    capsys.readouterr()
    assert main(["refs", "sort", str(case), "--by", by]) == 0
    assert out(capsys) == "The entries are in order.\n"


def test_lists_are_compared_by_key_and_by_work(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.bib"
    other.write_text(
        "@article{renamed, doi={10.1016/j.semarthrit.2005.01.016}, title={Another title}}\n"
        "@article{adams1999, author={Adams, A.}, title={Another work of one year}, year=2000}\n",
        "utf-8",
    )
    assert main(["refs", "compare", str(case), str(other), "--format", "json"]) == 1
    found = json.loads(out(capsys))
    assert found["only_first"] == ["boulman2005"]
    assert [(pair["first"], pair["second"]) for pair in found["differing"]] == [
        ("boulman", "renamed"), ("adams1999", "adams1999"),
    ]  # fmt: skip
    assert main(["refs", "compare", str(case), str(other)]) == 1
    told = out(capsys)
    assert "boulman is called renamed in the other list." in told
    assert "adams1999, issued: 1999; in the other list 2000." in told


@pytest.mark.parametrize(
    "arguments",
    [["list", "nowhere"], ["list", __file__], ["lst"], ["convert", "x"], ["sort", "x", "--by", "z"]],
)
def test_a_wrong_command_line_is_misuse(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["refs", *arguments]) == 2
    assert capsys.readouterr().err


def test_a_case_without_references_says_so(
    starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for old in starter.glob("references.*"):
        old.unlink()
    assert main(["refs", "convert", str(starter), "--to", "bib"]) == 1
    assert "holds no reference file" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["list", "convert", "sort", "unused", "missing", "duplicates",
                                  "clean", "compare"])  # fmt: skip
def test_every_command_has_help_with_examples(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["refs", name, "--help"]) == 0
    told = out(capsys)
    assert "Examples:" in told
    assert f"casereport refs {name}" in told
