"""One picture stands in two figures.

Where two figures, or two panels, show the same picture, one of them is most likely the wrong file:
copied and not replaced, or named twice. The same bytes are found, and pictures that look the same
when they were saved anew, made smaller or pressed harder; the comparison is strict, so that two
near views stay two. One image that serves both languages of a figure is no fault.

Bad::

    case.yaml:
        figures:
          before:
            file: figures/before.png
            caption: {fa: پیش از درمان, en: Before treatment}
          after:
            file: figures/after.png
            caption: {fa: پس از درمان, en: After treatment}
    figures/before.png: <a grey ramp>
    figures/after.png: <a grey ramp>

Good::

    case.yaml:
        figures:
          before:
            file: figures/before.png
            caption: {fa: پیش از درمان, en: Before treatment}
          after:
            file: figures/after.png
            caption: {fa: پس از درمان, en: After treatment}
    figures/before.png: <a grey ramp>
    figures/after.png: <a small PNG>

References:
    ICMJE Recommendations, III.B: images shown twice are among the things that editors look for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._files import FileUse, file_uses
from casereport.diagnostics import N_, Route, Severity, say
from casereport.typesetting.examining import ImageFacts, examine_image, looks_alike
from casereport.typesetting.images import UnfitImageError

check = Check(
    code="FIG013",
    name="duplicate-image",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The image {file} is the same as {other}, which stands elsewhere in the article."),
    hint=N_("Put the right file in its place, or leave one of the two out."),
)

_ALIKE = N_("The image {file} looks the same as {other}, which stands elsewhere in the article.")
_NAMED_TWICE = N_("The image {file} stands in two places of the article.")


@dataclass(frozen=True, slots=True)
class _Shown:
    """An image where it stands: the figure or the panel."""

    use: FileUse
    facts: ImageFacts

    @property
    def slot(self) -> Route:
        """The way to the figure, or to the panel."""
        route = self.use.route
        return route[:4] if route[2] == "panels" else route[:2]


def run(context: SourceContext) -> Iterator[Finding]:
    seen: list[_Shown] = []
    told: set[tuple[Route, Route]] = set()
    for shown in _shown(context):
        for other in seen:
            pair = (shown.slot, other.slot)
            if shown.slot == other.slot or pair in told:
                continue
            same = shown.facts.digest == other.facts.digest
            if same or looks_alike(shown.facts, other.facts):
                told.add(pair)
                yield _finding(shown.use, other.use, same=same)
                break
        seen.append(shown)


def _shown(context: SourceContext) -> Iterator[_Shown]:
    for use in file_uses(context.case.facts):
        image = context.case.images.get(use.file)
        if image is None or image.content is None:
            continue  # FIG001 tells of it
        try:
            facts = examine_image(image.content)
        except UnfitImageError:
            continue  # FIG006 tells of it
        yield _Shown(use, facts)


def _finding(use: FileUse, other: FileUse, *, same: bool) -> Finding:
    message = _NAMED_TWICE if use.file == other.file else "" if same else _ALIKE
    related = [(other.route, say(N_("The same picture stands here.")))]
    return Finding.at(use.route, message=message, related=related, file=use.file, other=other.file)
