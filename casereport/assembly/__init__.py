"""CaseReport → Article: numbering, formatting, citations, digits, dates; once, here."""

from casereport.assembly.article import Assembled, assemble

__all__ = ["Assembled", "assemble"]
