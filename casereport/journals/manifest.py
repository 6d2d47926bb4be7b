"""A journal's manifest: ``templates/<id>/journal.yaml``, merged over what it extends.

A journal that differs in data alone is this one file. Lengths are CSS lengths in mm, pt or em;
nothing else may reach a style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PositiveInt,
    StringConstraints,
)

from casereport.diagnostics import Severity
from casereport.model.base import Bilingual, Language
from casereport.model.narrative import SECTION_IDS

Length = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)?(mm|pt|em|%)?$")]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
PrintPart = Literal["full", "front-page", "abstract"]
CitationLine = Annotated[
    str, StringConstraints(pattern=r"^([^{}]|\{(journal|year|volume|issue|pages)\})+$")
]
DatesLine = Annotated[str, StringConstraints(pattern=r"^[^{}]*\{dates\}[^{}]*$")]
SectionId = Literal[
    "abstract", "introduction", "patient-information", "clinical-findings", "timeline",
    "diagnostic-assessment", "therapeutic-intervention", "follow-up-and-outcomes", "discussion",
    "conclusion", "patient-perspective", "informed-consent",
]  # fmt: skip
assert set(SectionId.__args__) == set(SECTION_IDS)  # type: ignore[attr-defined]  # noqa: S101


StatementName = Literal[
    "consent", "ethics", "funding", "competing-interests", "data-availability",
    "patient-perspective", "acknowledgements", "author-contributions",
]  # fmt: skip
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://\S{1,500}$")]
CheckCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,6}\d{3}$")]


def _counted(given: Any) -> Any:
    if given == "off":
        return None
    # pydantic would read 1_000 and 3.0 as numbers, too: here nothing is guessed.
    if isinstance(given, str) and not re.fullmatch("[0-9]{1,6}", given):
        raise ValueError("not a whole number")
    return given


Limit = Annotated[PositiveInt | None, BeforeValidator(_counted)]
"""A count; ``off`` lifts the one of the journal that is extended. None: nothing is checked."""


def pattern_of(kind: Any) -> str:
    """The pattern that a text of this annotated type has; nothing for one without."""
    constraints = (getattr(each, "pattern", None) for each in kind.__metadata__)
    fields = (getattr(field, "metadata", ()) for field in kind.__metadata__)
    inner = (getattr(each, "pattern", None) for each in chain.from_iterable(fields))
    return str(next((found for found in (*constraints, *inner) if found), ""))


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=_kebab, populate_by_name=True
    )


class Issn(_Part):
    """The journal's numbers."""

    print: str | None = None
    electronic: str | None = None


class Page(_Part):
    """Page geometry; ``inside``/``outside`` are one value until journals are bound."""

    size: Literal["A4", "A5", "B5", "letter"]
    margin_top: Length
    margin_bottom: Length
    margin_side: Length

    @property
    def text_width(self) -> int | None:
        """The width of the text in whole millimetres; None when the margins are no millimetres."""
        if not self.margin_side.endswith("mm"):
            return None
        widths = {"A4": 210.0, "A5": 148.0, "B5": 176.0, "letter": 215.9}
        return int(widths[self.size] - 2 * float(self.margin_side.removesuffix("mm")))


class Typography(_Part):
    """Families (names of fonts/families.yaml) and sizes, by script."""

    persian_family: str
    latin_family: str
    persian_size: Length
    persian_leading: Length
    latin_size: Length
    latin_leading: Length
    latin_in_persian: Length = Field(description="size of Latin words inside Persian text, in em")
    accent: Colour


class PrintedSection(_Part):
    """One printed heading and the author's sections that stand under it."""

    heading: Bilingual
    ids: tuple[SectionId, ...] = Field(min_length=1)


class Citations(_Part):
    """How citations print in the text."""

    form: Literal["round", "square", "superscript"]
    place: Literal["before-punctuation", "after-punctuation"] = "before-punctuation"
    marks: Annotated[str, StringConstraints(pattern=r"^[.,;:?!]+$")] = Field(
        ".,;:?!",
        description="the marks that a citation stands after, each for the Persian one as well; "
        "a journal in AMA style has '.,'",
    )


class References(_Part):
    """The reference list."""

    csl: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.csl$")] = Field(
        "references.csl", description="the CSL style, a file in the journal's folder"
    )
    pages: Literal["full", "minimal", "minimal-two"] = Field(
        description="last pages: 100-105, 100-5, 100-05"
    )
    columns: Literal["1", "2"]
    heading: Bilingual
    language_note: str | None = Field(
        None, description="how the article's own language is named in its citation line: Persian"
    )


