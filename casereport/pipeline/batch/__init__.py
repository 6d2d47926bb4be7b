"""Many cases: found, named, rendered in workers, written; what is unchanged is left as it is."""

from casereport.pipeline.batch.jobs import BatchOptions
from casereport.pipeline.batch.outcome import CaseOutcome
from casereport.pipeline.batch.planning import PlannedCase, plan_cases
from casereport.pipeline.batch.running import run_batch

__all__ = ["BatchOptions", "CaseOutcome", "PlannedCase", "plan_cases", "run_batch"]
