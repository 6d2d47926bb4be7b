"""Where a citation stands: before or after the punctuation, as the journal has it.

Authors type ``text [@a].``; a journal may print ``text. (3)``, and a superscript has no space
before it. A citation after a stop that ends an abbreviation (``et al.``) does not double the stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from casereport.article.inline import Citation, Inline, Text, Xref
from casereport.journals.manifest import Citations
from casereport.text.characters import (
    ARABIC_COMMA,
    ARABIC_QUESTION_MARK,
    ARABIC_SEMICOLON,
    ELLIPSIS,
    NBSP,
)

_SPACES = f" {NBSP}"
_PERSIAN = {",": ARABIC_COMMA, ";": ARABIC_SEMICOLON, "?": ARABIC_QUESTION_MARK, ".": ELLIPSIS}
"""What a mark stands for as well: of the stop, three in a row."""


def placed(nodes: Sequence[Inline], rules: Citations) -> tuple[Inline, ...]:
    """The inlines of a block with each keyed citation where the journal wants it."""
    found: list[Inline] = []
    waiting: list[Inline] = []
    for node in nodes:
        # Names and years stand in the sentence, where the author put them.
        is_keyed = isinstance(node, Citation) and not (node.typed or node.by_author)
        if is_keyed or (waiting and _goes_along(node)):
            waiting.append(node)
        else:
            after = _settle(found, waiting, node, rules) if waiting else node
            waiting = []
            found.append(after)
    if waiting:
        _settle(found, waiting, Text(""), rules)
    return tuple(node for node in found if node != Text(""))


def _goes_along(node: Inline) -> bool:
    """True for what passes a mark together with the citation before it: a space, a note's mark."""
    if isinstance(node, Text):
        return not node.text.strip(_SPACES)
    return isinstance(node, Xref) and node.ref_type == "fn"


def _settle(found: list[Inline], waiting: list[Inline], after: Inline, rules: Citations) -> Inline:
    """Put the citations behind what was found, and behind a mark that begins ``after``."""
    raised = rules.form == "superscript"
    space, before = "", found[-1] if found else None
    if isinstance(before, Text):
        bare = before.text.rstrip(_SPACES)
        space = before.text[len(bare) :]
        marks = ""
        # Words must stand before: a citation that begins its sentence stays there.
        if rules.place == "after-punctuation" and (bare or len(found) > 1):
            after, marks = _taken(after, rules.marks)
        if marks.startswith(".") and bare.endswith("."):
            marks = marks[1:]
        found[-1] = Text(bare + marks + ("" if raised else space))
    elif before is not None and rules.place == "after-punctuation":
        after, marks = _taken(after, rules.marks)
        found.append(Text(marks))
    for index, node in enumerate(waiting):
        if raised and index and isinstance(node, Citation):
            # Two raised groups without a space between them would read as one number.
            found += [] if isinstance(waiting[index - 1], Text) else [Text(NBSP)]
        found.append(node)
    return after


def _taken(after: Inline, marks: str) -> tuple[Inline, str]:
    """``after`` without the marks that begin it, and the marks."""
    if not isinstance(after, Text) or (match := _pattern(marks).match(after.text)) is None:
        return after, ""
    return Text(after.text[match.end() :]), match[0]


@lru_cache(maxsize=64)
def _pattern(marks: str) -> re.Pattern[str]:
    both = marks + "".join(_PERSIAN.get(mark, "") for mark in marks)
    # Not the point of a number: nobody types one after a citation, but a list may.
    return re.compile(rf"[{re.escape(both)}]{{1,3}}(?!\d)")
