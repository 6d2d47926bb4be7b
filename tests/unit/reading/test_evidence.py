"""Files of evidence are read as they are: large, broken, in a wrong encoding, once a run."""

from __future__ import annotations

import datetime
import io
import time
import tracemalloc
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import pytest

from casereport.diagnostics import Diagnostic, Severity
from casereport.model.reference import Issued, Name, Reference
from casereport.reading.evidence import CaseEvidence, EvidenceFolder, read_evidence
from casereport.reading.retractions import read_retraction_list
from casereport.workspace import DiskWorkspace, MemoryWorkspace, UnreadableError
from tests.evidence_answers import crossref_list, crossref_single, crossref_work, pubmed_xml
from tests.pace import is_within

TODAY = datetime.date(2026, 1, 1)
WORK = Reference(
    citekey="boulman2005",
    title="Calcinosis in rheumatic diseases",
    authors=(Name("Boulman", "N."),),
    container_title="Cutis",
    volume="34",
    page="805-812",
    issued=Issued(2005),
    doi="10.5555/boulman",
    pmid="15942917",
)
GOOD = crossref_single(crossref_work(WORK))
HEAD = (
    "Record ID,Title,Subject,Author,RetractionDate,RetractionDOI,OriginalPaperDOI,"
    "OriginalPaperPubMedID,RetractionNature,Reason\n"
)


def row(doi: str = "10.5555/other", title: str = "x", more: str = "") -> str:
    return f'1,"{title}","s","A",1/5/2010 0:00,10.5555/n,{doi},0,Retraction,"{more}"\n'


def read(files: Mapping[str, str | bytes], desk: EvidenceFolder | None = None) -> CaseEvidence:
    contents = {n: text.encode() if isinstance(text, str) else text for n, text in files.items()}
    workspace = MemoryWorkspace("case", contents, TODAY)
    return read_evidence(workspace, workspace.names(), [WORK], desk)


def fault(found: CaseEvidence) -> Diagnostic:
    (only,) = found.faults
    assert only.severity is Severity.WARNING
    return only


def test_without_a_folder_there_is_nothing_and_no_list() -> None:
    assert read({"case.yaml": "", "evidence.json": GOOD}) == CaseEvidence()


def test_records_of_every_format_are_found_and_other_files_passed_over() -> None:
    found = read(
        {
            "evidence/a.json": GOOD,
            "evidence/below/b.xml": pubmed_xml(WORK, "15942917"),
            "evidence/c.NBIB": "PMID- 15942917\nTI  - Calcinosis\nVI  - 34\n",
            "evidence/readme.txt": "x",
            "evidence/scan.pdf": b"%PDF",
            "evidence/noname": b"\xff",
        }
    )
    assert found.faults == ()
    assert len(found.evidence.records) == 3
    assert found.evidence.files == ("evidence/a.json", "evidence/below/b.xml", "evidence/c.NBIB")
    assert found.retractions is None


def test_only_records_near_the_references_are_kept() -> None:
    others = [crossref_work(WORK, DOI=f"10.5555/{n}", title=[f"Thing {n}"], volume=str(n + 99))
              for n in range(50)]  # fmt: skip
    found = read({"evidence/a.json": crossref_list([*others, crossref_work(WORK)])})
    assert [each.doi for each in found.evidence.records] == ["10.5555/boulman"]


