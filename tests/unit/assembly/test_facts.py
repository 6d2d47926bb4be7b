"""Facts in prose: what each path prints in each language."""

import pytest

from casereport.assembly.fact_paths import is_told, paths
from casereport.assembly.facts import FactText, UnknownFact, look_up
from casereport.assembly.setting import edition_locale
from casereport.journals import load_journal
from casereport.model.case_file import CaseFile
from casereport.text.characters import LRI, PDI, WJ

FACTS = CaseFile.model_validate(
    {
        "title": {"fa": "عنوان", "en": "Title"},
        "patient": {"age": "44", "sex": "female"},
        "history": {
            "sclerosis": {"name": {"fa": "اسکلروز", "en": "sclerosis"}, "kind": "medical",
                          "duration": "20 years"},
        },
        "findings": {"ef": {"name": {"fa": "کسر", "en": "EF"}, "value": "55%"}},
        "labs": {
            "hb": {"name": "Hb", "value": "10.1", "unit": "g/dL", "range": "12-16"},
            "esr": {"name": "ESR", "value": "28", "unit": "mm/h"},
            "crp": {"name": "CRP", "value": "negative"},
            "tsh": {"name": "TSH", "value": "<0.01", "unit": "mIU/L", "date": "1398-11-01"},
        },
        "interventions": {
            "warfarin": {"name": {"fa": "وارفارین", "en": "warfarin"}, "dose": "2.5 mg",
                         "route": "oral", "duration": "6 months"},
        },
        "dates": {"received": "2020-01-21", "accepted": {"fa": "1399-04-02"}},
        "publication": {"pages": "166-172", "year": {"fa": "1399", "en": "2020"}},
        "outcome": {"status": "improved", "follow-up": "not-stated"},
        "statements": {"ethics": {"code": "IR.MAZUMS.REC.1398.123"}},
    }
)  # fmt: skip
JMUMS = load_journal("jmums").manifest
FA, EN = edition_locale("fa", JMUMS), edition_locale("en", JMUMS)


def printed(path: str, locale=EN, words: bool = False) -> str:
    found = look_up(FACTS, path, locale, words=words)
    assert isinstance(found, FactText), f"{path} prints nothing"
    return found.text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("patient.age", "44"),
        ("patient.sex", "female"),
        ("history.sclerosis", "20 years"),
        ("history.sclerosis.duration.value", "20"),
        ("history.sclerosis.duration.unit", "years"),
        ("findings.ef", "55%"),
        ("findings.ef.value", "55"),
        ("findings.ef.unit", "%"),
        ("labs.hb", "10.1\u00a0g/dL"),
        ("labs.hb.value", "10.1"),
        ("labs.hb.range", "12\u201316"),
        ("labs.crp", "negative"),
        ("labs.tsh", "<0.01\u00a0mIU/L"),
        ("labs.tsh.date", "January 21, 2020"),
        ("labs.tsh.date.month-year", "January 2020"),
        ("interventions.warfarin", "2.5\u00a0mg"),
        ("interventions.warfarin.dose.value", "2.5"),
        ("interventions.warfarin.route", "oral"),
        ("interventions.warfarin.name", "warfarin"),
        ("dates.received", "January 21, 2020"),
        ("dates.received.numeric", "2020-01-21"),
        ("dates.received.year", "2020"),
        ("publication.year", "2020"),
        ("outcome.status", "improved"),
        ("outcome.follow-up", "not stated"),
        ("statements.ethics", "IR.MAZUMS.REC.1398.123"),
    ],
)
def test_a_path_prints_its_fact_in_english(path: str, text: str) -> None:
    assert printed(path).replace(WJ, "") == text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("patient.age", "۴۴"),
        ("patient.sex", "زن"),
        ("history.sclerosis", "۲۰ سال"),
        ("findings.ef", "۵۵ درصد"),
        ("labs.hb", "۱۰/۱ گرم در دسی\u200cلیتر"),
        ("labs.esr", "۲۸ میلی\u200cمتر در ساعت"),
        ("labs.esr.unit", "میلی\u200cمتر در ساعت"),
        ("labs.crp", "منفی"),
        ("dates.received", "۱ بهمن ۱۳۹۸"),
        ("dates.received.numeric", "۱۳۹۸/۱۱/۱"),
        ("dates.received.month-year", "بهمن ۱۳۹۸"),
        ("publication.year", "۱۳۹۹"),
    ],
)
def test_a_path_prints_its_fact_in_persian(path: str, text: str) -> None:
    assert printed(path, FA, words=True) == text


