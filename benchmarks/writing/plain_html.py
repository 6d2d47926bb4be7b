"""A manuscript as HTML of the plainest kind, for programs that convert documents."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from benchmarks.manuscript import Block, Figure, Grid, Manuscript, Paragraph, Run

_TAGS = {"title": "h1", "heading": "h2"}


def plain_html(manuscript: Manuscript) -> str:
    """The whole document."""
    body = "\n".join(_block(block) for block in manuscript.blocks)
    return f"<!doctype html><meta charset=utf-8><title>Case report</title>\n<body>{body}</body>\n"


def _block(block: Block) -> str:
    match block:
        case Figure(images):
            return "".join(f'<p><img src="{escape(str(i))}" width="100%"></p>' for i in images)
        case Grid((head, *rows), direction):
            return (
                f"<div dir={direction}><table><thead>{_row(head, direction, 'th')}</thead><tbody>"
                + "".join(_row(row, direction, "td") for row in rows)
                + "</tbody></table></div>"
            )
        case Grid():
            return ""
        case Paragraph():
            tag = _TAGS.get(block.kind, "p")
            line = f"<{tag}>{_line(block.runs, block.direction)}</{tag}>"
            return f'<div dir={block.direction} id="{block.name}">{line}</div>'


def _row(cells: Iterable[tuple[Run, ...]], direction: str, tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{_line(c, direction)}</{tag}>" for c in cells) + "</tr>"


def _line(runs: Iterable[Run], around: str) -> str:
    return "".join(_run(run, around) for run in runs)


def _run(run: Run, around: str) -> str:
    text = escape(run.text)
    if run.target:
        text = f'<a href="#{run.target}">{text}</a>'
    return text if run.direction == around else f"<span dir={run.direction}>{text}</span>"
