"""How a reference is set that is written in a language: the words, digits and marks round it.

Two settings are known: Persian for what stands in the Arabic script, English for all else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, TypeAlias

from casereport.model.reference import Reference
from casereport.references.languages import language_of_script, primary_language
from casereport.text.characters import ARABIC_COMMA, ARABIC_SEMICOLON
from casereport.text.digits import LATIN_DIGITS, PERSIAN_DIGITS

Direction: TypeAlias = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Setting:
    """``marks``: what the style's own digits and punctuation become.

    ``name_options``: CSL attributes of names that this language wants whatever the style says.
    """

    language: str
    csl_locale: str
    direction: Direction
    marks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    name_options: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))


ENGLISH = Setting("en", "en-US", "ltr")
PERSIAN = Setting(
    "fa",
    "fa-IR",
    "rtl",
    MappingProxyType({**dict(zip(LATIN_DIGITS, PERSIAN_DIGITS, strict=True)),
                      ",": ARABIC_COMMA, ";": ARABIC_SEMICOLON}),
    # Persian letters have no capitals, by which citeproc-py would know initials; and no comma
    # stands before «and colleagues», nor before «and».
    MappingProxyType({"initialize-with": None, "delimiter-precedes-et-al": "never",
                      "delimiter-precedes-last": "never"}),
)  # fmt: skip
_BY_SCRIPT = {"fa": PERSIAN}


def setting_in(language: str) -> Setting:
    """How what the style puts round the works is set in a text of this language."""
    return _BY_SCRIPT.get(language, ENGLISH)


def setting_of(reference: Reference) -> Setting:
    """By the script of the title: a Persian work that is described in English is set in English."""
    people = (*reference.authors, *reference.editors)
    names = " ".join(person.literal or person.family for person in people)
    text = reference.title or reference.unparsed or reference.container_title or names
    return _BY_SCRIPT.get(language_of_script(text, names), ENGLISH)


def is_described_in_translation(reference: Reference) -> bool:
    """True for a work in another language than the one its entry is written in."""
    language = primary_language(reference.language)
    return bool(language) and language != setting_of(reference).language
