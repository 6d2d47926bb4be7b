"""Whether a case has to be rendered again: one hash over all that its files depend on."""

from __future__ import annotations

import json
from collections.abc import Iterable

from casereport.model.issue import IssuePlace
from casereport.pipeline.environment import digest
from casereport.pipeline.isolation import RenderJob


def case_fingerprint(job: RenderJob, environment: str) -> str:
    """Of one case, with what is to be made of it."""
    case, options = job.case, job.options
    said = {
        "environment": environment,
        "name": case.name,
        "refusals": sorted((name, *why) for name, why in case.refusals.items()),
        "unlisted": case.unlisted,
        "evidence": job.evidence and job.evidence.digest,
        "formats": options.formats,
        "journal": options.journal,
        "default_journal": options.default_journal,
        "order": options.order,
        "flags": [options.blind, options.strict, options.prove],
        "place": options.place and _said_of(options.place),
        "severities": sorted(
            (code, severity and severity.value) for code, severity in options.severities.items()
        ),
    }
    files = sorted(case.files.items())
    return digest([("said", json.dumps(said).encode()), *files])


def issue_fingerprint(said: str, articles: Iterable[tuple[str, str]], environment: str) -> str:
    """Of an issue: what it says, and the name and SHA-256 of each article's file, in order."""
    parts = [("environment", environment.encode()), ("said", said.encode("utf-8", "replace"))]
    return digest([*parts, *((name, sha256.encode()) for name, sha256 in articles)])


def _said_of(place: IssuePlace) -> list[object]:
    years = sorted((language, repr(date)) for language, date in place.year.items())
    said = [place.journal, place.volume, place.number]
    return [*said, years, place.first_page, place.last_page]
