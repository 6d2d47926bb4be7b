"""The marks of footnotes: signs, for digits are citations and affiliations, the asterisk a person.

The order is the printers' own: dagger, double dagger, section, paragraph, then each twice. More
than eight notes are lettered.
"""

from __future__ import annotations

from collections.abc import Callable

_SIGNS = ("\u2020", "\u2021", "\u00a7", "\u00b6")
_MOST_SIGNS = 2 * len(_SIGNS)


def note_marks(count: int, letter: Callable[[int], str]) -> tuple[str, ...]:
    """One mark for each of ``count`` notes; ``letter`` gives the language's letters from 0.

    >>> note_marks(5, str)[-2:]
    ('\u00b6', '\u2020\u2020')
    """
    if count > _MOST_SIGNS:
        return tuple(letter(index).lower() for index in range(count))
    return tuple(_SIGNS[n % len(_SIGNS)] * (n // len(_SIGNS) + 1) for n in range(count))
