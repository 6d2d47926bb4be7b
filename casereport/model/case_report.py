"""A whole case as read: facts, narratives, references, images, and where each node stands."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from casereport.diagnostics import Route, Span
from casereport.model.case_file import CaseFile
from casereport.model.narrative import Narrative
from casereport.model.reference import Reference, Retraction

CASE_FILE = "case.yaml"


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Route → place. A route that is not there is answered by its nearest parent's place.

    A single value's place is the value; a mapping's or a list's is its key. ``keys`` has the key
    of every entry. ``refused`` are the parts of the file that were left out, each with a finding
    of its own.
    """

    spans: Mapping[Route, Span] = field(default_factory=dict)
    keys: Mapping[Route, Span] = field(default_factory=dict)
    refused: frozenset[Route] = frozenset()

    def span(self, route: Route) -> Span:
        """The place of the node at ``route``, else of its nearest parent, else line 1."""
        for length in range(len(route), 0, -1):
            if (found := self.spans.get(route[:length])) is not None:
                return found
        return Span.start_of(CASE_FILE)

    def key(self, route: Route) -> Span:
        """The place of the key that ends ``route``, else what :meth:`span` says."""
        return self.keys.get(route) or self.span(route)


@dataclass(frozen=True, slots=True)
class ImageSource:
    """The bytes of one image file of the case, or why there are none (``reason``)."""

    file: str
    content: bytes | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CaseReport:
    """Everything the author said. ``images`` is keyed by the path as written in case.yaml.

    ``unread_reference_files`` lie in the folder, but their text could not be had: that is told, and
    what they hold is not known. ``retractions`` are what ``retractions.csv`` says of works that may
    be among the references; None when there is no such list.
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
    retractions: tuple[Retraction, ...] | None = None
