"""One journal's profile through its checks. Nothing is written here."""

from __future__ import annotations

from casereport.checks import ProfileContext, catalogue, run_checks
from casereport.checks.running import told_order
from casereport.checks.severities import has_fixed_severity
from casereport.journals.profile import Beside, read_profile
from casereport.pipeline.case import CheckResult
from casereport.reading.yaml_sentences import yaml_diagnostic
from casereport.workspace import Workspace


def check_profile(folder: Workspace, beside: Beside) -> CheckResult:
    """Read a journal's folder and find what is wrong with it.

    ``beside`` finds the folders of the journals that it extends.
    """
    profile = read_profile(folder, beside)
    codes = {page.code: not has_fixed_severity(page.code) for page in catalogue()}
    found = (
        *profile.undecoded,
        *map(yaml_diagnostic, profile.yaml_faults),
        *run_checks(ProfileContext(profile=profile, codes=codes)),
    )
    return CheckResult(tuple(sorted(found, key=told_order)), profile.texts)
