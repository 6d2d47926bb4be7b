"""Persian for terminals that do no bidi: joined, in visual order, broken beforehand."""

from __future__ import annotations

import io

import click
import pytest

from casereport.cli import terminal
from casereport.cli.terminal import eye_for
from casereport.diagnostics import Diagnostic, Severity, Span, say
from casereport.reporting import report_text
from casereport.reporting.eye import LOGICAL
from casereport.reporting.visual import VisualEye, columns_of
from casereport.text.isolates import ltr

EYE = VisualEye(width=60)


def test_a_word_is_joined_and_stands_from_the_right() -> None:
    # From the left: reh, which is isolated, then alef, meem, yeh and beh in their joined forms.
    assert EYE.line("بیمار") == "\u0631\ufe8e\ufee4\ufbff\ufe91"


def test_latin_stays_and_brackets_are_mirrored() -> None:
    assert EYE.line("(متن)", "rtl") == "(\ufee6\ufe98\ufee3)"
    assert EYE.line("case.yaml:3:8", "ltr") == "case.yaml:3:8"


def test_half_spaces_and_isolates_are_obeyed_and_not_printed() -> None:
    shown = EYE.line(f"می\u200cشود {ltr('a.md')}", "rtl")
    assert shown.startswith("a.md ")
    assert not any(character in shown for character in "\u200c\u2066\u2069")


def test_a_mark_follows_its_letter() -> None:
    shown = EYE.line("دیگرِ")
    assert shown[0] != "\u0650"
    assert "\u0650" in shown


def test_running_text_is_broken_before_it_is_ordered() -> None:
    words = " ".join(["یک", "دو", "سه", "چهار"] * 12)
    lines = EYE.sentences(words, "rtl", indent=2)
    assert len(lines) > 1
    assert all(columns_of(line) <= 58 for line in lines)
    assert lines[0].endswith(EYE.line("یک"))
    # All lines end at one margin.
    assert len({columns_of(line) for line in lines}) == 1


def test_an_isolate_over_a_line_s_end_holds_on_both_lines() -> None:
    text = "متن " + ltr("one two three four five six seven eight nine ten eleven twelve")
    first, *others = EYE.sentences(text, "rtl", indent=0)
    assert first.strip().startswith("one two")
    assert all("\u2066" not in line for line in others)


def test_a_finding_on_a_persian_line_is_marked_in_the_order_of_the_eye() -> None:
    item = Diagnostic("TST001", "x", Severity.ERROR, say("M."), Span("fa.md", 1, 7, 1, 11))
    told = report_text([item], language="fa", sources={"fa.md": "بیمار کرست داشت"}, eye=EYE)
    line = next(line for line in told.splitlines() if "\u2502" in line)
    shown = line.partition("\u2502 ")[2]
    before, marked, after = EYE.line("بیمار"), EYE.line("کرست"), EYE.line("داشت")
    assert shown == f"{after} \u27e6{marked}\u27e7 {before}"


class Stream(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.mark.parametrize("setting", ["no", "yes"])
@pytest.mark.parametrize("is_terminal", [True, False])
def test_only_a_terminal_that_was_said_to_need_it_is_given_visual_order(
    setting: str, is_terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(terminal, "columns", lambda _stream: 80)
    command = click.Command("x")
    with click.Context(command) as context:
        context.params["terminal_bidi"] = setting
        eye = eye_for(Stream(terminal=is_terminal))
    assert eye.reorders is (setting == "no" and is_terminal)


def test_the_variable_holds_where_a_command_has_no_option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(terminal, "columns", lambda _stream: 80)
    monkeypatch.setenv("CASEREPORT_TERMINAL_BIDI", "no")
    assert eye_for(Stream(terminal=True)).reorders
    assert eye_for(Stream(terminal=False)) is LOGICAL
