"""Our lines beside Chromium's and beside UAX #9: what is right, and what is wrong with the rest."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from tests.bidi.documents import Case
from tests.bidi.glyphs import Section, our_sections
from tests.bidi.lines import Placed, left_to_right, readable, seen_text_of, text_of, visual_lines
from tests.bidi.oracle import chromium_characters
from tests.bidi.reference import Reference, reference

TOLERANCE = 2.0
"""px by which a character may stand elsewhere than in Chromium, which kerns across elements. Where
nothing is kerned the engines agree to a twentieth of a pixel; a join that is lost costs more."""

_LOOSE = 12.0
"""The same where the engines differ by right: beside Hebrew, whose spaces they take from different
fonts, and in overrides, where they do not kern alike."""

_FLUSH = 0.75
"""px by which a line may fall short of an edge that it should reach."""

_OVERHANG = 1.0
"""px by which a line may pass the margin."""

_DIFFERING = re.compile("[\u0590-\u05ff]|<bdo|override")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with one line: what, how we set it, how it should be."""

    kind: str
    ours: str
    wanted: str

    def __str__(self) -> str:
        return f"{self.kind}\n    ours   {readable(self.ours)}\n    wanted {readable(self.wanted)}"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A case that is not right."""

    case: Case
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        faults = "\n  ".join(str(fault) for fault in self.faults[:3])
        return f"{self.case.name}\n  {self.case.html}\n  {faults}"


@dataclass(slots=True)
class Report:
    """The score of one comparison.

    ``doubts`` are cases in which Chromium and UAX #9 differ from each other: the harness, or the
    oracle, is to be looked at. ``lines``, ``same_breaks`` count in narrow cases.
    """

    total: int = 0
    wrong: list[Wrong] = field(default_factory=list)
    doubts: list[Wrong] = field(default_factory=list)
    lines: int = 0
    same_breaks: int = 0

    @property
    def right(self) -> int:
        """The number of cases without a fault."""
        return self.total - len(self.wrong)

    @property
    def kinds(self) -> Counter[str]:
        """How many cases have a fault of each kind."""
        return Counter(kind for wrong in self.wrong for kind in {f.kind for f in wrong.faults})

    def add(self, case: Case, faults: Sequence[Fault], doubts: Sequence[Fault]) -> None:
        """Count one case."""
        self.total += 1
        if faults:
            self.wrong.append(Wrong(case, tuple(faults)))
        if doubts:
            self.doubts.append(Wrong(case, tuple(doubts)))


def compare(cases: Sequence[Case], *, stock: bool = False) -> Report:
    """Cases whose paragraphs fit on one line: each character where Chromium has it."""
    report = Report()
    for case, ours, theirs in zip(
        cases, our_sections(cases, stock=stock), chromium_characters(cases), strict=True
    ):
        wanted = reference(case.html)
        faults = [*beside_oracle(ours.characters, theirs, _tolerance(case))]
        if wanted is not None:
            faults += mirrors(ours.characters, wanted)
        report.add(case, faults, list(_doubts(theirs, wanted)))
    return report


def compare_narrow(cases: Sequence[Case], *, stock: bool = False) -> Report:
    """Paragraphs that break: each of our lines in the order of UAX #9, none past the margin.

    Where Chromium breaks a whole paragraph as we do, each character stands where it has it, too.
    """
    report = Report()
    for case, ours, theirs in zip(
        cases, our_sections(cases, stock=stock), chromium_characters(cases), strict=True
    ):
        wanted = reference(case.html)
        if wanted is None:
            raise ValueError(f"not a single paragraph: {case.html}")
        lines = our_lines(ours)
        report.lines += len(lines)
        faults = list(_order_of_lines(lines, wanted))
        faults += margins(ours, lines, _ends(lines, wanted))
        if _broken_alike(lines, theirs):
            report.same_breaks += len(lines)
            faults += beside_oracle(ours.characters, theirs, _tolerance(case))
        report.add(case, faults, [])
    return report


def _tolerance(case: Case) -> float:
    return _LOOSE if case.is_loose or _DIFFERING.search(case.html) else TOLERANCE


def beside_oracle(
    ours: Sequence[Placed], theirs: Sequence[Placed], tolerance: float = TOLERANCE
) -> Iterator[Fault]:
    """The lines that differ from Chromium's in order (``order``) or in position (``place``)."""
    our_rows, their_rows = visual_lines(ours), visual_lines(theirs)
    if len(our_rows) != len(their_rows):
        yield Fault(
            "lines",
            " | ".join(map(text_of, our_rows)),
            " | ".join(map(text_of, their_rows)),
        )
        return
    for our_row, their_row in zip(our_rows, their_rows, strict=True):
        if text_of(our_row) != text_of(their_row):
            yield Fault("order", text_of(our_row), text_of(their_row))
            continue
        gaps = [_apart(p, q) for p, q in zip(our_row, their_row, strict=True)]
        if max(gaps) > tolerance:
            first = next(p for p, gap in zip(our_row, gaps, strict=True) if gap > tolerance)
            said = f"({max(gaps):.1f} px, first at {first.character!r})"
            yield Fault("place", f"{said} {text_of(our_row)}", text_of(their_row))


