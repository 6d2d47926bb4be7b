"""A case whose references are a list pasted as text: what `casereport check` says of it."""

from __future__ import annotations

import datetime
import shutil
from collections import Counter
from pathlib import Path

from casereport.pipeline.case import check_case
from casereport.workspace import DiskWorkspace

TODAY = datetime.date(2026, 1, 1)
ROOT = Path(__file__).resolve().parents[2]
FIRST = "Boulman N, Slobodin G. Calcinosis in rheumatic diseases. Semin Arthritis Rheum 2005; 34(6): 805-812."
SECOND = "Reiter N, Aberer E. Calcinosis cutis. J Am Acad Dermatol 2011; 65(1): 1-12."
UNKNOWN = "Smith J. A thing of no known form, p. 3 ff."


def test_typed_digits_mean_the_entries_in_their_order(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {
        "references.txt": f"1. {FIRST}\n2. {SECOND}\n",
        "en.md": "Known (1,2).\n",
        "fa.md": "متن (1،2).\n",
    }
    found = {item.code for item in diagnose(files)}
    assert not {code for code in found if code.startswith(("CIT", "SRC"))} - {"CIT004", "CIT006"}


def test_keys_made_of_name_and_year_can_be_cited(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {
        "references.txt": f"{FIRST}\n{SECOND}\n",
        "en.md": "Known [@boulman2005; @reiter2011].\n",
        "fa.md": "متن [@boulman2005; @reiter2011].\n",
    }
    assert not [item for item in diagnose(files) if item.code.startswith(("CIT", "SRC"))]


def test_an_entry_of_no_known_form_is_told_at_its_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    files = {"references.txt": f"1. {FIRST}\n2. {UNKNOWN}\n"}
    (item,) = [item for item in diagnose(files) if item.code == "REF012"]
    assert (item.span.file, item.span.line, item.span.column) == ("references.txt", 2, 4)
    assert item.span.end_column == 4 + len(UNKNOWN)


def test_a_number_that_jumps_is_told_and_stops_nothing(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"references.txt": f"1. {FIRST}\n3. {SECOND}\n"})
    (item,) = [item for item in found if item.code == "SRC004"]
    assert (item.span.line, str(item.severity)) == (2, "warning")


def test_a_comment_silences_one_entry(diagnose) -> None:  # type: ignore[no-untyped-def]
    comment = "# casereport: ignore REF012 -- as the ministry cites itself"
    text = f"1. {UNKNOWN}\n{comment}\n2. {UNKNOWN}\n3. {UNKNOWN}\n"
    found = [item for item in diagnose({"references.txt": text}) if item.code == "REF012"]
    assert [item.span.line for item in found] == [1, 4]


def test_the_pasted_list_gives_the_findings_of_the_bibtex_file(tmp_path: Path) -> None:
    sample = ROOT / "samples" / "crest-calcinosis-44f-as-printed"
    pasted = tmp_path / "case"
    shutil.copytree(sample, pasted)
    (pasted / "references.bib").unlink()
    source = ROOT / "tests" / "data" / "references" / "jmums-22-pasted.txt"
    shutil.copy(source, pasted / "references.txt")
    one, other = codes(sample), codes(pasted)
    assert one == other
    assert one["REF001"] == 1
    assert one["REF002"] == 2


def codes(case: Path) -> Counter[str]:
    return Counter(item.code for item in check_case(DiskWorkspace(case, TODAY)).diagnostics)
