"""ETH001: nothing says that the patient consented, or not whose consent it is."""

from __future__ import annotations

import pytest

NOTHING = "statements:\n  funding: not-stated\n"


def told(diagnose, case: str, **texts: str):  # type: ignore[no-untyped-def]
    files = {"case.yaml": case, **{name.replace("_", "."): text for name, text in texts.items()}}
    return [item for item in diagnose(files) if item.code == "ETH001"]


def consent(text: str) -> str:
    return f"statements:\n  consent: {text}\n"


def test_an_absent_consent_is_a_warning_at_the_statements(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, NOTHING)
    assert (item.severity.value, item.span.file, item.span.line) == ("warning", "case.yaml", 8)


def test_without_any_statement_the_first_line_is_told(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, "statements: {}\npatient: {age: 3}\n")
    assert item.severity.value == "warning"


def test_a_consent_that_is_not_stated_is_a_note_at_these_words(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, consent("not-stated"))
    assert item.severity.value == "note"
    assert item.span.end_column - item.span.column == len("not-stated")


def test_a_section_of_either_text_is_the_consent(diagnose) -> None:  # type: ignore[no-untyped-def]
    text = "## رضایت {#informed-consent}\n\nبیمار رضایت داد.\n"
    assert told(diagnose, NOTHING, fa_md=text) == []


def test_an_empty_section_is_no_consent(diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, NOTHING, en_md="## Informed Consent {#informed-consent}\n")
    assert item.severity.value == "warning"


@pytest.mark.parametrize(
    ("file", "sentence", "words"),
    [
        ("en_md", "Written informed consent was obtained from her.", "informed consent"),
        ("fa_md", "از بیمار رضایت آگاهانه گرفته شد.", "رضایت آگاهانه"),
    ],
)
def test_a_sentence_of_the_text_is_a_note_over_its_words(
    file: str,
    sentence: str,
    words: str,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    (item,) = told(diagnose, NOTHING, **{file: sentence})
    assert (item.severity.value, item.span.file) == ("note", file.replace("_", "."))
    assert item.span.column == sentence.index(words) + 1
    assert item.span.end_column - item.span.column == len(words)


@pytest.mark.parametrize(
    "text",
    [
        "{en: Her parents gave written consent., fa: والدین او رضایت کتبی دادند.}",
        "{en: Consent was waived by the committee.}",
        "{fa: اخذ رضایت\u200cنامه لازم نبود.}",
        "{de: Eingeholt.}",
        "{status: not-required}",
        "{status: waived, text: {en: The need for the patient's consent was waived.}}",
        "{status: obtained, text: {en: The patient gave consent; ethical approval was waived.}}",
    ],
)
def test_a_consent_that_says_whose_it_is_or_why_there_is_none_is_silent(
    text: str,
    diagnose,  # type: ignore[no-untyped-def]
) -> None:
    assert told(diagnose, consent(text)) == []


@pytest.mark.parametrize(
    "text", ["yes", "{en: Obtained., fa: بیمار رضایت داد.}", "{fa: اخذ شد.}", "{status: obtained}"]
)
def test_a_consent_of_nobody_is_a_note(text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, consent(text))
    assert (item.severity.value, item.span.line) == ("note", 9)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("obtained", "Consent of the patient was not obtained."),
        ("waived", "The patient gave written consent."),
        ("not-required", "از بیمار رضایت کتبی گرفته شد."),
    ],
)
def test_words_that_deny_the_status_are_a_warning(status: str, words: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, consent(f"{{status: {status}, text: {words}}}"))
    assert item.severity.value == "warning"
    assert item.message.values["status"] == status


def test_what_reading_refused_is_not_called_absent(diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, consent("[a, b]")) == []


def test_the_journal_that_requires_it_does_not_tell_it_again(diagnose) -> None:  # type: ignore[no-untyped-def]
    found = diagnose({"case.yaml": "journal: clinical-brief\nstatements: {funding: not-stated}\n"})
    missing = [item for item in found if "consent" in str(item.message)]
    # CARE013 is the checklist's own note beside it.
    assert [item.code for item in missing if item.code != "CARE013"] == ["ETH001"]
    required = [item.message.values["statement"] for item in found if item.code == "JRN007"]
    assert required == ["data-availability"]
