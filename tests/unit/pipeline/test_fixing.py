"""Fixes are applied round by round, until a second run would change nothing."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from casereport.diagnostics import Diagnostic, Fix, Severity, Span, TextEdit, say
from casereport.pipeline.case import CheckResult, check_case
from casereport.pipeline.fixing import FixResult, fix_case, fix_with
from casereport.pipeline.options import CheckOptions
from casereport.text.yaml_tree import Places
from casereport.workspace import MemoryWorkspace, Workspace

TODAY = datetime.date(2026, 1, 1)
Rule = Callable[[str, str], Iterator[Diagnostic]]


def finding(code: str, span: Span, text: str, *, safe: bool = True) -> Diagnostic:
    fix = Fix(say("Write {text}.", text=text), (TextEdit(span, text),), safe)
    return Diagnostic(code, "made-up", Severity.WARNING, say("Found."), span, fix=fix)


def replaces(code: str, pattern: str, replacement: str, *, safe: bool = True) -> Rule:
    """A made-up check: every match is a finding, the replacement its fix."""

    def find(file: str, text: str) -> Iterator[Diagnostic]:
        places = Places(text, file)
        for match in re.finditer(pattern, text):
            yield finding(code, places.span(*match.span()), match.expand(replacement), safe=safe)

    return find


def checker(*rules: Rule) -> Callable[[Workspace], CheckResult]:
    def check(workspace: Workspace) -> CheckResult:
        found: list[Diagnostic] = []
        for name in workspace.names():
            content = workspace.read(name).decode("utf-8-sig", "surrogatepass")
            text = content.replace("\r\n", "\n").replace("\r", "\n")
            for rule in rules:
                found.extend(rule(name, text))
        found.sort(key=lambda item: item.sort_key)
        return CheckResult(tuple(found), {})

    return check


def case(**files: bytes) -> MemoryWorkspace:
    return MemoryWorkspace("case", {name.replace("_", "."): text for name, text in files.items()}, TODAY)


def after(result: FixResult, workspace: MemoryWorkspace) -> dict[str, bytes]:
    return {**workspace.files, **{each.name: each.after for each in result.replacements}}


def test_comments_layout_line_ends_and_the_mark_stay() -> None:
    workspace = case(case_yaml="\ufefftitle:   'كتاب'   # comment\r\n\r\nb: [ 1,2 ]\n".encode())
    result = fix_with(workspace, checker(replaces("A", "ك", "ک")))
    assert after(result, workspace)["case.yaml"] == (
        "\ufefftitle:   'کتاب'   # comment\r\n\r\nb: [ 1,2 ]\n".encode()
    )
    assert [item.code for item in result.applied] == ["A"]


def test_unsafe_fixes_are_left_and_told_unless_they_are_allowed() -> None:
    workspace = case(fa_md=b"aXb")
    check = checker(replaces("A", "X", "Y", safe=False))
    result = fix_with(workspace, check)
    assert (result.replacements, len(result.unsafe)) == ((), 1)
    result = fix_with(workspace, check, allow=(True, False))
    assert after(result, workspace) == {"fa.md": b"aYb"}


def test_of_fixes_that_meet_the_first_is_made_and_the_other_looks_anew() -> None:
    workspace = case(fa_md=b"abc")
    result = fix_with(workspace, checker(replaces("A", "ab", "AB"), replaces("B", "bc|Bc", "x")))
    assert after(result, workspace) == {"fa.md": b"Ax"}
    assert [item.code for item in result.applied] == ["A", "B"]


def test_fixes_that_undo_each_other_are_left_out_and_the_others_made() -> None:
    workspace = case(fa_md=b"a-q")
    rules = (replaces("A", "a", "b"), replaces("B", "b", "a"), replaces("C", "q", "Q"))
    result = fix_with(workspace, checker(*rules))
    assert after(result, workspace) == {"fa.md": b"a-Q"}
    assert set(result.left_out) == {"A", "B"}
    again = fix_with(case(fa_md=b"a-Q"), checker(*rules))
    assert again.replacements == ()


def test_a_fix_that_never_ends_is_left_out() -> None:
    result = fix_with(case(fa_md=b"a"), checker(replaces("A", "a$", "aa")))
    assert (result.replacements, result.left_out) == ((), ("A",))


def test_a_fix_after_which_the_file_reads_worse_is_left_out() -> None:
    def breaks(file: str, text: str) -> Iterator[Diagnostic]:
        if "[" in text:
            yield Diagnostic("SRC002", "x", Severity.ERROR, say("M."), Span(file, 1, 1, 1, 2))

    result = fix_with(case(case_yaml=b"a: b\n"), checker(replaces("A", "b", "["), breaks))
    assert (result.replacements, result.left_out) == ((), ("A",))


def test_a_fix_over_several_files_is_whole_or_not_at_all() -> None:
    def both(file: str, text: str) -> Iterator[Diagnostic]:
        if file == "a.md" and text == "x":
            edits = (TextEdit(Span("a.md", 1, 1, 1, 2), "y"), TextEdit(Span("no.md", 1, 1, 1, 1), "z"))
            yield Diagnostic("A", "x", Severity.NOTE, say("M."), Span("a.md"), fix=Fix(say("F."), edits))

    assert fix_with(case(a_md=b"x"), checker(both)).replacements == ()


def test_a_fix_that_changes_nothing_is_none() -> None:
    result = fix_with(case(a_md=b"x"), checker(replaces("A", "x", "x")))
    assert (result.applied, result.replacements) == ((), ())


LETTERS = st.text(alphabet="abcd \u06cc\u0643\r\n", max_size=30)
RULES = st.lists(
    st.tuples(st.text(alphabet="abcd\u0643", min_size=1, max_size=2), st.text(alphabet="abcd\u06a9", max_size=2)),
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["", "\ufeff"]), LETTERS, RULES)
def test_a_second_run_changes_nothing(bom: str, text: str, rules: list[tuple[str, str]]) -> None:
    made = [replaces(f"R{index}", re.escape(old), new) for index, (old, new) in enumerate(rules)]
    workspace = case(fa_md=(bom + text).encode())
    once = after(fix_with(workspace, checker(*made)), workspace)
    second = fix_with(MemoryWorkspace("case", once, TODAY), checker(*made))
    assert second.replacements == ()
    assert once["fa.md"].startswith(bom.encode())


CASE = """\
# kept
journal: MANUSCRIPT  # kept, too
languages: [fa, en]
title: {fa: گزارش یک مورد, en: A case report}
running_title: Short
figures:
  chest: {file: Figures/Chest.png, caption: {fa: قفسه, en: The chest}}
  back:
    file: figures\\back.png
    caption: {fa: پشت, en: The back}
