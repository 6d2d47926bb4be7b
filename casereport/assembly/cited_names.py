"""The authors of a cited work as running text names them: "Smith et al.", "Smith and Jones"."""

from __future__ import annotations

from collections.abc import Iterator

from casereport.article.inline import Direction, Inline, Span, Text
from casereport.assembly.setting import Setting
from casereport.model.reference import Name, Reference
from casereport.references.languages import language_of_script

_NAMED = 2
"""Of three and more only the first is named (as AMA style has it)."""


def cited_names(reference: Reference, setting: Setting) -> tuple[Inline, ...]:
    """The names, joined in the words of the edition; of an anonymous work, its title.

    A name keeps its own script. There are none for an entry that could not be read into fields.
    """
    if reference.unparsed:
        return ()
    locale = setting.locale
    names = [shown for name in reference.authors or reference.editors if (shown := _shown(name))]
    if not names:
        title = reference.title
        return (_own_script(locale.quote(title), title, setting),) if title else ()
    if len(names) > _NAMED or reference.et_al:
        others = Text(f" {locale.term('and-others')}")
        return (_own_script(names[0], names[0], setting), others)
    return tuple(_joined(names, setting))


def _joined(names: list[str], setting: Setting) -> Iterator[Inline]:
    for index, name in enumerate(names):
        if index:
            yield Text(f" {setting.locale.term('and')} ")
        yield _own_script(name, name, setting)


def _shown(name: Name) -> str:
    return name.family or name.literal


def _own_script(text: str, name: str, setting: Setting) -> Inline:
    """The text, set apart when its letters run the other way than the edition's."""
    direction: Direction = "rtl" if language_of_script(name) else "ltr"
    if direction == setting.locale.direction:
        return Text(text)
    foreign = setting.foreign
    return Span(foreign.language if foreign else None, direction, (Text(text),))
