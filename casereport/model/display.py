"""Figures and tables as declared in case.yaml; the text mentions and places them by id."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from casereport.model.base import Bilingual, Facts, NotStated
from casereport.model.statements import Statement

Width = Annotated[str, Field(pattern=r"^(column|page|\d{2,3} ?mm)$")]


class Panel(Facts):
    """One lettered part of a figure; the letter is the panel's place (a, b / A, B in print)."""

    caption: Bilingual
    alt: Bilingual | None = None
    file: Bilingual | None = Field(None, description="when each panel is an image of its own")


class Figure(Facts):
    """An image (or several panels), its caption and alt text in each language."""

    file: Bilingual | None = Field(
        None, description="path inside the case folder, or one a language"
    )
    panels: tuple[Panel, ...] = ()
    caption: Bilingual | None = None
    alt: Bilingual | None = Field(
        None, description="what the image shows, for those who hear the page"
    )
    width: Width = "column"
    kind: Literal["photograph", "radiograph", "line-art", "illustration"] = "photograph"
    consent: NotStated | Literal["obtained", "not-required"] | Statement | None = None
    credit: Bilingual | None = None


class Table(Facts):
    """A table's caption and notes; its cells stand in the text, or are built from the facts."""

    caption: Bilingual | None = None
    note: Bilingual | None = None
    width: Width = "column"
