"""What stands before and around the text: dates of the manuscript, its place in the journal."""

from __future__ import annotations

import re
from typing import Annotated, Any, Self

from pydantic import AfterValidator, ConfigDict, Field, RootModel, model_validator

from casereport.diagnostics import N_, say
from casereport.model.base import Bilingual, FactError, Facts, Language, Text
from casereport.model.values import Date, PrintedDate, Year
from casereport.text.digits import to_latin_digits


class ManuscriptDates(Facts):
    """The journal's history of a manuscript."""

    received: PrintedDate | None = None
    revised: PrintedDate | None = Field(None, description="sent back to the authors for revision")
    accepted: PrintedDate | None = None
    published: PrintedDate | None = None
    line: Bilingual | None = Field(None, description="overrides the printed line of dates, as text")


class PageRange(Facts):
    """The pages of an article in its volume: ``166-172``, or one article number: ``e3585``."""

    first: str
    last: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        plain = to_latin_digits(value.strip())
        match = re.fullmatch(r"([A-Za-z]?\d{1,7})(?:\s*[-\u2013]\s*([A-Za-z]?\d{1,7}))?", plain)
        if not match:
            raise FactError(
                say(N_("{value} is not a range of pages."), value=value),
                say(N_("Write the first and the last page, such as 166-172, or e3585.")),
            )
        return {"first": match[1], "last": match[2]}

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        counted = self.first.isdigit() and self.last is not None and self.last.isdigit()
        if counted and int(self.last or 0) < int(self.first):
            raise FactError(
                say(
                    N_("The pages end at {last}, before {first}."),
                    first=self.first,
                    last=self.last,
                ),
                say(N_("Write the smaller page first.")),
            )
        return self


class Years(RootModel[dict[Language, Year]]):
    """The year of publication, once or as each language counts it: ``{fa: 1399, en: 2020}``."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _one_or_each(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"und": Year.parse(value)}
        return value

    def get(self, language: str) -> Date | None:
        """The year as printed in ``language``."""
        return self.root.get(language, self.root.get("und"))


IssueNumber = Annotated[Text, AfterValidator(to_latin_digits)]
"""The number of a volume or of an issue, in Latin digits: each language prints it in its own."""


class Publication(Facts):
    """The article's place in its journal."""

    volume: IssueNumber | None = None
    issue: IssueNumber | None = None
    year: Years | None = Field(None, description="year, or year and month, of the issue")
    pages: PageRange | None = None
    doi: Text | None = Field(None, pattern=r"^10\.\d{4,9}/\S+$")
    license: Text | None = Field(None, description="SPDX name: CC-BY-4.0, CC-BY-NC-4.0")
