"""The clinical facts of a case, each named so that the prose can call it: ``{{ labs.crp }}``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, field_validator

from casereport.model.base import Bilingual, Facts, NotStated, Text
from casereport.model.people import read_yes_no
from casereport.model.values import (
    Age,
    Date,
    Duration,
    Moment,
    Quantity,
    ReferenceRange,
    read_unit,
)

Sex = Literal["female", "male", "intersex"]
Flag = Literal["low", "normal", "high", "critical-low", "critical-high"]
Route_ = Literal[
    "oral", "intravenous", "intramuscular", "subcutaneous", "topical", "inhaled",
    "intra-articular", "intralesional", "rectal", "sublingual", "transdermal",
]  # fmt: skip
Outcome_ = Literal["recovered", "improved", "stable", "worsened", "died", "lost-to-follow-up"]


class Patient(Facts):
    """Who the report is about; nothing here may identify the person."""

    age: Age | NotStated | None = None
    sex: Sex | NotStated | None = None
    deidentified: bool = Field(
        default=True, description="no name, number or exact date identifies them"
    )
    weight: Quantity | None = None
    height: Quantity | None = None
    occupation: Bilingual | None = None
    ethnicity: Bilingual | None = None

    @field_validator("deidentified", mode="before")
    @classmethod
    def _yes_or_no(cls, value: object) -> object:
        return read_yes_no(value)


class HistoryItem(Facts):
    """A condition, habit or event before the presentation."""

    name: Bilingual
    kind: Literal[
        "medical", "surgical", "family", "psychosocial", "genetic", "medication", "allergy"
    ]  # fmt: skip
    duration: Duration | None = None
    since: Date | None = None
    note: Bilingual | None = None


class Finding(Facts):
    """A clinical finding or the result of an examination that is not a laboratory value."""

    name: Bilingual
    value: Quantity | None = None
    date: Date | None = None
    note: Bilingual | None = None


def _quantity_or_words(value: Any) -> Any:
    """A number (with a comparator) becomes a Quantity; words stay as they are."""
    if isinstance(value, str) and re.match(r"\s*[<>\u2264\u2265~]?=?\s*[-+\u2212]?\d", value):
        return Quantity.parse(value)
    return value


class Lab(Facts):
    """One laboratory value; the flag is derived from the range when it is not given."""

    name: Bilingual
    value: Annotated[
        Quantity | Literal["negative", "positive", "normal", "trace"] | Bilingual,
        BeforeValidator(_quantity_or_words),
    ] = Field(description="a number, negative, positive, normal, trace, or words in each language")
    unit: Annotated[Text, AfterValidator(read_unit)] | None = None
    range: ReferenceRange | None = Field(None, description="reference range: 12-16, <5, >60")
    flag: Flag | None = None
    date: Date | None = None
    note: Bilingual | None = None

    @property
    def number(self) -> Decimal | None:
        """The value as a number, or None for a result in words."""
        return self.value.value if isinstance(self.value, Quantity) else None

    @property
    def computed_flag(self) -> Flag | None:
        """The given flag, else low/normal/high against the range, else None."""
        if self.flag is not None or self.range is None or self.number is None:
            return self.flag
        low, high, exclusive = self.range.low, self.range.high, self.range.exclusive
        if low is not None and (self.number < low or (exclusive and self.number == low)):
            return "low"
        if high is not None and (self.number > high or (exclusive and self.number == high)):
            return "high"
        return "normal"


class Imaging(Facts):
    """One imaging study."""

    modality: Bilingual = Field(description="radiograph, CT, MRI, echocardiography …")
    region: Bilingual | None = None
    date: Date | None = None
    findings: Bilingual | None = None


class Intervention(Facts):
    """A drug, an operation or another treatment."""

    name: Bilingual = Field(description="the drug's generic name or the procedure's name")
    kind: Literal["drug", "surgery", "procedure", "other"] = "drug"
    dose: Quantity | Bilingual | None = None
    route: Route_ | Bilingual | None = None
    frequency: Bilingual | None = None
    duration: Duration | None = None
    start: Date | Moment | None = None
    stop: Date | Moment | None = None
    indication: Bilingual | None = None
    change: Bilingual | None = Field(None, description="how and why the treatment was changed")

    @field_validator("dose", mode="before")
    @classmethod
    def _quantity_or_words(cls, value: Any) -> Any:
        return _quantity_or_words(value)


class TimelineEvent(Facts):
    """One line of the timeline: when, absolute or against the presentation, and what."""

    when: Date | Moment | Bilingual = Field(
        description="1398-11, -20 years, +1 week, day 5, or words"
    )
    event: Bilingual
    duration: Duration | None = None

    @field_validator("when", mode="before")
    @classmethod
    def _date_moment_or_words(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        for kind in (Moment, Date):
            try:
                return kind.parse(value)
            except ValueError:
                continue
        if re.match(r"\s*[-+\d\u06f0-\u06f9]", value):
            return Date.parse(value)  # meant as a date: let its own error speak
        return value


class Outcome(Facts):
    """How the patient fared."""

    status: Outcome_ | NotStated | None = None
    follow_up: Duration | NotStated | None = None
    summary: Bilingual | NotStated | None = None
    adverse_events: Bilingual | NotStated | None = None
