"""The configured markdown-it: its ``js-default`` blocks and inlines, some left out, ours added.

Left out: indented code (in a case report an indented line is a paragraph), strikethrough (``~`` is
a subscript), the joining of text tokens (they carry positions). Inlines are not parsed here but
when the tree is built, paragraph by paragraph. Raw HTML is never read (``html`` is off).
"""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType, Ruler
from markdown_it.rules_inline import (
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    link,
    newline,
    text,
)
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote.index import footnote_def

from casereport.reading.markdown import block_rules, citation_rules, inline_rules
from casereport.reading.markdown.positions import InlineRule, PositionedInline, placed

# The order is the order of trial: what is in brackets before links, what is in <> before HTML.
_INLINE_RULES: tuple[tuple[str, InlineRule], ...] = (
    ("text", text),
    ("newline", newline),
    ("escape", escape),
    ("backticks", backtick),
    ("fact", inline_rules.fact),
    ("citation", citation_rules.citation),
    ("note_reference", inline_rules.note_reference),
    ("inline_note", inline_rules.inline_note),
    ("language_span", inline_rules.language_span),
    ("script", inline_rules.script),
    ("emphasis", emphasis.tokenize),
    ("image", inline_rules.image),
    ("link", link),
    ("cross_reference", citation_rules.cross_reference),
    ("autolink", autolink),
    ("refused_link", inline_rules.refused_link),
    ("html", inline_rules.html),
    ("entity", entity),
)


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802  (markdown-it's name)
        """Only targets that a printed article may have; any other link stays text."""
        return url.lower().startswith(("http://", "https://", "mailto:", "#"))


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.core.ruler.enableOnly(["block"])
    parser.block.ruler.disable(["code", "html_block"])
    ends: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("table", "guard", block_rules.guard)
    parser.block.ruler.before("fence", "division", block_rules.division, ends)
    parser.block.ruler.before(
        "reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]}
    )
    inline = PositionedInline()
    inline.ruler = Ruler()
    for name, rule in _INLINE_RULES:
        inline.ruler.push(name, placed(rule))
    inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    parser.inline = inline
    return parser


def block_tokens(source: str, environment: EnvType) -> list[Token]:
    """The block tokens of a whole text, with inline content unparsed."""
    return _parser().parse(source, environment)


def inline_tokens(content: str, environment: EnvType) -> list[Token]:
    """The inline tokens of one paragraph, each with start and end in ``meta``."""
    parser = _parser()
    return parser.inline.parse(content, parser, environment, [])