"""
TEXT = "## بحث {#discussion}\n\nمتن [@Boulman2005] و @fig-chest و @fig-back.\n"
BIB = "@article{boulman2005, title = {T}, author = {A, B}, journal = {J}, year = {2005}}\n"


def test_the_checks_that_offer_safe_fixes_mend_a_case() -> None:
    workspace = MemoryWorkspace(
        "case",
        {
            "case.yaml": CASE.encode(),
            "fa.md": TEXT.encode(),
            "en.md": TEXT.replace("بحث", "Discussion").encode(),
            "references.bib": BIB.encode(),
            "figures/chest.png": b"x",
            "figures/back.png": b"x",
        },
        TODAY,
    )
    result = fix_case(workspace, CheckOptions())
    mended = after(result, workspace)
    assert mended["case.yaml"].decode() == (
        CASE.replace("MANUSCRIPT", "manuscript")
        .replace("running_title", "running-title")
        .replace("Figures/Chest", "figures/chest")
        .replace("figures\\back", "figures/back")
    )
    assert mended["fa.md"].decode() == TEXT.replace("@Boulman2005", "@boulman2005")
    assert mended["references.bib"] == BIB.encode()
    codes = [item.code for item in result.applied]
    assert sorted(set(codes)) == ["CIT001", "FIG001", "SRC003", "SRC015"]
    assert fix_case(MemoryWorkspace("case", mended, TODAY), CheckOptions()).replacements == ()


def test_a_name_with_one_near_name_is_no_safe_fix() -> None:
    text = "title: {fa: الف, en: A}\nruning-title: Short\n"
    found = check_case(MemoryWorkspace("case", {"case.yaml": text.encode()}, TODAY)).diagnostics
    (slip,) = [item for item in found if item.code == "SRC003"]
    assert slip.fix is not None
    assert not slip.fix.safe
