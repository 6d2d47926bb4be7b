"""``--format sarif``: SARIF 2.1.0, which GitHub, GitLab, VS Code and others show beside the text.

OASIS Static Analysis Results Interchange Format 2.1.0. Columns count code points (3.14.17), lines
and columns from 1, the end exclusive (3.30). File names are URIs relative to where the command was
typed (3.4.4), so that a repository finds them. Fixes carry ``safe`` in their property bag. Rules
are those that were found to be broken; a finding whose code has no page has only its id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from casereport import __version__
from casereport.checks import Page, catalogue
from casereport.diagnostics import Diagnostic, Fix, Severity, Span, TextEdit
from casereport.reporting.fingerprints import VERSION as FINGERPRINT_VERSION
from casereport.reporting.fingerprints import fingerprint
from casereport.reporting.rendering import render
from casereport.reporting.report import Report
from casereport.reporting.rule_page import RulePage, rule_page

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_HOME = "https://github.com/casereport/casereport"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

Json = dict[str, object]


def report(report: Report) -> str:
    """The report as SARIF text."""
    pages = {page.code: page for page in catalogue()}
    codes = tuple(dict.fromkeys(item.code for item in report.diagnostics))
    places = {code: index for index, code in enumerate(codes)}
    run: Json = {
        "tool": {
            "driver": {
                "name": "casereport",
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": _HOME,
                "language": report.language,
                "rules": [_rule(code, pages.get(code), report.language) for code in codes],
            }
        },
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": "The folder in which the command was typed."}}
        },
        "results": [_result(item, places[item.code], report) for item in report.diagnostics],
    }
    document: Json = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rule(code: str, page: Page | None, language: str) -> Json:
    if page is None:
        return {"id": code}
    told = rule_page(page, language)
    return {
        "id": code,
        "name": page.name,
        "shortDescription": {"text": told.title},
        "fullDescription": {"text": told.paragraphs[0] if told.paragraphs else told.title},
        "help": {"text": _plain(told), "markdown": told.body_markdown},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
        "properties": {"tags": [page.family]},
    }


def _plain(page: RulePage) -> str:
    parts = [page.title, *page.paragraphs]
    parts.extend(f"{heading}:\n{source}" for heading, source in page.examples)
    if page.references:
        parts.append("\n".join([f"{page.references_heading}:", *page.references]))
    return "\n\n".join(parts)


def _result(item: Diagnostic, rule_index: int, report: Report) -> Json:
    result: Json = {
        "ruleId": item.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[item.severity],
        "message": {"text": "\n".join(render(each, report.language) for each in item.sentences)},
        "locations": [_location(item.span, report)],
        "partialFingerprints": {
            f"casereport/v{FINGERPRINT_VERSION}": fingerprint(item, report.sources)
        },
    }
    if item.related:
        result["relatedLocations"] = [
            {
                "id": number,
                **_location(related.span, report),
                "message": {"text": render(related.message, report.language)},
            }
            for number, related in enumerate(item.related, start=1)
        ]
    if item.fix is not None and item.fix.edits:
        result["fixes"] = [_fix(item.fix, report)]
    return result


def _location(span: Span, report: Report) -> Json:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(span.file, report),
            "region": _region(span),
        }
    }


def _artifact(file: str, report: Report) -> Json:
    return {"uri": _uri(report.path(file)), "uriBaseId": _ROOT}


def _uri(path: str) -> str:
    """A relative reference (RFC 3986, 4.2): it may begin with no colon, so that is escaped."""
    return quote(path.encode("utf-8", "replace"), safe="/")


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(fix: Fix, report: Report) -> Json:
    return {
        "description": {"text": render(fix.description, report.language)},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(file, report),
                "replacements": [
                    {
                        "deletedRegion": _region(edit.span),
                        "insertedContent": {"text": edit.replacement},
                    }
                    for edit in edits
                ],
            }
            for file, edits in _by_file(fix.edits).items()
        ],
        "properties": {"safe": fix.safe},
    }


def _by_file(edits: Iterable[TextEdit]) -> Mapping[str, list[TextEdit]]:
    found: dict[str, list[TextEdit]] = {}
    for edit in edits:
        found.setdefault(edit.span.file, []).append(edit)
    return found
