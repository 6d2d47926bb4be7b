"""The text of a check's page in a reader's language.

English is the check's docstring. Another language has ``locales/<language>/checks/<CODE>.md``: the
reasons as paragraphs, perhaps ``References:`` with an indented source a line, and perhaps the words
for the labels of examples, a line each: ``[a tab]: …``. The title is translated with the messages;
the examples are the same in every language. Without such a file the English text is shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casereport import resources
from casereport.checks.pages import Page, sections

SOURCE_LANGUAGE = "en"
_LABEL = re.compile(r"^\[([^\]\n]+)\]: +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PageText:
    """Reasons, references and labels; ``language`` is the one they are really in."""

    language: str
    paragraphs: tuple[str, ...]
    references: tuple[str, ...]
    labels: dict[str, str]


def page_text(page: Page, language: str) -> PageText:
    """The page's text in ``language``, or in English where it has not been translated."""
    name = f"{language}/checks/{page.code}.md"
    if not resources.exists("locales", name):
        return PageText(SOURCE_LANGUAGE, page.paragraphs, page.references, {})
    text = resources.read_text("locales", name)
    labels = {match[1]: match[2].strip() for match in _LABEL.finditer(text)}
    paragraphs: list[str] = []
    references = page.references
    for head, body in sections(_LABEL.sub("", text)):
        if head == "References:":
            references = tuple(line.strip() for line in body.splitlines() if line.strip())
        else:
            paragraphs.append(head)
    return PageText(language, tuple(paragraphs), references, labels)
