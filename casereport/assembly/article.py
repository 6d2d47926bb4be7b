"""CaseReport + Journal + Locale → Article: everything is numbered and formatted here, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casereport.article.article import Article, ArticleMeta, Edition, PrintPart
from casereport.article.block import Sec
from casereport.article.inline import plain_text
from casereport.assembly.bibliography import reference_list
from casereport.assembly.blocks import Blocks, heading
from casereport.assembly.footnotes import footnotes
from casereport.assembly.front import front
from casereport.assembly.numbering import number
from casereport.assembly.people import printed_name
from casereport.assembly.plan import PlannedSection, plan_body
from casereport.assembly.reading_order import notes_in_order
from casereport.assembly.setting import Record, Setting, edition_locale, foreign_locale
from casereport.assembly.statements import statements
from casereport.assembly.works import ReferenceList, listed
from casereport.diagnostics import Diagnostic
from casereport.journals import Journal
from casereport.model.case_report import CaseReport
from casereport.model.front import Publication
from casereport.model.issue import IssuePlace
from casereport.model.narrative import Narrative
from casereport.reading.faults import no_contributors
from casereport.text.isolates import strip_isolates
from casereport.text.note_marks import note_marks
from casereport.workspace import output_name


@dataclass(frozen=True, slots=True)
class Assembled:
    """The article, and what assembly had to say about the case (unknown placeholders)."""

    article: Article
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssemblyOptions:
    """How to assemble.

    ``order`` overrides the order of the languages in print; ``blind`` leaves out whatever names
    the authors; ``last_page`` overrides the end of the page range, once the pages are counted;
    ``place`` is what the issue in which the article stands says of its place.
    """

    order: tuple[str, ...] = ()
    blind: bool = False
    last_page: int | None = None
    place: IssuePlace | None = None


def assemble(
    case: CaseReport, journal: Journal, options: AssemblyOptions = AssemblyOptions()
) -> Assembled:
    """Make the article of ``case`` for ``journal``; nothing is raised for an author's mistake."""
    languages = print_order(case, journal, options.order)
    parts = {language: print_part(language, case, journal) for language in languages}
    # The edition printed whole sets the numbers.
    ranked = sorted(languages, key=lambda language: parts[language] != "full")
    plans: dict[str, tuple[Narrative, tuple[PlannedSection, ...]]] = {}
    for language in ranked:
        narrative = case.narratives.get(language) or Narrative(language, f"{language}.md", ())
        sections = plan_body(narrative, journal.manifest, case.facts)
        notes = notes_in_order(narrative, sections, case.facts)
        plans[language] = (replace(narrative, footnotes=notes), sections)
    works = listed(number(case, plans.values()), case, journal, ranked[0] if ranked else "en")
    place = publication(case, journal, options)
    record = Record(diagnostics=[*works.diagnostics])
    if not (case.facts.contributors or options.blind or case.source.is_refused(("contributors",))):
        record.diagnostics.append(no_contributors(case.source.span(("contributors",))))
    editions: list[Edition] = []
    for language in languages:
        narrative, sections = plans[language]
        setting = _setting(case, journal, works, record, narrative, place)
        setting = replace(setting, blind=options.blind)
        edition = _edition(setting, sections, parts[language])
        editions.append(edition)
    article = Article(
        name=output_name(case.name),
        journal=journal.id,
        meta=_meta(case, editions, doi=place.doi or "", blind=options.blind),
        editions=tuple(editions),
        references=reference_list(works.formatted, numbered=works.works is None),
        assets=_assets(case),
        first_page=_page(place, "first"),
        last_page=_page(place, "last"),
        blind=options.blind,
        citations=tuple(record.citations),
        mentions=tuple(record.mentions),
    )
    return Assembled(article, _once(record.diagnostics))


