"""issue.yaml: which cases make an issue of a journal, in which order; and what it gives to each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from casereport.diagnostics import N_, say
from casereport.model.base import Bilingual, FactError, Facts, Text
from casereport.model.front import IssueNumber, PageRange, Publication, Years
from casereport.model.values import Year
from casereport.text.calendars import CalendarDate
from casereport.text.digits import to_latin_digits


def _page(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    plain = to_latin_digits(value.strip())
    if not re.fullmatch(r"[1-9][0-9]{0,5}", plain):
        raise FactError(
            say(N_("{value} is not the number of a page."), value=value),
            say(N_("Write a whole number from 1 on, such as {example}."), example="166"),
        )
    return int(plain)


FirstPage = Annotated[int, Field(ge=1), BeforeValidator(_page)]

_EACH_FOLDER = N_("List the folders of the cases: {example}.")


class IssueSection(Facts):
    """Cases that stand under one heading in the contents."""

    heading: Bilingual | None = None
    cases: tuple[Text, ...] = Field(min_length=1, description="their folders, in order")


class IssueFile(Facts):
    """One issue of a journal."""

    journal: Text = Field(description="the journal's id (see `casereport journals`)")
    title: Bilingual | None = Field(None, description="what the issue is called: a special issue")
    volume: IssueNumber | None = None
    number: IssueNumber | None = None
    year: Years | None = Field(None, description="year, or year and month, of the issue")
    first_page: FirstPage = Field(1, description="the number of the first article's first page")
    start: Literal["next", "odd", "right"] = Field(
        "next",
        description="where an article begins: on the next page, or on an odd one (a right-hand "
        "page in a journal bound on the left, so right means odd), after a blank one if need be",
    )
    cases: tuple[Text, ...] = Field((), description="the folders of the cases, in order")
    sections: tuple[IssueSection, ...] = Field(
        (), description="in place of cases: the folders under headings, in order"
    )

    @model_validator(mode="after")
    def _lists_its_cases_once(self) -> Self:
        if self.cases and self.sections:
            raise FactError(
                say(N_("The cases stand under cases and under sections.")),
                say(N_("Keep one of the two.")),
            ).placed("cases")
        if not self.cases and not self.sections:
            raise FactError(
                say(N_("The issue names no cases.")),
                say(_EACH_FOLDER, example="cases: [article-1, article-2]"),
            )
        return self

    @model_validator(mode="after")
    def _begins_where_articles_begin(self) -> Self:
        if self.is_on_odd_pages and self.first_page % 2 == 0:
            raise FactError(
                say(
                    N_("Articles begin on odd pages here, and {page} is even."),
                    page=self.first_page,
                ),
                say(N_("Write an odd first page, or start: next.")),
            ).placed("first-page")
        return self

    @property
    def is_on_odd_pages(self) -> bool:
        """True when every article begins on an odd page."""
        return self.start != "next"

    @property
    def in_sections(self) -> tuple[IssueSection, ...]:
        """All cases as sections; those without a heading are one."""
        return self.sections or (IssueSection(cases=self.cases),)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePlace:
    """What an issue says of an article, in the place of what the article's case says itself.

    What the issue leaves open (None, an empty ``year``), the case may say. ``year``: language →
    year as that language counts, ``und`` for all.
    """

    journal: str
    volume: str | None = None
    number: str | None = None
    year: Mapping[str, CalendarDate] = field(default_factory=lambda: MappingProxyType({}))
    first_page: int = 1
    last_page: int = 1

    def over(self, own: Publication) -> Publication:
        """The article's place: the issue's word where it has one, else the case's."""
        said: dict[str, object] = {
            "pages": PageRange(first=str(self.first_page), last=str(self.last_page))
        }
        if self.volume is not None:
            said["volume"] = self.volume
        if self.number is not None:
            said["issue"] = self.number
        if self.year:
            said["year"] = years_of(self.year)
        return own.model_copy(update=said)


def years_of(year: Mapping[str, CalendarDate]) -> Years:
    """The years of publication as the model has them."""
    return Years({language: Year(date) for language, date in year.items()})
