"""The case's glossary: the terms that its texts keep to. It is for the checks and never prints."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from casereport.model.base import Bilingual, BilingualList, Facts


class GlossaryTerm(Facts):
    """One term, ``{fa: …, en: …}``, and with ``avoid`` what is not to be written for it."""

    term: Bilingual = Field(description="the term in each language; its languages may stand alone")
    avoid: BilingualList | None = Field(
        None, description="renderings to avoid, in a list for each language: {fa: [ … ]}"
    )

    @model_validator(mode="before")
    @classmethod
    def _languages_alone(cls, value: Any) -> Any:
        """``{fa: …, en: …, avoid: …}``: the languages of the term without the key ``term``."""
        if not isinstance(value, dict) or "term" in value:
            return value
        term = {key: text for key, text in value.items() if key != "avoid"}
        rest = {key: text for key, text in value.items() if key == "avoid"}
        return {"term": term, **rest} if term else rest
