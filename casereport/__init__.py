"""Bilingual Persian/English medical case reports: read, check, assemble, export."""

__version__ = "0.1.0"
