"""What authors and machines break: each fault is told with its place and its mend, and ends with 1.

The faults are those of the first issue's list, through the real command line. Most run in this
process; those about permissions, limits and streams run the command as its users do.
"""

from __future__ import annotations

import errno
import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from casereport.cli import main

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "crest-calcinosis-44f"
SMALL = ROOT / "samples" / "hand-calcinosis-66"
PERSIAN = re.compile("[\u0621-\u06cc]{2}")
BLAME = re.compile(r"\b(please|illegal|invalid|you (must|should|forgot|failed))\b", re.IGNORECASE)
OLD = b"what stood here before"


@dataclass(frozen=True)
class Place:
    """Where a fault must be told: where ``at`` first stands in the file, else at line, column.

    A column of None: anywhere on the line.
    """

    code: str
    file: str
    at: str = ""
    line: int = 1
    column: int | None = 1

    def line_and_column(self, folder: Path) -> tuple[int, int | None]:
        if not self.at:
            return self.line, self.column
        text = (folder / self.file).read_text(encoding="utf-8")
        before = text[: text.index(self.at)]
        return before.count("\n") + 1, len(before) - before.rfind("\n")


Break = Callable[[Path], object]


def put(file: str, old: str, new: str) -> Break:
    """Replace ``old`` once in ``file``."""

    def replace(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def write(file: str, content: bytes) -> Break:
    return lambda folder: (folder / file).write_bytes(content)


def repeat_the_first_reference(folder: Path) -> None:
    path = folder / "references.bib"
    text = path.read_text(encoding="utf-8")
    start = text.index("@article")
    entry = text[start : text.index("@article", start + 1)]
    path.write_text(text + "\n" + entry.replace("@article{", "@article {"), encoding="utf-8")


def truncate_the_figure(folder: Path) -> None:
    path = folder / "figures/chest-fa.png"
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def link_the_figure(folder: Path) -> None:
    path = folder / "figures/chest-fa.png"
    path.unlink()
    path.symlink_to("/etc/hostname")


def make_the_figure_a_pipe(folder: Path) -> None:
    path = folder / "figures/chest-fa.png"
    path.unlink()
    os.mkfifo(path)


def link_case_yaml(folder: Path) -> None:
    (folder / "case.yaml").rename(folder.parent / "facts.yaml")
    (folder / "case.yaml").symlink_to(folder.parent / "facts.yaml")


def make_case_yaml_a_folder(folder: Path) -> None:
    (folder / "case.yaml").unlink()
    (folder / "case.yaml").mkdir()


def loop(file: str) -> Break:
    """Replace ``file`` by a link to itself."""

    def replace(folder: Path) -> None:
        path = folder / file
        path.unlink()
        path.symlink_to(path.name)

    return replace


def make_the_references_a_folder(folder: Path) -> None:
    (folder / "references.bib").unlink()
    (folder / "references.bib").mkdir()


CHEST = "figures/chest-fa.png"
WINDOWS_1256 = "## Discussion\nخانم 44 ساله با سابقه بيماري".encode("cp1256")

# name: what is broken, and where that is told
FAULTS: dict[str, tuple[Break, Place]] = {
    # The list.
    "a YAML syntax error": (
        put("case.yaml", "languages: [fa, en]", "languages: [fa, en"),
        Place("SRC002", "case.yaml", "[fa, en"),
    ),
    "a tab": (
        put("case.yaml", "patient:\n  age", "patient:\n\tage"),
        Place("SRC002", "case.yaml", "\tage"),
    ),
    "a wrong type": (
        put("case.yaml", "age: 44", "age: forty-four"),
        Place("SRC004", "case.yaml", "forty-four"),
    ),
    "a decimal comma": (
        put("case.yaml", "value: 4.5", 'value: "4,5"'),
        Place("SRC004", "case.yaml", '"4,5"'),
    ),
    "thousands cut at their comma": (
        put(
            "case.yaml",
            "name: {fa: CRP, en: C-reactive protein (CRP)}\n    value: negative",
            "name: {fa: CRP}\n    note: {en: 12,500}\n    value: negative",
        ),
        Place("SRC003", "case.yaml", "500}"),
    ),
    "two units of one value": (
        put("case.yaml", "value: 4.5", "value: 4.5 mmol/L"),
        Place("SRC004", "case.yaml", "4.5 mmol/L"),
    ),
    "a list for a word": (
        put("case.yaml", "journal: jmums", "journal: [jmums]"),
        Place("SRC004", "case.yaml", "journal: [jmums]"),
    ),
    "an unknown field": (
        put("case.yaml", "patient:\n  age", "patient:\n  heigth: 170 cm\n  age"),
        Place("SRC003", "case.yaml", "heigth"),
    ),
    "a Jalali date that does not exist": (
        put("case.yaml", "received: 2020-01-21", "received: 1400-12-30"),
        Place("DATE002", "case.yaml", "1400-12-30"),
    ),
    "a duplicate citekey": (
        repeat_the_first_reference,
        Place("REF014", "references.bib", "@article {"),
    ),
    "a missing figure file": (
        lambda folder: (folder / CHEST).unlink(),
        Place("FIG001", "case.yaml", CHEST),
    ),
    "a truncated PNG": (truncate_the_figure, Place("FIG006", "case.yaml", CHEST)),
    "Markdown in Windows-1256": (write("fa.md", WINDOWS_1256), Place("SRC011", "fa.md", line=2)),
    "Markdown in UTF-16": (
        write("fa.md", "## متن\nبیمار".encode("utf-16")),
        Place("SRC011", "fa.md"),
    ),
    "an unknown journal": (
        put("case.yaml", "journal: jmums", "journal: jmusm"),
        Place("SRC015", "case.yaml", "jmusm"),
    ),
    # And wider.
    "an empty case.yaml": (write("case.yaml", b""), Place("SRC005", "case.yaml")),
    "a case.yaml that is a list": (write("case.yaml", b"- a\n- b\n"), Place("SRC004", "case.yaml")),
    "a case.yaml that is a folder": (make_case_yaml_a_folder, Place("SRC001", "case.yaml")),
    "a case.yaml that is a link": (link_case_yaml, Place("SRC001", "case.yaml")),
    "a case.yml": (
        lambda folder: (folder / "case.yaml").rename(folder / "case.yml"),
        Place("SRC001", "case.yaml"),
    ),
    "an empty narrative": (write("fa.md", b"\n"), Place("SRC005", "fa.md")),
    "references in Latin-1": (
        write("references.bib", "@book{a,\n  author = {Müller}\n}\n".encode("latin-1")),
        Place("SRC011", "references.bib", line=2, column=14),
    ),
    "a linked figure": (link_the_figure, Place("FIG001", "case.yaml", CHEST)),
    "a pipe in place of a figure": (make_the_figure_a_pipe, Place("FIG001", "case.yaml", CHEST)),
    "a figure that is a link to itself": (loop(CHEST), Place("FIG001", "case.yaml", CHEST)),
    "a case.yaml that is a link to itself": (loop("case.yaml"), Place("SRC001", "case.yaml")),
    "a narrative that is a link to itself": (loop("fa.md"), Place("SRC001", "fa.md")),
    "references that are a link to themselves": (
        loop("references.bib"),
        Place("SRC001", "references.bib"),
    ),
    "references that are a folder": (
        make_the_references_a_folder,
        Place("SRC001", "references.bib"),
    ),
    "a narrative under another name": (
        lambda folder: (folder / "fa.md").rename(folder / "FA.md"),
        Place("SRC001", "case.yaml", "fa, en]"),
    ),
    "a footnote in itself": (
        put("en.md", "{{ patient.age }}-year", "44[^a].\n\n[^a]: see that[^a]\n\nYear"),
        Place("SRC016", "en.md", "[^a]\n\nYear"),
    ),
    "a citation that is not closed": (
        put("en.md", "{{ patient.age }}", "44 [@key\n\n"),
        Place("SRC007", "en.md", "[@key\n"),
    ),
    "a link to a file": (
        put("en.md", "{{ patient.age }}", "[y](file:///etc/passwd)"),
        Place("SRC014", "en.md", "[y](file"),
    ),
    "a path that climbs out": (
        put("case.yaml", CHEST, "../chest.png"),
        Place("FIG001", "case.yaml", "../chest.png"),
    ),
    "a path that climbs out in disguise": (
        put("case.yaml", CHEST, "figures/%2e%2e/%2e%2e/chest.png"),
        Place("FIG001", "case.yaml", "figures/%2e%2e"),
    ),
    "a path with backslashes": (
        put("case.yaml", CHEST, "figures\\chest-fa.png"),
        Place("FIG001", "case.yaml", "figures\\chest-fa.png"),
    ),
    "a fact of the program's own": (
        put("en.md", "{{ patient.age }}", "{{ patient.__class__ }}"),
        Place("SRC007", "en.md", "{{ patient.__class__ }}"),
    ),
    "HTML": (
        put("en.md", "{{ patient.age }}", "<script>alert(1)</script>"),
        Place("SRC014", "en.md", "<script>"),
    ),
    "NUL": (put("en.md", "{{ patient.age }}", "44\0"), Place("SRC012", "en.md", "\0")),
    "20,000 marks on one letter": (
        put("case.yaml", "Extensive Dystrophic", "E" + "\u0301" * 20_000 + "xtensive"),
        Place("SRC012", "case.yaml", "\u0301" * 19_980 + "x"),
    ),
    "100,000 open brackets": (
        put("case.yaml", "languages: [fa, en]", "languages: " + "[" * 100_000),
        # The 65th bracket, or the thousandth: libyaml 0.2.6 looks ahead and has a bound of its own.
        Place("SRC016", "case.yaml", line=4, column=None),
    ),
    "a text of a megabyte in a field": (
        put("case.yaml", "  en: Extensive dystrophic", "  en: " + "word " * 200_000),
        Place("SRC010", "case.yaml", "word word"),
    ),
}


def broken(name: str, tmp_path: Path) -> tuple[Path, Place]:
    """A copy of the sample with one fault."""
    folder = tmp_path / "case"
    shutil.copytree(SAMPLE, folder)
    break_it, place = FAULTS[name]
    break_it(folder)
    return folder, place


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_place_reason_and_mend(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, place = broken(name, tmp_path)
    for language in ("en", "fa"):
        assert main(["check", str(folder), "--lang", language, "--format", "json"]) == 1
        captured = capsys.readouterr()
        assert captured.err == ""
        told = [d for d in json.loads(captured.out)["diagnostics"] if d["code"] == place.code]
        assert told[0]["file"] == place.file
        line, column = place.line_and_column(folder)
        assert (told[0]["line"], told[0]["column"]) == (line, column or told[0]["column"])
        for sentence in (told[0]["message"], told[0]["hint"]):
            assert sentence.rstrip("\u2069").endswith((".", "?", "\u061f"))
            assert bool(PERSIAN.search(sentence)) == (language == "fa")
            assert not BLAME.search(sentence)


@pytest.mark.parametrize("name", FAULTS)
def test_a_case_with_a_fault_writes_nothing_and_leaves_the_older_file(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, place = broken(name, tmp_path)
    output = tmp_path / "out"
    output.mkdir()
    (output / "case.pdf").write_bytes(OLD)
    # A citekey that stands twice is an error of the list, not of reading: it stops --strict alone.
    strict = ["--strict"] if place.code == "REF014" else []
    assert main(["render", str(folder), "-o", str(output), *strict, "--lang", "en"]) == 1
    captured = capsys.readouterr()
    line, column = place.line_and_column(folder)
    where = rf"{re.escape(f'{folder.as_posix()}/{place.file}')}:{line}:{column or '[0-9]+'}: "
    assert re.search(rf"^{where}error {place.code} ", captured.err, re.MULTILINE)
    assert "  hint: " in captured.err
    assert captured.err.endswith("Nothing was written.\n")
    assert captured.out == ""
    assert [path.name for path in output.iterdir()] == ["case.pdf"]
    assert (output / "case.pdf").read_bytes() == OLD


@pytest.mark.parametrize("journal", ["jmusm", "../jmums", "jmums/..", "base", ""])
def test_an_unknown_journal_on_the_command_line_is_misuse(
    journal: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("check", "render"):
        assert main([command, str(SAMPLE), "--journal", journal]) == 2
        captured = capsys.readouterr()
        assert f"there is no journal {journal!r}" in captured.err
        assert "jmums" in captured.err
        assert captured.out == ""


# What only the system can refuse: the command is run as its users run it.

COMMAND = (sys.executable, "-m", "casereport")
WITHOUT_PRIVILEGE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root without its right to read and write everything: the owner's permissions count."""


def run(
    *arguments: object, prefix: tuple[str, ...] = (), max_file_bytes: int = 0, **streams: int
) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        if max_file_bytes:
            resource.setrlimit(resource.RLIMIT_FSIZE, (max_file_bytes, max_file_bytes))

    streams.setdefault("stdout", subprocess.PIPE)
    return subprocess.run(
        [*prefix, *COMMAND, *map(str, arguments)],
        stderr=subprocess.PIPE,
        env={**os.environ, "CASEREPORT_LANG": "en"},
        preexec_fn=limit,
        encoding="utf-8",
        timeout=120,
        check=False,
        **streams,
    )


@pytest.fixture
def unprivileged() -> tuple[str, ...]:
    """What to put before the command so that permissions hold for it."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root reads everything, and setpriv is not here")
    tried = subprocess.run([*WITHOUT_PRIVILEGE, "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("root may not give up its privileges here")
    return WITHOUT_PRIVILEGE


@pytest.mark.parametrize(
    ("closed", "told"),
    [
        (".", "The folder case may not be read."),
        ("figures", "The folder case/figures may not be read."),
        ("case.yaml", "The file case.yaml may not be read."),
    ],
)
def test_a_folder_or_file_without_permission_is_told(
    closed: str, told: str, tmp_path: Path, unprivileged: tuple[str, ...]
) -> None:
    folder = tmp_path / "case"
    shutil.copytree(SMALL, folder)
    mode = (folder / closed).stat().st_mode
    (folder / closed).chmod(0)
    try:
        done = run("render", folder, "-o", tmp_path / "out", prefix=unprivileged)
    finally:
        (folder / closed).chmod(mode)
    assert done.returncode == 1
    start = f"{folder}/case.yaml:1:1: error SRC001 unreadable-file\n  {told}\n  hint: "
    assert done.stderr.startswith(start)
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_output_folder_without_permission_is_told_with_the_file(
    tmp_path: Path, unprivileged: tuple[str, ...]
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    done = run("new", closed / "case", prefix=unprivileged)
    assert done.returncode == 1
    first, hint = done.stderr.splitlines()
    assert first.startswith(f"ENV001 {closed}/case/case.yaml cannot be written: this user has no")
    assert hint.startswith("  Choose another folder")
    assert list(closed.iterdir()) == []


def test_a_full_disk_leaves_the_older_files_and_nothing_half_written(tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "hand-calcinosis-66.pdf").write_bytes(OLD)
    done = run("render", SMALL, "-o", output, "--to", "html,pdf", max_file_bytes=20_000)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "66.pdf cannot be written: it is larger than a file may be here." in done.stderr
    assert "error CIT001" in done.stderr, "the findings hold although the disk refused"
    assert "Traceback" not in done.stderr
    assert [path.name for path in output.iterdir()] == ["hand-calcinosis-66.pdf"]
    assert (output / "hand-calcinosis-66.pdf").read_bytes() == OLD


def test_a_disk_that_fills_up_half_way_leaves_no_case_and_the_next_try_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    flush, flushed = os.fsync, []

    def fill_up(descriptor: int) -> None:
        flushed.append(descriptor)
        if len(flushed) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", fill_up)
    assert main(["new", str(tmp_path / "case"), "--lang", "fa"]) == 1
    first, hint = capsys.readouterr().err.splitlines()
    assert first.startswith("ENV001 ")
    assert "دیسک پر است" in first
    assert PERSIAN.search(hint)
    assert list(tmp_path.iterdir()) == []
    assert main(["new", str(tmp_path / "case"), "--lang", "fa"]) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_findings_that_cannot_be_written_are_a_full_disk_not_a_fault_of_ours() -> None:
    with Path("/dev/full").open("w") as full:
        done = run("check", SAMPLE, stdout=full.fileno())
    assert done.returncode == 1
    assert done.stderr.startswith("ENV001 stdout cannot be written: the disk is full.\n  ")


def test_closed_streams_change_no_exit_code() -> None:
    command = " ".join(COMMAND)
    for closed in (">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"):
        done = subprocess.run(
            ["/bin/sh", "-c", f'{command} check "$0" {closed}', SAMPLE],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b""), closed


def test_thousands_of_findings_are_all_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "case"
    shutil.copytree(SMALL, folder)
    entries = "\n".join(f"@book{{k{n}, title = {{T}}, year = {{2001}}}}" for n in range(2_000))
    (folder / "references.bib").write_text(entries, encoding="utf-8")
    assert main(["check", str(folder), "--lang", "en"]) == 0
    # The first five stand for the citations [1] to [5] that are typed in the text.
    assert capsys.readouterr().out.count(" CIT002 ") == 1995


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("گزارش بیمار", "گزارش بیمار"),
        ("my%20case", "my%20case"),
        ("-o", "-o"),
        ("a:b\\c", "a:b\\c"),
        ("new\nline", "new-line"),
        ("evil\u202efdp", "evil-fdp"),
        ("ی" * 126, "ی" * 122),
    ],
)
def test_a_case_folder_of_any_name_is_rendered_under_it(
    name: str, stem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SMALL, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert main(["render", "--to", "html", "-o", "out", "--", name]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == [f"{stem}.html"]