@pytest.mark.parametrize(
    ("name", "content", "code", "line"),
    [
        ("a.json", GOOD + "\n\n{", "SRC001", 3),
        ("a.json", "<html>Service unavailable</html>", "SRC001", 1),
        ("a.json", "[" * 100_000, "SRC001", 1),
        ("a.json", '{"message": {"items": []}}', "SRC005", 1),
        ("a.json", "{}", "SRC005", 1),
        ("a.json", GOOD.encode("utf-16"), "SRC011", 1),
        ("a.json", "{\n\"title\": \"\u06a9\u0644\u0633\u06cc\u0645\"}".encode("cp1256", "replace"), "SRC011", 2),
        ("a.json", b"\x00" * 100, "SRC001", 1),
        ("a.json", b"", "SRC005", 1),
        ("a.xml", pubmed_xml(WORK, "1")[:-60], "SRC001", 18),
        ("a.xml", "not xml", "SRC001", 1),
        ("a.xml", "<a/>", "SRC005", 1),
        ("a.nbib", "just text", "SRC005", 1),
        ("a.csv", "a,b\n1,2\n", "SRC001", 1),
        ("a.csv", b"", "SRC001", 1),
        ("a.csv", (HEAD + row()).encode("utf-16"), "SRC011", 1),
        ("a.csv", HEAD + row() + row(more="y" * 200_000) + row("10.5555/boulman"), "SRC001", 3),
        ("a.csv", HEAD + row() + row(more="y" * 10_000_000) + row("10.5555/boulman"), "SRC001", 3),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_once_as_a_warning_with_its_place(
    name: str, content: str | bytes, code: str, line: int
) -> None:
    only = fault(read({f"evidence/{name}": content}))
    assert (only.code, only.span.file, only.span.line) == (code, f"evidence/{name}", line)
    assert only.hint is not None


def test_rows_beside_a_broken_one_are_read() -> None:
    found = read({"evidence/a.csv": HEAD + row(more="y" * 10_000_000) + row("10.5555/boulman")})
    assert [each.doi for each in found.retractions or ()] == ["10.5555/boulman"]
    assert fault(found).message.values["count"] == 1
    assert [each.span.line for each in found.retractions or () if each.span] == [3]


def test_a_quotation_mark_that_is_never_closed_ends_nothing_but_the_rows_it_swallows() -> None:
    rows = "".join(row(f"10.5555/{n}") for n in range(5_000))
    found = read({"evidence/a.csv": HEAD + '1,"open,\n' + rows + row("10.5555/boulman")})
    assert found.retractions is not None


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_list_as_a_spreadsheet_saves_it_is_read(delimiter: str) -> None:
    text = "\ufeffdoi,pmid,nature\r\n10.5555/boulman,0,Retraction\r\n".replace(",", delimiter)
    found = read({"evidence/a.csv": text})
    assert [each.nature for each in found.retractions or ()] == ["Retraction"]


def test_bytes_that_are_not_utf8_cost_no_row() -> None:
    text = (HEAD + row("10.5555/boulman", title="Caf\u00e9")).encode("latin-1")
    found = read({"evidence/a.csv": text})
    assert len(found.retractions or ()) == 1
    assert found.faults == ()


def test_duplicate_dois_are_all_kept() -> None:
    twice = row("10.5555/boulman") + row("10.5555/BOULMAN") + row("https://doi.org/10.5555/boulman")
    assert len(read({"evidence/a.csv": HEAD + twice}).retractions or ()) == 3
    works = [crossref_work(WORK), crossref_work(WORK, volume="35")]
    assert len(read({"evidence/a.json": crossref_list(works)}).evidence.records) == 2


def test_the_list_beside_case_yaml_and_those_in_folders_are_all_asked() -> None:
    desk = EvidenceFolder(
        MemoryWorkspace("desk", {"rw.csv": (HEAD + row("10.5555/boulman")).encode()}, TODAY),
        shown="../desk/",
    )
    found = read(
        {"retractions.csv": "doi,nature\n10.5555/boulman,Correction\n",
         "evidence/x.csv": "pmid,nature\n15942917,Expression of concern\n"},
        desk,
    )  # fmt: skip
    natures = {each.nature: each.span.file for each in found.retractions or () if each.span}
    assert natures == {
        "Correction": "retractions.csv",
        "Retraction": "../desk/rw.csv",
        "Expression of concern": "evidence/x.csv",
    }
    assert found.evidence.lists == ("retractions.csv", "../desk/rw.csv", "evidence/x.csv")


class Counting(MemoryWorkspace):
    """A folder that counts how often each file is read whole from its beginning."""

    reads: list[str] = []  # noqa: RUF012

    def read(self, name: str) -> bytes:
        self.reads.append(name)
        return super().read(name)

    def stream(self, name: str) -> BinaryIO:
        self.reads.append(name)
        return super().stream(name)


def test_a_folder_for_many_cases_is_read_once_and_its_faults_are_told_once() -> None:
    files = {"a.json": GOOD.encode(), "b.json": b"{", "rw.csv": (HEAD + row()).encode()}
    workspace = Counting("desk", files, TODAY)
    workspace.reads.clear()
    desk = EvidenceFolder(workspace, shown="../desk/")
    first, second = read({}, desk), read({}, desk)
    assert workspace.reads.count("a.json") == workspace.reads.count("b.json") == 1
    assert workspace.reads.count("rw.csv") == 2  # its encoding, then its rows
    assert first.evidence == second.evidence
    assert [each.span.file for each in first.faults] == ["../desk/b.json"]
    assert second.faults == ()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    desk = EvidenceFolder(DiskWorkspace(tmp_path / "gone"), shown="gone/")
    assert fault(read({}, desk)).code == "SRC001"


def test_a_link_in_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text(GOOD)
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.json").symlink_to(tmp_path / "secret.json")
    (folder / "b.csv").symlink_to(tmp_path / "secret.json")
    found = read({}, EvidenceFolder(DiskWorkspace(folder)))
    assert [each.code for each in found.faults] == ["SRC001", "SRC001"]
    assert found.evidence.records == ()


def test_a_list_that_vanishes_between_two_cases_is_told(tmp_path: Path) -> None:
    (tmp_path / "rw.csv").write_text(HEAD + row("10.5555/boulman"))
    desk = EvidenceFolder(DiskWorkspace(tmp_path))
    assert len(read({}, desk).retractions or ()) == 1
    (tmp_path / "rw.csv").unlink()
    assert [each.code for each in read({}, desk).faults] == ["SRC001"]


class _Generated(io.RawIOBase):
    """A list of ``rows`` rows that stands nowhere: each is made when it is read."""

    def __init__(self, rows: int) -> None:
        filler = "Institute, University, City; " * 30
        self._block = "".join(row(f"10.5555/{n}", f"Title {n}", filler) for n in range(1_000))
        self._left = rows // 1_000
        self._waiting = HEAD.encode()

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return 0

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if not self._waiting and self._left:
            self._left -= 1
            self._waiting = self._block.encode()
        piece, self._waiting = self._waiting[: len(buffer)], self._waiting[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def _generated(rows: int) -> BinaryIO:
    return io.BufferedReader(_Generated(rows), 1 << 20)  # type: ignore[return-value]


def test_a_list_of_100_mb_is_read_in_bounded_time_and_memory() -> None:
    begin = time.process_time()
    found = read_retraction_list("rw.csv", lambda: _generated(110_000))
    assert is_within(time.process_time() - begin, 3)
    assert found is not None
    assert len(found.starts) == 110_000
    # A fifth of it, for what is traced is slow: 20 MB, of which the places of the rows stay.
    tracemalloc.start()
    read_retraction_list("rw.csv", lambda: _generated(22_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6_000_000


def test_many_records_are_read_and_asked_in_bounded_time() -> None:
    works = [crossref_work(WORK, DOI=f"10.5555/{n}", title=[f"A report of thing {n}"],
                           volume=str(n)) for n in range(5_000)]  # fmt: skip
    text = crossref_list(works)
    begin = time.process_time()
    read({"evidence/a.json": text})
    assert is_within(time.process_time() - begin, 3)


def test_many_works_of_one_title_are_asked_in_bounded_time() -> None:
    works = [crossref_work(WORK, DOI=f"10.5555/{n}") for n in range(3_000)]
    begin = time.process_time()
    read({"evidence/a.json": crossref_list(works)})
    assert is_within(time.process_time() - begin, 3)


def test_streams_are_as_guarded_as_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "folder").mkdir()
    workspace = DiskWorkspace(tmp_path)
    with workspace.stream("a") as stream:
        assert stream.read() == b"x"
    for name, reason in (("link", "outside"), ("folder", "not-a-file"), ("b", "missing"),
                         ("../a", "outside")):  # fmt: skip
        with pytest.raises(UnreadableError) as caught:
            workspace.stream(name)
        assert caught.value.reason == reason
