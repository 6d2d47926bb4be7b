"""What is known of the words of English titles: which are no names, and which stand in names.

Sources: ``title_words.txt`` beside this file (counted in titles of PubMed); medical terms and
eponyms of :mod:`casereport.text.orthography.lexicon_en`; the sets below, compiled for this project.
"""

from __future__ import annotations

from functools import cache

from casereport import resources
from casereport.text.orthography.lexicon_en import EPONYMS, NEIGHBOURS, TERMS, VARIANTS

_PACKAGE = "casereport.references.cleaning"

LANGUAGES = frozenset({"", "en"})
"""Languages of titles that this lexicon knows; empty: of one that says none."""

SMALL = frozenset(
    str.split("""
    a about above after against along also among an and are as at be because been before below
    between beyond both but by can could do does due during for from had has have how if in into is
    it its may might must near no nor not of off on onto or our out over per rather should since so
    than that the their them then there these they this those through throughout to toward towards
    under until up upon us using versus via vs was we were what when where whether which while who
    whom whose why will with within without yet you your
    """)
)
"""Words of grammar: small wherever no sentence begins."""

PREFIXES = frozenset(
    str.split("""
    anti auto bi co cross de di extra half hyper hypo infra inter intra macro mega meta micro mid
    mini mono multi neo non para peri poly post pre pro pseudo quasi re self semi sub super supra
    trans tri ultra uni
    """)
)
"""They stay small before a name: ``non-Hodgkin``, ``post-COVID``."""

BEGINNERS = frozenset(
    str.split("new old north south east west northern southern eastern western central red dead")
)
"""Words of no name, unless a name follows: a new drug, New Zealand."""

ENDS_OF_NAMES = frozenset(
    str.split("""
    study studies trial trials group groups registry criteria criterion score scale index project
    program programme classification test questionnaire inventory survey cohort protocol guideline
    guidelines statement system consensus network database
    """)
)
"""With one of these after a name, what stands between belongs to it: Framingham Heart Study."""

ORGANISATIONS = frozenset(
    str.split("""
    academy agency association board bureau center centre college committee council department
    faculty federation foundation hospital institute institutes institution league ministry office
    organisation organization school society union university
    """)
)
"""What follows them with «of» or «for» belongs to their name."""

PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "middle east", "near east", "far east", "red cross", "dead sea", "black sea", "gulf war",
        "world war", "new york", "long island", "salt lake", "rocky mountain", "third world",
        "delphi method", "cochrane review", "mental health act", "helsinki declaration",
    )
)  # fmt: skip
"""Names that consist of words which by themselves are none."""


_GENERA = frozenset(
    str.split("mycobacterium pseudomonas staphylococcus streptococcus mycoplasma candida giardia")
)
"""They stand among the medical terms, and are written with a capital."""


@cache
def common_title_words() -> frozenset[str]:
    """Words that are small inside a sentence, in small letters."""
    text = resources.package_text(_PACKAGE, "title_words.txt")
    counted = {
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    }
    known = {*TERMS.split(), *NEIGHBOURS.split(), *VARIANTS.replace(";", " ").split()}
    return frozenset((counted | known | SMALL | PREFIXES) - EPONYMS - _GENERA)
