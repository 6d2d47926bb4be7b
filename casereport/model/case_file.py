"""case.yaml as a whole."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from casereport.model.base import Bilingual, BilingualList, Facts, Language, Text
from casereport.model.clinical import (
    Finding,
    HistoryItem,
    Imaging,
    Intervention,
    Lab,
    Outcome,
    Patient,
    TimelineEvent,
)
from casereport.model.display import Figure, Table
from casereport.model.front import ManuscriptDates, Publication
from casereport.model.glossary import GlossaryTerm
from casereport.model.people import Affiliation, Contributor
from casereport.model.statements import Statements

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""The name of a fact: lower-case words joined by hyphens."""


class ReferenceSettings(Facts):
    """How this case's reference list is set."""

    csl: Text | None = Field(
        None, description="a CSL style in the case folder, in place of the journal's: vancouver.csl"
    )


class CaseFile(Facts):
    """Metadata and clinical facts of one case."""

    journal: Text = Field("manuscript", description="the journal's id (see `casereport journals`)")
    languages: tuple[Language, ...] = Field(("fa", "en"), min_length=1)
    language_order: tuple[Language, ...] = Field(
        (), description="overrides the journal's order of the two languages in print"
    )
    title: Bilingual
    running_title: Bilingual | None = None
    contributors: tuple[Contributor, ...] = Field((), description="authors, in order")
    affiliations: dict[Key, Affiliation] = Field(default_factory=dict)
    keywords: BilingualList | None = None
    references: ReferenceSettings = ReferenceSettings()
    glossary: tuple[GlossaryTerm, ...] = Field(
        (), description="terms to keep to, never printed (see LANG005)"
    )
    dates: ManuscriptDates = ManuscriptDates()
    publication: Publication = Publication()
    patient: Patient = Patient()
    history: dict[Key, HistoryItem] = Field(default_factory=dict)
    timeline: tuple[TimelineEvent, ...] = ()
    findings: dict[Key, Finding] = Field(default_factory=dict)
    labs: dict[Key, Lab] = Field(default_factory=dict)
    imaging: dict[Key, Imaging] = Field(default_factory=dict)
    interventions: dict[Key, Intervention] = Field(default_factory=dict)
    outcome: Outcome = Outcome()
    statements: Statements = Statements()
    figures: dict[Key, Figure] = Field(default_factory=dict)
    tables: dict[Key, Table] = Field(default_factory=dict)
