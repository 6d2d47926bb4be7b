"""Runs checks and makes diagnostics of what they find; a check that crashes fails alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from casereport.checks.check import (
    ArticleContext,
    Check,
    Context,
    Finding,
    OutputContext,
    Place,
    ProfileContext,
    Scope,
)
from casereport.checks.discovery import LoadedCheck, discover
from casereport.diagnostics import Diagnostic, Message, Related, Severity, Span, say
from casereport.model.case_report import SourceMap
from casereport.reading.faults import check_crashed

SeverityOverrides = Mapping[str, Severity | None]
"""Code → the severity a journal gives a check in place of its own; None turns it off.

A finding that brings its own severity (``not-stated`` is a note) keeps it.
"""


def run_checks(
    context: Context,
    *,
    overrides: SeverityOverrides = MappingProxyType({}),
    checks: tuple[LoadedCheck, ...] | None = None,
) -> tuple[Diagnostic, ...]:
    """The findings of every check of the context's scope, in the order in which they are told.

    A SourceContext runs the checks on the source, an ArticleContext those on the article, an
    OutputContext those on the output, a ProfileContext those on a journal's profile. ``checks`` are
    all that exist unless given. A check that raises becomes SRC009, with what it had found until
    then.
    """
    scope = _scope_of(context)
    found: list[Diagnostic] = []
    for loaded in discover() if checks is None else checks:
        severity = overrides.get(loaded.check.code, loaded.check.severity)
        if loaded.check.scope == scope and loaded.available and severity is not None:
            found.extend(_run_one(loaded, severity, context))
    return tuple(sorted(found, key=told_order))


def told_order(diagnostic: Diagnostic) -> tuple[object, ...]:
    """By file, line, column and code, then by what it says: a total order."""
    return (*diagnostic.sort_key, diagnostic.span, str(diagnostic.message))


def _scope_of(context: Context) -> Scope:
    if isinstance(context, OutputContext):
        return "output"
    if isinstance(context, ProfileContext):
        return "profile"
    return "article" if isinstance(context, ArticleContext) else "source"


def _run_one(loaded: LoadedCheck, severity: Severity, context: Context) -> Iterator[Diagnostic]:
    if loaded.run is None:
        return
    try:
        source = _source_of(context)
        for finding in loaded.run(context):
            yield _diagnostic(loaded.check, severity, finding, source)
    except Exception as error:  # a fault of ours must not cost the author the other findings
        yield check_crashed(loaded.check.code, f"{type(error).__name__}: {error}")


def _source_of(context: Context) -> SourceMap:
    if isinstance(context, ProfileContext):
        return context.profile.source
    return context.case.source if context.case is not None else SourceMap({})


def _diagnostic(
    check: Check, severity: Severity, finding: Finding, source: SourceMap
) -> Diagnostic:
    hint = finding.hint or check.hint
    diagnostic = Diagnostic(
        code=check.code,
        name=check.name,
        severity=finding.severity or severity,
        message=say(finding.message or check.message, **finding.values),
        span=_span(finding.place, source),
        hint=say(hint, **finding.values) if hint else None,
        related=tuple(Related(_span(place, source), text) for place, text in finding.related),
        fix=finding.fix,
    )
    _prove_fillable(diagnostic)
    return diagnostic


def _prove_fillable(diagnostic: Diagnostic) -> None:
    """Fill the templates once: a forgotten value is this check's crash, not a reporter's."""
    texts: list[Message | None] = [diagnostic.message, diagnostic.hint]
    texts.extend(related.message for related in diagnostic.related)
    for text in texts:
        if text is not None:
            str(text)


def _span(place: Place, source: SourceMap) -> Span:
    return place if isinstance(place, Span) else source.span(place)
