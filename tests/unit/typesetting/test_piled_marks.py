"""A pile of combining marks must not end the process: HarfBuzz aborts at 65,536 of them."""

from __future__ import annotations

import subprocess
import sys

import pytest

SET = """
from casereport.typesetting import typeset_report
from casereport.typesetting.result import TypesetResult
pile = {pile}
result = typeset_report(f"<p>{before}a{{pile}}b{after}</p>")
assert result.pdf.startswith(b"%PDF")
print(result.page_count)
"""


@pytest.mark.parametrize("pile", ['"\\u0301" * 70_000', '"&#x301;" * 70_000'])
@pytest.mark.parametrize(("before", "after"), [("", ""), ("<b>x</b>", "<i title={pile}>y</i>")])
def test_seventy_thousand_marks_on_one_letter_are_set(pile: str, before: str, after: str) -> None:
    # In a process of its own: what would go wrong here takes the whole process with it.
    code = SET.format(pile=pile, before=before, after=after)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (0, "1\n"), done.stderr[-500:]
