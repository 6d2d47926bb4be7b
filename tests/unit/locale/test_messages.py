"""Message catalogues read from .po text."""

from __future__ import annotations

import pytest

from casereport.errors import ResourceMissingError
from casereport.locale import catalogue
from casereport.locale.messages import read_catalogue

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

msgid "No figure {id}."
msgstr "تصویری به نام {id} نیست."

#, fuzzy
msgid "Half done."
msgstr "نیمه"

msgid "{n} error"
msgid_plural "{n} errors"
msgstr[0] "یک خطا"
msgstr[1] "{n} خطا"
""".encode()


def test_message_is_translated() -> None:
    messages = read_catalogue(PO, "fa")
    assert messages.gettext("No figure {id}.") == "تصویری به نام {id} نیست."
    assert messages.ngettext("{n} error", "{n} errors", 1) == "یک خطا"
    assert messages.ngettext("{n} error", "{n} errors", 5) == "{n} خطا"


def test_missing_or_fuzzy_message_is_its_own_translation() -> None:
    messages = read_catalogue(PO, "fa")
    assert messages.gettext("Not there.") == "Not there."
    assert messages.gettext("Half done.") == "Half done."
    assert messages.ngettext("{n} page", "{n} pages", 2) == "{n} pages"


def test_english_is_its_own_translation() -> None:
    messages = catalogue("en")
    assert messages.gettext("No figure {id}.") == "No figure {id}."
    assert messages.ngettext("{n} error", "{n} errors", 2) == "{n} errors"


def test_catalogue_of_an_unknown_language_is_refused() -> None:
    with pytest.raises(ResourceMissingError, match="xx"):
        catalogue("xx")


def test_catalogue_is_read_once() -> None:
    assert catalogue("fa") is catalogue("fa")
