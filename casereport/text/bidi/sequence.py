"""One isolating run sequence (BD13) through the rules W1–W7 and N0–N2."""

from __future__ import annotations

from collections.abc import Sequence

from casereport.text.bidi.brackets import BRACKETS
from casereport.text.bidi.classes import ISOLATES, NEUTRAL

_MAX_BRACKETS = 63
"""BD16: where more brackets than this stand open, no pairs are found."""


class RunSequence:
    """The characters of one sequence and their classes on the way.

    ``names`` are the classes after the explicit rules, ``original`` those of the characters;
    ``bounds`` the direction of the embedding, and those before (sos) and after (eos) the sequence.
    """

    def __init__(
        self, text: str, names: list[str], original: Sequence[str], bounds: tuple[str, str, str]
    ) -> None:
        self.text = text
        self.names = names
        self.original = original
        self.embedding, self.sos, self.eos = bounds

    def resolve(self) -> list[str]:
        """The class of each character, now L, R, EN or AN."""
        self._weak()
        self._brackets()
        self._neutral()
        return self.names

    def _weak(self) -> None:
        """W1–W7, of which W1–W3 and W7 look back only."""
        names = self.names
        previous = strong = self.sos
        for position in range(len(names)):
            if names[position] == "NSM":  # W1
                names[position] = "ON" if previous in ISOLATES or previous == "PDI" else previous
            name = previous = names[position]
            if name in {"L", "R", "AL"}:
                strong = name
            elif name == "EN" and strong == "AL":  # W2
                names[position] = "AN"
            if name == "AL":  # W3
                names[position] = "R"
        self._separators_and_terminators()
        strong = self.sos
        for position, name in enumerate(names):
            if name in {"ES", "ET", "CS"}:  # W6
                names[position] = "ON"
            elif name in {"L", "R"}:
                strong = name
            elif name == "EN" and strong == "L":  # W7
                names[position] = "L"

    def _separators_and_terminators(self) -> None:
        """W4, W5."""
        names = self.names
        for position in range(1, len(names) - 1):
            if names[position] in {"ES", "CS"}:
                before, after = names[position - 1], names[position + 1]
                if before == after and (
                    before == "EN" or (names[position], before) == ("CS", "AN")
                ):
                    names[position] = before
        position = 0
        while position < len(names):
            if names[position] != "ET":
                position += 1
                continue
            end = position
            while end < len(names) and names[end] == "ET":
                end += 1
            beside = (position > 0 and names[position - 1] == "EN") or (
                end < len(names) and names[end] == "EN"
            )
            if beside:
                names[position:end] = ["EN"] * (end - position)
            position = end

    def _brackets(self) -> None:
        """N0: both brackets of a pair take the direction of what they hold, or of what precedes."""
        context, seen = self.sos, 0
        for opening, closing in self._bracket_pairs():
            for name in self.names[seen:opening]:
                context = _strong(name) or context
            seen = opening
            inside = {_strong(name) for name in self.names[opening + 1 : closing]}
            if inside & {"L", "R"}:
                direction = self.embedding if self.embedding in inside else context
                self._set_bracket(opening, direction)
                self._set_bracket(closing, direction)

    def _set_bracket(self, position: int, direction: str) -> None:
        self.names[position] = direction
        # A mark on a bracket goes with it (W1 made it neutral like the bracket).
        for following in range(position + 1, len(self.names)):
            if self.original[following] != "NSM":
                break
            self.names[following] = direction

    def _bracket_pairs(self) -> list[tuple[int, int]]:
        """BD16: the pairs of brackets that are neutral, in the order of their openings."""
        opened: list[tuple[str, int]] = []
        pairs: list[tuple[int, int]] = []
        for position, name in enumerate(self.names):
            if name != "ON":
                continue
            bracket = BRACKETS.get(self.text[position])
            if bracket is None:
                continue
            closes, is_opening = bracket
            if is_opening:
                if len(opened) == _MAX_BRACKETS:
                    return []
                opened.append((closes, position))
                continue
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == closes:
                    pairs.append((opened[depth][1], position))
                    del opened[depth:]
                    break
        return sorted(pairs)

    def _neutral(self) -> None:
        """N1, N2."""
        names = self.names
        position = 0
        before = self.sos
        while position < len(names):
            if names[position] not in NEUTRAL:
                before = _strong(names[position])
                position += 1
                continue
            end = position
            while end < len(names) and names[end] in NEUTRAL:
                end += 1
            after = _strong(names[end]) if end < len(names) else self.eos
            direction = before if before == after else self.embedding
            names[position:end] = [direction] * (end - position)
            position = end


def _strong(name: str) -> str:
    """The direction that a resolved type counts as for neutrals: numbers are R."""
    if name == "L":
        return "L"
    return "R" if name in {"R", "EN", "AN"} else ""
