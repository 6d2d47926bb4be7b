"""CSS inside an SVG without anything that could fetch: values, declarations, sheets.

CSS Syntax 3 tokens (tinycss2), so that an escaped ``url(…)`` is seen as what it means.
"""

from __future__ import annotations

from typing import Any

import tinycss2

_FETCHING = frozenset(
    {"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "element", "paint",
     "expression", "attr", "var", "env"}
)  # fmt: skip


def clean_value(name: str, value: str) -> str | None:
    """An attribute's value, its style declarations cleaned; None when it may not stay."""
    if name == "style":
        return _clean_declarations(value)
    if "(" not in value and "\\" not in value:
        return value
    return value if _is_local(tinycss2.parse_component_value_list(value)) else None


def clean_sheet(css: str) -> str:
    """A style sheet's plain rules, cleaned; at-rules (@import, @font-face …) are gone."""
    kept = []
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            body = _clean_declarations(tinycss2.serialize(rule.content))
            kept.append(f"{tinycss2.serialize(rule.prelude).strip()} {{ {body} }}\n")
    return "".join(kept)


def _clean_declarations(css: str) -> str:
    kept = []
    for declaration in tinycss2.parse_blocks_contents(
        css, skip_comments=True, skip_whitespace=True
    ):
        if declaration.type == "declaration" and _is_local(declaration.value):
            important = " !important" if declaration.important else ""
            value = tinycss2.serialize(declaration.value).strip()
            kept.append(f"{declaration.name}: {value}{important}")
    return "; ".join(kept)


def _is_local(tokens: list[Any]) -> bool:
    """True when no token leads out of the file."""
    for token in tokens:
        if token.type == "url" and not token.value.startswith("#"):
            return False
        if token.type == "error":
            return False
        if token.type == "function":
            if token.lower_name == "url" and _is_fragment(token.arguments):
                continue
            if token.lower_name in _FETCHING or not _is_local(token.arguments):
                return False
        elif token.type.endswith("block") and not _is_local(token.content):
            return False
    return True


def _is_fragment(arguments: list[Any]) -> bool:
    strings = [token for token in arguments if token.type != "whitespace"]
    return len(strings) == 1 and strings[0].type == "string" and strings[0].value.startswith("#")
