"""The language of a cited work: from what reference files call it to a BCP 47 tag, and its name.

Names are those of LaTeX's babel, of ISO 639-2 (as PubMed has them) and of plain English.
"""

from __future__ import annotations

import re

_NAMES: dict[str, tuple[str, str]] = {
    "ar": ("Arabic", "ara"),
    "az": ("Azerbaijani", "aze azeri"),
    "zh": ("Chinese", "chi zho"),
    "cs": ("Czech", "cze ces"),
    "da": ("Danish", "dan"),
    "nl": ("Dutch", "dut nld"),
    "en": ("English", "eng american british usenglish ukenglish australian canadian newzealand"),
    "fi": ("Finnish", "fin"),
    "fr": ("French", "fre fra francais acadian canadien"),
    "de": ("German", "ger deu ngerman austrian naustrian nswissgerman deutsch"),
    "el": ("Greek", "gre ell polutonikogreek"),
    "he": ("Hebrew", "heb"),
    "hi": ("Hindi", "hin"),
    "hu": ("Hungarian", "hun magyar"),
    "it": ("Italian", "ita"),
    "ja": ("Japanese", "jpn"),
    "ko": ("Korean", "kor"),
    "ku": ("Kurdish", "kur kurmanji sorani"),
    "no": ("Norwegian", "nor norsk nynorsk"),
    "fa": ("Persian", "per fas farsi \u0641\u0627\u0631\u0633\u06cc"),
    "pl": ("Polish", "pol"),
    "pt": ("Portuguese", "por brazilian brazil portuges"),
    "ro": ("Romanian", "rum ron"),
    "ru": ("Russian", "rus"),
    "es": ("Spanish", "spa"),
    "sv": ("Swedish", "swe"),
    "tr": ("Turkish", "tur"),
    "uk": ("Ukrainian", "ukr"),
    "ur": ("Urdu", "urd"),
    "vi": ("Vietnamese", "vie"),
}
_TAGS = {
    alias: tag
    for tag, (name, aliases) in _NAMES.items()
    for alias in (name.casefold(), *aliases.split())
}
_BCP47 = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_ARABIC_SCRIPT = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff]")
_LATIN_SCRIPT = re.compile("[A-Za-z\u00c0-\u024f]")


def language_tag(text: str) -> str:
    """The BCP 47 tag of a language that a reference file names; empty when it is not known.

    >>> language_tag("persian"), language_tag("per"), language_tag("fa_IR")
    ('fa', 'fa', 'fa-IR')
    """
    word = text.strip()
    if (known := _TAGS.get(word.casefold())) is not None:
        return known
    return word.replace("_", "-") if _BCP47.fullmatch(word) else ""


def primary_language(tag: str) -> str:
    """The language of a tag without its region.

    >>> primary_language("fa-IR")
    'fa'
    """
    return tag.split("-", maxsplit=1)[0].lower()


def language_name(tag: str) -> str:
    """The English name of a language, the tag itself when we have none.

    >>> language_name("fa-IR")
    'Persian'
    """
    return _NAMES.get(primary_language(tag), (tag, ""))[0]


def babel_name(tag: str) -> str:
    """What LaTeX's babel calls a language, which reads back as this very tag; else the tag.

    >>> babel_name("fa"), babel_name("fa-IR")
    ('persian', 'fa-IR')
    """
    return _NAMES[tag][0].lower() if tag in _NAMES else tag


def medline_code(tag: str) -> str:
    """The code of three letters that MEDLINE has for a language; the tag where we know none.

    >>> medline_code("fa"), medline_code("fa-IR")
    ('per', 'fa-IR')
    """
    return _NAMES[tag][1].split()[0] if tag in _NAMES else tag


def language_of_script(text: str, more: str = "") -> str:
    """``fa`` when most letters of ``text`` are of the Arabic script, else empty.

    Where some are, as in a Persian title full of English terms, most letters of ``more`` decide.

    >>> language_of_script("Calcinosis")
    ''
    """
    arabic = len(_ARABIC_SCRIPT.findall(text))
    latin = len(_LATIN_SCRIPT.findall(text))
    if arabic <= latin and arabic and more:
        return language_of_script(more)
    return "fa" if arabic > latin else ""
