"""Tables built from the facts (laboratory values, timeline) and pipe tables of the text."""

from __future__ import annotations

from collections.abc import Callable

from casereport.article.block import Cell, TableWrap, Width
from casereport.article.inline import Inline, Text, plain_text
from casereport.assembly.measures import number_text, reference_range, unit_text
from casereport.locale import Locale
from casereport.model.base import Bilingual
from casereport.model.case_file import CaseFile
from casereport.model.clinical import Lab, TimelineEvent
from casereport.model.measures import Measured, Quantity
from casereport.model.values import Date, Moment

Parse = Callable[[str, tuple[str | int, ...]], tuple[Inline, ...]]
"""Sets a bilingual text of case.yaml (Markdown inlines) at a route as inlines of the edition."""


def _text(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def labs_table(
    facts: CaseFile, locale: Locale, label: str, number: int, parse: Parse
) -> TableWrap | None:
    """The laboratory values: test, result with its flag, unit, reference range, date.

    A column that no value fills is left out. None when the case has no laboratory values.
    """
    labs = list(facts.labs.items())
    if not labs:
        return None
    has_range = any(lab.range for _, lab in labs)
    has_flag = any(_flag_sign(lab, locale) for _, lab in labs)
    has_date = any(lab.date for _, lab in labs)
    has_unit = any(lab.printed_unit for _, lab in labs)
    heads = ["test", "result", *["unit"] * has_unit]
    heads += ["flag"] * has_flag + ["reference-range"] * has_range + ["date"] * has_date
    rows = []
    for key, lab in labs:
        row = [
            _cell(parse(_name(lab, locale), ("labs", key, "name")), header=True),
            _result_cell(key, lab, locale, parse),
        ]
        if has_unit:
            row.append(Cell(_text(unit_text(lab.printed_unit, locale, words=False))))
        if has_flag:
            row.append(Cell(_text(_flag_sign(lab, locale)), align="center"))
        if has_range:
            printed = reference_range(lab.range, locale) if lab.range else ""
            row.append(Cell(_text(printed), align="center"))
        if has_date:
            row.append(
                Cell(_text(locale.date(lab.date.calendar_date, "numeric") if lab.date else ""))
            )
        rows.append(tuple(row))
    return TableWrap(
        id="tbl-labs",
        number=number,
        label=label,
        caption=_caption(facts, "labs", locale, parse),
        head=tuple(
            Cell(
                _text(locale.term(f"head-{h}")),
                header=True,
                align="center" if h in {"result", "flag", "reference-range"} else "start",
            )
            for h in heads
        ),
        rows=tuple(rows),
        notes=_notes(facts, "labs", labs, locale, parse),
        # Six columns do not go into one column of a page.
        width="page" if len(heads) > 5 else facts_width(facts, "labs"),
        kind="labs",
        decimal_room=_decimal_room(rows),
    )


def _decimal_room(rows: list[tuple[Cell, ...]]) -> tuple[int, int]:
    cells = [cell for row in rows for cell in row if cell.align == "decimal"]
    whole = max((len(plain_text(cell.children)) for cell in cells), default=0)
    return whole, max((len(cell.fraction) for cell in cells), default=0)


def facts_width(facts: CaseFile, table: str) -> Width:
    """The width declared for a table of case.yaml (default column)."""
    declared = facts.tables.get(table)
    return "page" if declared is not None and declared.width == "page" else "column"


def _name(lab: Lab, locale: Locale) -> str:
    """The test's name, in the other language when this one has none."""
    return lab.name.get(locale.language) or next(iter(lab.name.texts.values()))


def _flag_sign(lab: Lab, locale: Locale) -> str:
    """The arrow of a value outside its range; empty for the others."""
    flag = lab.computed_flag
    return locale.term(f"flag-sign-{flag}") if flag else ""


def _result_cell(key: str, lab: Lab, locale: Locale, parse: Parse) -> Cell:
    value = lab.value
    if isinstance(value, Bilingual):
        words = value.get(locale.language) or ""
        return Cell(parse(words, ("labs", key, "value")), align="center")
    if not isinstance(value, Measured):
        return Cell(_text(locale.term(f"result-{value}")), align="center")
    shown = number_text(value, locale)
    if not isinstance(value, Quantity) or value.comparator:
        return Cell(_text(shown), align="center")
    whole, mark, fraction = shown.partition(locale.numbers.decimal)
    return Cell(_text(whole), "decimal", "ltr", fraction=mark + fraction)


def _cell(children: tuple[Inline, ...], *, header: bool = False) -> Cell:
    return Cell(children, header=header)


def _caption(facts: CaseFile, table: str, locale: Locale, parse: Parse) -> tuple[Inline, ...]:
    declared = facts.tables.get(table)
    caption = declared.caption.get(locale.language) if declared and declared.caption else None
    if caption:
        return parse(caption, ("tables", table, "caption"))
    return _text(locale.term(f"{table}-caption"))


def _notes(
    facts: CaseFile,
    table: str,
    labs: list[tuple[str, Lab]],
    locale: Locale,
    parse: Parse,
) -> tuple[tuple[Inline, ...], ...]:
    notes: list[tuple[Inline, ...]] = []
    declared = facts.tables.get(table)
    if declared and declared.note and (note := declared.note.get(locale.language)):
        notes.append(parse(note, ("tables", table, "note")))
    for key, lab in labs:
        if lab.note and (note := lab.note.get(locale.language)):
            name = parse(_name(lab, locale), ("labs", key, "name"))
            notes.append((*name, Text(": "), *parse(note, ("labs", key, "note"))))
    flags = {lab.computed_flag for _, lab in labs}
    if flags & {"low", "high"}:
        notes.append(_text(locale.term("labs-note")))
    for flag in ("critical-low", "critical-high"):
        if flag in flags:
            sign, words = locale.term(f"flag-sign-{flag}"), locale.term(f"flag-{flag}")
            notes.append(_text(f"{sign} {words}"))
    return tuple(notes)


def timeline_table(
    facts: CaseFile, locale: Locale, label: str, number: int, parse: Parse
) -> TableWrap | None:
    """The course of the illness: when, what. None when the case has no timeline."""
    if not facts.timeline:
        return None
    rows = tuple(
        (
            _cell(_when(event, index, locale, parse), header=True),
            _cell(_event(event, index, locale, parse)),
        )
        for index, event in enumerate(facts.timeline)
    )
    return TableWrap(
        id="tbl-timeline",
        number=number,
        label=label,
        caption=_caption(facts, "timeline", locale, parse),
        head=(
            Cell(_text(locale.term("head-time")), header=True),
            Cell(_text(locale.term("head-event")), header=True),
        ),
        rows=rows,
        notes=_notes(facts, "timeline", [], locale, parse),
        width=facts_width(facts, "timeline"),
        kind="timeline",
    )


def _when(event: TimelineEvent, index: int, locale: Locale, parse: Parse) -> tuple[Inline, ...]:
    match event.when:
        case Date(calendar_date=date):
            # As much of it prints as is known.
            return _text(locale.date(date, "long"))
        case Moment(value=value, unit=unit, counted=counted):
            moment = locale.moment(value, unit, counted=counted)
            # It begins its line: a capital, in scripts that have one.
            return _text(moment[:1].upper() + moment[1:])
        case Bilingual() as words:
            return parse(words.get(locale.language) or "", ("timeline", index, "when"))


def _event(event: TimelineEvent, index: int, locale: Locale, parse: Parse) -> tuple[Inline, ...]:
    words = parse(event.event.get(locale.language) or "", ("timeline", index, "event"))
    if event.duration is None:
        return words
    duration = locale.duration(event.duration.value, event.duration.unit)
    return (*words, Text(f" ({duration})"))
