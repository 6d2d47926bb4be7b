"""Citations by author and date: ``[@a; @b]`` as (Smith 2019; Jones and Lee 2020).

Each work is cited in its own language, the brackets and what joins the works are of the text's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casereport.article.article import CitationUse
from casereport.article.inline import Citation, CitationNumber, Inline, Span, Text
from casereport.assembly.back_links import link_back, reference_id
from casereport.assembly.bibliography import run_inline
from casereport.assembly.setting import Setting
from casereport.assembly.works import Works
from casereport.diagnostics import Span as Place
from casereport.model.narrative import CitationItem, Cite
from casereport.references import CitedWork, CitePart
from casereport.references.languages import language_of_script
from casereport.text.citations import TypedCitation


def author_date_citation(node: Cite, works: Works, setting: Setting) -> tuple[Inline, ...]:
    """A group of works; for a bare ``@a`` the names stand before the bracket: Smith (2019).

    A key without an entry prints as ``?``.
    """
    known: list[tuple[int, CitationItem]] = []
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
            known.append((number, item))
    names = _names(known[0][0], works, setting) if node.in_text and known else ()
    group = _group(known, dangling, works, setting, named=bool(names))
    return (*names, Text(" "), group) if names else (group,)


def typed_author_date(
    text: str, read: TypedCitation, place: Place, works: Works, setting: Setting
) -> Citation:
    """Digits typed by hand, as if the works of these numbers had been cited by key."""
    known: list[tuple[int, CitationItem]] = []
    ends = {number for item in read.items for number in item}
    for typed in read.numbers:
        number = works.typed.get(typed)
        setting.record.citations.append(
            CitationUse(
                setting.language, place, "", typed, number is not None,
                typed=True, inside_range=typed not in ends, text=text,
            )
        )  # fmt: skip
        if number is not None:
            known.append((number, CitationItem("", place)))
    dangling = len(read.numbers) - len(known)
    return _group(known, dangling, works, setting)


def _names(number: int, works: Works, setting: Setting) -> tuple[Inline, ...]:
    cited = works.style.cite(number - 1, part="names")
    return (_set(cited, setting),) if cited.text else ()


def _group(
    known: Sequence[tuple[int, CitationItem]],
    dangling: int,
    works: Works,
    setting: Setting,
    *,
    named: bool = False,
) -> Citation:
    items: dict[int, CitationItem] = {}
    for number, item in known:
        items.setdefault(number, item)
    marks = works.style.marks(setting.language)
    children: list[Text | CitationNumber] = [Text(marks.opening)]
    children += _works(items, works, setting, named=named)
    for _ in range(dangling):
        if len(children) > 1:
            children.append(Text(marks.delimiter))
        children.append(CitationNumber("", "?"))
    children.append(Text(marks.closing))
    return Citation(
        link_back(items.keys(), setting),
        tuple(child for child in children if child.text),
        setting.locale.direction,
        by_author=True,
    )


def _works(
    items: dict[int, CitationItem], works: Works, setting: Setting, *, named: bool
) -> Iterator[Text | CitationNumber]:
    """The works in the style's order, those of one author together where it collapses them."""
    style, marks = works.style, works.style.marks(setting.language)
    before: int | None = None
    for index in style.ordered(number - 1 for number in items):
        item = items[index + 1]
        shared = (
            before is not None
            and style.collapses
            and not (item.prefix or item.locator or items[before + 1].locator)
            and style.same_names(before, index)
        )
        if before is not None:
            yield Text(marks.same_names if shared else marks.delimiter)
        part: CitePart = "rest" if shared or named or item.suppressed else "whole"
        cited = style.cite(index, locator=item.locator, part=part)
        if not cited.text:
            cited = style.cite(index, locator=item.locator)
        rid = reference_id(index + 1)
        # "see" stays before its work, on the side where that begins.
        inside = item.prefix if _runs_with(item.prefix, cited, setting) else ""
        if item.prefix and not inside:
            yield Text(f"{item.prefix} ")
        text = f"{inside} {cited.text}".lstrip()
        yield CitationNumber(rid, text, (_set(cited, setting, inside),))
        before = index


def _runs_with(prefix: str, cited: CitedWork, setting: Setting) -> bool:
    """True for a prefix in the script of a work that runs the other way than the text."""
    if not prefix or cited.direction == setting.locale.direction:
        return False
    return ("rtl" if language_of_script(prefix) else "ltr") == cited.direction


def _set(cited: CitedWork, setting: Setting, prefix: str = "") -> Inline:
    """A cited work; apart, where its letters run the other way than the text's."""
    children = tuple(run_inline(run) for run in cited.runs)
    if prefix:
        children = (Text(f"{prefix} "), *children)
    if cited.direction == setting.locale.direction:
        return children[0] if len(children) == 1 else Span(None, None, children)
    return Span(cited.language, cited.direction, children)
