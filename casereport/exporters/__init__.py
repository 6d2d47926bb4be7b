"""Article → files: one module (or package) a format, found by walking this folder."""

from casereport.exporters.export import Export, Exporter, Loss, find_exporter, formats

__all__ = ["Export", "Exporter", "Loss", "find_exporter", "formats"]
