"""tests/spec/markdown*.md: a title, the Markdown, and the nodes it becomes, one a line.

With ``CASEREPORT_REWRITE_SPEC=1`` in the environment this module writes the nodes anew; read the
difference before keeping it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from casereport.model import narrative as nodes
from casereport.reading.markdown import read_narrative

SPEC = Path(__file__).parents[2] / "spec"
FILES = sorted(SPEC.glob("markdown*.md"))


def inline(node: nodes.Inline) -> str:
    match node:
        case nodes.TextRun():
            shown = repr(node.text)
        case nodes.Styled():
            shown = f"{node.style}({inlines(node.children)})"
        case nodes.Code():
            shown = f"code({node.text!r})"
        case nodes.Link():
            shown = f"link<{node.target}>({inlines(node.children)})"
        case nodes.LanguageSpan():
            shown = f"span[{node.language} {node.direction}]({inlines(node.children)})"
        case nodes.Cite():
            shown = "cite(" + "; ".join(cited(item) for item in node.items) + ")"
            shown = f"in-text {shown}" if node.in_text else shown
        case nodes.CrossReference():
            shown = f"see({node.kind} {node.target})"
        case nodes.FactReference():
            shown = f"fact({node.path})"
        case nodes.FootnoteReference():
            shown = f"note({node.label})"
        case nodes.LineBreak():
            shown = "break"
    return shown


def cited(item: nodes.CitationItem) -> str:
    key = f"-{item.citekey}" if item.suppressed else item.citekey
    return "|".join(part for part in (item.prefix, key, item.locator) if part)


def inlines(children: tuple[nodes.Inline, ...]) -> str:
    return " ".join(inline(child) for child in children)


def block(node: nodes.Block) -> Iterator[str]:
    place = f"{node.span.line}:{node.span.column}"
    match node:
        case nodes.Paragraph():
            yield f"{place} paragraph {inlines(node.children)}"
        case nodes.Subheading():
            yield f"{place} subheading {node.level} #{node.id} {inlines(node.children)}"
        case nodes.ListBlock():
            yield f"{place} list {node.start if node.ordered else ''}{node.delimiter}"
            for item in node.items:
                yield "  item"
                yield from indent(indent(line for part in item for line in block(part)))
        case nodes.TableBlock():
            yield f"{place} table"
            for row in (node.head, *node.rows):
                cells = " | ".join(f"{cell.align or '-'} {inlines(cell.children)}" for cell in row)
                yield f"  {cells}"
        case nodes.Quote():
            yield f"{place} quote"
            yield from indent(blocks(node.children))
        case nodes.Placement():
            yield f"{place} place {node.kind} {node.target}".rstrip()
            yield from indent(blocks(node.children))
        case nodes.Division():
            yield f"{place} division {node.language} {node.direction}"
            yield from indent(blocks(node.children))


def indent(lines: Iterator[str]) -> Iterator[str]:
    return ("  " + line for line in lines)


def blocks(children: tuple[nodes.Block, ...]) -> Iterator[str]:
    return (line for child in children for line in block(child))


def dump(markdown: str) -> str:
    result = read_narrative(markdown, "en.md", "en")
    lines: list[str] = []
    for section in result.narrative.sections:
        lines.append(f"{section.span.line}:{section.span.column} section {section.id or '?'}")
        lines += indent(blocks(section.blocks))
    for note in result.narrative.footnotes:
        lines.append(f"{note.span.line}:{note.span.column} footnote {note.label}")
        lines += indent(blocks(note.blocks))
    for fault in result.diagnostics:
        lines.append(f"{fault.span.line}:{fault.span.column} {fault.code} {fault.severity}")
    for ignore in result.ignores:
        codes = " ".join(ignore.codes)
        lines.append(
            f"ignore {codes} lines {ignore.first_line}-{ignore.last_line}: {ignore.reason}"
        )
    return "\n".join(lines)


def cases(path: Path) -> list[tuple[str, str, str]]:
    parts = path.read_text(encoding="utf-8").split("\n.\n")
    return [
        (parts[index].strip(), parts[index + 1], parts[index + 2])
        for index in range(0, len(parts) - 1, 3)
    ]


def rewrite(path: Path) -> None:
    text = "".join(
        f"{title}\n.\n{markdown}\n.\n{dump(markdown)}\n.\n\n" for title, markdown, _ in cases(path)
    )
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


if os.environ.get("CASEREPORT_REWRITE_SPEC"):
    for _path in FILES:
        rewrite(_path)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [pytest.param(m, e, id=f"{p.stem}: {t}") for p in FILES for t, m, e in cases(p)],
)
def test_markdown_becomes_the_nodes_of_the_spec(markdown: str, expected: str) -> None:
    assert dump(markdown) == expected


def test_every_spec_file_holds_cases() -> None:
    assert FILES
    assert all(len(cases(path)) >= 5 for path in FILES)