def _apart(one: Placed, other: Placed) -> float:
    return max(abs(one.left - other.left), abs(one.right - other.right))


def mirrors(ours: Sequence[Placed], wanted: Reference) -> Iterator[Fault]:
    """Brackets that are seen the wrong way round."""
    placed = [p for p in ours if not p.character.isspace()]
    places = wanted.visible()
    if [p.character for p in placed] != [wanted.text[i] for i in places]:
        return  # another fault, told by another comparison
    for p, place in zip(placed, places, strict=True):
        parity = wanted.levels[place] % 2
        if unicodedata.mirrored(p.character) and p.level is not None and p.level % 2 != parity:
            right = replace(p, level=parity)
            yield Fault("mirror", seen_text_of([p]), seen_text_of([right]))


def our_lines(section: Section) -> list[list[Placed]]:
    """The characters of each line box, in logical order."""
    lines: list[list[Placed]] = [[] for _ in section.lines]
    for placed in section.characters:
        lines[placed.line].append(placed)
    return lines


def _ends(lines: Sequence[Sequence[Placed]], wanted: Reference) -> frozenset[int]:
    """The lines that end in a forced break, or the paragraph: they are not justified."""
    places = wanted.visible()
    ends, taken = {len(lines) - 1}, 0
    for index, line in enumerate(lines):
        taken += sum(not p.character.isspace() for p in line)
        following = places[taken] if taken < len(places) else len(wanted.text)
        before = places[taken - 1] if 0 < taken <= len(places) else 0
        if "\n" in wanted.text[before:following]:
            ends.add(index)
    return frozenset(ends)


def margins(
    section: Section, lines: Sequence[Sequence[Placed]], ends: frozenset[int]
) -> Iterator[Fault]:
    """Lines that pass the content box (``margin``) or leave a gap where none may be (``flush``)."""
    for index, (extent, line) in enumerate(zip(section.lines, lines, strict=True)):
        row = sorted(_trimmed(line), key=lambda p: p.centre)
        if " " not in text_of(row):
            continue  # a word that cannot be broken may be wider than its line
        left = min(p.left for p in row) - extent.left
        right = extent.right - max(p.right for p in row)
        said = f"({left:.1f} px left, {right:.1f} px right)"
        if min(left, right) < -_OVERHANG:
            yield Fault("margin", f"{said} {text_of(row)}", text_of(row))
        start, end = (right, left) if extent.is_rtl else (left, right)
        if start > _FLUSH or (index not in ends and end > _FLUSH):
            yield Fault("flush", f"{said} {text_of(row)}", text_of(row))


def _trimmed(line: Sequence[Placed]) -> Sequence[Placed]:
    """A line in logical order without the space at its ends; what stands inside may be seen there."""
    printed = [index for index, p in enumerate(line) if not p.character.isspace()]
    return line[printed[0] : printed[-1] + 1] if printed else ()


def _order_of_lines(lines: Sequence[Sequence[Placed]], wanted: Reference) -> Iterator[Fault]:
    places = iter(wanted.visible())
    for line in lines:
        printed = [p for p in line if not p.character.isspace()]
        taken = [next(places, None) for _ in printed]
        known = [place for place in taken if place is not None]
        if [p.character for p in printed] != [wanted.text[i] for i in known]:
            logical = "".join(p.character for p in printed)
            yield Fault("logical", logical, "".join(wanted.text[i] for i in known))
            return
        place_of = {id(p): place for p, place in zip(printed, known, strict=True)}
        ours = [place_of[id(p)] for p in left_to_right(printed)]
        if ours != (right := wanted.visual(known)):
            yield Fault(
                "order",
                "".join(wanted.text[i] for i in ours),
                "".join(wanted.text[i] for i in right),
            )
        for p, place in zip(printed, known, strict=True):
            parity = wanted.levels[place] % 2
            if unicodedata.mirrored(p.character) and p.level is not None and p.level % 2 != parity:
                yield Fault("mirror", p.shown, replace(p, level=parity).shown)
    if next(places, None) is not None:
        yield Fault("logical", "(characters lost)", "")


def _broken_alike(lines: Sequence[Sequence[Placed]], theirs: Sequence[Placed]) -> bool:
    rows = visual_lines(theirs)
    return len(rows) == len(lines) and all(
        sorted(text_of(row).replace(" ", "")) == sorted(text_of(line).replace(" ", ""))
        for row, line in zip(rows, lines, strict=True)
    )


def _doubts(theirs: Sequence[Placed], wanted: Reference | None) -> Iterator[Fault]:
    if wanted is None:
        return
    rows = [text_of(row).replace(" ", "").replace("\u00a0", "") for row in visual_lines(theirs)]
    if rows != wanted.lines():
        yield Fault("oracle and UAX #9", " | ".join(rows), " | ".join(wanted.lines()))
