"""Names as patterns that find them however their spaces, half-spaces and capitals are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casereport.text.characters import HAMZA_ABOVE

_LONGEST_NAME = 60


def alternatives(names: Iterable[str]) -> str:
    """The names as a pattern, longest first; spaces, half-spaces and hyphens are optional."""
    ordered = sorted(
        {name.strip() for name in names if 0 < len(name.strip()) <= _LONGEST_NAME}, key=len
    )
    patterns = [
        r"\u0654?[\s\u200c-]?".join(
            re.escape(word) for word in re.split(r"[\s\u200c-]+", name) if word
        )
        for name in reversed(ordered)
    ]
    return "|".join(pattern for pattern in patterns if pattern) or "(?!)"


def squeezed(text: str) -> str:
    """A name as all its spellings have it: the same for each that the pattern finds."""
    return re.sub(r"[\s\u200c-]+", "", text.replace(HAMZA_ABOVE, "")).casefold()
