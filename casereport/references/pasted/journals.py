"""Where a title ends and a journal's name begins.

The name is what follows the last full stop, and as many pieces before it as are abbreviated words,
for some lists set a full stop after each: «Title. Part I. J. Am. Acad. Dermatol.». It has to look
like a name, or nothing is understood.
"""

from __future__ import annotations

import re

from casereport.references.pasted.names import UPPER
from casereport.references.pasted.persian import JOURNAL as P_JOURNAL
from casereport.references.pasted.persian import LETTER
from casereport.references.pasted.titles import holds_numbers_of_others, is_title
from casereport.references.pasted.word_sets import word_set

_SENTENCE_END = re.compile(r"[.?!](?: |(?=[\]\"\u201d\u00bb]\.? ))|[\]\"\u201d\u00bb]\.? ")
_SMALL = word_set(
    """
    of the and in for on & to de la le du des del der die das und et y e an a with by at von fur
    für
    """
)
_ABBREVIATED = word_set(
    """
    J N Z Q Am Amer Br Brit Eur Int Intl Can Aust Asian Afr Ann Arch Acta Adv Acad Adolesc Allergy
    Anal Anat Anaesth Anesth Angiol Anim Appl Arab Arthrosc Assoc Audiol Autoimmun Bacteriol Behav
    Biochem Bioeng Biol Biomed Biophys Bone Biotechnol Bull Calcif Canc Card Cardiol Case
    Cardiothorac Cardiovasc Cell Cent Chem Chemother Child Chin Chir Chron Circ Clin Coll Commun
    Comp Complement Comput Contemp Crit Cryst Crystallogr Curr Cutan Cytol Dent Dermatol Dev Diab
    Diabet Diagn Dis Disord Drug Ecol Educ Electron Emerg Endocr Endocrinol Endod Eng Engl Environ
    Epidemiol Ethn Ethnopharmacol Exp Expert Fam Fertil Foren Fr Front Gastroenterol Gastrointest
    Gen Genet Geriatr Gerontol Ger Glob Gynaecol Gynecol Haematol Headache Heart Hematol Hepatol
    Hist Histochem Hosp Hum Hung Hyg Hypertens Immun Immunol Immunopathol Ind Indian Infect
    Inflamm Inform Inst Intensiv Intern Interv Joint Invest Iran Islam Isr Ital Jpn Kidney Kor Lab
    Lancet Laryngol Lett Leuk Lipid Liver Lond Magn Mal Mater Matern Math Maxillofac Med Membr
    Ment Metab Methods Microb Microbiol Microsc Mil Mol Morphol Mycol Nat Natl Nephrol Neth Neural
    Neurol Neuropathol Neurophysiol Neuroradiol Neurosci Neurosurg Nucl Nurs Nutr Obes Obstet
    Occup Oncol Open Ophthalmol Opin Oral Organ Orthop Orthod Otolaryngol Otol Paediatr Pain Pak
    Parasit Parasitol Path Pathol Pediatr Perinat Periodontol Pharm Pharmacol Pharmacother Philos
    Phys Physiol Plast Pol Port Postgrad Pract Prev Proc Prog Prosthet Psychiatr Psychiatry
    Psychol Psychosom Publ Pulm Qual Quant Radiat Radiol Reconstr Rehabil Reg Renal Rep Repub Repr
    Reprod Res Respir Resusc Rev Rheum Rheumatol Rhinol Rom Rus Saf Sand Saudi Scand Schizophr Sci
    Sect Semin Ser Sex Sin Skin Soc Spec Spine Sports Stat Strateg Subst Suppl Surg Swiss Symp
    Syndr Syst Technol Teratol Ther Thorac Thromb Toxicol Trans Transl Transplant Traumatol Trop
    Tuberc Tumor Turk Ultrasound Univ Urol Vaccin Vasc Vet Virol Wien Wkly World Yonsei Zool
    """
)
"""Words of journals' abbreviations (ISO 4's list of title word abbreviations has them)."""
_FIRST_WORDS = word_set(
    """
    journal annals archives american british european international clinical current seminars
    bulletin acta proceedings reviews review advances canadian australian new world asian iranian
    indian medical scandinavian expert experimental frontiers nature the open european best
    revista quarterly case cochrane
    """
)
_BEGINNINGS = word_set(
    """
    J Am Ann Arch Br Int Eur Acta Clin N Scand Semin Curr Exp Adv Can Indian Iran Proc Lancet
    Nature BMJ JAMA
    """
)
"""Words with which names of journals begin; nothing before them belongs to the name."""
_MAX_WORDS = 16
_MAX_PIECES = 8


