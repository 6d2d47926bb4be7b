"""Translated messages: ``locales/<language>/LC_MESSAGES/casereport.po``, read without compiling.

A language without a catalogue (English, in which messages are written) needs none: every message
is its own translation. So is a message that a catalogue lacks, or has only as fuzzy.
"""

from __future__ import annotations

import gettext
import io
from functools import cache

from casereport import resources
from casereport.errors import ResourceMissingError
from casereport.locale.loading import available_languages

DOMAIN = "casereport"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The messages of ``language``, with gettext, ngettext, pgettext, npgettext.

    Raises:
        ResourceMissingError: there is no locale of this language.
    """
    if language not in available_languages():
        raise ResourceMissingError(f"there is no locale {language!r}")
    name = f"{language}/LC_MESSAGES/{DOMAIN}.po"
    if not resources.exists("locales", name):
        return gettext.NullTranslations()
    return read_catalogue(resources.read_bytes("locales", name), language)


def read_catalogue(po: bytes, language: str) -> gettext.NullTranslations:
    """The messages of a .po file; fuzzy ones are left out."""
    # Babel costs 0.1 s, and only translated output needs it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    catalog = read_po(io.BytesIO(po), locale=language, domain=DOMAIN, abort_invalid=True)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
