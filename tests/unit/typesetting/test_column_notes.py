"""Footnotes of columns that do not fit: WeasyPrint's loop over them has an end."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from casereport.typesetting import typeset
from casereport.typesetting.engine.column_notes import put_off_footnotes


@dataclass
class Area:
    """A place for footnotes that is ``least`` high without any, and one more with each."""

    notes: list[str]
    least: float

    def margin_height(self) -> float:
        return self.least + len(self.notes)


@dataclass
class Context:
    current_page_footnotes: list[str]
    least: float = 0
    reported_footnotes: list[str] = field(default_factory=list)

    @property
    def current_footnote_area(self) -> Area:
        return Area(self.current_page_footnotes, self.least)

    def report_footnote(self, footnote: str) -> None:
        self.current_page_footnotes.remove(footnote)
        self.reported_footnotes.append(footnote)


@pytest.mark.parametrize(
    ("least", "height", "stay"), [(0, 9, "abc"), (0, 2, "ab"), (0, 0, ""), (5, 2, "")]
)
def test_as_many_are_put_off_as_must_and_there_are(least: int, height: int, stay: str) -> None:
    context = Context([*"abc"], least, ["z"])
    put_off_footnotes(context, height)
    assert "".join(context.current_page_footnotes) == stay
    assert "".join(context.reported_footnotes) == "z" + "abc"[len(stay) :]


def test_the_engine_uses_it() -> None:
    typeset("<p>x")
    from weasyprint.layout import column

    context = Context([*"abc"], 5)
    column._report_footnotes(context, 2)
    assert context.reported_footnotes == [*"abc"]
