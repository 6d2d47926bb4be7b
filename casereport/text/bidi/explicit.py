"""The explicit rules X1–X8: embeddings, overrides and isolates set levels and classes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from casereport.text.bidi.classes import EMBEDDINGS, ISOLATES

MAX_DEPTH = 125
"""BD2: the deepest embedding level that explicit formatting can reach."""


def first_strong_level(classes: Sequence[str], start: int = 0, end: int | None = None) -> int:
    """P2, P3: 1 when the first strong class outside isolates is R or AL, else 0."""
    depth = 0
    for index in range(start, len(classes) if end is None else end):
        name = classes[index]
        if name in ISOLATES:
            depth += 1
        elif name == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and name in {"L", "R", "AL"}:
            return 0 if name == "L" else 1
    return 0


def match_isolates(classes: Sequence[str]) -> dict[int, int]:
    """BD9: isolate initiator → its PDI."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for index, name in enumerate(classes):
        if name in ISOLATES:
            opened.append(index)
        elif name == "PDI" and opened:
            pairs[opened.pop()] = index
    return pairs


@dataclass(frozen=True, slots=True)
class _Entry:
    level: int
    override: str = ""
    isolate: bool = False


class ExplicitLevels:
    """Levels and classes of one paragraph after X1–X8; the counters are the standard's own."""

    def __init__(self, original: Sequence[str], base: int, matches: Mapping[int, int]) -> None:
        self.levels = [base] * len(original)
        self.classes = list(original)
        self._original = original
        self._base = base
        self._matches = matches
        self._stack = [_Entry(base)]
        self._overflow_isolates = 0
        self._overflow_embeddings = 0
        self._valid_isolates = 0
        rules: dict[str, Callable[[int], None]] = dict.fromkeys(EMBEDDINGS, self._embed)
        rules.update(dict.fromkeys(ISOLATES, self._isolate))
        rules.update({"PDI": self._end_isolate, "PDF": self._end_embedding})
        rules.update({"B": self._separate, "BN": self._keep})
        for index, name in enumerate(original):
            rules.get(name, self._take)(index)

    def _take(self, index: int) -> None:
        """X6."""
        top = self._stack[-1]
        self.levels[index] = top.level
        if top.override:
            self.classes[index] = top.override

    def _keep(self, index: int) -> None:
        self.levels[index] = self._stack[-1].level

    def _separate(self, index: int) -> None:
        """X8."""
        self.levels[index] = self._base

    def _embed(self, index: int) -> None:
        """X2–X5."""
        self._keep(index)
        parity, override = EMBEDDINGS[self._original[index]]
        level = _next_level(self._stack[-1].level, parity)
        if level <= MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._stack.append(_Entry(level, override))
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def _isolate(self, index: int) -> None:
        """X5a–X5c. What an FSI holds is looked at only where it can open a level."""
        self._take(index)
        level = self._stack[-1].level
        if self._overflow_isolates or self._overflow_embeddings or level >= MAX_DEPTH:
            self._overflow_isolates += 1
            return
        level = _next_level(level, self._parity(index))
        if level > MAX_DEPTH:
            self._overflow_isolates += 1
            return
        self._valid_isolates += 1
        self._stack.append(_Entry(level, isolate=True))

    def _parity(self, index: int) -> int:
        name = self._original[index]
        if name != "FSI":
            return int(name == "RLI")
        return first_strong_level(self._original, index + 1, self._matches.get(index))

    def _end_isolate(self, index: int) -> None:
        """X6a."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
            self._valid_isolates -= 1
        self._take(index)

    def _end_embedding(self, index: int) -> None:
        """X7."""
        self._keep(index)
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()


def _next_level(level: int, parity: int) -> int:
    """The next greater level that is odd (parity 1) or even (0)."""
    return level + 1 if (level + 1) % 2 == parity else level + 2
