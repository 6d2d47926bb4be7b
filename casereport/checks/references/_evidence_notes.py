"""How many references could be compared with evidence: said once a file, never for each entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from casereport.checks.check import Finding
from casereport.diagnostics import N_, Severity, Span
from casereport.model.reference import Reference

_NONE = N_("The references were not compared with records of Crossref or PubMed.")
_ADD = N_("Put their saved answers into the folder {folder} of the case; nothing is fetched.")
_SOME = N_(
    "{compared} of {total} references were compared with records of Crossref or PubMed;"
    " of the others there is none."
)
_SAVE = N_("Save the records of {missing} into the folder {folder}.")
_NAMED = 5
"""So many entries are named; the others are as easily found."""


def not_compared(references: Sequence[Reference], compared: Set[int]) -> Iterator[Finding]:
    """A note for each reference file with entries that were not; ``compared`` has their ids."""
    by_file: dict[str, list[Reference]] = {}
    for reference in references:
        span = reference.span()
        by_file.setdefault(span.file if span else "", []).append(reference)
    for file, entries in by_file.items():
        left = [each for each in entries if id(each) not in compared]
        if not left:
            continue
        # Those with an identifier first: their records can be had at once.
        left.sort(key=lambda each: not (each.doi or each.pmid))
        known = len(left) < len(entries)
        yield Finding.at(
            Span.start_of(file) if file else None,
            message=_SOME if known else _NONE,
            hint=_SAVE if known else _ADD,
            severity=Severity.NOTE,
            compared=len(entries) - len(left),
            total=len(entries),
            missing=tuple(each.citekey for each in left[:_NAMED]),
            folder="evidence",
        )
