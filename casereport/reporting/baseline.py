"""A baseline: the findings that are known, so that only what is new is told.

A JSON file with a line a finding, sorted, so that it can be kept and compared in a repository::

    {"version": 1,
     "findings": [
       {"code": "REF001", "file": "references.bib", "count": 1, "fingerprint": "…"}]}

It quotes nothing of the manuscript. See :mod:`casereport.reporting.fingerprints`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casereport.diagnostics import Diagnostic
from casereport.reporting.fingerprints import VERSION, fingerprint

Key = tuple[str, str, str]
"""Code, file, fingerprint."""


class InvalidBaselineError(Exception):
    """A file that is no baseline of this version."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is new, how many were known, and what of the baseline nothing has matched."""

    new: tuple[Diagnostic, ...]
    known: int
    left: dict[Key, int]


def write_baseline(diagnostics: Iterable[Diagnostic], sources: Mapping[str, str]) -> bytes:
    """The baseline of these findings."""
    counts = Counter(_key(item, sources) for item in diagnostics)
    lines = [
        json.dumps(
            {"code": code, "file": file, "count": counts[code, file, mark], "fingerprint": mark},
            ensure_ascii=False,
        )
        for code, file, mark in sorted(counts)
    ]
    body = ",\n".join(f"    {line}" for line in lines)
    inner = f"\n{body}\n  " if body else ""
    return f'{{\n  "version": {VERSION},\n  "findings": [{inner}]\n}}\n'.encode()


def read_baseline(content: bytes) -> dict[Key, int]:
    """How often each finding is known.

    Raises:
        InvalidBaselineError: it is no baseline, or one of another version.
    """
    try:
        data = json.loads(content.decode("utf-8-sig"))
        if data["version"] != VERSION:
            raise InvalidBaselineError(f"version {data['version']}")
        known: dict[Key, int] = {}
        for entry in data["findings"]:
            key = (str(entry["code"]), str(entry["file"]), str(entry["fingerprint"]))
            known[key] = known.get(key, 0) + int(entry["count"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidBaselineError(str(error)) from error
    return known


def sift(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], known: Mapping[Key, int]
) -> Sifted:
    """Findings that the baseline does not hold; of equal ones, those beyond its count."""
    left = dict(known)
    new: list[Diagnostic] = []
    matched = 0
    for item in diagnostics:
        key = _key(item, sources)
        if left.get(key, 0) > 0:
            left[key] -= 1
            matched += 1
        else:
            new.append(item)
    return Sifted(tuple(new), matched, {key: count for key, count in left.items() if count > 0})


def _key(item: Diagnostic, sources: Mapping[str, str]) -> Key:
    return (item.code, item.span.file, fingerprint(item, sources))
