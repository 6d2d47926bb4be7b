"""A Reference as citeproc-py's variables: cleaned, shielded, with what CSL cannot say worked in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from casereport.model.reference import Name, Reference
from casereport.references.csl.dates import accessed_date, issued_date
from casereport.references.csl.marks import (
    STYLE_BEGIN,
    STYLE_END,
    StyleName,
    clean,
    linked,
    shield,
    shield_inside,
)
from casereport.references.csl.settings import Setting, is_described_in_translation
from casereport.references.languages import language_name
from casereport.references.markup import Tag, tokens
from casereport.references.pages import PageForm, format_pages
from casereport.text.characters import PDI, RLI, RLM
from casereport.text.digits import to_latin_digits

OTHERS = Name(family="\ue1f0")
"""One more author, who stands for all that the source left out; et al. always takes its place."""

_TAG_STYLES: dict[str, StyleName] = {
    "i": "italic", "b": "bold", "sup": "superscript", "sub": "subscript", "sc": "small_caps",
}  # fmt: skip
_JOINED_INITIALS = re.compile(r"[A-Z]{2,3}")
_BARE_SUPPLEMENT = re.compile(r"\(?\s*(?:S?\d+)\s*\)?", re.IGNORECASE)


def variables_of(
    reference: Reference, setting: Setting, *, pages: PageForm, page_delimiter: str, edition: str
) -> dict[str, Any]:
    """CSL variables under citeproc-py's names; empty ones are left out.

    ``edition`` is the style's word for it, used where the language puts the number after it.
    """
    from citeproc.string import String

    texts = {
        "container_title": _own_words(reference.container_title),
        "collection_title": _own_words(reference.collection_title),
        "publisher": _own_words(reference.publisher),
        "publisher_place": _own_words(reference.publisher_place),
        "genre": _own_words(reference.genre),
        "note": shield_inside(clean(reference.note).rstrip(".")),
        "volume": to_latin_digits(clean(reference.volume)),
        "issue": to_latin_digits(_issue(reference)),
        "supplement_number": "" if reference.issue else to_latin_digits(_supplement(reference)),
        "number": to_latin_digits(clean(reference.number)),
        "edition": _edition(reference, setting, edition),
        "page": _pages(reference, setting, pages, page_delimiter),
        "DOI": linked("doi", clean(reference.doi)) if reference.doi else "",
        "PMID": linked("pmid", clean(reference.pmid)) if reference.pmid else "",
        "PMCID": linked("pmcid", clean(reference.pmcid)) if reference.pmcid else "",
        "URL": linked("url", clean(reference.url)) if reference.url else "",
        "ISSN": shield(clean(reference.issn)),
        "ISBN": shield(clean(reference.isbn)),
    }
    if is_described_in_translation(reference):
        texts["language"] = language_name(reference.language)
        texts["original_title"] = "translated"
    variables: dict[str, Any] = {name: String(text) for name, text in texts.items() if text}
    variables.update(_title(reference))
    variables.update(_people_and_dates(reference, setting))
    return variables


def _own_words(text: str) -> str:
    """Text whose digits are its own; its full stops stay for styles that strip them."""
    return "".join(
        shield(character) if character.isdigit() else character for character in clean(text)
    )


def _issue(reference: Reference) -> str:
    """Issue and supplement in one, as most styles know no variable for the supplement."""
    issue = clean(reference.issue)
    return f"{issue} {_supplement(reference)}".strip() if issue else ""


def _supplement(reference: Reference) -> str:
    supplement = clean(reference.supplement).removeprefix("(").removesuffix(")")
    bare = _BARE_SUPPLEMENT.fullmatch(supplement) is not None
    return f"Suppl {supplement}" if bare else supplement


def _edition(reference: Reference, setting: Setting, word: str) -> str:
    edition = to_latin_digits(clean(reference.edition)).removesuffix(".")
    if setting.direction == "rtl" and edition.isdecimal():
        return f"{word} {edition}"
    number = re.sub(r"(?i)(?<!\s)\s++ed(?:ition|n)?$", "", edition)
    words = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
             "tenth")  # fmt: skip
    if number.lower() in words:
        return str(words.index(number.lower()) + 1)
    # A "revised edition" keeps its word, which no style puts behind what is no number.
    return number if number[:1].isdecimal() else edition


def _pages(reference: Reference, setting: Setting, form: PageForm, delimiter: str) -> str:
    typed = clean(reference.page)
    if setting.direction == "ltr":
        return shield(format_pages(typed, form, delimiter=delimiter))
    # Digits keep the language's own; the sign between them must not draw the later page first.
    sign = f"{RLM}{shield(delimiter)}"
    printed = to_latin_digits(format_pages(typed, form, delimiter=sign))
    return f"{RLI}{printed}{PDI}" if sign in printed else printed


def _title(reference: Reference) -> dict[str, Any]:
    from citeproc.string import (
        MixedString,
        NoCase,
        String,
    )

    markup = clean(reference.title_markup or reference.title)
    if is_described_in_translation(reference) and markup.startswith("["):
        markup = markup.removesuffix(".").removeprefix("[").removesuffix("]")
    markup = markup[:-1] if markup.endswith(".") and not markup.endswith("..") else markup
    pieces = list(tokens(markup))
    last = max((i for i, piece in enumerate(pieces) if isinstance(piece, str)), default=-1)
    title: list[Any] = []
    nocase = 0
    for index, piece in enumerate(pieces):
        if isinstance(piece, Tag) and piece.name == "nocase":
            nocase += -1 if piece.closes else 1
        elif isinstance(piece, Tag):
            style = _TAG_STYLES[piece.name]
            mark = STYLE_END[style] if piece.closes else STYLE_BEGIN[style]
            title.append(NoCase(mark))
        else:
            shielded = shield_inside(piece) if index == last else shield(piece)
            title.append(NoCase(shielded) if nocase else String(shielded))
    # Not by citeproc-py's +, which mends seams: these are the author's own.
    return {"title": MixedString(title)} if title else {}


def _people_and_dates(reference: Reference, setting: Setting) -> dict[str, Any]:
    authors = named(reference.authors)
    if reference.et_al and authors:
        authors = [*authors, OTHERS]
    found = {
        "author": _people(authors),
        "editor": _people(reference.editors),
        "issued": issued_date(reference.issued),
        "accessed": accessed_date(reference.accessed, setting),
    }
    return {name: value for name, value in found.items() if value}


def named(names: Iterable[Name]) -> list[Name]:
    """The names of which something prints."""
    return [
        name
        for name in names
        if any(map(clean, (name.literal, name.family, name.given, name.suffix)))
    ]


def _people(names: Iterable[Name]) -> list[Any]:
    from citeproc import source
    from citeproc.string import String

    people = []
    for name in names:
        if name.literal:
            people.append(source.Name(literal=String(clean(name.literal))))
            continue
        is_others = name is OTHERS
        parts = {
            "family": name.family if is_others else clean(name.family),
            "given": _spaced_initials(clean(name.given)),
            "suffix": clean(name.suffix).removesuffix("."),
        }
        present = {key: String(text) for key, text in parts.items() if text}
        if present:
            people.append(source.Name(**present))
    return people


def _spaced_initials(given: str) -> str:
    """``GM`` as ``G M``: citeproc-py takes the first letter of each word and drops the rest."""
    words = given.split()
    return " ".join(" ".join(word) if _JOINED_INITIALS.fullmatch(word) else word for word in words)
