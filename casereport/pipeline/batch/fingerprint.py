"""Whether a case has to be rendered again: one hash over all that its files depend on.

The journals are hashed as a whole, since which one a case takes, and what that one extends, is
known only when it has been read; and the program with its data, so that an unreleased change of
either counts too.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from importlib import metadata

from casereport import __version__, resources
from casereport.pipeline.isolation import RenderJob

_SET_BY = ("weasyprint", "pydyf", "fonttools", "pillow", "citeproc-py", "jinja2", "markdown-it-py")
"""The libraries whose version can be seen in a page."""
_SWITCHES = ("CASEREPORT_STOCK_TYPESETTING", "CASEREPORT_LEVERS_OFF")


def environment_fingerprint() -> str:
    """Of what all cases share: the program, its libraries, fonts, journals and locales."""
    parts = sorted(environment_parts().items())
    return _digest((name, value.encode()) for name, value in parts)


def environment_parts() -> Mapping[str, str]:
    """The same by its parts, each under its name: a version, a variable, the hash of files."""
    kinds: tuple[resources.Kind, ...] = ("fonts", "locales", "templates")
    return {
        "casereport": __version__,
        **{name: metadata.version(name) for name in _SET_BY},
        **{name: os.environ.get(name, "") for name in _SWITCHES},
        **{f"{kind}/": _digest(resources.contents(kind)) for kind in kinds},
        "casereport/": _digest(resources.program()),
    }


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
        "severities": sorted(
            (code, severity and severity.value) for code, severity in options.severities.items()
        ),
    }
    files = sorted(case.files.items())
    return _digest([("said", json.dumps(said).encode()), *files])


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """One hash; the length before each part, so that no two lists of parts are one text."""
    digest = hashlib.sha256()
    for name, content in parts:
        named = name.encode("utf-8", "surrogateescape")
        digest.update(f"{len(named)} {len(content)} ".encode())
        digest.update(named)
        digest.update(content)
    return digest.hexdigest()
