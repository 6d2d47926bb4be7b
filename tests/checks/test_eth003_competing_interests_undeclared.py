"""ETH003 and ETH004: competing interests and funding are not declared, or declared both ways."""

from __future__ import annotations

import pytest

CODES = {"competing-interests": "ETH003", "funding": "ETH004"}


def told(diagnose, name: str, value: str = "", **texts: str):  # type: ignore[no-untyped-def]
    entry = f"{name}: {value}" if value else "consent: not-stated"
    files = {"case.yaml": f"statements:\n  {entry}\n"}
    files |= {file.replace("_", "."): text for file, text in texts.items()}
    return [item for item in diagnose(files) if item.code == CODES[name]]


@pytest.mark.parametrize("name", CODES)
def test_absent_is_a_warning_and_not_stated_a_note(name: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (absent,), (silent,) = told(diagnose, name), told(diagnose, name, "not-stated")
    assert [absent.severity.value, silent.severity.value] == ["warning", "note"]


@pytest.mark.parametrize("name", CODES)
def test_a_status_is_no_statement(name: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, name, "{status: obtained}")
    assert (item.severity.value, item.message.values["statement"]) == ("note", name)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("funding", "The work was funded by Sample University."),
        ("funding", "The authors received no funding."),
        ("competing-interests", "The authors report no conflict of interest."),
    ],
)
def test_a_sentence_of_the_text_is_a_note_on_its_place(name: str, sentence: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, name, en_md=sentence)
    assert (item.severity.value, item.span.file) == ("note", "en.md")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("funding", "None."),
        ("funding", "ندارد"),
        ("funding", "This work was supported by Sample University (grant number 1234)."),
        ("funding", "No funding beyond grant number 1234 was received."),
        ("competing-interests", "None declared."),
        ("competing-interests", "The first author is an employee of Sample Ltd."),
        (
            "competing-interests",
            "No competing interests, except that the first author received fees from Sample.",
        ),
    ],
)
def test_none_and_one_by_itself_are_silent(name: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    assert told(diagnose, name, f'{{en: "{text}"}}') == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("funding", "The authors received no funding (grant no. A-12)."),
        ("funding", "این کار حمایت مالی نداشت؛ شماره طرح: ۱۲۳۴."),
        ("competing-interests", "There are no conflicts of interest. The author received fees."),
        ("competing-interests", "تعارض منافع ندارند. نویسنده سهام\u200cدار شرکت نمونه است."),
    ],
)
def test_none_and_one_together_are_a_warning(name: str, text: str, diagnose) -> None:  # type: ignore[no-untyped-def]
    (item,) = told(diagnose, name, f'{{en: "{text}"}}')
    assert (item.severity.value, item.span.line) == ("warning", 9)