def _once(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """A text of case.yaml that serves both languages is set in each, and told once."""
    found = {(*one.sort_key, one.span, str(one.message)): one for one in reversed(diagnostics)}
    return tuple(reversed(found.values()))


def print_order(case: CaseReport, journal: Journal, order: Sequence[str] = ()) -> tuple[str, ...]:
    """The case's languages in print order: the given order, the case's, the journal's."""
    wanted = [*order, *case.facts.language_order, *journal.manifest.order]
    known = dict.fromkeys([*wanted, *case.facts.languages])
    return tuple(language for language in known if language in case.facts.languages)


def print_part(language: str, case: CaseReport, journal: Journal) -> PrintPart | None:
    """What the journal sets of a language; of the only language of a case, its ``sole`` part."""
    if len(case.facts.languages) == 1:
        return journal.manifest.sole
    return journal.manifest.print.get(language)


def _setting(  # noqa: PLR0913, PLR0917  (what an edition is set with has as many sources)
    case: CaseReport,
    journal: Journal,
    works: ReferenceList,
    record: Record,
    narrative: Narrative,
    place: Publication,
) -> Setting:
    manifest, numbering = journal.manifest, works.numbering
    locale = edition_locale(narrative.language, manifest)
    marks = manifest.numerals.get(narrative.language)
    return Setting(
        case=case,
        manifest=manifest,
        locale=locale,
        foreign=foreign_locale(locale, case.facts.languages),
        numbering=numbering,
        record=record,
        narrative=narrative,
        publication=place,
        works=works.works,
        unit_words=marks is not None and marks.units == "words",
        note_index={note.label: index for index, note in enumerate(narrative.footnotes)},
        note_signs=note_marks(len(narrative.footnotes), locale.panel_letter),
        typed_citations=not numbering.keyed and bool(numbering.references),
    )


def _edition(
    setting: Setting, sections: tuple[PlannedSection, ...], part: PrintPart | None
) -> Edition:
    narrative, locale, record = setting.narrative, setting.locale, setting.record
    record.back_links, record.note_marks, record.groups = {}, {}, 0
    blocks = Blocks(setting)
    head = front(setting, blocks)
    body = tuple(_section(section, blocks) for section in sections)
    said = statements(setting, blocks)
    notes = footnotes(setting, blocks)
    return Edition(
        language=narrative.language,
        direction=locale.direction,
        part=part,
        front=head,
        body=body,
        statements=said,
        footnotes=notes,
        floats_group=blocks.gathered,
        ref_heading=setting.manifest.references.heading.get(narrative.language) or "",
        back_links={key: tuple(ids) for key, ids in record.back_links.items() if key},
    )


def _section(section: PlannedSection, blocks: Blocks) -> Sec:
    if section.printed_heading:
        shown = heading(section.printed_heading)
    else:
        shown = blocks.prose.block(section.typed_heading)
    return Sec(blocks.once(section.id), shown, blocks.set(section.blocks))


def _assets(case: CaseReport) -> dict[str, bytes]:
    return {name: image.content for name, image in case.images.items() if image.content is not None}


def publication(
    case: CaseReport, journal: Journal, options: AssemblyOptions = AssemblyOptions()
) -> Publication:
    """The case's place in ``journal``; what it says of its own journal holds for no other."""
    place, last_page = case.facts.publication, options.last_page
    if options.place is not None:
        names_another = "journal" in case.facts.model_fields_set and (
            case.facts.journal != journal.id
        )
        return options.place.over(Publication() if names_another else place)
    if case.facts.journal != journal.id or not journal.manifest.layout.place:
        return Publication()
    if place.pages is None or last_page is None:
        return place
    pages = place.pages.model_copy(update={"last": str(last_page)})
    return place.model_copy(update={"pages": pages})


def _page(place: Publication, end: str) -> int | None:
    pages = place.pages
    text = getattr(pages, end) if pages is not None else None
    return int(text) if text and text.isdigit() else None


def _meta(case: CaseReport, editions: list[Edition], *, doi: str, blind: bool) -> ArticleMeta:
    main = next((edition for edition in editions if edition.part == "full"), editions[0])
    language = main.language
    names = () if blind else tuple(printed_name(p, language) for p in case.facts.contributors)
    return ArticleMeta(
        language=language,
        title=strip_isolates(plain_text(main.front.title)),
        authors=names,
        keywords=main.front.kwds,
        description="",
        doi="" if blind else doi,
    )
