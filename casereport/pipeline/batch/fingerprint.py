"""Whether a case has to be rendered again: one hash over all that its files depend on."""

from __future__ import annotations

import json

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
        "severities": sorted(
            (code, severity and severity.value) for code, severity in options.severities.items()
        ),
    }
    files = sorted(case.files.items())
    return digest([("said", json.dumps(said).encode()), *files])
