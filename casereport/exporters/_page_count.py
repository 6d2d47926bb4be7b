"""The number of the last page in a document whose pages are counted only when it is typeset.

It stands in the head of each page and in the article's own citation. CSS counts the pages
(``counter(pages)``) and cannot add: a counter style lists the numbers that the last page can have.
So the document is laid out once, and not again because its range came out other than was said.
"""

from __future__ import annotations

from markupsafe import Markup

from casereport.article.inline import LastPage
from casereport.exporters._element import element
from casereport.text.digits import to_persian_digits

MOST_PAGES = 400
"""An article that has more is laid out again, with the number as text."""


def counted_last_page(node: LastPage) -> Markup:
    """An element that the sheet fills in."""
    return element("span", class_=f"last-page {node.numbering_system}")


def counting_sheet(first_page: int) -> str:
    """The style sheet for an article that begins on ``first_page``."""
    numbers = [str(first_page + index) for index in range(MOST_PAGES)]
    digits = {"latn": numbers, "arabext": list(map(to_persian_digits, numbers))}
    return "\n".join(
        f"@counter-style last-page-{system} "
        f"{{ system: fixed; symbols: {' '.join(map(_quoted, shown))}; }}\n"
        f".last-page.{system}::before {{ content: counter(pages, last-page-{system}); }}"
        for system, shown in digits.items()
    )


def _quoted(number: str) -> str:
    return f'"{number}"'
