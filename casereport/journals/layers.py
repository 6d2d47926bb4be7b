"""A manifest as plain data, and how a child's is laid over its parent's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from casereport.text.yaml_nodes import Mapping, Node, Scalar, Sequence

MANIFEST_FILE = "journal.yaml"


def plain(node: Node | None) -> Any:
    """``node`` as dict, list and str: YAML never guesses a type."""
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {key.text: plain(value) for key, value in entries}
        case _:
            return None


def merged(layers: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The manifests of a chain as one; ``layers`` are the base's first, the journal's last."""
    data: dict[str, Any] = {}
    for layer in layers:
        # Being abstract, and a name where there is an own one, are not passed on: in a language
        # that the name lacks, the parent's would stand over the article.
        lost = {"abstract", *({"name"} & layer.keys())}
        below = {key: value for key, value in data.items() if key not in lost}
        data = _laid_over(below, _with_whole_rules(layer))
    return data


def _with_whole_rules(layer: dict[str, Any]) -> dict[str, Any]:
    """``{REF009: note}`` as ``{REF009: {severity: note}}``, to be laid over what a parent says."""
    checks = layer.get("checks")
    if not isinstance(checks, dict):
        return layer
    whole = {
        code: {"severity": rule} if isinstance(rule, str) else rule for code, rule in checks.items()
    }
    return {**layer, "checks": whole}


def _laid_over(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Mappings merge key by key; anything else is replaced."""
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            result[key] = _laid_over(below, value)
        else:
            result[key] = value
    return result
