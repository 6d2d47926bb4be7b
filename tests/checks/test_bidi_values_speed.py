"""The place that all names of a work share is not read again for each name and each character."""

from __future__ import annotations

import datetime
import time

from casereport.checks.bidi import control_character, invisible_character
from casereport.checks.check import SourceContext
from casereport.reading import read_case
from casereport.workspace import MemoryWorkspace
from tests.pace import is_within

NAMES = 2_000
SECONDS = 2.0
OVERRIDE, SPACE = "\u202e", "\u200b"


def test_many_names_in_a_long_place_are_cheap() -> None:
    # By escapes, so that each is looked for among what is typed; and found at the very end of it.
    escaped = '{"family": "' + r"\u202e a\u200b" * 20 + '"},' + " " * 500 + "\n" * 20
    body = escaped * NAMES + f'{{"family": "{OVERRIDE}{SPACE}"}}'
    files = {
        "case.yaml": "title: {fa: x, en: x}\nlanguages: [en]\n",
        "en.md": "## Introduction {#introduction}\n\nText.\n",
        "references.json": f'[{{"id": "a", "type": "book", "title": "t", "author": [{body}]}}]',
    }
    content = {name: text.encode() for name, text in files.items()}
    workspace = MemoryWorkspace("x", content, datetime.date(2026, 1, 1))
    case = read_case(workspace, journals=["manuscript"], languages=["en"]).case
    assert case is not None
    assert len(case.references[0].authors) == NAMES
    for module in (control_character, invisible_character):
        start = time.process_time()
        found = list(module.run(SourceContext(case=case)))
        taken = time.process_time() - start
        assert found, "the characters typed at the end are told"
        assert is_within(taken, SECONDS), f"{module.__name__}: {taken:.1f} s"
