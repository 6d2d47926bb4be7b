"""The thirteen headings of the CARE checklist and their items, in our own words.

Items and numbers are those of 2013 (Gagnier JJ et al., CARE guidelines: consensus-based clinical
case reporting guideline development, J Clin Epidemiol 2014; 67: 46-51); the number of keywords is
that of 2016 (Riley DS et al., CARE guidelines for case reports: explanation and elaboration
document, J Clin Epidemiol 2017; 89: 218-235). Items 1, 2 and 4 ask for two things each and are
two here; all others stand as there.
"""

from __future__ import annotations

from dataclasses import dataclass

from casereport.diagnostics import N_, Words


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a case report should tell.

    ``label`` names it inside a sentence, ``text`` says it whole. ``conditional``: asked for where
    it applies, which only the authors know; its absence is shown but is no finding.
    """

    key: str
    label: Words
    text: Words
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """One of the thirteen; ``sections`` are those of the article where it belongs."""

    number: int
    title: Words
    items: tuple[Item, ...]
    sections: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The code of its check."""
        return f"CARE{self.number:03}"


def _item(key: str, label: str, text: str, *, conditional: bool = False) -> Item:
    return Item(key, Words(label), Words(text), conditional)


HEADINGS: tuple[Heading, ...] = (
    Heading(1, Words(N_("Title")), (
        _item("1a", N_("the words \u201ccase report\u201d in the title"),
              N_("The title says that this is a case report.")),
        _item("1b", N_("what the report is about, in the title"),
              N_("The title names the condition, finding or treatment that the report is about.")),
    )),
    Heading(2, Words(N_("Keywords")), (
        _item("2a", N_("two to five keywords"),
              N_("Two to five keywords name the diagnoses or treatments of the case.")),
        _item("2b", N_("\u201ccase report\u201d as a keyword"),
              N_("One of the keywords is \u201ccase report\u201d.")),
    )),
    Heading(3, Words(N_("Abstract")), (
        _item("3a", N_("what is new about the case"),
              N_("The abstract says what is new or unusual about the case.")),
        _item("3b", N_("the main complaints"),
              N_("The abstract gives the main complaints and the important findings.")),
        _item("3c", N_("the course from diagnosis to outcome"),
              N_("The abstract gives the main diagnoses, the treatments and the outcome.")),
        _item("3d", N_("the lesson of the case"),
              N_("The abstract ends with what is to be learnt from the case.")),
    ), ("abstract",)),
    Heading(4, Words(N_("Introduction")), (
        _item("4a", N_("background from the literature"),
              N_("The introduction sums up the background and cites the literature.")),
        _item("4b", N_("why this case is reported"),
              N_("The introduction says why this case is worth reporting.")),
    ), ("introduction",)),
    Heading(5, Words(N_("Patient information")), (
        _item("5a", N_("who the patient is"),
              N_("Age, sex and what else describes the patient without identifying them.")),
        _item("5b", N_("the main complaints"),
              N_("The main concerns and symptoms that brought the patient.")),
        _item("5c", N_("the full history"),
              N_("Medical, family and psychosocial history; genetic facts where they matter.")),
        _item("5d", N_("the result of earlier treatment"),
              N_("Earlier treatments that matter, and what came of them.")),
    ), ("patient-information",)),
    Heading(6, Words(N_("Clinical findings")), (
        _item("6", N_("the physical examination"),
              N_("The physical examination and other significant clinical findings.")),
    ), ("clinical-findings",)),
    Heading(7, Words(N_("Timeline")), (
        _item("7", N_("a timeline, as a table or figure"),
              N_("The important events in their order, as a table or figure.")),
    ), ("timeline",)),
    Heading(8, Words(N_("Diagnostic assessment")), (
        _item("8a", N_("results of tests"),
              N_("The diagnostic methods (laboratory, imaging, questionnaires) with results.")),
        _item("8b", N_("diagnostic challenges"),
              N_("What stood in the way of the diagnosis: access, cost, language, culture."),
              conditional=True),
        _item("8c", N_("how the diagnosis was reached"),
              N_("How the diagnosis was reached, and which other diagnoses were considered.")),
        _item("8d", N_("the prognosis"),
              N_("The prognosis or the stage, where there is one to give."), conditional=True),
    ), ("diagnostic-assessment",)),
    Heading(9, Words(N_("Therapeutic intervention")), (
        _item("9a", N_("the kind of treatment"),
              N_("The kinds of treatment: drugs, surgery, prevention, self-care.")),
        _item("9b", N_("the dosage"),
              N_("How the treatment was given: dose, strength, duration.")),
        _item("9c", N_("changes of treatment"),
              N_("Changes of the treatment, and the reasons for them."), conditional=True),
    ), ("therapeutic-intervention",)),
    Heading(10, Words(N_("Follow-up and outcomes")), (
        _item("10a", N_("the outcome"),
              N_("The outcome as the clinician, and where it fits the patient, judges it.")),
        _item("10b", N_("tests at follow-up"),
              N_("The important results of tests at follow-up.")),
        _item("10c", N_("how the treatment was tolerated"),
              N_("Whether the treatment was kept to and tolerated, and how that is known.")),
        _item("10d", N_("adverse events"),
              N_("Adverse and unexpected events, or that there were none.")),
    ), ("follow-up-and-outcomes",)),
    Heading(11, Words(N_("Discussion")), (
        _item("11a", N_("the limits of the report"),
              N_("The strengths and the limits in how this case was managed and reported.")),
        _item("11b", N_("the relevant literature"),
              N_("The relevant medical literature, with citations.")),
        _item("11c", N_("the reasons for the conclusions"),
              N_("The reasons for the conclusions, with the possible causes.")),
        _item("11d", N_("the main lesson"),
              N_("The main lesson of this report.")),
    ), ("discussion", "conclusion")),
    Heading(12, Words(N_("Patient perspective")), (
        _item("12", N_("the patient\u2019s own view"),
              N_("The patient\u2019s own view of the illness and its treatment.")),
    ), ("patient-perspective",)),
    Heading(13, Words(N_("Informed consent")), (
        _item("13", N_("the patient\u2019s informed consent"),
              N_("That the patient gave informed consent to the publication.")),
    ), ("informed-consent",)),
)  # fmt: skip
