"""One journal is named in two forms.

«J Clin Rheumatol» beside «Journal of Clinical Rheumatology» makes one journal look like two, and
one of them breaks the journal's style, which prints names as they are given. Two names are one
journal when their words are the same, or when each word of one abbreviates the word of the other,
or when their entries have the same ISSN. Names of one word are not abbreviated and are compared
letter by letter: Cancer and Cancers are two journals.

Bad::

    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One work}, year = {2005}, volume = {3},
          pages = {1}, journal = {J Clin Rheumatol}}
        @article{b, author = {Reiter, Nina}, title = {Another}, year = {2006}, volume = {4},
          pages = {2}, journal = {J Clin Rheumatol}}
        @article{c, author = {Song, Peter}, title = {A third}, year = {2007}, volume = {5},
          pages = {3}, journal = {Journal of Clinical Rheumatology}}

Good::

    references.bib:
        @article{a, author = {Boulman, Nina}, title = {One work}, year = {2005}, volume = {3},
          pages = {1}, journal = {J Clin Rheumatol}}
        @article{b, author = {Reiter, Nina}, title = {Another}, year = {2006}, volume = {4},
          pages = {2}, journal = {Clin Rheumatol}}
        @article{c, author = {Song, Peter}, title = {A third}, year = {2007}, volume = {5},
          pages = {3}, journal = {Cancer}}
        @article{d, author = {Emil, Nina}, title = {A fourth}, year = {2008}, volume = {6},
          pages = {4}, journal = {Cancers}}

References:
    NLM Catalog: title abbreviations; ISO 4.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.references._places import inside
from casereport.diagnostics import N_, Severity, Span, say
from casereport.model.reference import Reference
from casereport.references.journal_names import is_same_journal, words_of_name

check = Check(
    code="REF008",
    name="journal-abbreviation-varies",
    severity=Severity.WARNING,
    scope="source",
    message=N_("The journal {name} is named {other} elsewhere in the list."),
    hint=N_("Write one form of its name, as the journal's style has it, in every entry."),
)

_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_COMPARED = 100
"""With so many journals before it is each name compared that has the same initials."""


def run(context: SourceContext) -> Iterator[Finding]:
    forms: dict[str, list[Reference]] = {}
    for reference in context.case.references:
        if reference.container_title and reference.type in _JOURNALS and not reference.unparsed:
            forms.setdefault(reference.container_title, []).append(reference)
    for group in _journals(forms):
        # The form most often used is taken for the right one, of two equal ones the first.
        kept = max(group, key=lambda form: len(forms[form]))
        for form in group:
            if form != kept:
                places = [_place(reference) for reference in forms[form]]
                others = [(place, say(N_("The same form."))) for place in places[1:] if place]
                there = _place(forms[kept][0])
                other = [(there, say(N_("The other form.")))] if there else []
                yield Finding.at(places[0], related=[*other, *others], name=form, other=kept)


def _place(reference: Reference) -> Span | None:
    return inside(reference, "container-title", reference.container_title)


def _journals(forms: dict[str, list[Reference]]) -> Iterator[list[str]]:
    """The forms of each journal that has more than one, in the order of the list."""
    groups: list[list[str]] = []
    # Names that abbreviate each other have the same initials.
    by_initials: dict[str, list[list[str]]] = {}
    by_issn: dict[str, list[str]] = {}
    for form, works in forms.items():
        initials = "".join(word[0] for word in words_of_name(form))
        near = by_initials.setdefault(initials, [])
        issn = {one.issn for one in works if one.issn}
        group = next((by_issn[number] for number in sorted(issn) if number in by_issn), None)
        if group is None:
            alike = (g for g in near[-_COMPARED:] if any(is_same_journal(form, n) for n in g))
            group = next(alike, None)
        if group is None:
            group = []
            groups.append(group)
            near.append(group)
        group.append(form)
        by_issn.update(dict.fromkeys(issn, group))
    return (group for group in groups if len(group) > 1)
