"""Every sentence the program can say is translated, soundly, and no translation is left over.

Run as a program it lists what is missing; with ``--update`` it writes the catalogues anew, sorted,
new sentences with an empty translation and vanished ones gone::

    .venv/bin/python tests/test_translations.py [--update]
"""

from __future__ import annotations

import io
import re
import string
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from casereport.checks import catalogue as check_pages

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"N_": None, "_": None, "gettext": None, "ngettext": (1, 2)}
METHODS = [("**.py", "python"), ("**.j2", "jinja2.ext:babel_extract")]
LANGUAGES = ["fa"]
Msgid = str | tuple[str, ...]


def msgids() -> set[Msgid]:
    """Every message of the code and the templates, and the title of every check."""
    found: set[Msgid] = {page.title for page in check_pages()}
    for folder in ("casereport", "templates"):
        # Babel would pass over folders that begin with an underscore.
        extracted = extract_from_dir(
            ROOT / folder, METHODS, keywords=KEYWORDS, directory_filter=lambda _folder: True
        )
        for _, _, message, _, _ in extracted:
            found.add(tuple(message) if isinstance(message, (tuple, list)) else message)
    return found


def po_file(language: str) -> Path:
    return ROOT / "locales" / language / "LC_MESSAGES" / "casereport.po"


def read(language: str) -> Catalog:
    path = po_file(language)
    content = path.read_bytes() if path.exists() else b""
    return read_po(io.BytesIO(content), locale=language, domain="casereport")


def entries(language: str) -> list[Message]:
    return [message for message in read(language) if message.id]


def texts(text: Msgid) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_exactly_what_the_program_says(language: str) -> None:
    translated = {message.id for message in entries(language)}
    wanted = msgids()
    assert not wanted - translated, "missing: run tests/test_translations.py"
    assert not translated - wanted, "left over: run tests/test_translations.py --update"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated_and_none_is_fuzzy(language: str) -> None:
    for message in entries(language):
        assert all(texts(message.string)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_fields_of_its_sentence(language: str) -> None:
    for message in entries(language):
        wanted = fields(texts(message.id)[-1])
        for text in texts(message.string):
            assert fields(text) == wanted, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_ends_as_its_sentence_does(language: str) -> None:
    ends = {".": ".", "?": "\u061f", ":": ":"}
    for message in entries(language):
        sentence, text = texts(message.id)[0], texts(message.string)[0]
        if sentence[-1] in ends:
            assert text.endswith(ends[sentence[-1]]), text
        else:
            assert not text.endswith((".", "\u061f", ":")), text


_PERSIAN = "[\u0600-\u06ff]"
_UNSOUND = {
    "an Arabic letter": "[\u064a\u0643\u0649\u06c0]",
    "an Arabic or Latin digit": (
        "[\u0660-\u0669]|(?<![A-Za-z0-9/.-])[0-9]+(?! ?[A-Za-z]|[0-9/-]|\\.\\S)"
    ),
    "a Latin comma, semicolon or question mark": f"{_PERSIAN}[,;?]|[,;?] ?{_PERSIAN}",
    "a space before punctuation": " [.\u060c\u061b\u061f!:](?:$|\\s)",
    "no space after punctuation": f"[\u060c\u061b]{_PERSIAN}",
    "two spaces": "  ",
    "a straight quotation mark": "[\"']",
    "می without a half-space": "(?<!\\S)ن?می ",
    "می joined to its verb": ("(?<!\\S)ن?می(?:شو|کن|رو|ده|توان|گیر|خوان|باش)"),
    "ها without a half-space": " های?(?=[ .\u060c]|$)",
    # A letter that does not join its follower needs none; some words merely end so.
    "ها joined to its noun": (
        "(?<![\\w\u200c])(?!(?:تنها|انتها|منتها|اشتها|بها)(?!\\w))"
        "[\\w\u200c]*[^\\Wادذرزژو]ها(?:یی?)?(?!\\w)"
    ),
    "a half-space at a word's edge": "\u200c(?:\\W|$)|(?:^|\\s)\u200c",
    "an invisible character": "[\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00adـ]",
}


@pytest.mark.parametrize("fault", list(_UNSOUND))
def test_the_persian_is_sound(fault: str) -> None:
    pattern = re.compile(_UNSOUND[fault])
    for message in entries("fa"):
        for text in texts(message.string):
            bare = re.sub(r"\{\w+\}", "X", text)
            assert not pattern.search(bare), text


def test_the_rules_for_persian_can_fail() -> None:
    unsound = {
        "an Arabic letter": "\u0643تاب",
        "a Latin comma, semicolon or question mark": "متن, متن",
        "a space before punctuation": "متن .",
        "می without a half-space": "می شود",
        "می joined to its verb": "میشود",
        "ها without a half-space": "متن ها",
        "ها joined to its noun": "متنها",
        "an Arabic or Latin digit": "متن 5 متن",
    }
    for fault, text in unsound.items():
        assert re.search(_UNSOUND[fault], text), fault
    assert not re.search(_UNSOUND["ها joined to its noun"], "تنها")


def _key(message: Msgid) -> str:
    return texts(message)[0]


def main() -> None:
    """List or write what is missing, for every language."""
    wanted = sorted(msgids(), key=_key)
    for language in LANGUAGES:
        old = {message.id: message for message in entries(language)}
        missing = [
            message
            for message in wanted
            if message not in old or not all(texts(old[message].string))
        ]
        gone = [message for message in old if message not in set(wanted)]
        print(f"{language}: {len(missing)} missing, {len(gone)} left over")
        for message in missing:
            print(f"  + {_key(message)!r}")
        for message in sorted(gone, key=_key):
            print(f"  - {_key(message)!r}")
        if "--update" in sys.argv:
            write(language, [(m, old[m].string if m in old else "") for m in wanted])


def write(language: str, translations: list[tuple[Msgid, Msgid]]) -> None:
    """Write a catalogue: a comment, the rule for plurals, nothing that changes with time."""
    new = Catalog(locale=language, domain="casereport")
    for message, translation in translations:
        new.add(message, translation or ("" if isinstance(message, str) else ("",)))
    body = io.BytesIO()
    write_po(body, new, omit_header=True, width=0)
    head = (
        f"# Messages of casereport in {new.locale.english_name if new.locale else language}.\n"
        "# Kept in order by tests/test_translations.py --update.\n"
        'msgid ""\nmsgstr ""\n'
        f'"Language: {language}\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        f'"Plural-Forms: {new.plural_forms}\\n"\n\n'
    )
    path = po_file(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + body.getvalue().decode("utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main()
