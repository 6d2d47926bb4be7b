"""Which language a title in Latin letters is in, by its small words.

The words are among the most frequent of each language and are no words of English. They count in
small letters alone, and apart from hyphens: IL-6 and MET are no articles. Cyrillic and East Asian
titles show by their letters.
"""

from __future__ import annotations

import re
import unicodedata

_WORDS: dict[str, str] = {
    "de": "der die das und bei mit eine einer eines einem zur zum von für im auf nach über durch",
    "fr": "le les la du des et une chez dans avec pour sur aux par au cas d' l'",
    "es": "el los las la del y en una con por para como caso al",
    "it": "il gli le la del della dei delle e nel nella con una caso di da l'",
    "pt": "o os as do da dos das e em uma com por um caso",
    "tr": "ve bir ile olan için olgu sunumu bağlı olarak hastada",
    "nl": "het een van bij voor door",
    "pl": "oraz przez leczenie przypadek się dla",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_ENGLISH = frozenset(
    {
        "the", "of", "and", "with", "for", "from", "by", "on", "to", "as", "at", "is", "are", "its",
        "their", "case", "report", "patient", "patients", "after", "during", "an", "using", "or",
        "versus", "among", "between", "study", "review", "treatment",
    }
)  # fmt: skip
_WORD = re.compile(r"(?<![\w-])(?:[dl]'(?=\w)|[^\W\d_]+(?![\w-]))")
_SCRIPTS = {"CYRILLIC": "ru", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko"}


def language_of_title(title: str) -> str:
    """A likely BCP 47 tag when the title is surely not in English; empty otherwise.

    >>> language_of_title("Die Behandlung der Calcinosis cutis mit Diltiazem")
    'de'
    >>> language_of_title("Calcinosis in rheumatic diseases"), language_of_title("Larva migrans")
    ('', '')
    """
    for letter in title[:200]:
        script = unicodedata.name(letter, "").partition(" ")[0] if ord(letter) > 0x370 else ""
        if script in _SCRIPTS:
            return _SCRIPTS[script]
    words = _WORD.findall(title[:1000].replace("\u2019", "'"))
    # The first word of a title has a capital, whatever it is.
    words = [*(word.lower() for word in words[:1]), *(word for word in words[1:] if word.islower())]
    if _ENGLISH.intersection(words):
        return ""
    found = {language: known.intersection(words) for language, known in _SETS.items()}
    best = max(found, key=lambda language: len(found[language]))
    # Two different small words, for one may be a name («La Crosse», «Du Bois»).
    return best if len(found[best]) >= 2 else ""
