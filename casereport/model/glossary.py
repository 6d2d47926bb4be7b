"""The case's glossary: the terms that its texts keep to. It is for the checks and never prints."""

from __future__ import annotations

from pydantic import Field

from casereport.model.base import Bilingual, BilingualList, Facts


class GlossaryTerm(Facts):
    """One term as each language writes it, and other renderings that are not to be used."""

    term: Bilingual = Field(description="the term in each language: {fa: …, en: …}")
    avoid: BilingualList | None = Field(
        None, description="renderings to avoid, in a list for each language: {fa: [ … ]}"
    )
