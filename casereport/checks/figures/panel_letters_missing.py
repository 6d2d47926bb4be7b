"""A caption speaks of two views, but no letters say which is which.

Where a figure shows two images, a reader has to find the one that a sentence means. Each gets a
letter on the page when it is a panel of its own in case.yaml; where both stand in one image file,
the letters are drawn into it and named in the caption: (A), (B). Views that are told apart by their
place, (left) and (right), need none.

Bad::

    case.yaml:
        figures:
          wrist:
            file: figures/wrist.png
            caption:
              fa: نمای رخ مچ دست و نمای جانبی آرنج
              en: Frontal view of the wrist and lateral view of the elbow
    figures/wrist.png: <a small PNG>

Good::

    case.yaml:
        figures:
          wrist:
            caption: {fa: گرافی مچ دست و آرنج, en: Radiographs of the wrist and the elbow}
            panels:
              - file: figures/wrist.png
                caption: {fa: نمای رخ مچ دست, en: Frontal view of the wrist}
              - file: figures/elbow.png
                caption: {fa: نمای جانبی آرنج, en: Lateral view of the elbow}
    figures/wrist.png: <a small PNG>
    figures/elbow.png: <a small PNG>

Good (drawn into the image)::

    case.yaml:
        figures:
          wrist:
            file: figures/wrist.png
            caption:
              fa: (الف) نمای رخ مچ دست و (ب) نمای جانبی آرنج
              en: (A) Frontal view of the wrist and (B) lateral view of the elbow
    figures/wrist.png: <a small PNG>

References:
    ICMJE Recommendations, IV.A.3.i: what identifies parts of a figure is explained in the legend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._captions import shown
from casereport.checks.figures._view_words import PLACES
from casereport.checks.figures._views import NamedView, named_views
from casereport.checks.prose import Prose
from casereport.diagnostics import N_, Severity, say
from casereport.locale import available_languages, load_locale
from casereport.model.display import Figure

check = Check(
    code="FIG011",
    name="panel-letters-missing",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The caption of the figure {figure} speaks of several views, but names no letters."),
    hint=N_("Make each view one of the figure's {panels}, or write {letters} before each."),
)


def run(context: SourceContext) -> Iterator[Finding]:
    for one in shown(context.case):
        if not isinstance(one.part, Figure) or one.part.panels:
            continue
        for caption in one.captions(context.case):
            views = list(_distinct(named_views(caption.text, caption.language)))
            if len(views) > 1 and not _told_apart(caption.text):
                yield _finding(one.figure, caption, views)


def _distinct(views: Iterator[NamedView]) -> Iterator[NamedView]:
    seen: set[str] = set()
    for view in views:
        if view.view not in seen:
            seen.add(view.view)
            yield view


def _told_apart(caption: str) -> bool:
    """True when the first two letters stand in the caption, or places do."""
    letters = [("A", "B"), ("a", "b"), ("1", "2")]
    for language in available_languages():
        locale = load_locale(language)
        letters.append((locale.panel_letter(0), locale.panel_letter(1)))
    lettered = any(all(_stands(letter, caption) for letter in pair) for pair in letters)
    return lettered or PLACES.search(caption) is not None


def _stands(letter: str, caption: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(letter)}\s?[):.,\u060c-]", caption) is not None


def _finding(figure: str, caption: Prose, views: list[NamedView]) -> Finding:
    first, *others = (caption.place(view.start, view.end) for view in views)
    letters = "(A), (B)"
    if caption.language in available_languages():
        locale = load_locale(caption.language)
        letters = ", ".join(f"({locale.panel_letter(index)})" for index in (0, 1))
    return Finding.at(
        first,
        related=[(place, say(N_("Another view."))) for place in others],
        figure=figure,
        panels="panels",
        letters=letters,
    )
