"""Elements of citeproc-py that do what CSL says, and the tree of a style that is made of them.

What its own do wrong: a work named by its title through a macro prints the title again; pages that
are no plain number are never plural; a date's parts keep what an earlier date of another form gave
them; a text that was joined of several, or is none, stops a change of case; outside of its own run
a citation has no position (every one is set as the first). Only our trees have these elements.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lxml import etree

from casereport.references.csl.marks import UNSHIELD
from casereport.references.csl.settings import Setting
from casereport.references.csl.style import CSL

_NUMERIC = re.compile(
    r"[A-Za-z]{0,5}\d+[A-Za-z]{0,5}(?:\s*[,&\u2013-]\s*[A-Za-z]{0,5}\d+[A-Za-z]{0,5})*"
)
_QUOTES = {"open-quote": "\u00ab", "close-quote": "\u00bb"}


def style_tree(style: str, setting: Setting) -> Any:
    """The root of the style, with the terms of one language.

    Raises:
        lxml.etree.XMLSyntaxError, AttributeError, ValueError: citeproc-py cannot use it.
    """
    parser = etree.XMLParser(
        remove_comments=True, encoding="UTF-8", no_network=True, resolve_entities=False
    )
    parser.set_element_class_lookup(_lookup())
    root: Any = etree.fromstring(style.encode("utf-8"), parser)
    own = root.get("default-locale", "")
    # A style for British readers keeps its quotes and words: en-GB.
    same = own.split("-")[0] == setting.language
    root.set_locale_list(own if same else setting.csl_locale, validate=False)
    if setting.direction == "rtl":
        for locale in root.locales:
            for term in locale.iter(f"{CSL}term"):
                term.text = _QUOTES.get(term.get("name"), term.text)
    return root


def plain(value: object) -> str:
    """The text of a variable as it was before its digits were shielded."""
    return str(value).translate(UNSHIELD)


@cache
def _lookup() -> Any:
    from citeproc import model, string

    lookup = etree.ElementNamespaceClassLookup()
    names = lookup.get_namespace(CSL.strip("{}"))
    names[None] = model.CitationStylesElement
    theirs = model.CitationStylesElement.__subclasses__()
    for each in (*theirs, *_conditions(model), *_texts_in_case(model, string)):
        names[each.__name__.replace("_", "-").lower()] = each
    return lookup


def _conditions(model: Any) -> tuple[type, ...]:
    """What prints once, and what is asked of a work."""

    class Substitute(model.Substitute):
        def add_to_repressed_list(self, child: Any, context: Any) -> None:
            super().add_to_repressed_list(child, context)
            repressed = (self if context is None else context).get_layout().repressed
            for text in _texts(child, set()):
                repressed.setdefault(text.tag, []).append(text.get("variable"))

    class If(model.If):
        def _is_numeric(self, item: Any) -> list[bool]:
            names = [name.replace("-", "_") for name in self.get("is-numeric").split()]
            values = [item.reference.get(name) for name in names]
            return [
                value is not None and _NUMERIC.fullmatch(plain(value)) is not None
                for value in values
            ]

        def _position(self, item: Any, context: Any) -> list[bool]:  # noqa: ARG002
            asked = self if context is None else context
            cited = asked.get_layout().getparent().tag == f"{CSL}citation"
            return [cited and name == "first" for name in self.get("position").split()]

    class Else_If(If):  # noqa: N801  (citeproc-py's names)
        pass

    return (Substitute, If, Else_If)


def _texts_in_case(model: Any, string: Any) -> tuple[type, ...]:
    """What prints text whose case can be changed."""

    class Cased:
        def case(self, text: Any, language: str | None = None) -> Any:
            if not text:
                return text
            if isinstance(text, string.MixedString):
                parts = [part for part in text if part != ""]
                text = string.MixedString(
                    part if isinstance(part, string.String) else string.String(part)
                    for part in parts
                )
            elif not isinstance(text, string.String):
                text = string.String(text)
            return super().case(text, language)  # type: ignore[misc]

    class Text(Cased, model.Text):
        pass

    class Number(Cased, model.Number):
        pass

    class Name_Part(Cased, model.Name_Part):  # noqa: N801  (citeproc-py's names)
        def format_part(self, given: Any, family: Any) -> tuple[Any, Any]:
            made = super().format_part(given, family)
            given, family = (None if part is None else string.String(part) for part in made)
            return given, family

    class Label(Cased, model.Label):
        def _is_plural(self, item: Any) -> bool:
            variable = self.get("variable")
            if variable == "locator":
                return bool(super()._is_plural(item))
            value = item.reference.get(variable.replace("-", "_"))
            if value is None:
                return False
            if variable.startswith("number-of"):
                return plain(value) not in {"1", ""}
            return self.RE_MULTIPLE_NUMBERS.search(plain(value)) is not None

    class Date_Part(Cased, model.Date_Part):  # noqa: N801  (citeproc-py's names)
        def render(self, date: Any, context: Any = None) -> Any:
            before = dict(self.attrib)
            try:
                return super().render(date, context)
            finally:
                self.attrib.clear()
                self.attrib.update(before)

    return (Text, Number, Name_Part, Label, Date_Part)


def _texts(element: Any, seen: set[str]) -> Any:
    """The elements that print a text variable within an element and the macros that it calls."""
    for text in element.iter(f"{CSL}text"):
        name = text.get("macro")
        if text.get("variable"):
            yield text
        elif name and name not in seen:
            seen.add(name)
            yield from _texts(element.get_macro(name), seen)
