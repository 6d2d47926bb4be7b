"""Contributors and their affiliations (JATS contrib, aff; CRediT roles)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator

from casereport.diagnostics import N_, say
from casereport.model.base import Bilingual, FactError, Facts, Text

CreditRole = Literal[
    "conceptualization",
    "data-curation",
    "formal-analysis",
    "funding-acquisition",
    "investigation",
    "methodology",
    "project-administration",
    "resources",
    "software",
    "supervision",
    "validation",
    "visualization",
    "writing-original-draft",
    "writing-review-editing",
]


class Affiliation(Facts):
    """An institution: as parts, from the smallest to the largest, or whole as ``text``."""

    text: Bilingual | None = Field(
        None, description="the whole line, when it is not given in parts"
    )
    department: Bilingual | None = None
    center: Bilingual | None = Field(None, description="research centre")
    hospital: Bilingual | None = None
    institution: Bilingual | None = None
    city: Bilingual | None = None
    country: Bilingual | None = None

    PARTS: ClassVar[tuple[str, ...]] = (
        "department",
        "center",
        "hospital",
        "institution",
        "city",
        "country",
    )

    def parts(self, language: str) -> tuple[str, ...]:
        """The parts in ``language``, smallest first; ``text`` alone when it is given."""
        if self.text is not None:
            whole = self.text.get(language)
            return (whole,) if whole else ()
        fields = (getattr(self, name) for name in self.PARTS)
        texts = (field.get(language) for field in fields if field is not None)
        return tuple(text for text in texts if text)


class Contributor(Facts):
    """An author: the name as printed in each language, and what belongs to it."""

    name: Bilingual = Field(description="given name then family name, as printed")
    family: Bilingual | None = Field(None, description="family name, when it is not the last word")
    group: bool = Field(default=False, description="yes: the name is a group's or an institution's")
    degrees: Bilingual | None = Field(None, description="academic degrees: MD, PhD")
    rank: Bilingual | None = Field(None, description="academic rank: Associate Professor")
    affiliations: tuple[Text, ...] = Field((), description="keys of the mapping affiliations")
    corresponding: bool = Field(default=False, description="yes: letters go to this author")
    email: Annotated[Text, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s.]+$")] | None = None
    phone: Text | None = None
    address: Bilingual | None = Field(None, description="postal address of a corresponding author")
    orcid: Annotated[Text, Field(pattern=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$")] | None = None
    roles: tuple[CreditRole, ...] = Field((), description="CRediT roles")

    @field_validator("group", "corresponding", mode="before")
    @classmethod
    def _yes_or_no(cls, value: object) -> object:
        return read_yes_no(value)

    @field_validator("orcid", mode="before")
    @classmethod
    def _orcid_without_address(cls, value: object) -> object:
        if isinstance(value, str):
            return value.strip().removeprefix("https://orcid.org/")
        return value


def read_yes_no(value: object) -> object:
    """``yes``/``true`` and ``no``/``false`` as booleans; anything else is refused by name."""
    if isinstance(value, str):
        if value.strip().lower() in {"yes", "true"}:
            return True
        if value.strip().lower() in {"no", "false"}:
            return False
        raise FactError(
            say(N_("{value} is neither yes nor no."), value=value), say(N_("Write yes or no."))
        )
    return value
