"""The space before a heading or a float: a class gives each block what its next neighbour would.

The rules that ask for the neighbour are slow (each looks at all siblings of each block), and say
what is meant.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import cssselect2
import pytest
import tinycss2
from lxml import html

from casereport import resources
from casereport.exporters._document import print_document
from casereport.journals import load_journal
from tests.unit.assembly.conftest import article

MEANT = """
.body > :has(+ h2), .body > :has(+ h3) { margin-block-end: var(--line); }
.body > h2:has(+ h3) { margin-block-end: 0; }
.body > :has(+ h4) { margin-block-end: calc(var(--line) / 2); }
.body > :has(+ .float) { margin-block-end: 0.9em; }
"""
BLOCKS = (
    "Text.",
    "- one\n- two",
    "### Under",
    "#### Lower",
    "##### Lowest",
    "> Text.\n>\n> ### Inside\n>\n> Text.",
    "::: {lang=fa}\nText.\n:::",
    "| a | b |\n|---|---|\n| 1 | 2 |",
)
CASE = """
statements:
  funding: {text: {en: "None."}}
  competing-interests: {text: {en: "None."}}
"""


def rules(sheet: str) -> cssselect2.Matcher:
    matcher = cssselect2.Matcher()
    for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        said = tinycss2.serialize(rule.content).strip()
        for selector in cssselect2.compile_selector_list(rule.prelude):
            matcher.add_selector(selector, said)
    return matcher


def used() -> str:
    """Those of the base style sheet that give this space."""
    sheet = resources.read_text("templates", "base/style.css")
    found = re.findall(r"^\.body > [^{}\n]*\{ margin-block-end: [^{}\n]*\}$", sheet, re.MULTILINE)
    assert len(found) == 4
    return "\n".join(found)


def spaces(page: str, sheet: str) -> list[tuple[str, str]]:
    """Each block of the text with the declaration that wins."""
    matcher, told = rules(sheet), []
    for element in cssselect2.ElementWrapper.from_html_root(html.document_fromstring(page)).iter_subtree():
        if element.parent is not None and "body" in element.parent.classes:
            matches = matcher.match(element)
            told.append((element.local_name, max(matches, key=lambda match: match[:2])[-1] if matches else ""))
    return told


def texts() -> Iterator[str]:
    """Each block before each other one; then before a section, after its heading and at the end."""
    yield "\n\n".join(itertools.chain.from_iterable(itertools.product(BLOCKS, repeat=2)))
    for first, last in itertools.product(("", *BLOCKS), ("", BLOCKS[0])):
        yield f"{first}\n\n## Another {{#discussion}}\n\n{last}\n\n## Third {{#conclusion}}\n\n{first}"


@pytest.mark.parametrize("journal", ["clinical-brief", "manuscript"])
@pytest.mark.parametrize("case", ["", CASE], ids=["no statements", "statements"])
def test_each_block_has_the_space_that_its_neighbour_asks_for(case: str, journal: str) -> None:
    for text in texts():
        made = article(en=f"## Case {{#patient-information}}\n\n{text}", case=case, journal=journal)
        page = print_document(made, load_journal(journal))
        meant = spaces(page, MEANT)
        assert any(said for _, said in meant)
        assert spaces(page, used()) == meant, text
