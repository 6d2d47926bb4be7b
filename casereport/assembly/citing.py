"""Citations in the text: ``[@a; @b]`` and ``@a`` in the journal's form, typed digits as typed."""

from __future__ import annotations

import re

from casereport.article.article import CitationUse
from casereport.article.inline import Citation, CitationNumber, Inline, Text
from casereport.assembly.author_date import author_date_citation, typed_author_date
from casereport.assembly.back_links import link_back, reference_id
from casereport.assembly.citation_groups import Cited, group_pieces
from casereport.assembly.cited_names import cited_names
from casereport.assembly.setting import Setting
from casereport.diagnostics import Span as Place
from casereport.model.narrative import Cite
from casereport.text.citations import TypedCitation

_BRACKETS = {"round": ("(", ")"), "square": ("[", "]"), "superscript": ("", "")}
_DIGITS = re.compile(r"\d+")


def citation(node: Cite, setting: Setting) -> tuple[Inline, ...]:
    """A citation as the journal prints it; the one place where its form is chosen."""
    if setting.works is not None:
        return author_date_citation(node, setting.works, setting)
    return numeric_citation(node, setting)


def numeric_citation(node: Cite, setting: Setting) -> tuple[Inline, ...]:
    """``(3,4)``; for a bare ``@a`` the names of its authors before it: ``Smith et al. (3)``."""
    group = keyed_citation(node, setting)
    number = setting.numbering.citations.get(node.items[0].citekey)
    if not node.in_text or number is None:
        return (group,)
    names = cited_names(setting.numbering.references[number - 1], setting)
    return (*names, Text(" "), group) if names else (group,)


def keyed_citation(node: Cite, setting: Setting) -> Citation:
    """``[@a; @b]`` as ``(3,4)``; a key without an entry prints as ``?``."""
    cited: list[Cited] = []
    for item in node.items:
        number = setting.numbering.citations.get(item.citekey)
        setting.record.citations.append(
            CitationUse(
                setting.language, item.span, item.citekey, number, number is not None, typed=False
            )
        )
        rid = reference_id(number) if number is not None else ""
        cited.append(Cited(number, rid, item.prefix, item.locator))
    form = setting.manifest.citations.form
    pieces = group_pieces(cited, setting.locale, raised=form == "superscript")
    opening, closing = _BRACKETS[form]
    children = (Text(opening), *pieces, Text(closing)) if opening else pieces
    numbers = {each.number for each in cited if each.number is not None}
    return Citation(
        link_back(numbers, setting),
        children,
        setting.locale.direction,
        superscript=form == "superscript",
    )


def typed_citation(text: str, read: TypedCitation, place: Place, setting: Setting) -> Citation:
    """Digits typed by hand: the same letters in the same order, each number linked to its entry.

    No isolation is added: the author typed the group so that it looks right in its paragraph.
    """
    if setting.works is not None:
        return typed_author_date(text, read, place, setting.works, setting)
    count = len(setting.numbering.references)
    ends = {number for item in read.items for number in item}
    for number in read.numbers:
        setting.record.citations.append(
            CitationUse(
                setting.language,
                place,
                "",
                number,
                resolved=1 <= number <= count,
                typed=True,
                inside_range=number not in ends,
                text=text,
            )
        )
    pieces: list[Text | CitationNumber] = []
    position = 0
    for match in _DIGITS.finditer(text):
        if match.start() > position:
            pieces.append(Text(text[position : match.start()]))
        number = int(match[0])
        target = reference_id(number) if 1 <= number <= count else ""
        pieces.append(CitationNumber(target, setting.locale.digits(match[0])))
        position = match.end()
    pieces.append(Text(text[position:]))
    identifier = link_back({n for n in read.numbers if 1 <= n <= count}, setting)
    return Citation(identifier, tuple(pieces), setting.locale.direction, typed=True)