def split_title(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the title ends (with its question mark) and where the journal's name begins."""
    ends = [match for match in _SENTENCE_END.finditer(plain, start, end) if match.end() < end]
    if not ends:
        return None
    chosen = len(ends) - 1
    first_allowed = max(0, chosen - _MAX_PIECES)
    while chosen > first_allowed and _is_abbreviated_piece(plain, ends[chosen - 1], ends[chosen]):
        chosen -= 1
    name = plain[ends[chosen].end() : end]
    title_end = _title_end(plain, ends[chosen])
    title = plain[start:title_end]
    # Abbreviated words alone are the beginning of a name, and the title is missing.
    if not is_journal(name) or not is_title(title) or _ABBREVIATED.issuperset(title.split()):
        return None
    if chosen > 0 and _may_belong_to_name(plain, ends[chosen - 1], ends[chosen], name):
        return None
    return title_end, ends[chosen].end()


def _title_end(plain: str, separator: re.Match[str]) -> int:
    """Full stops are the style's, question marks and closing brackets the title's."""
    sign = plain[separator.start()]
    return separator.start() + (0 if sign == "." else 1)


def _is_abbreviated_piece(plain: str, before: re.Match[str], after: re.Match[str]) -> bool:
    if plain[after.start()] != "." or plain[before.start()] not in ".?!":
        return False
    words = plain[before.end() : after.start()].split(" ")
    if not 1 <= len(words) <= 5 or words[-1].rstrip(".") not in _ABBREVIATED:
        return False
    return all(word and (word[0] in UPPER or word in {"&", "of"}) for word in words)


def _may_belong_to_name(plain: str, before: re.Match[str], after: re.Match[str], name: str) -> bool:
    """True for a short piece in capitals before a name (Acta Crystallogr. D Biol. Crystallogr.).

    It may be the end of a title in capitals as well. A name that begins as names do is whole.
    """
    if plain[after.start()] != ".":
        return False
    words = plain[before.end() : after.start()].split(" ")
    capital = all(word[:1] in UPPER for word in words if word)
    if len(words) > 4 or not capital or (words[0] == "Part" and len(words) == 2):
        return False
    return name.partition(" ")[0].rstrip(".") not in _BEGINNINGS


def is_journal(name: str) -> bool:
    """True when a stretch looks like a journal's name, abbreviated or in full."""
    name = name.strip()
    if (
        not 2 <= len(name) <= 160
        or holds_numbers_of_others(name)
        or any(c in name for c in '?!;"[]')
    ):
        return False
    if re.match(LETTER, name):
        return _is_persian_journal(name)
    words = re.findall(r"[^\s()]+", name)
    if not words or len(words) > _MAX_WORDS or sum(c.isdigit() for c in name) > 4:
        return False
    known = words[0].lower().rstrip(".") in _FIRST_WORDS
    if ":" in name and not known and len(name.split(":")[0].split()) > 3:
        return False
    if re.search(r"(?:1[89]|20)\d\d", name):
        return False
    if re.match(r"[B-IK-MO-PR-Y] ", name):
        return False  # the section of a journal, whose name stands before
    lower = [word for word in words if word[0].islower() and word not in _SMALL]
    begins = (
        name[0] in UPPER
        or name[0].isdigit()
        or re.match(r"(?:e[A-Z]|i[A-Z]|m[A-Z]|medRxiv|bioRxiv|npj)", name)
    )
    if not begins:
        return False
    return not lower or known


def _is_persian_journal(name: str) -> bool:
    words = name.split()
    if len(words) > 18 or re.search(r"\d", name):
        return False
    return re.match(rf"(?:{P_JOURNAL})(?!{LETTER})", name) is not None or len(words) <= 3
