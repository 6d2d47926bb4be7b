"""Lists of retracted works, in CSV: what they say of a case's references.

A list is the Retraction Watch database as Crossref gives it (columns ``OriginalPaperDOI``,
``OriginalPaperPubMedID``, ``Title``, ``Author``, ``RetractionNature``, ``RetractionDate``,
``RetractionDOI``), or a table of one's own with the columns ``doi``, ``pmid``, ``title``,
``nature`` and the like. It has sixty thousand rows and more, so it is read line by line, once: what
stays is where each row begins and by what it is found. The few rows that speak of a case are then
read again at their place.
"""

from __future__ import annotations

import csv
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import BinaryIO, TypeAlias

from casereport.diagnostics import Span
from casereport.model.reference import Retraction
from casereport.references.evidence.keys import NOTHING, comparable_pmid, identity_keys
from casereport.references.identifiers import bare_doi

RETRACTION_FILE = "retractions.csv"
MAX_ROWS = 2_000_000
MAX_LINE = 1_000_000
"""A longer line is no row: what cannot be held in memory is passed over."""

Open: TypeAlias = Callable[[], BinaryIO]

_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "doi": ("originalpaperdoi", "doi"),
        "pmid": ("originalpaperpubmedid", "pmid"),
        "title": ("title",),
        "authors": ("author", "authors"),
        "nature": ("retractionnature", "nature", "status"),
        "date": ("retractiondate", "date"),
        "notice_doi": ("retractiondoi", "notice"),
    }
)
_DELIMITERS = (",", ";", "\t")


@dataclass(slots=True)
class RetractionList:
    """A list that was read: its rows by hashes of their keys, 16 bytes a key.

    ``broken``: the lines of rows that cannot be read, the first few of them; ``broken_count``: how
    many. ``cut``: it has more rows than are looked at.
    """

    file: str
    open: Open
    delimiter: str
    columns: Mapping[str, int]
    starts: array[int] = field(default_factory=lambda: array("q"))
    lines: array[int] = field(default_factory=lambda: array("q"))
    hashes: array[int] = field(default_factory=lambda: array("q"))
    rows: array[int] = field(default_factory=lambda: array("q"))
    first_broken: int = 0
    broken_count: int = 0
    cut: bool = False

    def about(self, keys: Iterable[str]) -> tuple[Retraction, ...]:
        """The rows that share a DOI, a PubMed number or the beginning of a title with these keys.

        Raises:
            OSError: the file can no longer be read.
        """
        wanted = frozenset(keys)
        sought = {hash(key) for key in wanted}
        rows = [self.rows[at] for at, known in enumerate(self.hashes) if known in sought]
        if not rows:
            return ()
        found: list[Retraction] = []
        with self.open() as stream:
            for row in dict.fromkeys(rows):
                stream.seek(self.starts[row])
                found += self._read(stream, self.lines[row], wanted)
        return tuple(found)

    def _read(self, stream: BinaryIO, line: int, wanted: frozenset[str]) -> Iterator[Retraction]:
        """The row at this place, where it is of one of the works (a hash may be another's)."""
        cells = csv.reader(_Lines(stream), delimiter=self.delimiter)
        held = _cells(next(cells, []), self.columns)
        if wanted.intersection(_keys(held)):
            yield _retraction(held, Span(self.file, line, 1, line + cells.line_num - 1, 1))


def read_retraction_list(file: str, open_file: Open) -> RetractionList | None:
    """The list in a file; None when it has no column to find a work by.

    Raises:
        OSError: the file cannot be read.
    """
    with open_file() as stream:
        lines = _Lines(stream)
        head = next(lines, "").removeprefix("\ufeff")
        for delimiter in _DELIMITERS:
            columns = _columns(next(csv.reader([head], delimiter=delimiter), []))
            if columns.keys() & {"doi", "pmid"}:
                found = RetractionList(file, open_file, delimiter, columns)
                _index(found, lines)
                return found
    return None


def _index(found: RetractionList, lines: _Lines) -> None:
    reader = csv.reader(lines, delimiter=found.delimiter)
    looked_up = {name: found.columns[name] for name in _KEYED if name in found.columns}
    while not found.cut:
        start, line = lines.position, lines.number + 1
        try:
            row = next(reader, None)
        except csv.Error:  # a cell that is too long, or a character that no row holds
            _count_broken(found, line)
            continue
        if row is None:
            break
        # Many thousand rows come by here: what is not looked up by is not touched.
        place = len(found.starts)
        before = len(found.hashes)
        for key in _keys(_cells(row, looked_up)):
            found.hashes.append(hash(key))
            found.rows.append(place)
        if len(found.hashes) > before:
            found.starts.append(start)
            found.lines.append(line)
            found.cut = len(found.starts) >= MAX_ROWS
    if lines.first_too_long:
        _count_broken(found, lines.first_too_long)


_KEYED = ("doi", "pmid", "title")


def _count_broken(found: RetractionList, line: int) -> None:
    found.first_broken = min(found.first_broken or line, line)
    found.broken_count += 1


class _Lines:
    """The lines of a stream as text, and where the next one begins, in bytes and as a number.

    It is others' database, which no author mends: bytes that are not UTF-8 are read as U+FFFD. An
    endless line is passed over.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.position = stream.tell()
        self.number = 0
        self.first_too_long = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(MAX_LINE)
        if not line:
            raise StopIteration
        self.number += 1
        self.position += len(line)
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            self._pass_over()
            return "\n"
        return line.decode("utf-8", "replace")

    def _pass_over(self) -> None:
        self.first_too_long = self.first_too_long or self.number
        while rest := self._stream.readline(MAX_LINE):
            self.position += len(rest)
            if rest.endswith(b"\n"):
                return


def _cells(row: list[str], columns: Mapping[str, int]) -> dict[str, str]:
    return {name: row[place].strip() for name, place in columns.items() if place < len(row)}


def _columns(head: list[str]) -> dict[str, int]:
    """Our names of the columns → their places."""
    named = {cell.strip().casefold(): place for place, cell in reversed(list(enumerate(head)))}
    return {
        name: next(named[alias] for alias in aliases if alias in named)
        for name, aliases in _COLUMNS.items()
        if any(alias in named for alias in aliases)
    }


def _keys(held: Mapping[str, str]) -> Iterator[str]:
    return identity_keys(held.get("doi", ""), held.get("pmid", ""), held.get("title", ""))


def _retraction(held: Mapping[str, str], place: Span) -> Retraction:
    doi, pmid = bare_doi(held.get("doi", "")), comparable_pmid(held.get("pmid", ""))
    return Retraction(
        nature=held.get("nature") or "Retraction",
        title=held.get("title", ""),
        authors=held.get("authors", ""),
        doi="" if doi.casefold() in NOTHING else doi,
        pmid="" if pmid in NOTHING else pmid,
        date=held.get("date", "").split(" ")[0],
        notice_doi=held.get("notice_doi", ""),
        span=place,
    )
