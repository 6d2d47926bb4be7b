"""Names of people and groups as authors type them in one field, in Latin and in Persian script.

BibTeX's rules ("BibTeXing", §4: ``First von Last``, ``von Last, First``, ``von Last, Jr, First``),
and two habits it does not know: ``Boulman N, Slobodin G``, and lists with the Persian comma.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from casereport.model.reference import Name
from casereport.references.groups import is_group
from casereport.references.languages import language_of_script
from casereport.text.characters import ARABIC_COMMA, ARABIC_SEMICOLON

_PERSIAN_AND = "\u0648"

_OTHERS = frozenset(
    {
        "others", "et al", "et al.",
        "\u0647\u0645\u06a9\u0627\u0631\u0627\u0646",  # hamkaran, colleagues
        "\u062f\u06cc\u06af\u0631\u0627\u0646",  # digaran, others
        "\u0633\u0627\u06cc\u0631\u06cc\u0646",  # sayerin, the rest
    }
)  # fmt: skip
_ET_AL_AT_END = re.compile(
    rf"[\s,{ARABIC_COMMA}](?:et al\.?|{_PERSIAN_AND} (?:"
    + "|".join(word for word in sorted(_OTHERS) if not word.isascii())
    + r"))\Z",
    re.IGNORECASE,
)
_VANCOUVER = re.compile(r"[^\W\d_][^\d_,{}]{0,60}? (?:[A-Z]\.?-?){1,3}")
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,3}|[^\W\d_a-zA-Z]\.?")

_SEVERAL_INITIALS = re.compile(r"[A-Z]\.?(?:[ -]?[A-Z]\.?){0,3}")
_AMPERSAND = re.compile(r"\A\\?&\s*")
_FAMILY = re.compile(r"[^\W\d_][^\d_{}.]{0,60}")
_SUFFIX = re.compile(r"(?:jr|sr|2nd|3rd|4th|ii|iii|iv)\.?", re.IGNORECASE)

Clean: TypeAlias = Callable[[str], str]
"""Makes text of what was typed: takes LaTeX away, or does nothing."""


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of one field; ``et_al`` when the list says that it was cut."""

    names: tuple[Name, ...]
    et_al: bool = False


def parse_name_list(typed: str, clean: Clean = str.strip) -> NameList:
    """The names in a field: joined by ``and``, or by commas as Vancouver style has them.

    Braces hide what they hold: ``{WHO Group on Pain and Care}`` is one group.

    >>> parse_name_list("Boulman, N. and {WHO Group} and others").et_al
    True
    """
    typed = typed.strip()
    shortened = _ET_AL_AT_END.sub("", typed).rstrip(f" ,{ARABIC_COMMA}")
    et_al = shortened != typed.rstrip(f" ,{ARABIC_COMMA}")
    shortened = shortened.removesuffix(" and") if et_al else shortened
    names: list[Name] = []
    for part in _persons(shortened):
        if means_others(part):
            et_al = True
        elif part.strip():
            names.append(parse_name(part, clean))
    return NameList(tuple(name for name in names if name != Name()), et_al)


def means_others(typed: str) -> bool:
    """True for what stands for the rest of a list: ``others``, ``et al.``, «و همکاران»."""
    return typed.strip().casefold().removeprefix(f"{_PERSIAN_AND} ") in _OTHERS


def _persons(typed: str) -> list[str]:
    parts = split_outside_braces(typed, " and ")
    if len(parts) > 1:
        return parts
    if len(listed := split_outside_braces(typed, ";" + ARABIC_SEMICOLON)) > 1:
        return listed
    if language_of_script(typed):
        return _persian_persons(typed)
    pieces = [piece.strip() for piece in typed.split(",")]
    if len(pieces) > 1 and all(_VANCOUVER.fullmatch(piece) for piece in pieces):
        return pieces
    return _pairs(pieces) or parts


def _pairs(pieces: list[str]) -> list[str]:
    """``Boulman, N., Slobodin, G.`` (APA): two names or more, each with its initials behind it."""
    families, initials = pieces[::2], pieces[1::2]
    if len(pieces) < 4 or len(families) != len(initials):
        return []
    families = [_AMPERSAND.sub("", family) for family in families]
    if not all(_SEVERAL_INITIALS.fullmatch(text) for text in initials):
        return []
    if not all(_FAMILY.fullmatch(text) for text in families):
        return []
    return [f"{family}, {given}" for family, given in zip(families, initials, strict=True)]


