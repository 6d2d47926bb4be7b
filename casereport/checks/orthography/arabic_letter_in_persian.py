"""A letter or digit of Arabic stands in a Persian word.

Arabic keyboards type ي and ك, which look like the Persian ی and ک in some places of a word and not
in others. They are other characters: a search, an index and a comparison of two texts miss the
word, and many fonts have no glyph for one of the two. The same holds for Arabic digits, the
ready-made ۀ, the tatweel that stretches a word, and the presentation forms that are copied out of
old PDF files. What stands in an Arabic quotation is marked with its language, ``[…]{lang=ar}``, and
is left alone. A teh marbuta is only noted: a few Persian words have it.

Bad::

    fa.md:
        بيماري پوستی در كودكان دیده شد.

Bad (digits of Arabic)::

    fa.md:
        پس از ١٤ روز بهبود یافت.

Good::

    fa.md:
        بیماری پوستی در کودکان پس از ۱۴ روز بهبود یافت. مسئول مؤسسه هیئت را دید.

References:
    The Unicode Standard, chapter 9.2: Arabic letters for Persian.
    ISIRI 6219, Persian information interchange.
"""

from __future__ import annotations

from collections.abc import Iterator

from casereport.checks.check import Check, Finding, SourceContext
from casereport.checks.fact_prose import case_prose
from casereport.checks.limits import limited
from casereport.checks.prose import Prose, mend
from casereport.diagnostics import N_, Severity, say
from casereport.text.orthography.arabic_characters import ForeignLetters, foreign_letters
from casereport.text.orthography.words import follows_persian_rules

check = Check(
    code="ORTH001",
    name="arabic-letter-in-persian",
    severity=Severity.WARNING,
    scope="source",
    message=N_("{word} is typed with {character} ({code_point}), which is no Persian character."),
    hint=N_("Type {right}."),
)

_TEH_MARBUTA = N_("Write it with the Persian ه or ت, unless the word is a quotation.")
_LONGEST_MEND = 60
"""No word has more such letters; what has is no word."""


def run(context: SourceContext) -> Iterator[Finding]:
    texts = (prose for prose in case_prose(context.case) if follows_persian_rules(prose.language))
    yield from limited(
        _finding(context, prose, word) for prose in texts for word in foreign_letters(prose.text)
    )


def _finding(context: SourceContext, prose: Prose, found: ForeignLetters) -> Finding:
    fix = None
    if 0 < len(found.edits) <= _LONGEST_MEND:
        description = say(N_("Type {right}."), right=found.right)
        fix = mend(context.case, prose, found.edits, description, safe=True)
    return Finding.at(
        prose.place(found.start, found.end),
        hint="" if found.edits else _TEH_MARBUTA,
        severity=None if found.edits else Severity.NOTE,
        fix=fix,
        word=found.word,
        character=found.character,
        code_point=f"U+{ord(found.character):04X}",
        right=found.right,
    )
