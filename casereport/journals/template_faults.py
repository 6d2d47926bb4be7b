"""What a journal's template does that it may not: Jinja's own syntax tree is asked.

Templates display (authors' text is escaped, numbers and dates come ready from assembly); what
computes or switches the escaping off is found here, with the line that Jinja names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

Kind: TypeAlias = Literal["unreadable", "absent", "unescaped", "computes"]

_COMPUTING_FILTERS = frozenset(
    {
        "abs", "batch", "filesizeformat", "float", "format", "int", "max", "min", "random",
        "replace", "round", "sum", "truncate", "wordcount",
    }
)  # fmt: skip
_UNESCAPING_FILTERS = frozenset({"safe", "forceescape"})


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """A fault, its 1-based line, and the word or sign that does it, or Jinja's own reason.

    The word stands somewhere in the line: Jinja keeps no columns.
    """

    kind: Kind
    line: int
    word: str


def template_faults(text: str, has_template: Callable[[str], bool]) -> Iterator[TemplateFault]:
    """The faults of one template; ``has_template`` knows what it may include or extend."""
    from jinja2 import TemplateSyntaxError, nodes

    try:
        tree = _environment().parse(text)
    except TemplateSyntaxError as error:
        yield TemplateFault("unreadable", error.lineno, error.message or "")
        return
    for node in tree.find_all(nodes.Node):
        if isinstance(node, (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)):
            named = node.template
            if isinstance(named, nodes.Const) and not has_template(str(named.value)):
                yield TemplateFault("absent", node.lineno, str(named.value))
        elif (word := _unescapes(node)) is not None:
            yield TemplateFault("unescaped", node.lineno, word)
        elif (word := _computes(node)) is not None:
            yield TemplateFault("computes", node.lineno, word)


@cache
def _environment() -> Environment:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(extensions=["jinja2.ext.do"])


def _unescapes(node: nodes.Node) -> str | None:
    from jinja2 import nodes

    if isinstance(node, nodes.Filter) and node.name in _UNESCAPING_FILTERS:
        return node.name
    if isinstance(node, nodes.ScopedEvalContextModifier):
        return "autoescape"
    return None


def _computes(node: nodes.Node) -> str | None:
    from jinja2 import nodes

    match node:
        case nodes.Filter(name=name) if name in _COMPUTING_FILTERS:
            return str(name)
        case nodes.Add() | nodes.Sub() | nodes.Mul() | nodes.Div():
            return str(node.operator)
        case nodes.FloorDiv() | nodes.Mod() | nodes.Pow():
            return str(node.operator)
        case nodes.ExprStmt():
            return "do"
        case nodes.Call(node=nodes.Name(name="range")):
            return "range"
        case _:
            return None
