"""The statements at the end of an edition: consent, ethics, funding and the rest."""

from __future__ import annotations

from casereport.article.block import Paragraph, Sec
from casereport.article.inline import Inline, Text
from casereport.assembly.blocks import Blocks, heading
from casereport.assembly.setting import Setting
from casereport.model.statements import Statement

_NAMING = ("acknowledgements", "author-contributions", "funding", "competing-interests")
"""Left out of a blinded manuscript: they name people or their sponsors."""


def statements(setting: Setting, blocks: Blocks, *, blind: bool) -> tuple[Sec, ...]:
    """The statements that say something; silence is for the checks, not for print."""
    found: list[Sec] = []
    for name, statement in setting.case.facts.statements.given().items():
        if blind and name in _NAMING:
            continue
        children = _children(name, statement, setting, blocks, blind=blind)
        if children:
            shown = heading(setting.locale.term(f"statement-{name}"))
            found.append(Sec(name, shown, (Paragraph(children),)))
    return tuple(found)


def _children(
    name: str, statement: Statement, setting: Setting, blocks: Blocks, *, blind: bool
) -> tuple[Inline, ...]:
    """The text or the status, then committee and code, which name the place: not when blind."""
    locale = setting.locale
    children: list[Inline] = []
    if statement.text is not None and (text := statement.text.get(setting.language)):
        children.extend(blocks.markdown(text, ("statements", name, "text")))
    elif statement.status:
        children.append(Text(locale.term(f"status-{statement.status}")))
    fields: list[str] = []
    if not blind and statement.committee and (by := statement.committee.get(setting.language)):
        fields.append(by)
    if not blind and statement.code:
        fields.append(locale.term("approval-code", code=statement.code))
    if fields:
        shown = blocks.prose.text(locale.list_comma.join(fields))
        children.extend((Text(" ("), *shown, Text(")")) if children else shown)
    return tuple(children)
