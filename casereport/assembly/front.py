"""The front of one edition: title, authors, abstract, keywords, dates, own citation."""

from __future__ import annotations

import re

from casereport.article.article import Front, LabelledText, RunningHead
from casereport.article.inline import Inline, LastPage, Link, Span, Text, plain_text
from casereport.assembly.blocks import Blocks
from casereport.assembly.people import People, people, printed_name
from casereport.assembly.plan import ABSTRACT
from casereport.assembly.setting import Setting
from casereport.journals.manifest import Dates, Manifest
from casereport.locale import Locale
from casereport.model.front import Publication
from casereport.text.digits import to_persian_digits
from casereport.text.isolates import ltr
from casereport.text.numbers import NumberingSystem

_ISSUE = re.compile(r"\s?\(\{issue\}\)")
_DOUBLE_ISSUE = re.compile(r"(\d{1,6})\s*[-\u2013]\s*(\d{1,6})")
_DATES = ("received", "revised", "accepted", "published")


def front(setting: Setting, blocks: Blocks) -> Front:
    """Everything before the text; when blind, without whatever names the authors."""
    locale, blind = setting.locale, setting.blind
    shown_title = title(setting, blocks)
    narrative = setting.narrative
    abstract = narrative.section(ABSTRACT)
    authors = People((), (), ()) if blind else people(setting)
    keywords = setting.case.facts.keywords
    kwds = keywords.get(locale.language) if keywords else ()
    return Front(
        kind=locale.term("case-report"),
        title=shown_title,
        contribs=authors.contribs,
        affs=authors.affs,
        abstract_label=locale.term("abstract"),
        abstract=blocks.set(abstract.blocks) if abstract else (),
        kwd_label=locale.term("keywords"),
        kwds=kwds,
        kwd_text=locale.list_comma.join(kwds),
        dates=() if blind else _dates(setting),
        dates_line="" if blind else _dates_line(setting),
        self_citation=() if blind else self_citation(setting),
        corresponding=authors.corresponding,
        notes=() if blind else _notes(setting),
        running=running_head(setting, blocks, shown_title),
    )


def title(setting: Setting, blocks: Blocks) -> tuple[Inline, ...]:
    """The title in the edition's language; that of the other one, marked, when it has none."""
    field = setting.case.facts.title
    text = field.get(setting.language)
    if text:
        return blocks.markdown(text, ("title",))
    language, other = next(iter(field.texts.items()))
    return (Span(language, None, (Text(other),)),)


def _dates(setting: Setting) -> tuple[LabelledText, ...]:
    """Each known date with its label, in the language's calendar."""
    locale, dates = setting.locale, setting.case.facts.dates
    style = _dates_form(setting).style
    found = []
    for name in _DATES:
        printed = getattr(dates, name)
        date = printed.get(locale.language) if printed is not None else None
        if date is not None:
            shown = Text(locale.date(date, style if date.day else "month-year"))
            found.append(LabelledText(locale.term(name), (shown,), name))
    return tuple(found)


def _dates_form(setting: Setting) -> Dates:
    """How the journal prints dates in this language; plainly, when it does not say."""
    return setting.manifest.dates.get(setting.language) or Dates(style="long", line="{dates}")


def _dates_line(setting: Setting) -> str:
    """The dates as one line, "(Received …; Accepted …)", or the author's override as typed."""
    override = setting.case.facts.dates.line
    if override is not None and (typed := override.get(setting.language)):
        return typed
    locale = setting.locale
    entries = [
        locale.term(f"{date.id}-on", date=plain_text(date.children)) for date in _dates(setting)
    ]
    if not entries:
        return ""
    line = _dates_form(setting).line
    return line.format(dates=locale.term("dates-separator").join(entries))


def issue_date(place: Publication, locale: Locale) -> str:
    """Month (where it is known) and year of the issue as the language counts; empty: unknown."""
    date = place.year.get(locale.language) if place.year else None
    return locale.date(date.calendar_date, "month-year") if date else ""


def pages(setting: Setting) -> str:
    """The page range in the language's digits; empty when unknown."""
    place = setting.publication.pages
    if place is None:
        return ""
    if place.last and place.first.isdigit() and place.last.isdigit():
        return setting.locale.range(place.first, place.last)
    if place.last is None and place.first.isdigit():
        return setting.locale.number(place.first)
    # An article number: e3585.
    shown = f"{place.first}-{place.last}" if place.last else place.first
    return ltr(shown) if setting.locale.direction == "rtl" else shown


