"""What a check is made of: its metadata, what it is given, and what it yields.

A check is one module ``checks/<family>/<name_with_underscores>.py``. Its docstring is its page
(see :mod:`casereport.checks.pages`), ``check`` its metadata, ``run`` its generator::

    check = Check(
        code="REF001",
        name="pages-run-backwards",
        severity=Severity.WARNING,
        scope="source",
        message=N_("The pages {pages} run backwards."),
        hint=N_("Look the range up in the work itself."),
    )

    def run(context: SourceContext) -> Iterator[Finding]:
        for reference in context.case.references:
            ...
            yield Finding.at(reference.span("page"), pages=reference.page)

A place is a Route into the case (the mechanism finds line and column) or a Span. The values of a
finding fill the fields of message and hint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from casereport.article.article import Article
from casereport.diagnostics import Fix, Message, Route, Severity, Span
from casereport.journals.profile import Profile
from casereport.model.case_report import CaseReport
from casereport.workspace import OutputFile

Place: TypeAlias = Route | Span
Scope = Literal["source", "article", "output", "profile", "elsewhere"]
"""What a check looks at. ``profile``: a journal's folder, not a case. ``elsewhere``: the finding
arises in another stage; here is its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check's metadata.

    ``message`` and ``hint`` are templates (marked N_) filled with each finding's values; a finding
    may bring its own. ``requires`` names an optional package without which the check is listed as
    unavailable and not run.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    message: str = ""
    hint: str = ""
    requires: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceContext:
    """What a check on the source is given: the case, and the names of all files in its folder."""

    case: CaseReport
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleContext(SourceContext):
    """What a check on the article is given besides: the assembled article."""

    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputContext:
    """What a check on the output is given: files that were made, or one that was brought.

    ``printed`` has, by a file's path, the HTML that was typeset as it: what its pages should say.
    A file that was brought (``casereport inspect``) has neither that nor a case.
    """

    outputs: tuple[OutputFile, ...]
    printed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    case: CaseReport | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileContext:
    """What a check on a journal's profile is given: its folder, read as far as it can be.

    ``codes`` are those of all checks, and whether a journal may change their severity.
    """

    profile: Profile
    codes: Mapping[str, bool]


Context: TypeAlias = SourceContext | ArticleContext | OutputContext | ProfileContext


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check yields. Empty ``message``, ``hint`` and ``severity`` mean the check's own."""

    place: Place
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    message: str = ""
    hint: str = ""
    severity: Severity | None = None
    related: tuple[tuple[Place, Message], ...] = ()
    fix: Fix | None = None

    @classmethod
    def at(  # noqa: PLR0913  (keyword-only, one a part of a diagnostic)
        cls,
        place: Place | None,
        /,
        *,
        message: str = "",
        hint: str = "",
        severity: Severity | None = None,
        related: Iterable[tuple[Place, Message]] = (),
        fix: Fix | None = None,
        **values: object,
    ) -> Finding:
        """A finding with its values as keywords; a place that is not known is line 1 of case.yaml.

        Values are str, int, CalendarDate, or a tuple of str, as Message says.
        """
        found = () if place is None else place
        return cls(found, MappingProxyType(values), message, hint, severity, tuple(related), fix)


Run: TypeAlias = Callable[[Any], Iterable[Finding]]
"""A check's ``run``; discovery holds its context to the check's scope."""
