"""Turns a Message into a sentence: translated, its values formatted and isolated.

Isolation follows UAX #9, 2.4: in a right-to-left language each value stands between isolates, so
that a path or a key cannot disturb the sentence; in a left-to-right one only values that hold
right-to-left letters do, so that plain English output stays plain.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from casereport.diagnostics import AnyOf, LanguageName, Message, Worded, Words
from casereport.locale import Locale, load_locale
from casereport.locale.messages import catalogue
from casereport.text.calendars import CalendarDate
from casereport.text.isolates import Direction, first_strong, ltr, rtl

_LONGEST = 160
"""A value is quoted up to this many code points; the place says where the rest stands."""

# C0 and C1 controls, embeddings, overrides and isolates, lone surrogates: shown, never obeyed.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\ufeff]"
)
_FIELD = re.compile(r"((?<!\{)\{\w+\}(?!\}))")
_LATIN = re.compile(r"[!-~](?:[ -~]*[!-~])?")
_PUNCTUATION = "().,:;! "
_QUOTED = re.compile(r"(``[^`]{1,400}``|`[^`]{1,400}`)")
_SPACES = re.compile(r"[\t\r\n]+")
# A path, a key, a code, a placeholder: no space, and something that only a name has.
_NAME = re.compile(r"(?=\S*[A-Za-z0-9/@{])\S+")


def render(message: Message, language: str) -> str:
    """The sentence in ``language``, ready for a terminal, JSON or HTML text."""
    locale = load_locale(language)
    template = catalogue(language).gettext(message.template)
    if locale.direction == "rtl" and has_rtl(template):
        template = _isolate_latin(template)
    values = {name: _formatted(value, locale) for name, value in message.values.items()}
    return template.format_map(values)


def isolated_terms(text: str, direction: Direction) -> str:
    r"""A paragraph of ``direction`` whose Latin terms, and what stands in backquotes, are isolated.

    In a right-to-left one two terms with a comma between them would otherwise change places.

    >>> isolated_terms("\u0648 PNG\u060c GIF", "rtl") == (
    ...     "\u0648 \u2066PNG\u2069\u060c \u2066GIF\u2069"
    ... )
    True
    """
    if direction == "ltr" or not has_rtl(text):
        return text
    parts = _QUOTED.split(text)
    parts[::2] = [_LATIN.sub(_isolate_match, part) for part in parts[::2]]
    parts[1::2] = [ltr(part) for part in parts[1::2]]
    return "".join(parts)


def visible(text: str) -> str:
    r"""``text`` on one line, with characters that could steer a terminal or a line shown by name.

    >>> visible("a\x1b[2Jb\tc")
    'a<U+001B>[2Jb c'
    """
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", _SPACES.sub(" ", text))


def has_rtl(text: str) -> bool:
    """True when a letter of ``text`` is written from right to left (bidi class R or AL)."""
    return any(unicodedata.bidirectional(character) in {"R", "AL"} for character in text)


def _isolate_latin(template: str) -> str:
    """Isolate what is typed in Latin inside a right-to-left sentence: file names, signs, commands.

    Without it ``-->`` would print as an arrow the other way. The sentence's own punctuation and
    the fields of the template stay outside.
    """
    parts = _FIELD.split(template)
    parts[::2] = [_LATIN.sub(_isolate_match, part) for part in parts[::2]]
    return "".join(parts)


def _isolate_match(match: re.Match[str]) -> str:
    text = match[0]
    core = text.strip(_PUNCTUATION)
    if not core:
        # A sign such as ``:::``, or marks of the sentence itself, such as ``).``
        return ltr(text) if len(text) > 1 and len(set(text)) == 1 else text
    before, _, after = text.partition(core)
    return f"{before}{ltr(core)}{after}"


def _formatted(value: object, locale: Locale) -> str:
    match value:
        case int() | Decimal():
            return locale.number(value)
        case CalendarDate():
            # In its own calendar: the message speaks of what is written.
            return locale.date(value, "numeric", calendar=value.calendar)
        case Words() | LanguageName():
            return _item(value, locale)
        case Worded():
            shown = visible(value.in_language(locale.language))  # a sentence: it is quoted whole
            is_plain = locale.direction == "ltr" and not has_rtl(shown)
            return shown if is_plain else first_strong(shown)
        case AnyOf():
            return locale.either([_isolated(item, locale) for item in value])
        case tuple():
            return locale.join([_item(item, locale) for item in value])
        case _:
            return _isolated(str(value), locale)


def _item(item: object, locale: Locale) -> str:
    match item:
        case Words():
            return _translated(item, locale)
        case LanguageName():
            known = locale.terms.get(f"language-name-{item}")
            return known if known is not None else _isolated(str(item), locale)
        case _:
            return _isolated(str(item), locale)


def _translated(words: Words, locale: Locale) -> str:
    """Our own words in the sentence's language; they need no isolate."""
    text = catalogue(locale.language).gettext(str(words))
    return _isolate_latin(text) if locale.direction == "rtl" and has_rtl(text) else text


def _isolated(text: str, locale: Locale) -> str:
    shown = visible(text)
    if len(shown) > _LONGEST:
        shown = shown[:_LONGEST].rstrip() + "\u2026"
    is_rtl = has_rtl(shown)
    if locale.direction == "ltr" and not is_rtl:
        return shown
    if len(shown) == 1 and unicodedata.category(shown) in {"Ps", "Pe"}:
        # A bracket opens and closes as the sentence reads.
        return rtl(shown)
    return first_strong(shown) if is_rtl and not _NAME.fullmatch(shown) else ltr(shown)
