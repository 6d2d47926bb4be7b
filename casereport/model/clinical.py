"""The clinical facts of a case, each named so that the prose can call it: ``{{ labs.crp }}``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, field_validator, model_validator

from casereport.diagnostics import N_, say
from casereport.model.base import Bilingual, FactError, Facts, NotStated, Text
from casereport.model.measure_faults import two_readings, two_units
from casereport.model.measures import COMPARATOR, Measured, Pair, Quantity, ReferenceRange
from casereport.model.people import read_yes_no
from casereport.model.values import Age, Date, Duration, Moment, read_when, when_hint
from casereport.text.measured_units import is_pressure, read_unit, same_unit
from casereport.text.written_numbers import typed_plainly

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
    value: Measured | None = None
    date: Date | None = None
    note: Bilingual | None = None


_BEGINS_AS_NUMBER = re.compile(rf"(?:{COMPARATOR})?\s*+(?:[-+\u2212]\s*+)?[.,\u066b]?[0-9]")


def _measured_or_words(value: Any) -> Any:
    """What begins as a number (with a comparator) is a measured value; words stay as they are."""
    if isinstance(value, str) and _BEGINS_AS_NUMBER.match(typed_plainly(value)):
        return Measured.parse(value)
    return value


MeasuredOrWords = Annotated[Measured | Bilingual, BeforeValidator(_measured_or_words)]


class Lab(Facts):
    """One laboratory value; the flag is derived from the range when it is not given."""

    name: Bilingual
    value: Annotated[
        Measured | Literal["negative", "positive", "normal", "trace"] | Bilingual,
        BeforeValidator(_measured_or_words),
    ] = Field(
        description="a number, a range 5-6, a titre 1:640; negative, positive, normal, trace;"
        " or words in each language"
    )
    unit: Annotated[Text, AfterValidator(read_unit)] | None = Field(
        None, description="the unit, when it does not stand after the number"
    )
    range: ReferenceRange | None = Field(None, description="reference range: 12-16, <5, >60, <1:80")
    flag: Flag | None = None
    date: Date | None = None
    note: Bilingual | None = None

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        """A second unit is refused: one of the two would be left out in print."""
        if not isinstance(self.value, Measured):
            return self
        own = self.value.unit
        if own and self.unit and not same_unit(own, self.unit):
            raise two_units(own, self.unit)
        if isinstance(self.value, Pair) and not is_pressure(self.unit or own):
            first, second = self.value.first, str(self.value.second)
            raise two_readings(f"{first}/{second}", first, second).placed("value")
        return self

    @property
    def number(self) -> Decimal | None:
        """The value as one number, or None for a result in words and for what is more than one."""
        return self.value.value if isinstance(self.value, Quantity) else None

    @property
    def printed_unit(self) -> str:
        """The unit, wherever it was written; empty when there is none."""
        return self.unit or (self.value.unit if isinstance(self.value, Measured) else "")

    @property
    def computed_flag(self) -> Flag | None:
        """The given flag, else low/normal/high against the range, else None.

        None also for what the range does not settle: ``5-12`` against ``4-10``, ``<5`` against
        ``3-10``, a titre against a range of numbers.
        """
        extent = self.value.extent if isinstance(self.value, Measured) else None
        if self.flag is not None or self.range is None or extent is None:
            return self.flag
        return extent.against(self.range.extent)


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
    dose: MeasuredOrWords | None = None
    route: Route_ | Bilingual | None = None
    frequency: Bilingual | None = None
    duration: Duration | None = None
    start: Date | Moment | None = None
    stop: Date | Moment | None = None
    indication: Bilingual | None = None
    change: Bilingual | None = Field(None, description="how and why the treatment was changed")

    @field_validator("start", "stop", mode="before")
    @classmethod
    def _date_or_moment(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if (when := read_when(value)) is None:
            message = N_("{value} is neither a date nor a time before or after the presentation.")
            raise FactError(say(message, value=value.strip()), when_hint())
        return when


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
        return (read_when(value) or value) if isinstance(value, str) else value


class Outcome(Facts):
    """How the patient fared."""

    status: Outcome_ | NotStated | None = None
    follow_up: Duration | NotStated | None = None
    summary: Bilingual | NotStated | None = None
    adverse_events: Bilingual | NotStated | None = None
