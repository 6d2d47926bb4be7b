"""Blocks and headings become sections, each with one of CARE's ids.

A heading says its id (``{#discussion}``) or is recognised by its words in any of the languages of
``locales/`` (``sections.yaml``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType

from casereport import resources
from casereport.diagnostics import Diagnostic, Span
from casereport.model.narrative import SECTION_IDS, Block, Inline, Section, Subheading
from casereport.reading import faults, narrative_faults
from casereport.reading.markdown.block_tree import Heading
from casereport.text import yaml_nodes

_MAX_GUESSES = 100
_NUMBERING = re.compile(r"^[\s\d.)\u06d4\u066b-]+")


@dataclass(slots=True)
class _Open:
    """A section that is being filled."""

    id: str
    heading: tuple[Inline, ...]
    span: Span
    blocks: list[Block] = field(default_factory=list)

    def close(self) -> Section:
        return Section(self.id, self.heading, tuple(self.blocks), self.span)


def sections_of(blocks: Iterable[Block | Heading]) -> tuple[tuple[Section, ...], list[Diagnostic]]:
    """The sections in the order of the text, and what is wrong with their headings."""
    diagnostics: list[Diagnostic] = []
    opened: list[_Open] = []
    seen: dict[str, Span] = {}
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            diagnostics.append(narrative_faults.title_in_text(block.span))
            continue
        if isinstance(block, Heading) and block.level == 2:
            section = _identify(block, diagnostics)
            if section in seen:
                fault = narrative_faults.duplicate_section(section, block.span, seen[section])
                diagnostics.append(fault)
            elif section:
                seen[section] = block.span
            opened.append(_Open(section, block.children, block.span))
            continue
        if not opened:
            diagnostics.append(narrative_faults.text_before_sections(block.span))
            opened.append(_Open("introduction", (), block.span))
        if isinstance(block, Heading):
            block = Subheading(block.level, block.children, block.span, block.id)  # noqa: PLW2901
        opened[-1].blocks.append(block)
    return tuple(section.close() for section in opened), diagnostics


def _identify(heading: Heading, diagnostics: list[Diagnostic]) -> str:
    """The heading's section id; what was typed, and a diagnostic, when there is none such."""
    if heading.id in SECTION_IDS:
        return heading.id
    by_words = recognise(heading.text)
    if not heading.id and by_words is not None:
        return by_words
    name = heading.id or heading.text
    near = None
    if len(diagnostics) < _MAX_GUESSES:
        near = faults.nearest(name.lower(), SECTION_IDS) or by_words or _near_words(heading.text)
    fault = narrative_faults.unknown_section(name, heading.span, near, SECTION_IDS)
    diagnostics.append(fault)
    return heading.id


def recognise(heading: str) -> str | None:
    """The section id of a heading's words in any language, or None."""
    return _headings().get(_normal(heading))


@lru_cache(maxsize=1024)
def _near_words(heading: str) -> str | None:
    guess = faults.nearest(_normal(heading), _headings())
    return _headings()[guess] if guess is not None else None


def _normal(heading: str) -> str:
    """Letters and digits only, without case and numbering: how headings are compared."""
    plain = unicodedata.normalize("NFKC", _NUMBERING.sub("", heading)).casefold()
    return "".join(character for character in plain if character.isalnum())


@cache
def _headings() -> Mapping[str, str]:
    """Normal form of a heading -> section id, from every language's ``sections.yaml``."""
    found: dict[str, str] = {}
    for language in resources.folders("locales"):
        name = f"{language}/sections.yaml"
        if not resources.exists("locales", name):
            continue
        root = yaml_nodes.parse_yaml(resources.read_text("locales", name), name).root
        for section, words in root.entries if isinstance(root, yaml_nodes.Mapping) else ():
            for item in words.items if isinstance(words, yaml_nodes.Sequence) else ():
                if isinstance(item, yaml_nodes.Scalar):
                    found.setdefault(_normal(item.text), section.text)
    return MappingProxyType(found)
