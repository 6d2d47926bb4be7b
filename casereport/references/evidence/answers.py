"""Saved answers of databases, as JSON: what in them are works, and where each stands.

Crossref's ``{"message": {…}}`` of one work and of a list, PubMed's ESummary ``{"result": {"uids":
…}}``, works and summaries by themselves, lists of any of these, and several values one after the
other (JSON Lines). Numbers are kept as text, so that none is too large.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from casereport.diagnostics import Span
from casereport.model.evidence import WorkRecord
from casereport.references.evidence.crossref import is_work, work_record
from casereport.references.evidence.pubmed_summary import is_summary, summary_record

_UNUSED = ("abstract", "assertion", "funder", "license", "link", "reference", "relation")
"""What Crossref says at length and nothing here asks for: let go while the file is read."""
_DEEPEST = 5
_SPACES = re.compile(r"[ \t\r\n]*")
_DOI = re.compile(r'"DOI"\s?:\s?("(?:[^"\\\n]|\\.){1,300}")(,\s{0,20}"type")?')
"""A work's own DOI stands before its type; those of the works it cites do not."""
_UID = re.compile(r'"(\d{1,9})"\s?:\s?\{')


@dataclass(frozen=True, slots=True)
class AnswerError:
    """Where a file stops being JSON, 1-based; ``too_deep``: nested beyond what can be read."""

    line: int
    column: int
    too_deep: bool = False


@dataclass(slots=True)
class Answers:
    """The records of a file and, where it broke off, the place."""

    records: list[WorkRecord] = field(default_factory=list)
    error: AnswerError | None = None


def read_answers(text: str, file: str) -> Answers:
    """The records in ``text``; nothing is raised for any text."""
    found = Answers()
    decoder = json.JSONDecoder(
        object_hook=_without_unused, parse_int=str, parse_float=str, parse_constant=_no_number
    )
    lines = _Lines(text, file)
    at = _after_spaces(text, 0)
    while at < len(text):
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            found.error = AnswerError(error.lineno, error.colno)
            break
        except RecursionError:
            line = text.count("\n", 0, at) + 1
            found.error = AnswerError(line, 1, too_deep=True)
            break
        for is_pubmed, work in _works(value):
            span = lines.of(work, is_pubmed=is_pubmed)
            found.records.append((summary_record if is_pubmed else work_record)(work, span))
        at = _after_spaces(text, end)
    return found


def _without_unused(value: dict[str, object]) -> dict[str, object]:
    for name in _UNUSED:
        value.pop(name, None)
    return value


def _no_number(_: str) -> None:
    """NaN and Infinity, which are no JSON, say nothing."""


def _after_spaces(text: str, at: int) -> int:
    match = _SPACES.match(text, at)
    return match.end() if match is not None else at


def _works(value: object, depth: int = 0) -> Iterator[tuple[bool, Mapping[str, object]]]:
    """Each work in an answer, and whether it is a summary of PubMed."""
    if isinstance(value, list) and depth < _DEEPEST:
        for one in value:
            yield from _works(one, depth + 1)
    elif isinstance(value, dict):
        if is_work(value):
            yield False, value
        elif is_summary(value):
            yield True, value
        elif isinstance(result := value.get("result"), dict):
            yield from ((True, one) for one in result.values() if _is_summary(one))
        elif depth < _DEEPEST:
            yield from _works(value.get("message", value.get("items")), depth + 1)


def _is_summary(value: object) -> bool:
    return isinstance(value, dict) and is_summary(value)


class _Lines:
    """The line on which a work stands in its file, found by its identifier."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._lines: dict[tuple[bool, str], int] = {}
        self._looked = False

    def of(self, work: Mapping[str, object], *, is_pubmed: bool) -> Span:
        if not self._looked:
            self._look()
        identifier = work.get("uid" if is_pubmed else "DOI")
        line = self._lines.get((is_pubmed, str(identifier)), 1)
        return Span(self._file, line, 1, line, 1)

    def _look(self) -> None:
        """One walk over the file for all its works."""
        self._looked = True
        line, last = 1, 0
        for match in re.finditer(f"{_DOI.pattern}|{_UID.pattern}", self._text):
            line += self._text.count("\n", last, match.start())
            last = match.start()
            if match[1] is None:
                self._lines.setdefault((True, match[3]), line)
            elif match[2]:
                self._lines[False, _unquoted(match[1])] = line
            else:
                self._lines.setdefault((False, _unquoted(match[1])), line)


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(text))
    except json.JSONDecodeError:
        return ""
