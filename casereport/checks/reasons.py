"""What a journal says of a rule, told with each finding of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from casereport.diagnostics import N_, Diagnostic, Message, Worded, say
from casereport.journals.manifest import Manifest, Rule

_REASON = N_("The journal: {reason}")
_REASON_AND_ADDRESS = N_("The journal: {reason} ({url})")
_ADDRESS = N_("The journal says so at {url}")


def with_reasons(
    diagnostics: Iterable[Diagnostic], manifest: Manifest
) -> tuple[Diagnostic, ...]:
    """The findings, each with the reason that the journal gives for its rule, if it gives one."""
    reasons = {
        code: _sentence(rule) for code, rule in manifest.checks.items() if rule.is_explained
    }
    return tuple(
        replace(item, reason=reasons[item.code]) if item.code in reasons else item
        for item in diagnostics
    )


def _sentence(rule: Rule) -> Message:
    if rule.reason is None:
        return say(_ADDRESS, url=rule.url)
    reason = Worded(rule.reason.texts)
    if rule.url is None:
        return say(_REASON, reason=reason)
    return say(_REASON_AND_ADDRESS, reason=reason, url=rule.url)
