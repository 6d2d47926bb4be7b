r"""What a format has no place for: kept at the end of the entry's note, and taken back by reading.

    Reprinted in 2009. [casereport {"et_al": true}]

Between the brackets stands a JSON object of the model's own field names, on one line. Inside its
texts every character that some format would read as its own stands as ``\uXXXX``, so that the note
passes through BibTeX, RIS, MEDLINE and JSON alike. A note as people write it has no such ending.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from casereport.model.reference import Issued, Name, Reference

_BEGINS = "[casereport {"
_PEOPLE = frozenset({"authors", "editors"})
_DATES = frozenset({"issued", "accessed"})
_NEVER = frozenset({"spans"})
_NAMES = frozenset(field.name for field in fields(Reference)) - _NEVER
# No letter, no digit, and no mark that every format leaves alone; nor the second of two spaces or
# hyphens. The names of our own fields hold an underscore, which all of them let pass.
_UNSAFE = re.compile(r"[^\w ()/,.;?!*+=-]|(?<=[ -])[ -]")


def differing(wanted: Reference, found: Reference) -> dict[str, object]:
    """The fields of ``wanted`` that ``found`` has otherwise, as values of JSON."""
    mine, theirs = asdict(wanted), asdict(found)
    return {
        name: _bare(name, mine[name]) for name in sorted(_NAMES) if mine[name] != theirs[name]
    }


def with_kept(note: str, kept: Mapping[str, object]) -> str:
    """A note that also holds these fields.

    >>> with_kept("Reprint.", {"et_al": True})
    'Reprint. [casereport {"et_al": true}]'
    """
    return f"{note} [casereport {_json(dict(kept))}]".strip()


def taken_back(reference: Reference) -> Reference:
    """The reference with the fields that its note keeps in their places.

    What does not read as such fields is left in the note: somebody typed it.
    """
    note = reference.note
    begin = note.rfind(_BEGINS)
    if begin < 0:
        return reference
    try:
        kept, end = json.JSONDecoder().raw_decode(note, begin + len(_BEGINS) - 1)
        values: dict[str, Any] = {name: _value(name, kept[name]) for name in kept}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return reference
    is_whole = note.startswith("]", end) and _NAMES.issuperset(values)
    if not is_whole or values.get("citekey") == "":
        return reference
    rest = f"{note[:begin].rstrip()} {note[end + 1 :].lstrip()}".strip()
    values.setdefault("note", rest)
    return replace(reference, **values)


def _json(value: object) -> str:
    """JSON on one line, in which only its own marks and plain words stand."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_json(key)}: {_json(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_json, value)) + "]"
    if isinstance(value, str):
        return '"' + _UNSAFE.sub(_code, value) + '"'
    return json.dumps(value)


def _code(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def _bare(name: str, value: Any) -> object:
    """A value of JSON without the parts that are empty."""
    if name in _PEOPLE:
        return [{key: part for key, part in person.items() if part} for person in value]
    if name in _DATES:
        return {key: part for key, part in value.items() if part not in {None, ""}}
    return value


def _value(name: str, value: Any) -> object:
    """A field's value from JSON.

    Raises:
        TypeError: it is of another type than the field.
        ValueError: as TypeError.
    """
    if name in _PEOPLE:
        return tuple(Name(**{key: _text(part) for key, part in each.items()}) for each in value)
    if name in _DATES:
        literal = _text(value.get("literal", ""))
        numbers = {key: _number(part) for key, part in value.items() if key != "literal"}
        return Issued(literal=literal, **numbers)
    if name == "et_al":
        if not isinstance(value, bool):
            raise TypeError(name)
        return value
    return _text(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value
