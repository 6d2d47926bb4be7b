"""Which letters join across a boundary."""

import pytest

from casereport.text.joining import joins_next, joins_previous


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("\u06a9\u062a\u0627", "\u0628", False),  # alef joins nothing after it
        ("\u06a9\u062a", "\u0627\u0628", True),
        ("\u0645\u06cc\u200c", "\u0634", False),  # a half-space parts them
        ("\u0645\u06cc", "\u200c\u0634", False),
        ("\u0628\u0650", "\u0647", True),  # a mark is passed over
        ("\u067e", "\u0686", True),
        ("\u06af", "\u0698", True),
        ("\u0698", "\u06af", False),
        ("\u0628", " \u0628", False),
        ("a", "\u0628", False),
        ("", "\u0628", False),
    ],
)
def test_letters_join(before: str, after: str, joined: bool) -> None:
    assert (joins_next(before) and joins_previous(after)) is joined
