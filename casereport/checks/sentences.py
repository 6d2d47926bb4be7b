"""The sentences of a case that speak of its patient, not of the literature."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from casereport.checks.prose import Prose, narrative_prose, tokens_of, typed_at
from casereport.diagnostics import Span
from casereport.model.case_report import CaseReport
from casereport.model.narrative import Narrative
from casereport.text.sentences import sentence_bounds

FINDINGS = ("abstract", "patient-information", "clinical-findings", "diagnostic-assessment")
"""Where the values at presentation stand."""
TREATMENT = ("abstract", "therapeutic-intervention")
WHOLE = (*FINDINGS, "therapeutic-intervention", "timeline")

_OTHER_TIME = re.compile(
    r"(?<!\w)(?:after|following|later|follow-up|discharge|months?|weeks?|days?|then|subsequent\w*"
    r"|post\w*|reference|previous\w*|prior|before|earlier|now|currently|mother|father"
    r"|sister|brother|son|daughter"
    r"|پس|بعد|سپس|پیگیری|ترخیص|هفته|ماه|روز|مرجع|قبل|پیش|سابقه|اکنون|مادر|پدر"
    r"|خواهر|برادر|پسرش|دخترش)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a prose; positions in ``text`` count from its own beginning."""

    text: str
    prose: Prose
    start: int

    @property
    def language(self) -> str:
        """The language of its prose."""
        return self.prose.language

    @property
    def is_of_one_time(self) -> bool:
        """False where it speaks of another day, of a reference, or of the family."""
        return _OTHER_TIME.search(self.text) is None

    def place(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the file."""
        return self.prose.place(self.start + start, self.start + end)


def patient_sentences(case: CaseReport, sections: tuple[str, ...]) -> Iterator[Sentence]:
    """The sentences of these sections without a citation; no headings, no cells of tables."""
    for _, narrative in sorted(case.narratives.items()):
        for prose in _of_sections(narrative, sections):
            if prose.part in {"paragraph", "phrase"}:
                yield from (one for one in sentences(prose) if not cites(one, case))


def sentences(prose: Prose) -> Iterator[Sentence]:
    """A prose cut at full stops, question marks and hard breaks."""
    for start, end in sentence_bounds(prose.text):
        yield Sentence(prose.text[start:end], prose, start)


@lru_cache(maxsize=16)
def _of_sections(narrative: Narrative, sections: tuple[str, ...]) -> tuple[Prose, ...]:
    chosen = tuple(section for section in narrative.sections if section.id in sections)
    return narrative_prose(dataclasses.replace(narrative, sections=chosen, footnotes=()))


def cites(sentence: Sentence, case: CaseReport) -> bool:
    """True when the sentence holds a citation, by key or typed."""
    if any(kind == "citation" for _, _, kind in tokens_of(sentence.text)):
        return True
    end = sentence.start + len(sentence.text)
    return any(
        isinstance(piece, Span) and "[@" in (typed_at(case, piece) or "")
        for offset, piece in sentence.prose.pieces
        if sentence.start <= offset < end
    )
