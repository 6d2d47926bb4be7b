"""Contributors and affiliations as printed: marks by first appearance, ranks if wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casereport.article.article import Aff, Contrib, LabelledText
from casereport.article.inline import Inline, Link, Span, Text
from casereport.assembly.prose import Prose
from casereport.assembly.setting import Setting
from casereport.model.people import Contributor
from casereport.text.characters import RLM


@dataclass(frozen=True, slots=True)
class People:
    """The authors of one edition."""

    contribs: tuple[Contrib, ...]
    affs: tuple[Aff, ...]
    corresponding: tuple[LabelledText, ...]


def people(setting: Setting) -> People:
    """Authors with their marks, affiliation lines, and whom to write to."""
    facts, locale = setting.case.facts, setting.locale
    ranked = setting.manifest.affiliation_rank == "first"
    lines: dict[str, int] = {}
    contribs: list[Contrib] = []
    for person in facts.contributors:
        marks: list[int] = []
        for key in person.affiliations:
            affiliation = facts.affiliations.get(key)
            parts = affiliation.parts(locale.language) if affiliation else ()
            rank = person.rank.get(locale.language) if ranked and person.rank else None
            line = locale.list_comma.join([*([rank] if rank else []), *parts])
            if parts:
                marks.append(lines.setdefault(line, len(lines) + 1))
        contribs.append(_contrib(person, marks, setting))
    prose = Prose(setting)
    affs = tuple(Aff(locale.number(mark), prose.text(line)) for line, mark in lines.items())
    if len(affs) == 1 and len(contribs) == 1:
        # One author at one place needs no mark.
        affs = (Aff("", affs[0].children),)
        contribs = [replace(contribs[0], marks="")]
    return People(tuple(contribs), affs, _corresponding(setting))


def printed_name(person: Contributor, language: str) -> str:
    """The name as printed in ``language``, else as it is in the other one."""
    return person.name.get(language) or next(iter(person.name.texts.values()))


def _contrib(person: Contributor, marks: list[int], setting: Setting) -> Contrib:
    language = setting.language
    # The mark keeps two Persian numbers from becoming one run, read from the left (UAX #9, W4).
    comma = setting.locale.list_comma.strip() + (RLM if setting.locale.direction == "rtl" else "")
    roles = [setting.locale.term(f"role-{role}") for role in person.roles]
    return Contrib(
        name=printed_name(person, language),
        degrees=(person.degrees.get(language) or "") if person.degrees else "",
        marks=comma.join(setting.locale.number(mark) for mark in sorted(marks)),
        corresponding=person.corresponding,
        email=person.email or "",
        orcid=person.orcid or "",
        roles=setting.locale.list_comma.join(roles),
    )


def _corresponding(setting: Setting) -> tuple[LabelledText, ...]:
    """«مؤلف مسئول: …» and the addresses, left to right inside."""
    locale, language = setting.locale, setting.language
    found: list[LabelledText] = []
    for person in setting.case.facts.contributors:
        if not person.corresponding:
            continue
        parts: list[Inline] = [Text(printed_name(person, language))]
        address = person.address.get(language) if person.address else None
        if address:
            parts.extend((Text(" \u2013 "), *Prose(setting).text(address)))
        found.append(LabelledText(locale.term("corresponding-author"), tuple(parts), "corresp"))
        if person.email:
            link = Link(f"mailto:{person.email}", (Text(person.email),))
            found.append(LabelledText(locale.term("email"), (Span(None, "ltr", (link,)),), "email"))
        if person.phone:
            phone = Span(None, "ltr", (Text(person.phone),))
            found.append(LabelledText(locale.term("phone"), (phone,), "phone"))
    return tuple(found)
