"""How a batch went: a line for each case, the cases that failed, the totals, and all of it as JSON.

Version 1 of the JSON, a contract with programs::

    {"version": 1,
     "cases": [
       {"case": "cases/crest", "ending": "written" | "unchanged" | "failed",
        "files": ["crest.pdf"], "findings": {"error": 0, "warning": 1, "note": 0},
        "seconds": 1.25, "failure": null | {"cause": "memory", "message": "…"}, "codes": [],
        "stderr": ""}],
     "summary": {"written": 1, "unchanged": 0, "failed": 0}}

``files`` are relative to the output folder; ``codes`` are those of a failed case's errors.
``cause`` is ``findings`` (see codes), ``settings`` (a casereport.toml that cannot be used),
``folder`` (one that cannot be looked into); of the process that rendered it: ``died``,
``wall-clock``, ``cpu``, ``memory``, ``file-size``, ``failed``; of the disk: ``full``,
``permission``, ``read-only``, ``is-a-folder``, ``not-a-folder``, ``too-large``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from casereport.diagnostics import N_, Message, Severity, Words, say
from casereport.locale import load_locale
from casereport.reporting.eye import LOGICAL, Eye
from casereport.reporting.rendering import render

VERSION = 1
Ending = Literal["written", "unchanged", "failed"]

_WORDS: Mapping[Ending, Words] = MappingProxyType(
    {
        "written": Words(N_("written")),
        "unchanged": Words(N_("unchanged")),
        "failed": Words(N_("failed")),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRow:
    """One case of a batch, as it is told (see the JSON above)."""

    case: str
    ending: Ending
    files: tuple[str, ...] = ()
    counts: Mapping[Severity, int] = field(default_factory=lambda: MappingProxyType({}))
    seconds: float = 0
    failure: Message | None = None
    cause: str = ""
    codes: tuple[str, ...] = ()
    stderr: str = ""


def progress_line(row: BatchRow, number: int, total: int) -> Message:
    """One line for a log, such as ``3 of 20: cases/a: written``."""
    ending = _WORDS[row.ending]
    template = N_("{number} of {total}: {case}: {ending}.")
    return say(template, number=number, total=total, case=row.case, ending=ending)


def batch_text(
    rows: Sequence[BatchRow], *, language: str, seconds: float, eye: Eye = LOGICAL
) -> str:
    """The cases that failed, each with the reason, then the totals; no line feed at the end."""
    direction = load_locale(language).direction
    lines: list[str] = []
    for row in rows:
        if row.failure is not None:
            lines.append(eye.line(f"{row.case}:", "ltr"))
            told = eye.sentences(render(row.failure, language), direction, indent=2)
            lines.extend(f"  {line}" for line in told)
    for message in _totals(rows, seconds):
        lines.extend(eye.sentences(render(message, language), direction, indent=0))
    return "\n".join(lines)


def _totals(rows: Sequence[BatchRow], seconds: float) -> Iterable[Message]:
    endings = Counter(row.ending for row in rows)
    yield say(
        N_(
            "Cases: {total}; written: {written}, unchanged: {unchanged}, failed: {failed}; "
            "{seconds} s."
        ),
        total=len(rows),
        **{ending: endings[ending] for ending in _WORDS},
        seconds=round(seconds),
    )
    found = {severity: sum(row.counts.get(severity, 0) for row in rows) for severity in Severity}
    if any(found.values()):
        yield say(
            N_("Findings: errors: {error}, warnings: {warning}, notes: {note}."),
            **{severity.value: number for severity, number in found.items()},
        )


def batch_json(
    rows: Sequence[BatchRow], *, language: str, issue: Mapping[str, object] | None = None
) -> str:
    """The same for a program, every case in it; sentences are in ``language``.

    ``issue``: how the issue went that was made of them (see :mod:`casereport.reporting.issue`).
    """
    endings = Counter(row.ending for row in rows)
    report = {
        "version": VERSION,
        "cases": [_row(row, language) for row in rows],
        "summary": {ending: endings[ending] for ending in _WORDS},
        **({"issue": issue} if issue is not None else {}),
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _row(row: BatchRow, language: str) -> dict[str, object]:
    failure = row.failure and {"cause": row.cause, "message": render(row.failure, language)}
    return {
        "case": row.case,
        "ending": row.ending,
        "files": list(row.files),
        "findings": {severity.value: row.counts.get(severity, 0) for severity in Severity},
        "seconds": round(row.seconds, 3),
        "failure": failure,
        "codes": list(row.codes),
        "stderr": row.stderr,
    }
