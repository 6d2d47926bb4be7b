"""Every fault that a sample's README names really stands at the line it names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

SAMPLES = Path(__file__).parents[3] / "samples"
CORRECTED, PRINTED, HAND = (
    "crest-calcinosis-44f",
    "crest-calcinosis-44f-as-printed",
    "hand-calcinosis-66",
)
ROW = re.compile(
    r"^\| (?P<code>[A-Z]+\d{3}) \| .*? \| `(?P<file>[\w.]+):(?P<line>\d+)` \| (?P<text>`.*`) \|$"
)


class Fault(NamedTuple):
    """A row of the table: the code, the place, and the text quoted from there."""

    code: str
    file: str
    line: int
    texts: tuple[str, ...]


def lines_of(name: str, file: str) -> list[str]:
    return (SAMPLES / name / file).read_text(encoding="utf-8").split("\n")


def faults(name: str) -> list[Fault]:
    rows = (ROW.match(line) for line in lines_of(name, "README.md"))
    return [
        Fault(
            row["code"], row["file"], int(row["line"]), tuple(row["text"].strip("`").split("` `"))
        )
        for row in rows
        if row
    ]


@pytest.mark.parametrize("name", [PRINTED, HAND])
def test_every_fault_stands_where_the_readme_says(name: str) -> None:
    for fault in faults(name):
        line = lines_of(name, fault.file)[fault.line - 1]
        assert fault.texts
        for text in fault.texts:
            assert text in line, fault


@pytest.mark.parametrize(("name", "count"), [(PRINTED, 110), (HAND, 13)])
def test_no_row_of_the_table_is_passed_over(name: str, count: int) -> None:
    with_place = [line for line in lines_of(name, "README.md") if re.search(r"`[\w.]+:\d+`", line)]
    assert len(faults(name)) == len(with_place) >= count


# What the source article must give at least, and what its absences give.
PLACED = {
    "CIT004", "CIT005", "DATE001", "DATE005", "FIG009", "FIG011", "LANG003", "LANG004",
    "NUM003", "NUM006", "ORTH002", "ORTH003", "ORTH004", "ORTH006", "ORTH007", "ORTH008",
    "ORTH009", "ORTH010", "REF001", "REF002", "REF009",
}  # fmt: skip
ABSENT = {
    "CARE001", "CARE007", "CARE010", "CARE012", "CARE013", "ETH001", "ETH002", "ETH003", "ETH004",
}  # fmt: skip


def test_the_readme_names_every_fault_of_the_source() -> None:
    assert {fault.code for fault in faults(PRINTED)} >= PLACED
    assert set(re.findall(r"[A-Z]+\d{3}", "\n".join(lines_of(PRINTED, "README.md")))) >= ABSENT
    assert {"CIT001", "ORTH010", "ORTH011", "JRN002"} <= {fault.code for fault in faults(HAND)}


def quoted(code: str) -> list[str]:
    """The texts the table quotes for a code; a code without any is a mistake of the test."""
    texts = [text for fault in faults(PRINTED) if fault.code == code for text in fault.texts]
    assert texts, code
    return texts


def test_about_forty_half_spaces_are_lost() -> None:
    joined = {word for word in quoted("ORTH002") if " " not in word}
    assert 38 <= len(joined) <= 45


def test_at_least_six_words_are_spelt_in_two_ways() -> None:
    assert len(quoted("ORTH003")) >= 12


TYPED = [
    "(۱)", "(۲)", "(۳)", "(۴،۳)", "(۵)", "(۷،۶)", "(۱۰-۸)", "(۱۱)", "(۱۲)", "(۱۳)", "(۱۴)",
    "(۱۵)", "(۸-۱۷،۶-۱۱)", "(۱۸،۱۹)", "(۲۰)", "(۲۱)", "(۲۲،۴)",
]  # fmt: skip


def test_citations_are_typed_exactly_as_printed() -> None:
    text = "\n".join(lines_of(PRINTED, "fa.md"))
    assert re.findall(r"\([۰-۹،-]+\)", text) == TYPED
    assert "@boulman" not in text


def test_caption_of_the_first_figure_repeats_the_body() -> None:
    in_caption, in_body = quoted("FIG009")
    assert in_caption == in_body


# A fault of the facts' text is gone from the corrected sample; a code, a place or a plain word of
# the language (a range, a figure's number) may stand in both.
@pytest.mark.parametrize(
    "code", ["CIT004", "REF001", "REF002", "ORTH007", "ORTH008", "ORTH010", "DATE001", "NUM006"]
)
def test_the_corrected_sample_has_the_fault_no_more(code: str) -> None:
    corrected = "\n".join(
        "\n".join(lines_of(CORRECTED, file))
        for file in ("case.yaml", "fa.md", "en.md", "references.bib")
    )
    for text in quoted(code):
        assert not re.search(rf"(?<!\w){re.escape(text)}", corrected), text


def test_figures_are_mentioned_in_order() -> None:
    mentioned = re.findall(r"@fig-([a-z-]+)", "\n".join(lines_of(PRINTED, "fa.md")))
    assert mentioned == ["chest", "wrist-elbow", "lumbar-mri", "elbow-surgery"]
