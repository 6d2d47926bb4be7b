"""What assembly does to prose as an author typed it: the digits of the language, and isolates.

Nothing is reordered or rewritten: without isolates and word joiners, and with one digit set, the
result is the input. Latin phrases (see phrases.py) are isolates of their own, in their own digits.
Typed ranges and citation groups get no isolate where none is needed, for their authors typed them
to look right: an isolate changes the class of their digits, and so their order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

from casereport.text.digits import LATIN_DIGITS, PERSIAN_DIGITS, to_latin_digits
from casereport.text.isolates import Strong, contained, last_strong, ltr, rtl, split_isolates
from casereport.text.numbers import NumberStyle
from casereport.text.phrases import latin_phrases, unbreakable
from casereport.text.tokens import LEADING_NUMBER, Token, tokenise, touches_latin
from casereport.text.units import POWER


# Titles stand in several places, and a process that stays sets the same texts again.
@lru_cache(maxsize=2048)
def set_prose(text: str, style: NumberStyle, *, before: str = "") -> str:
    """``text`` as it is set in a paragraph of ``style``'s direction; idempotent.

    ``before`` is what stands in the paragraph before ``text``: an earlier inline, already set.
    """
    text = contained(text)
    if style.is_rtl:
        return _Setter(text, style, before).set()
    return _set_left_to_right(text)


# In a right-to-left paragraph


@dataclass
class _Setter:
    """Sets one text; follows the last strong letter as typed, and as it stands after isolating."""

    text: str
    style: NumberStyle
    before: str
    typed: Strong | None = None
    shown: Strong | None = None
    result: list[str] = field(default_factory=list)

    def set(self) -> str:
        self.typed = self.shown = last_strong(self.before)
        for kind, token in self._pieces():
            self._add(token, _RULES[kind](self, token))
        return "".join(self.result)

    def _add(self, token: Token, piece: str) -> None:
        self.typed = last_strong(token.text) or self.typed
        self.shown = last_strong(piece) or self.shown
        self.result.append(piece)

    def _pieces(self) -> Iterator[tuple[str, Token]]:
        """The tokens, each phrase being one."""
        # Where the language's digits are Latin, all are: nothing changes its kind with its digits.
        is_latin = self.style.numbering_system == "latn"
        text = to_latin_digits(self.text) if is_latin else self.text
        phrases = latin_phrases(text)
        tokens = (replace(each, text=self.text[each.start : each.end]) for each in tokenise(text))
        token = next(tokens, None)
        for start, end in (*phrases, (len(self.text), len(self.text))):
            while token is not None and token.start < start:
                yield token.kind, Token(token.kind, token.text[: start - token.start], token.start)
                token = next(tokens, None) if token.end <= end else _cut(token, end)
            if end > start:
                yield "phrase", Token("latin", self.text[start:end], start)
            while token is not None and token.start < end:
                token = next(tokens, None) if token.end <= end else _cut(token, end)

    def plain(self, token: Token) -> str:
        return token.text

    def protected(self, token: Token) -> str:
        return ltr(token.text)

    def phrase(self, token: Token) -> str:
        is_latin = self.style.numbering_system == "latn"
        return ltr(_unbroken(to_latin_digits(token.text) if is_latin else token.text))

    def latin(self, token: Token) -> str:
        """Isolated when an end of it would be torn off (CD4+, 5-FU), or it would join another.

        Two words with a Persian comma between are two: the first stands at the right.
        """
        if self.shown == "L":
            return ltr(token.text)
        classes = [unicodedata.bidirectional(character) for character in token.text]
        last = next(each for each in reversed(classes) if each != "NSM")
        holds_together = classes[0] == "L" and last in {"L", "EN"} and "AN" not in classes
        return token.text if holds_together else ltr(token.text)

    def number(self, token: Token) -> str:
        digits = self._digits(token)
        if digits[0] in _SIGNS:
            return ltr(digits)
        if _CHAIN.search(digits):
            return self.as_typed(token)
        # After a Latin word a bare number would join its run, and print at its right.
        return rtl(digits) if self.shown == "L" else digits

    def date(self, token: Token) -> str:
        return self.number(token) if "/" in token.text else ltr(self._digits(token))

    def percent(self, token: Token) -> str:
        digits = self._digits(token)
        if digits[-1].isdigit():
            return digits
        # The number is an isolate of its own, or the sign would be tied to it (W5).
        number = digits[:-1].rstrip()
        return rtl(f"{ltr(number)}{digits[len(number) :]}")

    def quantity(self, token: Token) -> str:
        """All its numbers in one digit set: as typed where a power of ten is one of them."""
        if _POWER.search(token.text):
            return ltr(_unbroken(token.text))
        factors = token.text.split(_TIMES)
        return ltr(_unbroken(_TIMES.join(map(self._measured, factors))))

    def _measured(self, text: str) -> str:
        match = LEADING_NUMBER.match(text)
        number = Token("number", match[0].rstrip() if match else "", 0)
        if touches_latin(text, number):
            return text
        return self.style.digits(number.text) + text[number.end :]

    def left_to_right(self, token: Token) -> str:
        return ltr(_unbroken(self._digits(token)))

    def as_typed(self, token: Token) -> str:
        """A range or a citation group: its order is what its author saw, so it must stay."""
        table = _TO_PERSIAN if self.style.numbering_system == "arabext" else _TO_LATIN
        digits = token.text if touches_latin(self.text, token) else token.text.translate(table)
        # After a Latin letter it runs from the left, and so it must wherever that letter stands.
        return ltr(digits) if self.typed == "L" else digits

    def _digits(self, token: Token) -> str:
        if touches_latin(self.text, token):
            return token.text
        return self.style.digits(token.text)


_RULES: Mapping[str, Callable[[_Setter, Token], str]] = MappingProxyType(
    {
        "plain": _Setter.plain,
        "isolated": _Setter.plain,
        "url": _Setter.protected,
        "email": _Setter.protected,
        "doi": _Setter.protected,
        "identifier": _Setter.protected,
        "statistic": _Setter.phrase,
        "phrase": _Setter.phrase,
        "latin": _Setter.latin,
        "number": _Setter.number,
        "date": _Setter.date,
        "percent": _Setter.percent,
        "quantity": _Setter.quantity,
        "comparison": _Setter.left_to_right,
        "plus-minus": _Setter.left_to_right,
        "product": _Setter.left_to_right,
        "range": _Setter.as_typed,
        "citation": _Setter.as_typed,
    }
)

_TO_PERSIAN = str.maketrans(LATIN_DIGITS, PERSIAN_DIGITS)
# Arabic-Indic digits stay in what must keep its order: their class is always AN.
_TO_LATIN = str.maketrans(PERSIAN_DIGITS, LATIN_DIGITS)
_SIGNS = "-\u2212+"
_CHAIN = re.compile("[0-9\u06f0-\u06f9\u0660-\u0669][-\u2010-\u2014\u2212]")
_TIMES = "\u00d7"
_POWER = re.compile(POWER)


def _cut(token: Token, start: int) -> Token:
    return Token(token.kind, token.text[start - token.start :], start)


def _unbroken(text: str) -> str:
    position = 0
    pieces: list[str] = []
    for place, character in unbreakable(text):
        pieces += [text[position:place], character]
        position = place
    return "".join([*pieces, text[position:]])


# In a left-to-right paragraph

_PERSIAN_LETTER = "[\u0620-\u065f\u066e-\u06ef\u06fa-\u06ff\u200c\u200d]"
_PERSIAN_RUN = re.compile(
    rf"{_PERSIAN_LETTER}++(?:[\s\u060c\u061b./\u066b]*+(?:{_PERSIAN_LETTER}|[\u06f0-\u06f9])++)*+"
)
_BRACKETS = frozenset("()[]{}")


def _set_left_to_right(text: str) -> str:
    """Persian words beside digits or brackets are isolated; nothing else is needed."""
    return "".join(
        stretch if isolated else _isolate_persian(stretch)
        for stretch, isolated in split_isolates(text)
    )


def _isolate_persian(text: str) -> str:
    pieces: list[str] = []
    position = 0
    for run in _PERSIAN_RUN.finditer(text):
        before, after = run.start() - 1, run.end()
        while before >= 0 and _is_neutral(text[before]):
            before -= 1
        while after < len(text) and _is_neutral(text[after]):
            after += 1
        # A number would join the run over the neutrals between, a bracket be torn from its pair.
        beside = text[max(before, 0) : before + 1] + text[after : after + 1]
        mixed = any(character.isdigit() or character in _BRACKETS for character in beside)
        pieces += [text[position : run.start()], rtl(run[0]) if mixed else run[0]]
        position = run.end()
    return "".join([*pieces, text[position:]])


def _is_neutral(character: str) -> bool:
    return not character.isalnum() and character not in _BRACKETS
