"""The languages that a journal prints."""

from __future__ import annotations

from casereport.journals.manifest import Manifest


def printed_languages(manifest: Manifest) -> tuple[str, ...]:
    """In their order; those that ``order`` forgets stand last."""
    return tuple(dict.fromkeys([*manifest.order, *manifest.print]))
