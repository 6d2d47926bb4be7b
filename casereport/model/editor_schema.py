"""The JSON Schemas of case.yaml and issue.yaml as an editor needs them (JSON Schema 2020-12).

pydantic describes the typed model; an editor sees the file. There a YAML reader that guesses types
turns ``30`` into a number and ``yes`` into a word or a boolean, where we read text; and several
values have a short form (one text for all languages, ``166-172``) that our validators take apart.
A key with nothing after it counts as absent to us; an editor marks it as not yet written.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from pydantic import BaseModel

from casereport.model.case_file import CaseFile
from casereport.model.issue import IssueFile

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_VALUES = {"enum", "const", "examples", "default"}
"""Keywords whose values are data, not schemas."""
_NOTHING: Schema = {"type": "null"}
_TEXT: Schema = {"type": ["string", "number"]}
_BILINGUAL: Schema = {"$ref": "#/$defs/Bilingual"}
_TERM: Schema = {
    "type": "object",
    "properties": {"avoid": {"$ref": "#/$defs/BilingualList"}},
    "patternProperties": {"^[a-z]{2,3}$": _TEXT},
    "additionalProperties": False,
}

_SHORT_FORMS: dict[str, tuple[Schema, ...]] = {
    "Bilingual": (_TEXT,),
    "PageRange": (_TEXT,),
    "Years": (_TEXT,),
    "Statement": (_BILINGUAL,),
    "GlossaryTerm": (_TERM,),
}
"""What may stand in the place of a mapping, by the name of its model."""


_FILES: dict[str, type[BaseModel]] = {"case": CaseFile, "issue": IssueFile}


def editor_schema(file: Literal["case", "issue"] = "case") -> Schema:
    """The schema of case.yaml or issue.yaml, its keys in the order of the model."""
    schema = _FILES[file].model_json_schema(by_alias=True)
    definitions = {
        name: _with_short_forms(name, _loosened(definition))
        for name, definition in schema.pop("$defs").items()
    }
    missing = set(_SHORT_FORMS) - set(definitions) if file == "case" else set()
    if missing:
        raise LookupError(f"no model is called {', '.join(sorted(missing))}")
    about = {"$schema": DIALECT, "title": f"{file}.yaml of casereport"}
    return {**about, **_loosened(schema), **about, "$defs": definitions}


def _with_short_forms(name: str, definition: Schema) -> Schema:
    forms = _SHORT_FORMS.get(name)
    if forms is None:
        return definition
    told = {key: definition.pop(key) for key in ("description",) if key in definition}
    return {**told, "anyOf": [*forms, definition]}


def _loosened(node: Any) -> Any:
    """The schema with text also as a number, yes and no also as words, absence without a value."""
    if isinstance(node, list):
        return [_loosened(item) for item in node]
    if not isinstance(node, dict):
        return node
    loose = {
        key: value if key in _VALUES else _loosened(value)
        for key, value in node.items()
        # pydantic's titles repeat the field's name; a property called "title" is a mapping.
        if not (key == "title" and isinstance(value, str))
        and not (key == "default" and value is None)
    }
    kinds = loose.get("anyOf")
    if kinds and _NOTHING in kinds:
        # An editor names the fault inside a value only when nothing else could stand there.
        kinds.remove(_NOTHING)
        if len(kinds) == 1:
            del loose["anyOf"]
            loose = {**kinds[0], **loose}
    if loose.get("type") == "boolean":
        del loose["type"]
        loose["enum"] = [True, False, "yes", "no", "true", "false"]
    elif loose.get("type") == "string" and not {"enum", "const"} & set(loose):
        loose["type"] = ["string", "number"]
    return loose
