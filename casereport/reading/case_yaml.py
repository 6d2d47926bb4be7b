"""case.yaml becomes a CaseFile with the place of every node; what is wrong is left out and told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial

from casereport.diagnostics import N_, Diagnostic, Route, Span, say
from casereport.model.case_file import CaseFile
from casereport.model.case_report import SourceMap
from casereport.reading import faults, file_faults
from casereport.reading.ignores import Ignore, Ignores, last_line_of_entry
from casereport.reading.refusals import dotted
from casereport.reading.tree import cut_to, scalars, source_map
from casereport.reading.validating import unknown_languages, validated
from casereport.reading.value_markup import html_in_values
from casereport.reading.yaml_sentences import yaml_diagnostic
from casereport.reading.yaml_slips import slips
from casereport.text.yaml_nodes import Comment, Mapping, Node, Scalar, parse_yaml

_STAND_IN_TITLE = "\u2014"
_MAX_TEXT = 20_000
"""As long as a paragraph of Markdown may be: a page of such a text takes minutes to set."""
_MAX_ENTRIES = 1_000
"""Of one list, or one group of fields: ten times what the largest case reports have."""


@dataclass(frozen=True, slots=True)
class CaseYaml:
    """The facts (None when there is nothing to read), their places, what is wrong."""

    facts: CaseFile | None
    source: SourceMap
    diagnostics: tuple[Diagnostic, ...]
    ignores: tuple[Ignore, ...] = ()


def read_case_yaml(text: str, file: str, *, languages: Collection[str]) -> CaseYaml:
    """The facts in ``text``; faulty parts are left out so that the rest can be checked too."""
    parsed = parse_yaml(text, file)
    diagnostics = [yaml_diagnostic(fault) for fault in parsed.faults]
    ignores = yaml_ignores(text, parsed.comments)
    diagnostics += ignores.diagnostics
    root, lost = (None, ()) if parsed.root is None else cut_to(_MAX_ENTRIES, parsed.root)
    if not isinstance(root, Mapping):
        diagnostics += not_a_mapping(root, file, told=bool(parsed.faults))
        return CaseYaml(None, SourceMap(), tuple(diagnostics), tuple(ignores.found))
    for route, span in lost:
        diagnostics.append(faults.too_many_entries(dotted(route) or file, span, _MAX_ENTRIES))
    dropped: set[Route] = set()
    for route, scalar in scalars(root):
        if len(scalar.text) > _MAX_TEXT:
            diagnostics.append(faults.text_too_long(scalar.span, _MAX_TEXT))
            dropped.add(route)
    for diagnostic, routes in slips(root, text):
        diagnostics.append(diagnostic)
        dropped.update(routes)
    for diagnostic, route in unknown_languages(root, CaseFile, languages):
        if route not in dropped:
            diagnostics.append(diagnostic)
            dropped.add(route)
    facts = validated(root, CaseFile, dropped, diagnostics, needs={"title": _STAND_IN_TITLE})
    source = replace(source_map(root, dropped), lines=tuple(text.split("\n")))
    diagnostics += html_in_values(root, source)
    return CaseYaml(facts, source, tuple(diagnostics), tuple(ignores.found))


def yaml_ignores(text: str, comments: Collection[Comment]) -> Ignores:
    """The ignore comments of a YAML file, and what is wrong with them."""
    lines = text.split("\n")
    ignores = Ignores()
    for comment in comments:
        line = comment.span.line
        last = partial(last_line_of_entry, lines, line) if comment.alone else partial(int, line)
        ignores.take(comment.text.lstrip("#"), comment.span, last)
    return ignores


def not_a_mapping(
    root: Node | None, file: str, *, told: bool, empty: Diagnostic | None = None
) -> list[Diagnostic]:
    """What to tell of a file that holds no fields; nothing more when a fault was ``told``.

    ``empty``: what to tell of an empty file that is no case.yaml.
    """
    if root is None or (isinstance(root, Scalar) and root.is_null):
        return [] if told else [empty or file_faults.empty_file(file)]
    message = say(N_("The file {file} does not begin with a field."), file=file)
    hint = say(N_("Write a key, a colon and a value on each line, such as {example}."),
               example="title: \u2026")  # fmt: skip
    return [faults.wrong_type(Span.start_of(file), message, hint)]
