"""Where headless Chromium puts each character: the oracle for visual order.

A script in the page asks for the rectangle of every code point (DOM Range) and leaves the answer in
the document, which Chromium then prints (``--dump-dom``). One start serves any number of cases.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from casereport import resources
from casereport.typesetting.fonts import font_face_rules
from tests.bidi.documents import Case, page
from tests.bidi.lines import Placed, is_visible

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_TIME_LIMIT = 180
_ANSWER = re.compile(r'<pre id="answer">(.*?)</pre>', re.DOTALL)
_SCRIPT = """
<script>
addEventListener("load", async () => {
  const failed = [];
  await Promise.all([...document.fonts].map(
    f => f.load().catch(() => failed.push(f.family))));
  const sections = [];
  for (const section of document.querySelectorAll("section")) {
    const origin = section.getBoundingClientRect();
    const found = [];
    const put = (text, r) => found.push([text,
      r.left - origin.left, r.right - origin.left, (r.top + r.bottom) / 2 - origin.top]);
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.tagName === "IMG") put("\\ufffc", node.getBoundingClientRect());
        continue;
      }
      let at = 0;
      for (const character of node.data) {
        range.setStart(node, at);
        at += character.length;
        range.setEnd(node, at);
        for (const r of range.getClientRects()) if (r.width > 0) { put(character, r); break; }
      }
    }
    sections.push(found);
  }
  const answer = document.createElement("pre");
  answer.id = "answer";
  answer.textContent = JSON.stringify({failed, sections});
  document.body.replaceChildren(answer);
});
</script>
"""


class OracleError(Exception):
    """Chromium ran and gave no usable answer."""


def chromium() -> str | None:
    """The path of a Chromium on this machine, or None."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def chromium_characters(cases: Sequence[Case]) -> list[list[Placed]]:
    """The visible characters of each case, in the order of the document.

    Raises:
        OracleError: there is no Chromium, or it failed.
    """
    if not cases:
        return []
    rules = font_face_rules(lambda face: resources.path_of("fonts", face.file).as_uri())
    head = f"<style>{rules}</style>{_SCRIPT}"
    answer = _ask(page(cases, [case.for_oracle for case in cases], head))
    if answer["failed"]:
        raise OracleError(f"fonts that Chromium did not load: {sorted(set(answer['failed']))}")
    return [
        [Placed(text, left, right, y) for text, left, right, y in section if is_visible(text)]
        for section in answer["sections"]
    ]


def _ask(document: str) -> dict[str, list[list[tuple[str, float, float, float]]]]:
    program = chromium()
    if program is None:
        raise OracleError("chromium is not installed")
    with tempfile.TemporaryDirectory(prefix="bidi-oracle-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, "cases.html")
        source.write_text(document, encoding="utf-8")
        command = [
            program,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--allow-file-access-from-files",
            "--font-render-hinting=none",
            "--virtual-time-budget=60000",
            f"--user-data-dir={folder}/profile",
            "--dump-dom",
            source.as_uri(),
        ]
        done = subprocess.run(command, capture_output=True, timeout=_TIME_LIMIT, check=False)
    found = _ANSWER.search(done.stdout.decode("utf-8", errors="replace"))
    if found is None:
        raise OracleError(f"no answer (exit {done.returncode}): {done.stderr.decode()[-500:]}")
    answer: dict[str, list[list[tuple[str, float, float, float]]]] = json.loads(
        html.unescape(found[1])
    )
    return answer
