"""Whether a CSL style can be used at all: it is parsed, and sets one article and one book."""

from __future__ import annotations

from dataclasses import dataclass

from casereport.model.reference import Issued, Name, Reference
from casereport.references.csl.engine import StyleInstance
from casereport.references.csl.settings import ENGLISH, PERSIAN
from casereport.references.csl.style import ReferenceStyleError

_TRIALS = (
    Reference(
        "article", title="A title", authors=(Name("Boulman", "N"),), container_title="A journal",
        volume="34", issue="5", page="313-319", issued=Issued(2005), doi="10.1000/182",
    ),
    Reference(
        "book", type="book", title="\u06a9\u062a\u0627\u0628", publisher="\u0646\u0634\u0631",
        editors=(Name("\u0627\u062d\u0645\u062f\u06cc"),), edition="2", issued=Issued(1390),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StyleFault:
    """What is wrong with a style, and its 1-based line and column; line 1 where it is the whole."""

    reason: str
    line: int = 1
    column: int = 1


def find_style_fault(style: str) -> StyleFault | None:
    """The first fault of a CSL style; None when references can be set by it."""
    try:
        for setting in (ENGLISH, PERSIAN):
            StyleInstance(style, setting, pages=None).runs(_TRIALS)
    except ReferenceStyleError as error:
        return StyleFault(str(error), max(error.line, 1), error.column)
    return None
