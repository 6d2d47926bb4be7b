"""A comment silences findings of its codes on its lines; one that silences nothing is reported."""

from __future__ import annotations

from casereport.checks.ignoring import apply_ignores
from casereport.diagnostics import Diagnostic, Severity, Span, say
from casereport.reading.ignores import Ignore


def diagnostic(code: str, line: int, file: str = "case.yaml") -> Diagnostic:
    span = Span(file, line, 3, line, 9)
    return Diagnostic(code, "a-fault", Severity.ERROR, say("Found."), span)


def ignore(*codes: str, first: int = 4, last: int = 6, file: str = "case.yaml") -> Ignore:
    return Ignore(codes, "the journal printed it so", Span(file, first, 1, first, 30), first, last)


def test_a_comment_silences_its_code_on_its_lines_only() -> None:
    found = [diagnostic("REF001", 5), diagnostic("REF001", 7), diagnostic("REF014", 5)]
    kept = apply_ignores(found, [ignore("REF001")])
    assert [(item.code, item.span.line) for item in kept] == [("REF014", 5), ("REF001", 7)]


def test_a_comment_speaks_for_its_own_file_only() -> None:
    kept = apply_ignores([diagnostic("REF001", 5, "fa.md")], [ignore("REF001")])
    assert [(item.code, item.span.file) for item in kept] == [
        ("SRC008", "case.yaml"),
        ("REF001", "fa.md"),
    ]


def test_a_comment_that_silences_nothing_is_reported_at_its_place() -> None:
    comment = ignore("REF001")
    (kept,) = apply_ignores([], [comment])
    assert (kept.code, kept.severity, kept.span) == ("SRC008", Severity.WARNING, comment.span)
    assert "REF001" in str(kept.message)


def test_each_code_of_a_comment_is_judged_by_itself() -> None:
    kept = apply_ignores([diagnostic("REF001", 5)], [ignore("REF001", "REF014", "REF014")])
    assert [item.code for item in kept] == ["SRC008"]
    assert "REF014" in str(kept[0].message)


def test_two_comments_for_one_finding_are_both_used() -> None:
    assert apply_ignores([diagnostic("REF001", 5)], [ignore("REF001"), ignore("REF001")]) == ()


def test_a_code_that_does_not_exist_is_unused() -> None:
    assert [item.code for item in apply_ignores([], [ignore("REF999")])] == ["SRC008"]


def test_a_comment_for_a_check_that_did_not_run_is_not_unused() -> None:
    # The article was never assembled, so nothing can be said of CIT001.
    assert apply_ignores([], [ignore("CIT001")], scopes=("source",)) == ()
    assert [item.code for item in apply_ignores([], [ignore("CIT001")])] == ["SRC008"]


def test_what_stays_is_in_the_order_of_the_files() -> None:
    found = [diagnostic("REF014", 9), diagnostic("REF001", 2)]
    kept = apply_ignores(found, [ignore("REF002", first=5)])
    assert [item.span.line for item in kept] == [2, 5, 9]
