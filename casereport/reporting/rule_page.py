"""A rule's page in the reader's language, as ``explain`` and the reports show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from casereport.checks import Page, page_text
from casereport.checks.pages import Example
from casereport.diagnostics import N_, Message, Severity
from casereport.locale import load_locale
from casereport.locale.messages import catalogue
from casereport.reporting.rendering import isolated_terms, render
from casereport.text.isolates import Direction

SEVERITY_WORDS: Mapping[Severity, str] = MappingProxyType(
    {
        Severity.ERROR: N_("error"),
        Severity.WARNING: N_("warning"),
        Severity.NOTE: N_("note"),
    }
)
_FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "bidi": N_("direction of text"),
        "care": N_("CARE checklist"),
        "citations": N_("citations"),
        "dates": N_("dates"),
        "environment": N_("this machine"),
        "ethics": N_("ethics"),
        "figures": N_("figures"),
        "issue": N_("issues of a journal"),
        "journal": N_("rules of the journal"),
        "languages": N_("both languages"),
        "numbers": N_("numbers"),
        "orthography": N_("orthography"),
        "output": N_("output"),
        "privacy": N_("privacy"),
        "profile": N_("journal profiles"),
        "references": N_("references"),
        "source": N_("files of the case"),
        "tables": N_("tables"),
    }
)
"""A family's folder → its name; a family that is not here is called by its folder."""

_KINDS = {"bad": N_("Reported"), "good": N_("Not reported")}


@dataclass(frozen=True, slots=True)
class RulePage:
    """A page ready to be set; ``language`` and ``direction`` are those of its paragraphs.

    ``kind``: its severity and family, as a reader is told them.
    """

    code: str
    name: str
    severity: str
    family: str
    kind: str
    title: str
    language: str
    direction: Direction
    paragraphs: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    references_heading: str
    references: tuple[str, ...]
    silence_heading: str
    silence: tuple[str, ...]

    @property
    def body_markdown(self) -> str:
        """Everything below the title: reasons, examples, references, how to let a finding stand."""
        parts = list(self.paragraphs)
        for heading, source in self.examples:
            parts.append(f"**{heading}**\n\n```text\n{source}\n```")
        if self.references:
            listed = "\n".join(f"- {reference}" for reference in self.references)
            parts.append(f"**{self.references_heading}**\n\n{listed}")
        if self.silence:
            lines = "\n".join(self.silence)
            parts.append(f"**{self.silence_heading}**\n\n```text\n{lines}\n```")
        return "\n\n".join(parts)


def severity_word(severity: Severity, language: str) -> str:
    """``error``, ``warning`` or ``note`` in a language."""
    return catalogue(language).gettext(SEVERITY_WORDS[severity])


def family_name(family: str, language: str) -> str:
    """What a family is called in a language."""
    return catalogue(language).gettext(_FAMILIES.get(family, family))


def rule_page(page: Page, language: str) -> RulePage:
    """The page of a check in ``language``; reasons that are not translated stay English."""
    text = page_text(page, language)
    direction = load_locale(text.language).direction
    words = catalogue(language)
    # What cannot be silenced by a comment is not the author's: the machine, the finished files.
    silence: tuple[str, ...] = ()
    if page.scope in {"source", "article"} or page.code.startswith("SRC"):
        reason = words.gettext(N_("the reason"))
        silence = (
            f"# casereport: ignore {page.code} {reason}",
            f"<!-- casereport: ignore {page.code} {reason} -->",
        )
    severity, family = severity_word(page.severity, language), family_name(page.family, language)
    return RulePage(
        code=page.code,
        name=page.name,
        severity=severity,
        family=family,
        kind=f"{severity}{load_locale(language).list_comma}{family}",
        title=render(Message(page.title), language),
        language=text.language,
        direction=direction,
        paragraphs=tuple(isolated_terms(part, direction) for part in text.paragraphs),
        examples=tuple(
            (_kind(example, text.labels, language), example.source) for example in page.examples
        ),
        references_heading=words.gettext(N_("References")),
        references=tuple(isolated_terms(part, direction) for part in text.references),
        silence_heading=words.gettext(N_("To let it stand, with its reason")),
        silence=silence,
    )


def _kind(example: Example, labels: Mapping[str, str], language: str) -> str:
    word = catalogue(language).gettext(_KINDS[example.kind])
    label = labels.get(example.label, example.label)
    return f"{word} ({label})" if label else word
