"""What typesetting takes beside the HTML and what it gives back beside the PDF. Types only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

RefusedKind: TypeAlias = Literal[
    "image", "stylesheet", "font", "attachment", "link", "base", "form"
]
"""What the document wanted the URL for (a sheet's colour profile counts as the sheet's)."""

RefusalReason: TypeAlias = Literal[
    "not-an-asset", "unknown-asset", "unfit-image", "wrong-type", "data-url", "target", "ignored"
]
"""Why it did not get it.

``not-an-asset``: the URL is not ``asset:NAME`` (a file, a host, a relative path).
``unknown-asset``: no asset has that name.
``unfit-image``: the bytes cannot be made into a clean image; ``detail`` says why.
``wrong-type``: the asset is there, but is not of the kind that was wanted.
``data-url``: a data: URL that holds no image.
``target``: a link may lead to ``#…``, ``http(s):``, ``mailto:`` only; its text stays.
``ignored``: an element that may not steer the document (``<base>``, ``<form>``).
"""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One URL that the document named and did not get; nothing was opened for it."""

    url: str
    kind: RefusedKind
    reason: RefusalReason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PageLabels:
    """The numbers a viewer shows for the pages (PDF 32000-1 §12.4.2): the first page is ``first``.

    ``prefix`` stands before every number (``"S"`` for a supplement); ``roman`` is i, ii, iii.
    """

    first: int = 1
    prefix: str = ""
    style: Literal["decimal", "roman"] = "decimal"

    def __post_init__(self) -> None:
        if self.first < 1:
            raise ValueError(f"a page label starts at 1 or above, not at {self.first}")


@dataclass(frozen=True, slots=True)
class TypesetResult:
    """A finished PDF, what was refused on the way, and what the engine remarked.

    ``missing_characters`` are those that none of the fonts has, sorted: nothing, or a box, prints.
    ``messages`` are for whoever writes templates (a CSS property it does not know …); they are
    never shown to an author.
    """

    pdf: bytes
    page_count: int
    refusals: tuple[Refusal, ...] = ()
    missing_characters: str = ""
    messages: tuple[str, ...] = ()
