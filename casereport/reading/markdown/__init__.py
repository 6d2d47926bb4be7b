"""Markdown, as Pandoc and Quarto write it, to the narrative's own nodes."""

from casereport.reading.markdown.footnotes import uncalled_notes
from casereport.reading.markdown.narrative_reading import NarrativeResult, read_narrative

__all__ = ["NarrativeResult", "read_narrative", "uncalled_notes"]
