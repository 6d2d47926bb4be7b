"""CaseReport → Article: numbering, formatting, citations, digits, dates; once, here."""

from casereport.assembly.article import Assembled, AssemblyOptions, assemble

__all__ = ["Assembled", "AssemblyOptions", "assemble"]
