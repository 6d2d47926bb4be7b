"""Reference files changed as text: cleaned, merged, put in order; citations follow.

Before anything is handed out, the changed files are read again: where an entry would be lost or say
something that was not meant, the file is left as it is and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from casereport.diagnostics import N_, Message, Span, TextEdit, say
from casereport.model.case_report import CASE_FILE
from casereport.model.reference import Reference
from casereport.pipeline.references.lists import ReferenceFile
from casereport.references import read_references
from casereport.references.cleaning.bibtex_edits import BibtexText
from casereport.references.cleaning.cleaning import Change, CleaningOptions, Left, clean
from casereport.references.cleaning.field_texts import EDITABLE, SourceText
from casereport.references.cleaning.merging import Conflict, Merged, Refused, merge_duplicates
from casereport.references.titles import title_words
from casereport.text.citekeys import renamed
from casereport.text.edits import Changes, Places, apply_changes
from casereport.workspace import Replacement, UnreadableError, Workspace

SortKey: TypeAlias = Literal["key", "author", "year", "cited"]

_LAST = 10**6
_NUMBERS_TYPED = say(
    N_("The text cites by numbers typed by hand; with one entry fewer they would mean others.")
)
_UNSAFE = say(N_("The changed file would not read as it was meant; it is left as it is."))


@dataclass(frozen=True, slots=True)
class Edited:
    """New contents of files, what was changed, what was left and why."""

    replacements: tuple[Replacement, ...] = ()
    changes: tuple[Change, ...] = ()
    merged: tuple[Merged, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    left: tuple[Left, ...] = ()
    refused: tuple[Refused, ...] = field(default=())


def clean_files(files: Iterable[ReferenceFile], options: CleaningOptions) -> Edited:
    """Every file cleaned that can be changed as text."""
    replacements: list[Replacement] = []
    changes: list[Change] = []
    left: list[Left] = []
    for file in files:
        if not file.name.lower().endswith(EDITABLE):
            left.append(_not_editable(file))
            continue
        cleaned = clean(file.name, file.text, file.references, options)
        left += cleaned.left
        edits = [edit for change in cleaned.changes for edit in change.edits]
        after = _applied(file.content, edits)
        if _reads_otherwise(file, after):
            left.append(Left("", Span.start_of(file.name), _UNSAFE))
        elif after != file.content:
            changes += cleaned.changes
            replacements.append(Replacement(file.name, file.content, after))
    return Edited(tuple(replacements), tuple(changes), left=tuple(left))


def merge_files(
    files: Sequence[ReferenceFile],
    workspace: Workspace,
    texts: Iterable[str],
    *,
    keyed: bool = True,
) -> Edited:
    """Works that stand twice become one entry; ``texts`` are the files that may cite them.

    Only BibTeX is merged as text. What cannot be is told; so is everything where the text is not
    ``keyed``: its typed numbers would mean other entries.
    """
    found = merge_duplicates(one for file in files for one in file.references)
    books = {
        file.name: BibtexText(file.name, file.text)
        for file in files
        if file.name.lower().endswith(".bib")
    }
    edits: dict[str, list[TextEdit]] = {}
    merged: list[Merged] = []
    refused = list(found.refused)
    for one in found.merged:
        reason = _unmergeable(one, books) if keyed else _NUMBERS_TYPED
        if reason is not None:
            refused.append(Refused(one.kept, one.removed[0], reason))
            continue
        merged.append(one)
        for edit in _merge_edits(one, books):
            edits.setdefault(edit.span.file, []).append(edit)
    keys = {
        gone.citekey: one.kept.citekey
        for one in merged
        for gone in one.removed
        if gone.citekey != one.kept.citekey
    }
    replacements = [
        Replacement(file.name, file.content, _applied(file.content, edits[file.name]))
        for file in files
        if file.name in edits
    ]
    if not all(_reads_as(file, merged, replacements) for file in files):
        refused += [Refused(one.kept, one.removed[0], _UNSAFE) for one in merged]
        return Edited(refused=tuple(refused))
    replacements += _renamed_citations(workspace, texts, keys)
    conflicts = tuple(conflict for one in merged for conflict in one.conflicts)
    return Edited(
        tuple(replacements), merged=tuple(merged), conflicts=conflicts, refused=tuple(refused)
    )


def sort_files(
    files: Iterable[ReferenceFile], by: SortKey, numbers: Mapping[str, int]
) -> Edited:
    """The entries of each BibTeX file in order; ``numbers`` are those of the article, for cited."""
    replacements: list[Replacement] = []
    left: list[Left] = []
    for file in files:
        book = BibtexText(file.name, file.text)
        if not file.name.lower().endswith(".bib") or not book.is_sound:
            left.append(_not_editable(file))
            continue
        by_place = {dict(one.spans).get(""): one for one in file.references}

        keys = {
            entry.span: sort_key(by_place.get(entry.span) or Reference(entry.citekey), by, numbers)
            for entry in book.entries()
        }
        edits = book.sorted_by(lambda entry, keys=keys: keys[entry.span])  # type: ignore[misc]
        after = _applied(file.content, edits)
        if after != file.content:
            replacements.append(Replacement(file.name, file.content, after))
    return Edited(tuple(replacements), left=tuple(left))


def sort_key(reference: Reference, by: SortKey, numbers: Mapping[str, int]) -> tuple[object, ...]:
    """What an entry is put in order by; entries that are alike in it follow by author and year."""
    people = reference.authors or reference.editors
    author = tuple(word for one in people for word in title_words(one.family or one.literal))
    year = reference.issued.year if reference.issued.year is not None else _LAST
    usual = (author or title_words(reference.title), year, reference.citekey.casefold())
    match by:
        case "key":
            return (reference.citekey.casefold(), *usual)
        case "year":
            return (year, *usual)
        case "cited":
            return (numbers.get(reference.citekey, _LAST), *usual)
        case "author":
            return usual



def _not_editable(file: ReferenceFile) -> Left:
    message = N_("{file} is not changed as text; convert it first, with refs convert --to bib.")
    return Left("", Span.start_of(file.name), say(message, file=file.name))


def _applied(content: bytes, edits: Iterable[TextEdit]) -> bytes:
    """The content with the edits made; line ends and a byte order mark stay."""
    text = content.decode("utf-8", "surrogatepass")
    places, changes = Places(text), Changes()
    for edit in edits:
        change = places.change(edit)
        if change is not None and not changes.meets(change):
            changes.add(change)
    return apply_changes(text, changes).encode("utf-8", "surrogatepass")


def _reads_otherwise(file: ReferenceFile, after: bytes) -> bool:
    """True when an entry is gone, has another key, or another fault stands in the file."""
    text = after.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    found = read_references(file.name, text)
    before = read_references(file.name, file.text)
    keys = [one.citekey for one in found.references]
    return len(found.faults) > len(before.faults) or (
        # Keys that reading makes follow the names and years, which cleaning leaves.
        keys != [one.citekey for one in file.references]
    )


def _reads_as(
    file: ReferenceFile, merged: Iterable[Merged], replacements: Iterable[Replacement]
) -> bool:
    """True when the file holds, after its change, the merged entries and all others as before."""
    new = next((each for each in replacements if each.name == file.name), None)
    if new is None:
        return True
    values = {one.kept.span(): one.kept for one in merged}
    gone = {id(each) for one in merged for each in one.removed}
    wanted = [
        replace(values.get(one.span(), one), spans=())
        for one in file.references
        if id(one) not in gone
    ]
    text = new.after.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    found = read_references(file.name, text)
    return wanted == [replace(one, spans=()) for one in found.references]


def _unmergeable(one: Merged, books: Mapping[str, BibtexText]) -> Message | None:
    """Why these entries cannot be merged as text; None when they can."""
    for each in (one.kept, *one.removed):
        place = dict(each.spans).get("")
        book = books.get(place.file) if place is not None else None
        if book is None or book.entry_of(each) is None:
            return say(N_("Only entries of BibTeX files are merged; convert the other file to it."))
        if each is not one.kept and each.citekey.lower() in book.cross_referenced():
            return say(N_("Another entry takes fields from {citekey}."), citekey=each.citekey)
    return None


def _merge_edits(one: Merged, books: Mapping[str, BibtexText]) -> list[TextEdit]:
    place = one.kept.span()
    edits: list[TextEdit] = []
    if place is not None:
        values = {taken.field: one.kept for taken in one.taken}
        edits += books[place.file].with_fields(one.kept, values)
    for gone in one.removed:
        there = gone.span()
        if there is not None:
            edits += books[there.file].without(gone)
    return edits


def _renamed_citations(
    workspace: Workspace, texts: Iterable[str], keys: Mapping[str, str]
) -> list[Replacement]:
    replacements: list[Replacement] = []
    for name in texts if keys else ():
        try:
            content = workspace.read(name)
            text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except (UnreadableError, UnicodeDecodeError):
            continue
        source = SourceText(name, text)
        edits = [TextEdit(source.span(*place), new) for *place, new in renamed(text, keys)]
        after = _applied(content, edits)
        if after != content:
            replacements.append(Replacement(name, content, after))
    return replacements


def citing_files(narratives: Iterable[str]) -> tuple[str, ...]:
    """The files of a case in which works are cited: its texts, and the captions in case.yaml."""
    return (CASE_FILE, *sorted(narratives))
