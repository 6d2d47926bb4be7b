"""Whether a case has to be rendered again: one hash over all that its files depend on.

The journals are hashed as a whole, since which one a case takes, and what that one extends, is
known only when it has been read; and the program with its data, so that an unreleased change of
either counts too.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from importlib import metadata

from casereport import __version__, resources
from casereport.model.issue import IssuePlace
from casereport.pipeline.isolation import RenderJob

_SET_BY = (
    "weasyprint", "pydyf", "fonttools", "pillow", "citeproc-py", "jinja2", "markdown-it-py",
    "pikepdf",
)  # fmt: skip
"""The libraries whose version can be seen in a page."""
_SWITCHES = ("CASEREPORT_STOCK_TYPESETTING", "CASEREPORT_LEVERS_OFF")


def environment_fingerprint() -> str:
    """Of what all cases share: the program, its libraries, fonts, journals and locales."""
    versions = [__version__, *(metadata.version(name) for name in _SET_BY)]
    switches = [os.environ.get(name, "") for name in _SWITCHES]
    kinds: tuple[resources.Kind, ...] = ("fonts", "locales", "templates")
    files = [file for kind in kinds for file in resources.contents(kind)]
    said = [("said", json.dumps([versions, switches]).encode())]
    return _digest([*said, *files, *resources.program()])


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
    return _digest([("said", json.dumps(said).encode()), *files])


def issue_fingerprint(said: str, articles: Iterable[tuple[str, str]], environment: str) -> str:
    """Of an issue: what it says, and the name and SHA-256 of each article's file, in order."""
    parts = [("environment", environment.encode()), ("said", said.encode("utf-8", "replace"))]
    return _digest([*parts, *((name, digest.encode()) for name, digest in articles)])


def _said_of(place: IssuePlace) -> list[object]:
    years = sorted((language, repr(date)) for language, date in place.year.items())
    said = [place.journal, place.volume, place.number]
    return [*said, years, place.first_page, place.last_page]


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """One hash; the length before each part, so that no two lists of parts are one text."""
    digest = hashlib.sha256()
    for name, content in parts:
        named = name.encode("utf-8", "surrogateescape")
        digest.update(f"{len(named)} {len(content)} ".encode())
        digest.update(named)
        digest.update(content)
    return digest.hexdigest()
