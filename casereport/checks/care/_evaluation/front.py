"""Judges what stands before the case: title, keywords, abstract, introduction (items 1 to 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from casereport.checks.care._evaluation.phrases import find_phrase
from casereport.checks.care._evaluation.reading import Reading, Sentence
from casereport.checks.care._evaluation.verdict import (
    Evidence,
    Verdict,
    missing,
    partial,
    quoted,
    quoted_all,
    reported,
)
from casereport.diagnostics import N_, LanguageName, Words
from casereport.journals.manifest import Limits
from casereport.locale import load_locale
from casereport.model.case_report import CaseReport

ABSTRACT, INTRODUCTION = "abstract", "introduction"
_FEWEST, _MOST = 2, 5
"""CARE 2016."""
_SHORTEST = 4
"""A name of fewer letters may be part of another word."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_IN = N_("Not in {languages}.")
_LACKS = N_("Told here in part; not found: {parts}.")
_NO_CITATION = N_("The section cites no literature.")
_FEW = N_("Number of keywords: {count}.")


def title(case: CaseReport, languages: Iterable[str]) -> tuple[Verdict, Verdict]:
    """Items 1a and 1b, over the titles of the languages that are printed."""
    named: dict[str, bool] = {}
    focused: dict[str, bool] = {}
    evidence: dict[str, Evidence] = {}
    for language in languages:
        if not (text := case.facts.title.get(language)):
            continue
        place = case.source.span(("title", language))
        evidence[language] = Evidence(text, language, place, "title")
        phrase = find_phrase(text, "case-report", language)
        named[language] = phrase is not None
        rest = text if phrase is None else text[: phrase.start()] + text[phrase.end() :]
        focused[language] = len(_WORD.findall(rest)) > 1
    return _over_languages(named, evidence), _over_languages(focused, evidence)


def _over_languages(told: dict[str, bool], evidence: dict[str, Evidence]) -> Verdict:
    yes = [evidence[language] for language, is_told in told.items() if is_told]
    no = tuple(LanguageName(language) for language, is_told in told.items() if not is_told)
    if not yes:
        return missing("", *list(evidence.values())[:1])
    return partial(_NOT_IN, *yes, languages=no) if no else reported(*yes)


def keywords(
    case: CaseReport, languages: Iterable[str], limits: Limits
) -> tuple[Verdict, Verdict]:
    """Items 2a and 2b; how many there may be is the journal's to say, if it does."""
    given = case.facts.keywords
    counts: list[int] = []
    named: dict[str, bool] = {}
    evidence: dict[str, Evidence] = {}
    for language in languages:
        if given is None or not (words := given.get(language)):
            continue
        place = case.source.span(("keywords", language))
        text = load_locale(language).list_comma.join(words)
        evidence[language] = Evidence(text, language, place, "keywords")
        counts.append(len(words))
        named[language] = any(find_phrase(word, "case-report", language) for word in words)
    if not counts:
        return missing(), missing()
    fewest, most = limits.keywords_least or _FEWEST, limits.keywords_most or _MOST
    wrong = [count for count in counts if not fewest <= count <= most]
    found = tuple(evidence.values())
    counted = partial(_FEW, *found, count=wrong[0]) if wrong else reported(*found)
    return counted, _over_languages(named, evidence)


def abstract_novelty(reading: Reading) -> Verdict:
    """3a."""
    found = reading.find("novelty", ABSTRACT)
    return reported(quoted(reading, found)) if found else missing()


def abstract_findings(reading: Reading) -> Verdict:
    """3b: a complaint; a finding is what any abstract of a case gives beside it."""
    found = reading.find("complaint", ABSTRACT)
    return reported(quoted(reading, found)) if found else missing()


_PARTS = {
    "diagnosis": (Words(N_("the diagnosis")), ("labs", "imaging", "findings")),
    "treatment": (Words(N_("the treatment")), ("interventions",)),
    "outcome": (Words(N_("the outcome")), ("outcome",)),
}


def abstract_course(reading: Reading) -> Verdict:
    """3c: diagnosis, treatment and outcome, each by its words or by a fact that is called.

    A test with its result tells a diagnosis, and the name of what was given a treatment.
    """
    sentences = reading.sentences(ABSTRACT)
    found: list[Sentence] = []
    lacking: list[Words] = []
    for name, (label, roots) in _PARTS.items():
        said = (s for s in reading.all(name, ABSTRACT) if not _is_general(reading, s, name))
        told = next(said, None) or next((one for one in sentences if one.calls(*roots)), None)
        told = told or _told_by_name(reading, name)
        if told is None:
            lacking.append(label)
        else:
            found.append(told)
    evidence = quoted_all(reading, *found)
    if not evidence:
        return missing()
    return partial(_LACKS, *evidence, parts=tuple(lacking)) if lacking else reported(*evidence)


def _told_by_name(reading: Reading, part: str) -> Sentence | None:
    """The sentence of the abstract that has a test with its number, or an intervention's name."""
    if part == "diagnosis":
        return next((one for one in reading.all("methods", ABSTRACT) if one.has_number), None)
    if part != "treatment":
        return None
    given = [one.name.get(reading.language) or "" for one in reading.facts.interventions.values()]
    names = [name.lower() for name in given if len(name) >= _SHORTEST]
    said = reading.sentences(ABSTRACT)
    return next((one for one in said if any(name in one.text.lower() for name in names)), None)


def _is_general(reading: Reading, sentence: Sentence, name: str) -> bool:
    """True for an outcome that may be ("lesions can recur"): it is not this patient's."""
    return name == "outcome" and reading.says(sentence, "lesson")


def abstract_lesson(reading: Reading) -> Verdict:
    """3d: what the last sentence bids, allows or concludes."""
    last = reading.sentences(ABSTRACT)[-1:]
    told = [one for one in last if reading.says(one, "lesson")]
    return reported(*quoted_all(reading, *told)) if told else missing()


def background(reading: Reading) -> Verdict:
    """4a: an introduction with a citation."""
    sentences = reading.sentences(INTRODUCTION)
    if not sentences:
        return missing()
    cited = next((one for one in sentences if one.cites), None)
    if cited is not None:
        return reported(quoted(reading, cited))
    return partial(_NO_CITATION, quoted(reading, sentences[0]))


def reason(reading: Reading) -> Verdict:
    """4b: what is rare about it, or what the report is for; the last that says so is quoted."""
    told = [*reading.all("aim", INTRODUCTION)][-1:] or [*reading.all("novelty", INTRODUCTION)][-1:]
    return reported(*quoted_all(reading, *told)) if told else missing()


