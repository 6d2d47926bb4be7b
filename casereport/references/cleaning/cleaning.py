"""What is cleaned in a reference file, as edits of its text.

Each cleaner looks at one field of one entry, and says the edits, or why the field is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from casereport.diagnostics import N_, Message, Span, TextEdit, say
from casereport.model.reference import Reference
from casereport.references.cleaning import initials, shields
from casereport.references.cleaning.field_texts import FieldText, SourceText
from casereport.references.cleaning.journal_titles import (
    JournalForm,
    JournalTitles,
    known_journals,
)
from casereport.references.cleaning.sentence_case import (
    AfterColon,
    TitleWords,
    sentence_case,
    words_of_titles,
)
from casereport.references.cleaning.title_lexicon import LANGUAGES
from casereport.references.identifiers import doi_prefix
from casereport.references.languages import language_of_script, primary_language
from casereport.references.pages import PageForm, last_pages

TitleForm: TypeAlias = Literal["sentence"]
InitialsForm: TypeAlias = initials.InitialsForm

_IN_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningOptions:
    """What to clean; None leaves it. DOIs lose their address in any case.

    ``after_colon``: the first word after a colon, small as NLM has it, or as it is in the title.
    """

    journals: JournalForm | None = None
    titles: TitleForm | None = None
    after_colon: AfterColon = "small"
    pages: PageForm | None = None
    initials: InitialsForm | None = None
    journal_titles: JournalTitles = field(default_factory=known_journals)


@dataclass(frozen=True, slots=True)
class Change:
    """One field that changes: what it said and what it will say."""

    citekey: str
    variable: str
    span: Span
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """One field that is left as it is, and why."""

    citekey: str
    span: Span
    message: Message


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The changes of one file, in its order, and what was left."""

    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()


Found: TypeAlias = Iterator[TextEdit | Message]


def clean(
    file: str, text: str, references: Iterable[Reference], options: CleaningOptions
) -> Cleaned:
    """The changes in ``text``, from which ``references`` were read."""
    source = SourceText(file, text)
    listed = list(references)
    titles = words_of_titles(one.title for one in listed) if options.titles else TitleWords()
    changes: list[Change] = []
    left: list[Left] = []
    for reference in listed:
        for variable, find in _cleaners(options, titles):
            for place in _places(source, reference, variable):
                found = list(find(reference, place))
                edits = tuple(one for one in found if isinstance(one, TextEdit))
                if edits:
                    changes.append(Change(reference.citekey, variable, place.span, edits))
                left += [
                    Left(reference.citekey, place.span, one)
                    for one in found
                    if isinstance(one, Message)
                ]
    return Cleaned(tuple(changes), tuple(left))


def _places(source: SourceText, reference: Reference, variable: str) -> Iterator[FieldText]:
    if variable in {"author", "editor"}:
        yield from source.strings(reference, variable, "given")
    place = source.field(reference, variable)
    if place is not None:
        yield place


def _cleaners(
    options: CleaningOptions, titles: TitleWords
) -> Iterator[tuple[str, Callable[[Reference, FieldText], Found]]]:
    yield "DOI", lambda _, place: _doi(place)
    if options.titles:
        yield "title", lambda one, place: _title(one, place, titles, options.after_colon)
    if options.journals:
        form, known = options.journals, options.journal_titles
        yield "container-title", lambda one, place: _journal(one, place, form, known)
    if options.pages:
        pages = options.pages
        yield "page", lambda _, place: _pages(place, pages)
    if options.initials:
        wanted = options.initials
        for people in ("author", "editor"):
            yield people, lambda _, place: _initials(place, wanted)


def _doi(place: FieldText) -> Found:
    length = doi_prefix(place.text)
    if length:
        yield place.edit(0, length, "")


def _title(reference: Reference, place: FieldText, known: TitleWords, colon: AfterColon) -> Found:
    if primary_language(reference.language) not in LANGUAGES or language_of_script(place.meaning):
        return
    if reference.title.isupper() and len(reference.title.split()) > 2:
        yield say(N_("The title stands in capitals throughout; names in it cannot be told apart."))
        return
    found = sentence_case(shields.shielded(place), known, after_colon=colon)
    for index in found.capitals:
        yield place.edit(index, index + 1, place.text[index].lower())
    if found.undecided:
        yield say(
            N_("These words keep their capital, they may be names: {words}."),
            words=tuple(dict.fromkeys(found.undecided)),
        )


def _journal(
    reference: Reference, place: FieldText, form: JournalForm, known: JournalTitles
) -> Found:
    if reference.type not in _IN_JOURNALS or language_of_script(place.meaning):
        return
    name = place.meaning
    wanted = known.in_form(name, form, reference.issn)
    if wanted is None:
        yield say(N_("The journal {name} is not in the table of titles."), name=name)
        return
    written = place.written(wanted)
    if wanted != name and written is not None:
        yield place.edit(0, len(place.text), written)


def _pages(place: FieldText, form: PageForm) -> Found:
    for start, end, wanted in last_pages(place.text, form):
        yield place.edit(start, end, wanted)


def _initials(place: FieldText, form: InitialsForm) -> Found:
    for start, end, wanted in initials.rewritten(place.text, form, bare=place.form == "json"):
        yield place.edit(start, end, wanted)
