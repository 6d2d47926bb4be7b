"""issue.yaml becomes an IssueFile with the place of every node; what is wrong with it is told.

An issue is made of a sound file or not at all: its order decides the pages of every article.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from casereport.diagnostics import Diagnostic, Route, Severity, Span
from casereport.model.case_report import SourceMap
from casereport.model.issue import IssueFile
from casereport.reading import faults
from casereport.reading.case_yaml import not_a_mapping
from casereport.reading.decoding import decode
from casereport.reading.tree import source_map
from casereport.reading.validating import unknown_languages, validated
from casereport.reading.yaml_sentences import yaml_diagnostic
from casereport.text.yaml_nodes import Mapping, parse_yaml


@dataclass(frozen=True, slots=True)
class IssueYaml:
    """The issue (None when anything in the file is an error), its places, the text, what is wrong.

    The text is as excerpts are quoted from it.
    """

    issue: IssueFile | None
    source: SourceMap
    text: str
    diagnostics: tuple[Diagnostic, ...]


def read_issue(
    content: bytes, file: str, *, journals: Collection[str], languages: Collection[str]
) -> IssueYaml:
    """Read an issue's file; ``file`` is what its places will say."""
    decoded = decode(content, file)
    diagnostics = [*decoded.diagnostics]
    if decoded.text is None:
        return IssueYaml(None, SourceMap(file=file), "", tuple(diagnostics))
    parsed = parse_yaml(decoded.text, file)
    diagnostics += map(yaml_diagnostic, parsed.faults)
    if not isinstance(parsed.root, Mapping):
        empty = faults.missing_field("journal", Span.start_of(file))
        diagnostics += not_a_mapping(parsed.root, file, told=bool(parsed.faults), empty=empty)
        return IssueYaml(None, SourceMap(file=file), decoded.text, tuple(diagnostics))
    dropped: set[Route] = set()
    for diagnostic, route in unknown_languages(parsed.root, IssueFile, languages):
        diagnostics.append(diagnostic)
        dropped.add(route)
    stand_in = {"journal": next(iter(journals), "")}
    issue = validated(parsed.root, IssueFile, dropped, diagnostics, needs=stand_in)
    source = replace(source_map(parsed.root, dropped), file=file)
    is_named = ("journal",) not in dropped
    if issue is not None and is_named and issue.journal not in journals:
        span = source.span(("journal",))
        diagnostics.append(faults.unknown_journal(issue.journal, span, journals))
    is_sound = not any(found.severity is Severity.ERROR for found in diagnostics)
    found = tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key))
    return IssueYaml(issue if is_sound else None, source, decoded.text, found)