def self_citation(setting: Setting) -> tuple[Inline, ...]:
    """The article's own citation by the journal's pattern, always in Latin digits."""
    pattern = setting.manifest.citation_line
    place = setting.publication
    year_ = place.year.get("en") if place.year else None
    range_ = place.pages
    if not (pattern and place.volume and year_ and range_ and setting.manifest.abbreviation):
        return ()
    journal = setting.manifest.abbreviation.get("en") or setting.manifest.name.get("en") or ""
    if not place.issue:
        pattern = _ISSUE.sub("", pattern)
    shown = pattern.format(
        journal=journal,
        year=year_.calendar_date.year,
        volume=place.volume,
        issue=place.issue or "",
        pages=f"{range_.first}-{range_.last}" if range_.last else range_.first,
    )
    note = setting.manifest.references.language_note
    line = _with_last_page(shown, setting, "latn")
    return (Span("en", "ltr", (*line, Text(f" ({note})." if note else "."))),)


def _with_last_page(
    line: str, setting: Setting, numbering_system: NumberingSystem
) -> tuple[Inline, ...]:
    """A line that ends in the page range, the range's own end being a node by itself."""
    place = setting.publication.pages
    if place is None or not (place.last and place.first.isdigit() and place.last.isdigit()):
        return (Text(line),) if line else ()
    last = to_persian_digits(place.last) if numbering_system == "arabext" else place.last
    before, found, after = line.rpartition(last)
    if not found:
        return (Text(line),)
    nodes = (Text(before), LastPage(last, numbering_system), Text(after))
    return tuple(node for node in nodes if node.text)


def running_head(setting: Setting, blocks: Blocks, whole_title: tuple[Inline, ...]) -> RunningHead:
    """Journal, short title, authors, and the place in the volume, for the heads of the pages."""
    facts, locale = setting.case.facts, setting.locale
    short = facts.running_title.get(locale.language) if facts.running_title else None
    shown = blocks.markdown(short, ("running-title",)) if short else whole_title
    return RunningHead(
        journal=setting.manifest.name.get(locale.language) or "",
        title=plain_text(shown),
        authors="" if setting.blind else _short_authors(setting),
        place=() if setting.blind else _place(setting),
    )


def _short_authors(setting: Setting) -> str:
    names = [printed_name(person, setting.language) for person in setting.case.facts.contributors]
    if len(names) > 2:
        return f"{names[0]} {setting.locale.term('and-others')}"
    return setting.locale.join(names) if names else ""


def _place(setting: Setting) -> tuple[Inline, ...]:
    """Volume in words, number, year, pages, in the language's own words."""
    locale = setting.locale
    parts = issue_parts(setting.publication, locale, setting.manifest)
    if shown := pages(setting):
        parts.append(locale.term("pages-range", pages=shown))
    line = locale.list_comma.join(parts)
    return _with_last_page(line, setting, locale.numbers.numbering_system)


def issue_parts(place: Publication, locale: Locale, manifest: Manifest) -> list[str]:
    """Volume, number and date of an issue, each in the language's own words, as far as known."""
    parts = []
    if place.volume:
        parts.append(locale.term("volume-number", number=_volume(place.volume, locale, manifest)))
    if place.issue:
        issue = _issue_number(place.issue, locale)
        parts.append(locale.term("issue-number", number=issue))
    if shown := issue_date(place, locale):
        parts.append(shown)
    return parts


def _issue_number(number: str, locale: Locale) -> str:
    """The number of an issue, or of a double one (7-8), in the language's digits."""
    if number.isdecimal():
        return locale.number(int(number))
    double = _DOUBLE_ISSUE.fullmatch(number)
    return locale.range(int(double[1]), int(double[2])) if double else number


def _volume(volume: str, locale: Locale, manifest: Manifest) -> str:
    """The volume as the journal counts it: in words, or in figures."""
    if not volume.isdecimal():
        return volume
    number = int(volume)
    in_words = manifest.volume.get(locale.language) == "words"
    # Words end at 999: a volume may be counted by the year.
    if in_words and 1 <= number <= 999:
        return locale.ordinal(number)
    return locale.number(number)


def _notes(setting: Setting) -> tuple[LabelledText, ...]:
    """Licence and DOI, when they are given."""
    locale, place = setting.locale, setting.publication
    notes = []
    if place.doi:
        link = Link(f"https://doi.org/{place.doi}", (Text(place.doi),))
        notes.append(LabelledText(locale.term("doi"), (Span(None, "ltr", (link,)),), "doi"))
    if place.license:
        shown = Span(None, "ltr", (Text(place.license),))
        notes.append(LabelledText(locale.term("license"), (shown,), "license"))
    return tuple(notes)
