"""Names as patterns that find them however their spaces, half-spaces and capitals are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casereport.text.characters import HAMZA_ABOVE

_LONGEST_NAME = 60
_EZAFE = f"{HAMZA_ABOVE}?"
_JOINT = rf"{_EZAFE}[\s\u200c-]?"


def alternatives(names: Iterable[str]) -> str:
    """The names as a pattern, longest first; spaces, half-spaces and ezafes are optional."""
    bare = {name.replace(HAMZA_ABOVE, "").strip() for name in names}
    patterns = [
        _JOINT.join(re.escape(word) for word in re.split(r"[\s\u200c-]+", name) if word)
        for name in sorted(bare, key=len, reverse=True)
        if 0 < len(name) <= _LONGEST_NAME
    ]
    return "|".join(pattern + _EZAFE for pattern in patterns if pattern) or "(?!)"


def squeezed(text: str) -> str:
    """A name as all its spellings have it: the same for each that the pattern finds."""
    return re.sub(r"[\s\u200c-]+", "", text.replace(HAMZA_ABOVE, "")).casefold()