class Numerals(_Part):
    """The marks of one language's numbers, and whether units print as words in prose."""

    decimal: str = Field(min_length=1, max_length=1)
    group: str = Field(max_length=1)
    units: Literal["symbols", "words"]


class Dates(_Part):
    """How the line of dates prints in one language."""

    style: Literal["long", "numeric"]
    line: DatesLine


class Layout(_Part):
    """How the page is built."""

    columns: Literal["1", "2"]
    floats: Literal["inline", "end"]
    affiliations: Literal["front", "foot"] = Field(
        description="under the authors, or among the notes at the foot of the first page"
    )
    title_page: bool
    place: bool = Field(description="volume, number and pages are printed, where they are known")
    abstract_box: bool
    line_numbers: bool = Field(
        description="the lines of the text are numbered, each language's from 1; not its tables"
    )
    viewer_direction: Literal["text"] | None = Field(
        None,
        description="text: the PDF asks viewers to lay facing pages from the side where the "
        "article's language begins; Chrome and Edge then read the words of each Latin line "
        "backwards when they search and copy",
    )
    line_spacing: Length | None = None


class Limits(_Part):
    """How long and how many things may be; what is not given is not checked."""

    abstract_words: Limit = Field(None, description="the most words of an abstract, each language")
    keywords_least: Limit = Field(None, description="the fewest keywords of each language")
    keywords_most: Limit = Field(None, description="the most keywords of each language")
    figures: Limit = Field(None, description="the most figures")
    tables: Limit = Field(None, description="the most tables")
    dpi: Limit = Field(None, description="the fewest points an inch of a printed image")
    references: Limit = Field(None, description="the most entries of the reference list")
    title_words: Limit = Field(None, description="the most words of a title, each language")
    running_title_characters: Limit = Field(
        None, description="the most characters of a running title, spaces included"
    )


class Required(_Part):
    """What a manuscript must have."""

    sections: tuple[SectionId, ...] = Field(
        (), description="a printed heading is there when any of its sections is"
    )
    statements: tuple[StatementName, ...] = ()
    running_title: bool = False


class Rule(_Part):
    """What a journal says of one check; what it does not say is the check's own."""

    severity: Literal["error", "warning", "note", "off"] | None = Field(
        None, description="how grave a finding is here"
    )
    reason: Bilingual | None = Field(None, description="why, printed with each finding")
    url: WebAddress | None = Field(None, description="where the journal says so")

    @property
    def is_explained(self) -> bool:
        """True when something of it is printed with each finding."""
        return self.reason is not None or self.url is not None


class Manifest(_Part):
    """A journal, whole."""

    name: Bilingual
    abbreviation: Bilingual | None = None
    issn: Issn | None = None
    extends: str | None = None
    abstract: bool = Field(default=False, description="a common base, not a journal to choose")
    print: dict[Language, PrintPart] = Field(description="language → what of it is set in print")
    sole: PrintPart = Field("full", description="what is set of a language that stands alone")
    order: tuple[Language, ...] = Field(description="the order of the languages in print")
    page: Page
    typography: Typography
    layout: Layout
    sections: tuple[PrintedSection, ...]
    citations: Citations
    references: References
    numerals: dict[Language, Numerals]
    calendars: dict[Language, Literal["persian", "gregory"]]
    dates: dict[Language, Dates]
    volume: dict[Language, Literal["words", "number"]]
    affiliation_rank: Literal["first", "none"]
    citation_line: CitationLine | None = Field(
        None, description="the article's own: {journal} {year}; {volume} ({issue}): {pages}"
    )
    terms: dict[Language, dict[str, str]] = Field(
        default_factory=dict, description="words that replace the locale's: چکیده, Abstract"
    )
    limits: Limits = Limits()
    required: Required = Required()
    checks: dict[CheckCode, Rule] = Field(
        default_factory=dict,
        description="of each check, a severity or a rule: {JRN002: note, REF007: {severity: off}}",
    )

    @property
    def severities(self) -> Mapping[str, Severity | None]:
        """Code → the severity that this journal gives a check; None turns it off."""
        return MappingProxyType(
            {
                code: None if rule.severity == "off" else Severity(rule.severity)
                for code, rule in self.checks.items()
                if rule.severity is not None
            }
        )
