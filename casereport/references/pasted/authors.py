"""The names at the head of an entry: lists of one form, in Latin and in Persian script.

A list is understood when each of its names has the same form and nothing else stands between them.
What ends it (a full stop, a colon, a year in brackets) is for the caller to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from casereport.model.reference import Name
from casereport.references.pasted.full_names import full_names
from casereport.references.pasted.groups import group_at, is_group_name
from casereport.references.pasted.names import (
    COMMA,
    GIVEN_FIRST,
    PERSIAN,
    PERSIAN_COMMA,
    VANCOUVER,
)
from casereport.references.pasted.persian import ET_AL, LETTER
from casereport.references.pasted.word_sets import word_set

_LATIN_FORMS = (VANCOUVER, COMMA, GIVEN_FIRST)
_PERSIAN_FORMS = (PERSIAN, PERSIAN_COMMA)
_SEPARATOR = re.compile(r" ?[,;] ?(?:(?:and|&|و) )?| (?:and|&|و) ")
_ET_AL = re.compile(
    rf"(?:[,;]? ?)(?:(?:and )?et\.? al\b\.?|and (?:others|colleagues)\b|{ET_AL}(?!{LETTER}))"
)
_FOR_GROUP = re.compile(r"(?:on behalf of |for )(?:the )?")
_A_LETTER = re.compile(LETTER)
_NO_NAMES = word_set(
    """
    Vitamin Hepatitis Protein Factor Type Part Group Class Stage Phase Grade Influenza Interleukin
    Appendix Chapter Volume Figure Table Section Complement Immunoglobulin Haemophilus Botulinum
    """
)
"""Words that begin titles, with a capital letter behind them: «Vitamin D.»"""


@dataclass(frozen=True, slots=True)
class NamesRead:
    """``end``: where the list ends, behind a full stop that belongs to its last initial."""

    names: tuple[Name, ...]
    end: int
    et_al: bool = False
    groups_only: bool = False


def begins_with_names(text: str) -> bool:
    """True when a text begins as a list of authors does, in any of the forms."""
    forms = _PERSIAN_FORMS if re.match(LETTER, text) else _LATIN_FORMS
    return any(form.match(text, 0, 120) for form in forms)


def begins_with_listed_name(text: str, start: int = 0) -> bool:
    """True when a name and the sign behind it in a list («Smith J,») stand at ``start``."""
    forms = _PERSIAN_FORMS if _A_LETTER.match(text, start) else _LATIN_FORMS
    for form in forms:
        match = form.match(text, start, start + 120)
        if match is None or match["family"] in _NO_NAMES:
            continue
        if match[0][-1] == "." or text[match.end() : match.end() + 1] in {",", ";", "."}:
            return True
    return False


def read_names(plain: str, text: str, start: int, end: int) -> Iterator[NamesRead]:
    """The readings of the names that begin at ``start``, the likelier first."""
    persian = _A_LETTER.match(plain, start) is not None
    for form in _PERSIAN_FORMS if persian else _LATIN_FORMS:
        if (found := _list(form, plain, text, start, end)) is not None:
            yield found
    if (stop := group_at(plain, start, end)) is not None:
        yield _groups(plain, text, start, stop)
    if persian and (full := full_names(plain, start, end)) is not None:
        yield NamesRead(*full)


def _list(form: re.Pattern[str], plain: str, text: str, start: int, end: int) -> NamesRead | None:
    names: list[Name] = []
    position = start
    match = form.match(plain, start, end)
    while match is not None:
        names.append(_name(match, text))
        position = match.end()
        if found := _ET_AL.match(plain, position, end):
            return _cut_list(names, plain, text, found.end(), end)
        separator = _SEPARATOR.match(plain, position, end)
        if separator is None:
            break
        match = form.match(plain, separator.end(), end)
        if match is None and (group := _group_after(plain, separator, end)):
            begin, position = group
            names.append(Name(literal=text[begin:position]))
    if not names or (len(names) == 1 and names[0].family in _NO_NAMES):
        return None
    if _ends_with_full_stop(names):
        names[-1] = replace(names[-1], given=names[-1].given.removesuffix("."))
        position -= 1
    elif names[-1].suffix.endswith("."):
        names[-1] = replace(names[-1], suffix=names[-1].suffix.removesuffix("."))
        position -= 1
    return NamesRead(tuple(names), position)


def _cut_list(names: list[Name], plain: str, text: str, stop: int, end: int) -> NamesRead:
    """A list that its source cut; a group may still follow («Avouac J, et al; EUSTAR Group»)."""
    semicolon = re.compile(r" ?; ?").match(plain, stop, end)
    if semicolon is not None and (group := _group_after(plain, semicolon, end)):
        begin, stop = group
        names = [*names, Name(literal=text[begin:stop])]
    return NamesRead(tuple(names), stop, et_al=True)


def _ends_with_full_stop(names: list[Name]) -> bool:
    """True when the dot behind the last initial ends the list, as no other initial has one."""
    if names[-1].suffix:
        return False
    *others, last = (name.given for name in names)
    return last.endswith(".") and last.count(".") == 1 and not any("." in name for name in others)


def _name(match: re.Match[str], text: str) -> Name:
    def cut(group: str) -> str:
        begin, stop = match.span(group)
        return text[begin:stop] if begin >= 0 else ""

    suffix = cut("suffix") if "suffix" in match.re.groupindex else ""
    return Name(family=cut("family"), given=cut("given"), suffix=suffix)


def _group_after(plain: str, separator: re.Match[str], end: int) -> tuple[int, int] | None:
    """A group that ends a list of people, as in «Smith J, Jones K; CALM Study Group»."""
    begin = _FOR_GROUP.match(plain, separator.end(), end)
    first = begin.end() if begin else separator.end()
    stop = group_at(plain, first, end, after_people=begin is not None or ";" in separator[0])
    return (first, stop) if stop is not None else None


def _groups(plain: str, text: str, start: int, stop: int) -> NamesRead:
    """One group, or several where each part between commas is the name of one."""
    parts: list[tuple[int, int]] = []
    begin = start
    for comma in re.finditer(r", (?:and )?", plain[start:stop]):
        parts.append((begin, start + comma.start()))
        begin = start + comma.end()
    parts.append((begin, stop))
    if not all(is_group_name(plain[one:other]) for one, other in parts):
        parts = [(start, stop)]
    names = tuple(Name(literal=text[one:other]) for one, other in parts)
    return NamesRead(names, stop, groups_only=True)
