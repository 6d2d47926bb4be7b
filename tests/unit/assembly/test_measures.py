"""What each kind of measured value prints: in the table of labs, and by its name in the text."""

from __future__ import annotations

import pytest
from bidi import get_display

from casereport.assembly.facts import FactText, look_up
from casereport.assembly.setting import edition_locale
from casereport.journals import load_journal
from casereport.model.case_file import CaseFile
from casereport.text.characters import DIRECTIONAL, LRI, PDI, RLI, WJ
from tests.unit.assembly.test_tables import table, words

JMUMS = load_journal("jmums").manifest
FA, EN = edition_locale("fa", JMUMS), edition_locale("en", JMUMS)
_UNSEEN = str.maketrans(dict.fromkeys(DIRECTIONAL + WJ))


def fact(value: str, unit: str = "", path: str = "labs.a", *, language: str = "en") -> FactText:
    lab = {"name": "A", "value": value, **({"unit": unit} if unit else {})}
    facts = CaseFile.model_validate({"title": "t", "labs": {"a": lab}})
    found = look_up(facts, path, FA if language == "fa" else EN, words=language == "fa")
    assert isinstance(found, FactText)
    return found


def row(value: str, language: str, **given: str) -> list[str]:
    fields = "".join(f", {key}: '{text}'" for key, text in given.items())
    case = f"labs: {{a: {{name: {{en: A, fa: الف}}, value: '{value}'{fields}}}}}\n"
    return words(table(case=case, language=language).rows[0])[1:]


@pytest.mark.parametrize(
    ("value", "english", "persian"),
    [
        ("12,500", "12,500", "۱۲٬۵۰۰"),
        ("1,200,000", "1,200,000", "۱٬۲۰۰٬۰۰۰"),
        ("4,500", "4500", "۴۵۰۰"),
        ("۱۲٬۵۰۰", "12,500", "۱۲٬۵۰۰"),
        ("۱۲٫۵", "12.5", "۱۲/۵"),
        (">100,000", ">100,000", ">۱۰۰٬۰۰۰"),
        ("5-6", "5–6", "۵–۶"),
        ("1:640", "1:640", "۱:۶۴۰"),
        ("1 in 640", "1:640", "۱:۶۴۰"),
        ("≥1:12800", "≥1:12,800", "≥۱:۱۲٬۸۰۰"),
        ("8.4±0.2", "8.4\u00a0±\u00a00.2", "۸/۴\u00a0±\u00a0۰/۲"),
    ],
)
def test_the_table_prints_the_whole_value(value: str, english: str, persian: str) -> None:
    assert row(value, "en", unit="/mL") == [english, "/mL"]
    shown = row(value, "fa", unit="/mL")
    # clinical-brief has the decimal mark of its own; the digits and thousands are the language's
    assert shown[0].replace("٫", "/") == persian


def test_the_arrow_is_that_of_the_whole_value() -> None:
    assert row("12,500", "en", range="4,000-10,000") == ["12,500", "↑", "4000–10,000"]
    assert row("1:640", "en", range="<1:80") == ["1:640", "↑", "<1:80"]
    assert row("5-6", "en", range="0-5") == ["5–6", "0–5"]


@pytest.mark.parametrize(
    ("value", "unit", "english", "persian"),
    [
        ("12,500", "/μL", "12,500\u00a0/μL", "۱۲٬۵۰۰ در میکرولیتر"),
        ("-12,500", "mL", "\u221212,500\u00a0mL", f"{LRI}\u2212۱۲٬۵۰۰{PDI} میلی\u200cلیتر"),
        ("5-6", "mg/dL", "5–6\u00a0mg/dL", f"{RLI}۵{WJ}–{WJ}۶{PDI} میلی\u200cگرم در دسی\u200cلیتر"),
        ("5-6%", "", "5–6%", f"{RLI}۵{WJ}–{WJ}۶{PDI} درصد"),
        ("1:640", "", "1:640", f"{LRI}۱:۶۴۰{PDI}"),
        ("8.4±0.2", "kPa", "8.4\u00a0±\u00a00.2\u00a0kPa",
         f"{LRI}۸/۴\u00a0±\u00a0۰/۲{PDI} کیلوپاسکال"),
        ("105/70 mmHg", "", "105/70\u00a0mmHg", "۱۰۵/۷۰ میلی\u200cمتر جیوه"),
    ],
)  # fmt: skip
def test_a_value_called_by_its_name_prints_whole(
    value: str, unit: str, english: str, persian: str
) -> None:
    assert fact(value, unit).text.replace(WJ, "") == english
    assert fact(value, unit, language="fa").text == persian


@pytest.mark.parametrize(
    ("value", "shown"),
    [("5-6 GPL", "۶–۵ GPL"), ("8.4±0.2 GPL", "۸/۴ ± ۰/۲ GPL"), ("5-6", "۶–۵"), ("1:640", "۱:۶۴۰")],
)
def test_in_persian_a_range_is_read_from_the_right_and_stands_left_of_its_unit(
    value: str, shown: str
) -> None:
    for before in ("CRP ", "برابر "):
        text = f"{before}{FA.after(before, fact(value, language='fa').text)} بود"
        visual = str(get_display(text, base_dir="R")).translate(_UNSEEN).replace("\u00a0", " ")
        assert shown in visual


@pytest.mark.parametrize(
    ("value", "shown"),
    [("<0.01 mg", "<0.01"), ("105/70 mmHg", "105/70"), ("5-6 mg", "5–6"), ("12,500 mg", "12,500")],
)
def test_the_value_alone_keeps_all_but_its_unit(value: str, shown: str) -> None:
    assert fact(value, path="labs.a.value").text == shown


def test_a_value_without_a_unit_has_no_unit_to_print() -> None:
    facts = CaseFile.model_validate({"title": "t", "labs": {"a": {"name": "A", "value": "5"}}})
    assert not isinstance(look_up(facts, "labs.a.unit", EN, words=False), FactText)


def test_a_range_is_a_dose_and_a_finding_too() -> None:
    facts = CaseFile.model_validate(
        {
            "title": "t",
            "findings": {"size": {"name": "A", "value": "3-4 cm"}},
            "interventions": {"drug": {"name": "B", "dose": "5-10 mg"}},
        }
    )
    found = [
        look_up(facts, path, EN, words=False) for path in ("findings.size", "interventions.drug")
    ]
    assert found == [FactText("3–4\u00a0cm"), FactText("5–10\u00a0mg")]
