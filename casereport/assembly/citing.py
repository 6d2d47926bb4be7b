"""Citation groups: ``[@a; @b]`` set in the journal's form, typed digits kept as typed."""

from __future__ import annotations

import re

from casereport.article.article import CitationUse
from casereport.article.inline import Citation, CitationNumber, Inline, Text
from casereport.assembly.author_date import author_date_citation, typed_author_date
from casereport.assembly.back_links import link_back, reference_id
from casereport.assembly.setting import Setting
from casereport.diagnostics import Span as Place
from casereport.model.narrative import Cite
from casereport.text.characters import RLM, WJ
from casereport.text.citations import TypedCitation, collapse

_BRACKETS = {"round": ("(", ")"), "square": ("[", "]"), "superscript": ("", "")}
_EN_DASH = "\u2013"
_DIGITS = re.compile(r"\d+")


def citation(node: Cite, setting: Setting) -> tuple[Inline, ...]:
    """A citation as the journal prints it: here its form is chosen."""
    if setting.works is not None:
        return author_date_citation(node, setting.works, setting)
    return (keyed_citation(node, setting),)


def keyed_citation(node: Cite, setting: Setting) -> Citation:
    """``[@a; @b]`` as ``(3,4)``: numbers ascending, runs of three or more collapsed.

    The group ascends in the direction of reading. A key without an entry prints as ``?``.
    """
    numbers: set[int] = set()
    dangling = 0
    for item in node.items:
        number = setting.numbering.citations.get(item.citekey)
        setting.record.citations.append(
            CitationUse(
                setting.language, item.span, item.citekey, number, number is not None, typed=False
            )
        )
        if number is None:
            dangling += 1
        else:
            numbers.add(number)
    pieces = _group(sorted(numbers), dangling, setting)
    prefixes = [item.prefix for item in node.items if item.prefix]
    if prefixes:
        pieces.insert(0, Text(" ".join(prefixes) + " "))
    locators = [item.locator for item in node.items if item.locator]
    if locators:
        pieces.append(Text(setting.locale.list_comma + " ".join(locators)))
    opening, closing = _BRACKETS[setting.manifest.citations.form]
    children = [Text(opening), *pieces, Text(closing)] if opening else pieces
    identifier = link_back(numbers, setting)
    return Citation(
        identifier,
        tuple(children),
        setting.locale.direction,
        superscript=setting.manifest.citations.form == "superscript",
    )


def _group(numbers: list[int], dangling: int, setting: Setting) -> list[Text | CitationNumber]:
    """The numbers with their commas and dashes, in the order in which they are read."""
    rtl = setting.locale.direction == "rtl"
    comma = Text("\u060c" + RLM if rtl else ",")
    dash = Text(f"{WJ}{_EN_DASH}{WJ}")
    pieces: list[Text | CitationNumber] = []
    for first, last in collapse(numbers):
        pieces.append(comma)
        pieces.append(_number(first, setting))
        if last != first:
            # A pair is two numbers with a comma; only three and more make a range.
            pieces.append(dash if last - first > 1 else comma)
            pieces.append(_number(last, setting))
    for _ in range(dangling):
        pieces.extend((comma, CitationNumber("", "?")))
    return pieces[1:]


def _number(number: int, setting: Setting) -> CitationNumber:
    return CitationNumber(reference_id(number), setting.locale.number(number))


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