def _persian_persons(typed: str) -> list[str]:
    pieces = split_outside_braces(typed, ARABIC_COMMA + ",")
    # Two single words are one person's family name and given name.
    if len(pieces) == 2 and not any(len(piece.split()) > 1 for piece in pieces):
        return [typed]
    return [
        person for piece in pieces for person in split_outside_braces(piece, f" {_PERSIAN_AND} ")
    ]


def parse_name(typed: str, clean: Clean = str.strip) -> Name:
    """One person or group.

    >>> parse_name("de Paula, D. R.")
    Name(family='de Paula', given='D. R.', literal='', suffix='')
    """
    typed = typed.strip()
    if _is_one_group(typed):
        return Name(literal=_tidy(clean(typed)))
    parts = [part.strip() for part in split_outside_braces(typed, ARABIC_COMMA + ",")]
    parts = [part for part in parts if part]
    if len(parts) >= 3 and _SUFFIX.fullmatch(parts[2]) and not _SUFFIX.fullmatch(parts[1]):
        # RIS's order (Family, Given, Jr), which people type in BibTeX too.
        return _person(clean, family=parts[0], given=parts[1], suffix=parts[2])
    if len(parts) >= 3:
        return _person(clean, family=parts[0], suffix=parts[1], given=" ".join(parts[2:]))
    if len(parts) == 2:
        return _person(clean, family=parts[0], given=parts[1])
    if parts and is_group(parts[0]):
        return Name(literal=_tidy(clean(parts[0])))
    words = split_outside_braces(parts[0], " ") if parts else []
    return _from_words([word for word in words if word], clean)


def _from_words(words: list[str], clean: Clean) -> Name:
    if len(words) < 2:
        return _person(clean, family=" ".join(words))
    if _INITIALS.fullmatch(words[-1]) and not _INITIALS.fullmatch(words[0]):
        return _person(clean, family=" ".join(words[:-1]), given=words[-1])
    # The family name begins at the first word in small letters («von»), else it is the last word.
    begin = next((i for i, word in enumerate(words[:-1]) if word[0].islower()), len(words) - 1)
    return _person(clean, family=" ".join(words[begin:]), given=" ".join(words[:begin]))


def _person(clean: Clean, *, family: str, given: str = "", suffix: str = "") -> Name:
    return Name(family=_tidy(clean(family)), given=_tidy(clean(given)), suffix=_tidy(clean(suffix)))


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _is_one_group(typed: str) -> bool:
    if not typed.startswith("{") or not typed.endswith("}"):
        return False
    return all(depth > 0 for _, depth in _depths(typed[:-1]))


def split_outside_braces(typed: str, separators: str) -> list[str]:
    """Split where no brace is open: at the word `` and ``, or at each character of ``separators``.

    A word is given with a space on either side; any white space may stand there in the text.
    """
    is_word = separators.startswith(" ") and len(separators) > 1
    word = separators.strip()
    if "{" not in typed:
        return _splitter(separators, is_word=is_word).split(typed)
    pieces: list[str] = []
    start = 0
    for index, depth in _depths(typed):
        if depth or index < start:
            continue
        if is_word:
            if not _is_word_at(typed, index, word):
                continue
            length = len(word) + 1
        elif typed[index] in separators or (separators == " " and typed[index] in "\t\r\n~"):
            length = 1
        else:
            continue
        pieces.append(typed[start:index])
        start = index + length
    return [*pieces, typed[start:]]


@cache
def _splitter(separators: str, *, is_word: bool) -> re.Pattern[str]:
    """Says the same where no brace stands, which is nearly everywhere, and sooner."""
    if is_word:
        return re.compile(rf"\s{re.escape(separators.strip())}(?=\s)", re.IGNORECASE)
    more = "\t\r\n~" if separators == " " else ""
    return re.compile(f"[{re.escape(separators + more)}]")


def _is_word_at(typed: str, index: int, word: str) -> bool:
    """True when white space stands at ``index`` and after it the word and white space."""
    end = index + 1 + len(word)
    return (
        typed[index].isspace()
        and typed[index + 1 : end].lower() == word
        and typed[end : end + 1].isspace()
    )


def _depths(typed: str) -> Iterable[tuple[int, int]]:
    """Each index with the number of braces open after its character; escaped ones do not count."""
    depth = 0
    escaped = False
    for index, character in enumerate(typed):
        if not escaped and character == "{":
            depth += 1
        elif not escaped and character == "}":
            depth = max(0, depth - 1)
        escaped = character == "\\" and not escaped
        yield index, depth
