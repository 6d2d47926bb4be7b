"""The statements at the end of an edition: consent, ethics, funding and the rest."""

from __future__ import annotations

from collections.abc import Iterator

from casereport.article.block import Paragraph, Sec
from casereport.article.inline import Inline, Text
from casereport.assembly.blocks import Blocks, heading
from casereport.assembly.people import printed_name
from casereport.assembly.setting import Setting
from casereport.model.statements import Statement

_NAMING = ("acknowledgements", "author-contributions", "funding", "competing-interests")
"""Left out of a blinded manuscript: they name people or their sponsors."""


def statements(setting: Setting, blocks: Blocks) -> tuple[Sec, ...]:
    """The statements that say something; silence is for the checks, not for print."""
    found: list[Sec] = []
    for name, statement in setting.case.facts.statements.given().items():
        if setting.blind and name in _NAMING:
            continue
        children = _children(name, statement, setting, blocks)
        if children:
            found.append(_section(name, (Paragraph(children),), setting))
    if setting.case.facts.statements.author_contributions is None and not setting.blind:
        found.extend(_contributions(setting, blocks))
    return tuple(found)


def _section(name: str, blocks: tuple[Paragraph, ...], setting: Setting) -> Sec:
    # A section of the text may have the same name: the patient's perspective.
    shown = heading(setting.locale.term(f"statement-{name}"))
    return Sec(f"statement-{name}", shown, blocks)


def _contributions(setting: Setting, blocks: Blocks) -> Iterator[Sec]:
    """Who did what, from the roles of the contributors, where no statement says it."""
    locale = setting.locale
    shares = (
        locale.term(
            "contribution",
            name=printed_name(person, locale.language),
            roles=locale.list_comma.join(locale.term(f"role-{role}") for role in person.roles),
        )
        for person in setting.case.facts.contributors
        if person.roles
    )
    paragraphs = tuple(Paragraph(blocks.prose.text(f"{share}.")) for share in shares)
    if paragraphs:
        yield _section("author-contributions", paragraphs, setting)


def _children(
    name: str, statement: Statement, setting: Setting, blocks: Blocks
) -> tuple[Inline, ...]:
    """The text or the status, then committee and code, which name the place: not when blind."""
    locale = setting.locale
    children: list[Inline] = []
    if statement.text is not None and (text := statement.text.get(setting.language)):
        children.extend(blocks.markdown(text, ("statements", name, "text")))
    elif statement.status:
        children.append(Text(locale.term(f"status-{statement.status}")))
    fields: list[str] = []
    named = None if setting.blind else statement
    if named and named.committee and (by := named.committee.get(setting.language)):
        fields.append(by)
    if named and named.code:
        fields.append(locale.term("approval-code", code=named.code))
    if fields:
        shown = blocks.prose.text(locale.list_comma.join(fields))
        children.extend((Text(" ("), *shown, Text(")")) if children else shown)
    return tuple(children)
