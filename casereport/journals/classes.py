"""Classes of the journals' templates that tell who reads a PDF back how its text is laid out."""

from __future__ import annotations

OPTIONAL_CLASSES = ("running",)
"""A running head stands where there is a second page."""
BLOCK_CLASSES = ("head-start", "head-end", "note-text")
"""The two ends of a running head are flex items; the paragraphs of a footnote are spans."""
FLOATING_CLASSES = ("footnote",)
"""A note stands in the paragraph that calls it, and prints at the foot of the page."""
