"""One module a format of reference files: it says its ``suffixes`` and reads with ``read``."""
