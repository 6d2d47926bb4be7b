"""Small cases, assembled in memory, and what a paragraph of theirs shows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bidi import get_display

from casereport.article.article import Article, Edition
from casereport.article.block import Block, Fig, Paragraph, TableWrap
from casereport.article.inline import Break, Citation, Inline, Span, Text, plain_text
from casereport.assembly import Assembled, AssemblyOptions, assemble
from casereport.journals import journal_ids, load_journal
from casereport.locale import available_languages
from casereport.reading import read_case
from casereport.text.characters import DIRECTIONAL, WJ
from casereport.text.isolates import ltr, rtl, strip_isolates
from casereport.workspace import MemoryWorkspace

TODAY = datetime.date(2026, 1, 1)
_UNSEEN = re.compile(f"[{DIRECTIONAL}{WJ}]")


def bibliography(*keys: str) -> str:
    """A BibTeX file with one article a key, in this order."""
    return "".join(
        f"@article{{{key}, author={{{key.title()}, A}}, title={{On {key}}}, journal={{J}}, "
        f"year={{2020}}, volume={{1}}, pages={{1-2}}}}\n"
        for key in keys
    )


def assembled(  # one keyword a file or an option
    *,
    fa: str = "",
    en: str = "",
    case: str = "",
    keys: tuple[str, ...] = (),
    journal: str = "clinical-brief",
    order: tuple[str, ...] = (),
    blind: bool = False,
    files: Mapping[str, bytes] | None = None,
    sound: bool = True,
) -> Assembled:
    """The case that these texts make; its languages are those that have a text.

    A text without headings stands under an introduction. ``sound``: reading must find no error.
    """
    texts = {"fa": fa, "en": en}
    languages = [language for language, text in texts.items() if text]
    title = "" if re.search("^title:", case, re.MULTILINE) else "title: {fa: عنوان, en: Title}\n"
    head = "" if re.search("^journal:", case, re.MULTILINE) else f"journal: {journal}\n"
    contents = {
        "case.yaml": f"{head}languages: [{', '.join(languages)}]\n{title}{case}",
        "references.bib": bibliography(*keys),
    }
    for language in languages:
        text = texts[language]
        starts_with_heading = text.lstrip().startswith("## ")
        prefix = "" if starts_with_heading else "## Introduction {#introduction}\n\n"
        contents[f"{language}.md"] = f"{prefix}{text}\n"
    encoded = {name: text.encode() for name, text in contents.items()}
    workspace = MemoryWorkspace("case", {**encoded, **(files or {})}, TODAY)
    read = read_case(
        workspace,
        journals=journal_ids(),
        languages=available_languages(),
    )
    refused = [str(found.message) for found in read.diagnostics if found.severity == "error"]
    assert read.case is not None, refused
    assert not (sound and refused), refused
    options = AssemblyOptions(order=order, blind=blind)
    return assemble(read.case, load_journal(journal), options)


def article(**given: Any) -> Article:
    """The article alone (see assembled)."""
    return assembled(**given).article


def only(**given: Any) -> Edition:
    """The one edition of a case in one language."""
    (edition,) = article(**given).editions
    return edition


def paragraphs(edition: Edition) -> tuple[tuple[Inline, ...], ...]:
    """The inlines of every paragraph of the body's top level, in order."""
    blocks = (block for section in edition.body for block in section.blocks)
    return tuple(block.children for block in blocks if isinstance(block, Paragraph))


def paragraph(**given: Any) -> tuple[Inline, ...]:
    """The inlines of the first paragraph of a case in one language."""
    return paragraphs(only(**given))[0]


def outline(edition: Edition) -> list[str]:
    """The body as words: headings, the first word of paragraphs, the ids of floats."""
    found: list[str] = []
    for section in edition.body:
        found.append(f"# {plain_text(section.heading)}")
        found.extend(_word(block) for block in section.blocks)
    return found


def _word(block: Block) -> str:
    if isinstance(block, Paragraph):
        return strip_isolates(plain_text(block.children)).split()[0]
    return block.id if isinstance(block, (Fig, TableWrap)) else type(block).__name__


def logical(nodes: tuple[Inline, ...]) -> str:
    """The text with each element that isolates as an isolate, as CSS maps ``dir`` to characters."""
    return "".join(_logical(nodes))


def _logical(nodes: tuple[Inline, ...]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Text(text):
                yield text
            case Break():
                yield "\n"
            case Citation(children=pieces, direction=direction, typed=typed):
                text = "".join(piece.text for piece in pieces)
                yield text if typed else _isolated(text, direction)
            case Span(direction=direction, children=children):
                yield _isolated(logical(children), direction)
            case _:
                yield logical(node.children)


def _isolated(text: str, direction: str | None) -> str:
    if direction is None:
        return text
    return ltr(text) if direction == "ltr" else rtl(text)


def seen(nodes: tuple[Inline, ...], base: str = "rtl") -> str:
    """What a paragraph shows from left to right (brackets unmirrored, as python-bidi has them)."""
    shown = str(get_display(logical(nodes), base_dir="R" if base == "rtl" else "L"))
    return _UNSEEN.sub("", shown)