def test_a_unit_that_stays_a_symbol_is_isolated_in_persian() -> None:
    text = printed("labs.esr", FA)
    assert text.startswith(LRI)
    assert text.endswith(PDI)
    assert f"mm{WJ}/{WJ}h" in text


def test_only_a_plain_number_is_bare() -> None:
    bare = {path: look_up(FACTS, path, FA, words=True) for path in ("patient.age", "labs.hb")}
    assert [found.bare for found in bare.values()] == [True, False]


def test_a_date_given_in_one_language_is_unknown_in_the_other() -> None:
    assert isinstance(look_up(FACTS, "dates.accepted", EN, words=False), UnknownFact)
    assert printed("dates.accepted", FA) == "۲ تیر ۱۳۹۹"


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("patient.aeg", "patient.age"),
        ("labs.hbb", "labs.hb"),
        ("lab.hb", "labs.hb"),
        ("labs.hb.__class__", "labs.hb"),
        ("title", ""),
        ("patient.model_fields", ""),
        ("labs.hb.number", "labs.hb.name"),
    ],
)
def test_an_unknown_path_is_told_with_its_nearest(path: str, nearest: str) -> None:
    found = look_up(FACTS, path, EN, words=False)
    assert isinstance(found, UnknownFact)
    assert not nearest or found.nearest


def test_every_listed_path_prints_where_its_language_has_it() -> None:
    silent_in_english = {"dates.accepted"}
    listed = paths(FACTS)
    assert {"patient.age", "labs.hb", "labs.hb.range", "dates.received"} <= set(listed)
    for path in listed:
        if path not in silent_in_english:
            assert printed(path)
        assert printed(path, FA, words=True)


def test_a_blood_pressure_prints_as_a_pair() -> None:
    facts = FACTS.model_copy(
        update={
            "findings": CaseFile.model_validate(
                {"title": "t", "findings": {"bp": {"name": "BP", "value": "105/70 mmHg"}}}
            ).findings
        }
    )
    english = look_up(facts, "findings.bp", EN, words=False)
    persian = look_up(facts, "findings.bp", FA, words=True)
    assert english == FactText("105/70\u00a0mmHg")
    assert persian == FactText("۱۰۵/۷۰ میلی\u200cمتر جیوه")


@pytest.mark.parametrize(
    ("path", "refused", "told"),
    [
        ("patient.weight", ("patient", "weight"), True),
        ("patient.weight.value", ("patient", "weight"), True),
        ("labs.tsh2.unit", ("labs", "tsh2"), True),
        ("labs.hb.value", ("labs", "hb", "value"), True),
        ("patient.wieght", ("patient", "wieght"), False),  # the field is told, the path is not
        ("patient.sex", ("patient", "weight"), False),
        ("figures.chest.file", ("figures", "chest"), False),
        ("labs", ("labs", "hb"), False),
    ],
)
def test_a_fact_that_was_refused_in_the_file_is_told_there_alone(
    path: str, refused: tuple[str, ...], told: bool
) -> None:
    assert is_told(path, FACTS, {refused}) is told


@pytest.mark.parametrize("path", ["labs", "history", "dates", "patient"])
def test_a_group_is_told_as_one_with_some_of_its_facts(path: str) -> None:
    found = look_up(FACTS, path, EN, words=False)
    assert isinstance(found, UnknownFact)
    assert 0 < len(found.members) <= 4
    assert all(name.startswith(f"{path}.") and name.count(".") == 1 for name in found.members)


@pytest.mark.parametrize("path", ["labs.__class__", "", "nothing.at.all", "labs.zzz"])
def test_a_path_that_is_like_no_other_has_no_guess_and_no_members(path: str) -> None:
    assert look_up(FACTS, path, EN, words=False) == UnknownFact()


@pytest.mark.parametrize(
    ("path", "refused", "told"),
    [
        ("labs.hb", ("lab",), True),  # an unknown field, of which "labs" is the nearest
        ("labs.hb", ("labs\ufffd",), True),
        ("labs.wbc.value", ("labs", "wbc\ufffd"), True),
        ("labs.wbc", ("labs", "wbcs"), False),
        ("labs.hb", ("tables",), False),
        ("title.fa", ("titel",), False),
    ],
)
def test_a_fact_under_a_spoilt_name_is_told_where_it_stands(
    path: str, refused: tuple[str, ...], told: bool
) -> None:
    assert is_told(path, FACTS, {refused}) == told
