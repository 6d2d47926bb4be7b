"""ORTH004: spaces beside marks, brackets and «و»."""

from __future__ import annotations

import pytest

from casereport.diagnostics import Severity


def only(found):  # type: ignore[no-untyped-def]
    return [item for item in found if item.code == "ORTH004"]


def test_the_mark_is_the_place_and_the_fix_moves_its_space(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"en.md": "It was 2020 ;Accepted.\n"}))
    assert (item.severity, item.span.column, item.span.end_column) == (Severity.WARNING, 12, 15)
    assert item.message.values["mark"] == ";"
    assert item.fix is not None
    edits = [(e.span.column, e.span.end_column, e.replacement) for e in item.fix.edits]
    assert edits == [(12, 13, ""), (14, 14, " ")]


@pytest.mark.parametrize(
    ("file", "text", "count"),
    [
        ("fa.md", "درد ، تب", 1), ("fa.md", "درد،تب", 1), ("fa.md", "درد شدید .", 1),
        ("fa.md", "خوب بود.بیمار رفت", 1), ("fa.md", "خوبی؟بله", 1), ("fa.md", "( متن ) و « نقل »", 4),
        ("fa.md", "بیمار(زن جوان)بود", 2), ("fa.md", "درد وانگشتان", 1), ("fa.md", "نتیجه: خوب:بد", 1),
        ("fa.md", "و غیره...", 1), ("en.md", "pain,fever and rash", 1), ("en.md", "pain , fever", 1),
        ("en.md", "It ended.Then it began", 1), ("en.md", "calcinosis :a case", 1),
        ("en.md", "the hand(swollen since May)", 1), ("en.md", "( see below )", 2),
    ],
)  # fmt: skip
def test_faults_are_told(file: str, text: str, count: int, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert len(only(diagnose({file: text + "\n"}))) == count


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("fa.md", "نسبت ۱:۲ و ۱ : ۲، (۳،۴) و (۱۷،۶-۱۱)، ساعت ۱۰:۳۰، ۱۰/۱ و ۰٫۵."),
        ("fa.md", "نشانی a.b@example.ir و doi:10.18502/jmums.v30i187.12 و http://a.ir/b,c"),
        ("fa.md", "امام (ره)، دارو(ها)، بیمار(ان)؛ «نقل» و (CRP)."),
        ("fa.md", "نسبت آلبومین:کراتینین، ق.م و وضعیت وقایع، واکنش، ورید، وارفارین و ورزش."),
        ("fa.md", "مقدار {{ patient.age }}، سپس [ground glass]{lang=en}."),
        ("en.md", "The ratio 1:2, p = .05, t(9;22)(q34;q11), IgG:IgM, N,N-dimethyl, 1,000 and 2.5 mg."),
        ("en.md", "e.g. this, i.e. that, et al. (the hands), iron(III), drug(s), f(x), U.S.A. and Fig. 1."),
        ("en.md", "albumin:creatinine ratio; see http://a.org/b;c and a.b@example.org."),
        ("en.md", "Wait... and so on. [1,2] (3-5); 10:30; ±5; -3; 5 %."),
    ],
)  # fmt: skip
def test_good_text_is_silent(file: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    found = only(diagnose({file: text + "\n"}))
    assert [(item.span.column, str(item.message)) for item in found] == []


def test_three_dots_are_a_note(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "درد...\n"}))
    assert item.severity is Severity.NOTE


def test_joined_and_is_an_unsafe_fix(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(diagnose({"fa.md": "درد وانگشتان\n"}))
    assert item.fix is not None
    assert not item.fix.safe


def test_no_colon_is_mended_in_case_yaml_where_it_would_make_a_key(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = only(
        diagnose({"case.yaml": "title: {fa: گزارش, en: 'x'}\nrunning-title:\n  en: A :case\n"})
    )
    assert item.fix is None


def test_the_title_of_a_reference_has_an_exact_place(diagnose) -> None:  # type: ignore[no-untyped-def]
    entry = "@article{a,\n  title = {Treatment of {CREST} :a case},\n  author = {B, C}, year = {2012}\n}\n"
    (item,) = only(diagnose({"references.bib": entry}))
    assert (item.span.line, item.span.column, item.span.end_column) == (2, 32, 35)
