"""case.yaml becomes a CaseFile with the place of every node; what is wrong is left out and told."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial

from pydantic import ValidationError

from casereport.diagnostics import N_, Diagnostic, Route, Span, say
from casereport.model.case_file import CaseFile
from casereport.model.case_report import SourceMap, as_meant
from casereport.reading import faults, file_faults
from casereport.reading.ignores import Ignore, Ignores, last_line_of_entry
from casereport.reading.refusals import refusals
from casereport.reading.schema import allowed
from casereport.reading.tree import plain, scalars, source_map
from casereport.reading.value_markup import html_in_values
from casereport.reading.yaml_sentences import yaml_diagnostic
from casereport.reading.yaml_slips import slips
from casereport.text.yaml_nodes import Comment, Mapping, Node, Scalar, Sequence, parse_yaml

_STAND_IN_TITLE = "\u2014"
_MAX_ROUNDS = 12
_MAX_ERRORS = 300
"""A round looks at no more: a file with more errors than all rounds can take is no case file."""

_MAX_TEXT = 20_000
"""As long as a paragraph of Markdown may be: a page of such a text takes minutes to set."""

_EVERY_LANGUAGE = "und"


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
    root = parsed.root
    if not isinstance(root, Mapping):
        diagnostics += _not_a_mapping(root, file, told=bool(parsed.faults))
        return CaseYaml(None, SourceMap(), tuple(diagnostics), tuple(ignores.found))
    dropped: set[Route] = set()
    for route, scalar in scalars(root):
        if len(scalar.text) > _MAX_TEXT:
            diagnostics.append(faults.text_too_long(scalar.span, _MAX_TEXT))
            dropped.add(route)
    for diagnostic, routes in slips(root, text):
        diagnostics.append(diagnostic)
        dropped.update(routes)
    for diagnostic, route in _unknown_languages(root, languages):
        if route not in dropped:
            diagnostics.append(diagnostic)
            dropped.add(route)
    facts = _validate(root, dropped, diagnostics)
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


def _not_a_mapping(root: Node | None, file: str, *, told: bool) -> list[Diagnostic]:
    if root is None or (isinstance(root, Scalar) and root.is_null):
        return [] if told else [file_faults.empty_file(file)]
    message = say(N_("The file {file} does not begin with a field."), file=file)
    hint = say(N_("Write a key, a colon and a value on each line, such as {example}."),
               example="title: \u2026")  # fmt: skip
    return [faults.wrong_type(Span.start_of(file), message, hint)]


def _unknown_languages(
    root: Mapping, languages: Collection[str]
) -> Iterator[tuple[Diagnostic, Route]]:
    """Keys that should be a language, and items of ``languages``, that no locale here serves."""
    for name in ("languages", "language-order"):
        items = root.get(name)
        for index, item in enumerate(items.items if isinstance(items, Sequence) else ()):
            if isinstance(item, Scalar) and not item.is_null and item.text not in languages:
                yield faults.unknown_language(item.text, item.span, languages), (name, index)
    for route, key in _keys(root, ()):
        may = allowed(route[:-1])
        if may.languages and key.text not in {*languages, *may.fields, _EVERY_LANGUAGE}:
            if may.fields:
                diagnostic = faults.unknown_field(key.text, key.span, {*may.fields, *languages})
            else:
                diagnostic = faults.unknown_language(key.text, key.span, languages)
            yield diagnostic, route


def _keys(node: Node, route: Route) -> Iterator[tuple[Route, Scalar]]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield (*route, key.text), key
            yield from _keys(value, (*route, key.text))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _keys(item, (*route, index))


def _validate(root: Mapping, dropped: set[Route], diagnostics: list[Diagnostic]) -> CaseFile | None:
    """The model of what is left when the refused parts are dropped, which ``dropped`` collects."""
    stand_in: dict[str, str] = {}
    for attempt in range(_MAX_ROUNDS):
        data = plain(root, dropped)
        try:
            # Only the names as written in the file: running_title is no field.
            return CaseFile.model_validate({**data, **stand_in}, by_alias=True, by_name=False)
        except ValidationError as error:
            errors = error.errors(include_url=False)[:_MAX_ERRORS]
            found = refusals(errors, root, dropped)
        # What is missing because its name is spoilt in the file is told once, there.
        spoilt = {as_meant(one.route) for one in found if as_meant(one.route) != one.route}
        before = frozenset(dropped)
        for refusal in found:
            if not _follows(refusal.route, before) and refusal.route not in spoilt:
                diagnostics.append(refusal.diagnostic)
            drop = refusal.drop if attempt < _MAX_ROUNDS // 2 else refusal.route[:1]
            if drop in {(), ("title",)}:
                stand_in["title"] = _STAND_IN_TITLE
                dropped.add(("title",))
            else:
                dropped.add(drop)
    return None


def _follows(route: Route, dropped: frozenset[Route]) -> bool:
    """True when the fault at ``route`` only comes of a part that was dropped above or below it."""
    return any(route[: len(drop)] == drop[: len(route)] for drop in map(as_meant, dropped))
