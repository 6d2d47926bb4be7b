"""A case read, checked, and assembled for its journal."""

from __future__ import annotations

from dataclasses import dataclass

from casereport.article.article import Article
from casereport.assembly import AssemblyOptions, assemble
from casereport.checks import ArticleContext, Scope, SourceContext, apply_ignores, run_checks
from casereport.checks.ignoring import UNUSED_IGNORE
from casereport.checks.reasons import with_reasons
from casereport.checks.running import SeverityOverrides
from casereport.checks.severities import changeable, layered, with_severities
from casereport.diagnostics import N_, Diagnostic, say
from casereport.journals import Journal, journal_ids, load_journal
from casereport.locale import available_languages
from casereport.model.case_report import CaseReport
from casereport.pipeline.options import CheckOptions, Progress
from casereport.reading import ReadResult, read_case
from casereport.workspace import Workspace

_FALLBACK_JOURNAL = "manuscript"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case that is read, assembled and checked; no journal and article when it was unreadable."""

    read: ReadResult
    options: AssemblyOptions
    severities: SeverityOverrides
    journal: Journal | None = None
    article: Article | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    def told(self, *made: Diagnostic, proved: bool = False) -> tuple[Diagnostic, ...]:
        """The findings that no comment in the files silences; ``made``: those of the output."""
        # Where checks did not run, a comment for one of them is not idle.
        scopes: tuple[Scope, ...] = ("source", "article") if self.article is not None else ()
        scopes = (*scopes, "output") if proved else scopes
        found = self.explained((*self.diagnostics, *with_severities(made, self.severities)))
        off = [code for code, severity in self.severities.items() if severity is None]
        told = apply_ignores(found, self.read.ignores, scopes=scopes, off=off)
        # Only now is it known which comments silence nothing.
        late = {code: self.severities[code] for code in self.severities if code == UNUSED_IGNORE}
        return self.explained(with_severities(told, late))

    def explained(self, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """The findings with what the journal says of their rules."""
        return found if self.journal is None else with_reasons(found, self.journal.manifest)


def prepare(
    workspace: Workspace, checking: CheckOptions, options: AssemblyOptions, progress: Progress
) -> Prepared:
    """Read the case, and check and assemble it if it can be read."""
    progress(say(N_("Reading the case")))
    read = read_case(
        workspace,
        journals=journal_ids(),
        languages=available_languages(),
        evidence=checking.evidence,
    )
    case, severities = read.case, checking.severities
    found = [*with_severities(read.diagnostics, severities)]
    if case is None:
        return Prepared(read, options, severities, diagnostics=tuple(found))
    journal = load_journal(journal_of(case, checking))
    # What a project says of a check stands over what the journal says.
    severities = layered(changeable(journal.manifest.severities), severities)
    files = workspace.names()
    progress(say(N_("Checking the case")))
    found += run_checks(SourceContext(case=case, files=files), overrides=severities)
    assembled = assemble(case, journal, options)
    article = assembled.article
    found += with_severities(assembled.diagnostics, severities)
    context = ArticleContext(case=case, files=files, article=article)
    found += run_checks(context, overrides=severities)
    return Prepared(read, options, severities, journal, article, tuple(found))


def journal_of(case: CaseReport, checking: CheckOptions) -> str:
    """The journal to use; an unknown one in case.yaml is reported (SRC015), the check goes on."""
    named = case.facts.journal if "journal" in case.facts.model_fields_set else None
    wanted = checking.journal or named or checking.default_journal or case.facts.journal
    return wanted if wanted in journal_ids() else _FALLBACK_JOURNAL
