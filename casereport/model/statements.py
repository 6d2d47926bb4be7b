"""Statements that journals require: given, ``not-stated`` (the source is silent), or absent."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from casereport.model.base import NOT_STATED, Bilingual, Facts, NotStated, Text


class Statement(Facts):
    """A statement in words; a bilingual text may stand in its place."""

    text: Bilingual | None = None
    code: Text | None = Field(None, description="approval code: IR.MAZUMS.REC.1398.123")
    committee: Bilingual | None = None
    status: Literal["obtained", "waived", "not-required"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, value: Any) -> Any:
        own = {"text", "code", "committee", "status"}
        if isinstance(value, str) or (isinstance(value, dict) and value and not own & set(value)):
            return {"text": value}
        return value


StatementOrSilence = NotStated | Statement


class Statements(Facts):
    """The statements at the end of an article."""

    consent: StatementOrSilence | None = None
    ethics: StatementOrSilence | None = None
    funding: StatementOrSilence | None = None
    competing_interests: StatementOrSilence | None = None
    data_availability: StatementOrSilence | None = None
    patient_perspective: StatementOrSilence | None = None
    acknowledgements: StatementOrSilence | None = None
    author_contributions: StatementOrSilence | None = None

    def given(self) -> dict[str, Statement]:
        """The statements that say something, by their kebab-case name, in the order above."""
        fields = ((name.replace("_", "-"), getattr(self, name)) for name in type(self).model_fields)
        return {name: value for name, value in fields if isinstance(value, Statement)}

    def silent(self) -> tuple[str, ...]:
        """The names of the statements that the author declared ``not-stated``."""
        names = type(self).model_fields
        return tuple(n.replace("_", "-") for n in names if getattr(self, n) == NOT_STATED)
