"""What the checklist says of one item: how far it is told, by which words, and where."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass

from casereport.checks.care._evaluation.items import Heading, Item
from casereport.checks.care._evaluation.reading import Reading, Sentence
from casereport.diagnostics import N_, Message, Route, Span, say
from casereport.text.characters import OBJECT_REPLACEMENT


class Status(enum.StrEnum):
    """How far an item is told."""

    REPORTED = "reported"
    PARTIAL = "partial"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"

    @property
    def rank(self) -> int:
        """What is told in any language is told: the higher of two counts."""
        return ("missing", "partial", "not-applicable", "reported").index(self.value)


_GAP = re.compile(rf"\s?(?:\({OBJECT_REPLACEMENT}\)|{OBJECT_REPLACEMENT})")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the article that tell an item; ``text`` is as printed, with gaps for citations.

    ``section`` is the id of the section it stands in; "title", "keywords" or "statements" before
    and after the text; empty for a fact that only case.yaml holds.
    """

    text: str
    language: str
    place: Span
    section: str

    @property
    def quote(self) -> str:
        """The words without the gaps."""
        return " ".join(_GAP.sub("", self.text).split())


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one item. ``declared``: the author says that the source is silent."""

    status: Status
    evidence: tuple[Evidence, ...] = ()
    remark: Message | None = None
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """An item with its judgement."""

    item: Item
    verdict: Verdict

    @property
    def status(self) -> Status:
        """How far it is told."""
        return self.verdict.status

    @property
    def lacks(self) -> bool:
        """True when it should be told, and is not, or not wholly."""
        if self.status is Status.MISSING:
            return not self.item.conditional
        return self.status is Status.PARTIAL


@dataclass(frozen=True, slots=True)
class JudgedHeading:
    """A heading with its items."""

    heading: Heading
    items: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole checklist of one case, filled."""

    headings: tuple[JudgedHeading, ...]

    def count(self, status: Status) -> int:
        """How many items have this status."""
        return sum(each.status is status for one in self.headings for each in one.items)


SILENT = N_("It is declared as not stated.")
_ONLY_STORED = N_("It stands in case.yaml, but nothing in the text tells it.")
_SAID_SILENT = N_("The text says that it is not stated.")


def reported(*evidence: Evidence | None) -> Verdict:
    """Told, by this evidence."""
    return Verdict(Status.REPORTED, tuple(one for one in evidence if one is not None))


def partial(remark: str, *evidence: Evidence | None, **values: object) -> Verdict:
    """Told in part; ``remark`` says what is lacking."""
    found = tuple(one for one in evidence if one is not None)
    return Verdict(Status.PARTIAL, found, say(remark, **values))


def missing(remark: str = "", *evidence: Evidence) -> Verdict:
    """Not told."""
    return Verdict(Status.MISSING, evidence, say(remark) if remark else None)


def declared(evidence: Evidence) -> Verdict:
    """Not told, and the author says so: ``not-stated``."""
    return Verdict(Status.MISSING, (evidence,), say(SILENT), declared=True)


def not_applicable(remark: str, *evidence: Evidence | None) -> Verdict:
    """Nothing to tell."""
    found = tuple(one for one in evidence if one is not None)
    return Verdict(Status.NOT_APPLICABLE, found, say(remark))


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict that tells most, the first of equals; missing when there are none."""
    return max(verdicts, key=lambda verdict: verdict.status.rank, default=missing())


def quoted(reading: Reading, sentence: Sentence | None) -> Evidence | None:
    """A sentence as evidence."""
    if sentence is None:
        return None
    return Evidence(sentence.whole, reading.language, sentence.place, sentence.section)


def quoted_all(reading: Reading, *sentences: Sentence | None) -> tuple[Evidence, ...]:
    """Sentences as evidence, each once, in the order of the text."""
    known = dict.fromkeys(one for one in sentences if one is not None)
    found: dict[str, Evidence] = {}
    for one in sorted(known, key=lambda one: one.place):
        # Two clauses of one sentence are one quotation.
        if (evidence := quoted(reading, one)) is not None:
            found.setdefault(evidence.text, evidence)
    return tuple(found.values())


def stored(reading: Reading, route: Route, text: str) -> Evidence:
    """A fact of case.yaml as evidence, in words of the article's language."""
    return Evidence(text, reading.language, reading.case.source.span(route), "")


def only_stored(evidence: Evidence) -> Verdict:
    """Held by case.yaml alone: the reader of the article does not learn it."""
    return partial(_ONLY_STORED, evidence)


def unsaid(reading: Reading, name: str, *sections: str) -> Verdict:
    """Missing; with the sentence that says that it is not stated, if there is one."""
    found = quoted(reading, reading.find_silence(name, *sections))
    return missing(_SAID_SILENT, found) if found is not None else missing()
