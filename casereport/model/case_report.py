"""A whole case as read: facts, narratives, references, images, and where each node stands."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from casereport.diagnostics import Route, Span
from casereport.model.case_file import CaseFile
from casereport.model.evidence import Evidence
from casereport.model.image_trace import ImageTrace
from casereport.model.narrative import Narrative
from casereport.model.reference import Reference, Retraction

CASE_FILE = "case.yaml"


def as_meant(route: Route) -> Route:
    """A route without the sign that stands for what no text may hold."""
    return tuple(part.replace("\ufffd", "") if isinstance(part, str) else part for part in route)


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Route → place. A route that is not there is answered by its nearest parent's place.

    A single value's place is the value; a mapping's or a list's is its key. ``keys`` has the key
    of every entry. ``refused`` are the parts of the file that were left out, each with a finding
    of its own. ``lines`` are the file's own, for what stands inside a value. ``file`` is that whose
    nodes these are.
    """

    spans: Mapping[Route, Span] = field(default_factory=dict)
    keys: Mapping[Route, Span] = field(default_factory=dict)
    refused: frozenset[Route] = frozenset()
    lines: tuple[str, ...] = ()
    file: str = CASE_FILE

    def is_spoilt(self, route: Route) -> bool:
        """True when the node was left out, perhaps since its name held what no text may hold."""
        return any(as_meant(drop) == route for drop in self.refused)

    def is_refused(self, route: Route) -> bool:
        """True when the node at ``route``, one above it or one below it was left out."""
        return any(route[: len(drop)] == drop[: len(route)] for drop in self.refused)

    def span(self, route: Route) -> Span:
        """The place of the node at ``route``, else of its nearest parent, else line 1."""
        for length in range(len(route), 0, -1):
            if (found := self.spans.get(route[:length])) is not None:
                return found
        return Span.start_of(self.file)

    def key(self, route: Route) -> Span:
        """The place of the key that ends ``route``, else what :meth:`span` says."""
        return self.keys.get(route) or self.span(route)


@dataclass(frozen=True, slots=True)
class ImageSource:
    """The bytes of one image file of the case, or why there are none (``reason``).

    ``traces`` are what the file says beside its picture: read once, with the file.
    """

    file: str
    content: bytes | None
    reason: str = ""
    traces: tuple[ImageTrace, ...] = ()


@dataclass(frozen=True, slots=True)
class StyleFile:
    """A CSL style that the case brings: its name in the folder, its text."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseReport:
    """Everything the author said. ``images`` is keyed by the path as written in case.yaml.

    ``unread_reference_files`` lie in the folder, but their text could not be had: that is told, and
    what they hold is not known. ``texts`` has each file that was read as it stands, with LF line
    ends: what a character of it is, comments included, only the text itself says. ``retractions``
    are what lists of retracted works say of those that may be among the references; None when there
    is no such list. ``evidence``: records of databases, saved by the user. ``reference_style``
    stands in the place of the journal's own.
    """

    name: str
    facts: CaseFile
    narratives: Mapping[str, Narrative]
    references: tuple[Reference, ...]
    images: Mapping[str, ImageSource]
    source: SourceMap
    today: datetime.date
    reference_files: tuple[str, ...] = ()
    unread_reference_files: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    retractions: tuple[Retraction, ...] | None = None
    evidence: Evidence = field(default_factory=Evidence)
    reference_style: StyleFile | None = None
