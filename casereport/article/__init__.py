"""The finished article: numbered, formatted, JATS-shaped (front, body, back). Frozen types.

Every text here is ready for display: digits chosen, isolates in place, labels numbered. Exporters
only write it down. Names follow JATS.
"""
