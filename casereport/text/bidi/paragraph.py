"""One paragraph through all rules: X, then W and N sequence by sequence, I1–I2, L1."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from casereport.text.bidi.classes import ISOLATES, REMOVED, TRAILING
from casereport.text.bidi.explicit import ExplicitLevels, match_isolates
from casereport.text.bidi.sequence import RunSequence

_NUMBERS = frozenset({"EN", "AN"})


def resolve_paragraph(text: str, original: Sequence[str], base: int) -> list[int]:
    """The level of each character of a paragraph whose characters have these classes."""
    matches = match_isolates(original)
    explicit = ExplicitLevels(original, base, matches)
    levels, classes = explicit.levels, explicit.classes
    resolved = list(classes)
    for indices in _sequences(original, levels, matches):
        names = RunSequence(
            "".join(text[i] for i in indices),
            [classes[i] for i in indices],
            [original[i] for i in indices],
            _bounds(original, levels, indices, base),
        ).resolve()
        for index, name in zip(indices, names, strict=True):
            resolved[index] = name
    _implicit(original, resolved, levels)
    _place_removed(original, levels, base)
    _reset_trailing(original, levels, base)
    return levels


def _sequences(
    original: Sequence[str], levels: Sequence[int], matches: dict[int, int]
) -> list[list[int]]:
    """BD13: the isolating run sequences, each as the indices that X9 leaves."""
    kept = [index for index, name in enumerate(original) if name not in REMOVED]
    runs = [list(group) for _, group in groupby(kept, key=levels.__getitem__)]
    run_at = {run[0]: run for run in runs}
    continued = set(matches.values())
    sequences: list[list[int]] = []
    for run in runs:
        if run[0] in continued:
            continue  # it belongs to the sequence of its isolate initiator
        sequence = list(run)
        while (end := matches.get(sequence[-1])) is not None:
            sequence.extend(run_at[end])
        sequences.append(sequence)
    return sequences


def _bounds(
    original: Sequence[str], levels: Sequence[int], indices: Sequence[int], base: int
) -> tuple[str, str, str]:
    """X10: the direction of the sequence, and those before (sos) and after it (eos)."""
    level = levels[indices[0]]
    before, after = indices[0] - 1, indices[-1] + 1
    while before >= 0 and original[before] in REMOVED:
        before -= 1
    while after < len(original) and original[after] in REMOVED:
        after += 1
    level_before = levels[before] if before >= 0 else base
    is_open = original[indices[-1]] in ISOLATES
    level_after = base if is_open or after == len(original) else levels[after]
    first, second = max(level, level_before), max(level, level_after)
    return _direction(level), _direction(first), _direction(second)


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _implicit(original: Sequence[str], resolved: Sequence[str], levels: list[int]) -> None:
    """I1, I2."""
    for index, name in enumerate(resolved):
        if original[index] in REMOVED:
            continue
        if levels[index] % 2:
            levels[index] += name == "L" or name in _NUMBERS
        else:
            levels[index] += 1 if name == "R" else 2 * (name in _NUMBERS)


def _place_removed(original: Sequence[str], levels: list[int], base: int) -> None:
    """What X9 removes gets the level before it."""
    before = base
    for index, name in enumerate(original):
        if name in REMOVED:
            levels[index] = before
        before = levels[index]


def _reset_trailing(original: Sequence[str], levels: list[int], base: int) -> None:
    """L1, on original classes: separators, white space before them and at the end."""
    trailing = True
    for index in range(len(original) - 1, -1, -1):
        name = original[index]
        if name in {"B", "S"}:
            trailing = True
            levels[index] = base
        elif name not in TRAILING:
            trailing = False
        elif trailing:
            levels[index] = base
