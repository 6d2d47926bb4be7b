"""A figure shows a patient who can be known, and no consent is recorded for it.

A photograph of a face or of skin is published with the patient's written consent, given for this
publication after seeing what will be shown; a bar over the eyes is not enough. The record stands
beside the figure: `consent: obtained`, `not-required`, or a statement in words. Told are
photographs whose caption or alt text speaks of a face or of skin, and those that case.yaml calls
`kind: photograph` and that show a part of the body. Radiographs, sections under the microscope,
drawings and pictures of an operation are left alone, and so is all when the article's own statement
of consent says that it holds for images. Where it does not say so, this is a note; and so is
`not-stated`.

Bad::

    case.yaml:
        figures:
          face:
            file: figures/face.png
            kind: photograph
            caption: {fa: تلانژکتازی صورت, en: Telangiectasia of the face}
    figures/face.png: <a small PNG>

Good::

    case.yaml:
        figures:
          face:
            file: figures/face.png
            kind: photograph
            caption: {fa: تلانژکتازی صورت, en: Telangiectasia of the face}
            consent: obtained
    figures/face.png: <a small PNG>

Good (nobody to be known)::

    case.yaml:
        figures:
          hand:
            file: figures/hand.png
            kind: radiograph
            caption: {fa: گرافی دست, en: Radiograph of the hand}
    figures/hand.png: <a small PNG>

References:
    ICMJE Recommendations, II.E.1: written consent for identifying photographs.
    CARE 2013, item 13.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.figures._captions import Shown, shown
from casereport.checks.figures._identifying import Group, identifying, speaks_of_pictures
from casereport.diagnostics import N_, Severity, Span, say
from casereport.model.base import NOT_STATED
from casereport.model.case_report import CaseReport
from casereport.model.display import Figure
from casereport.model.statements import Statement

check = Check(
    code="FIG012",
    name="consent-missing",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The figure {figure} shows a patient ({word}); no consent is recorded for it."),
    hint=N_("Write {example} below it once the patient has agreed in writing, or leave it out."),
)

_NOT_STATED = N_("The figure {figure} shows a patient ({word}); consent to it is not stated.")
_GENERAL = N_("The figure {figure} shows a patient ({word}); does the consent speak of it, too?")
_GENERAL_HINT = N_("Write {example} below it if the patient has agreed to this very image.")


def run(context: SourceContext) -> Iterator[Finding]:
    case = context.case
    for key, figure in case.facts.figures.items():
        route = ("figures", key)
        given = figure.consent is not None and figure.consent != NOT_STATED
        refused = case.source.is_refused((*route, "consent"))
        if given or refused or figure.kind != "photograph" or _covered(case):
            continue
        parts = [one for one in shown(case) if one.figure == key]
        word = next((found for one in parts if (found := _word(one, figure, case))), None)
        if word is None:
            continue
        general = isinstance(case.facts.statements.consent, Statement)
        silent = figure.consent == NOT_STATED
        yield Finding.at(
            (*route, "consent") if silent else route,
            message=_NOT_STATED if silent else _GENERAL if general else "",
            hint=_GENERAL_HINT if general and not silent else "",
            severity=Severity.NOTE if silent or general else None,
            related=[(word[1], say(N_("This says what is to be seen.")))],
            figure=key,
            word=word[0],
            example="consent: obtained",
        )


def _covered(case: CaseReport) -> bool:
    """True when the article's own statement of consent says that it holds for images."""
    consent = case.facts.statements.consent
    text = consent.text if isinstance(consent, Statement) else None
    said = text.texts if text is not None else {}
    return any(speaks_of_pictures(words, language) for language, words in said.items())


def _word(one: Shown, figure: Figure, case: CaseReport) -> tuple[str, Span] | None:
    """The first word of the caption or the alt text by which the image shows a person."""
    said_to_be_one = "kind" in figure.model_fields_set
    for prose in (*one.captions(case), *one.descriptions(case)):
        found = list(identifying(prose.text, prose.language))
        photograph = said_to_be_one or any(each.group == "photograph" for each in found)
        groups: set[Group] = {"face", "skin", "body"} if photograph else {"face", "skin"}
        for each in found:
            if each.group in groups:
                return prose.text[each.start : each.end], prose.place(each.start, each.end)
    return None
