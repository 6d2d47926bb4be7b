"""A text that a journal prints is missing in a language that it prints.

The journal's name stands in the running heads, the printed headings over the sections, a rule's
reason beside its findings. Where one is missing in a language, the author's own heading prints, or
nothing. One text without languages serves all of them.

Bad::

    journal.yaml:
        name: {fa: نام}

Bad (a heading)::

    journal.yaml:
        name: {fa: نام, en: Name}
        sections:
          - {heading: {en: Introduction}, ids: [introduction]}

Good::

    journal.yaml:
        name: {fa: نام, en: Name}
        sections:
          - {heading: {fa: مقدمه, en: Introduction}, ids: [introduction]}
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, ProfileContext
from casereport.checks.profile._printed import printed_languages
from casereport.diagnostics import N_, LanguageName, Route, Severity
from casereport.journals.manifest import Manifest
from casereport.model.base import Bilingual

check = Check(
    code="PROF014",
    name="text-in-one-language",
    severity=Severity.WARNING,
    scope="profile",
    message=N_("{key} has no text in {language}, which is printed."),
    hint=N_("Add it, or write one text that serves every language."),
)


def run(context: ProfileContext) -> Iterator[Finding]:
    manifest = context.profile.manifest
    if manifest is None or manifest.abstract:
        return
    for route, text in _texts(manifest):
        for language in printed_languages(manifest):
            if text.get(language) is None:
                key = ".".join(str(part + 1 if isinstance(part, int) else part) for part in route)
                place = context.profile.source.key(route)
                yield Finding.at(place, key=key, language=LanguageName(language))


def _texts(manifest: Manifest) -> Iterator[tuple[Route, Bilingual]]:
    yield ("name",), manifest.name
    yield ("references", "heading"), manifest.references.heading
    for index, printed in enumerate(manifest.sections):
        yield ("sections", index, "heading"), printed.heading
    for code, rule in manifest.checks.items():
        if rule.reason is not None:
            yield ("checks", code, "reason"), rule.reason
