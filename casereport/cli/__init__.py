"""Arguments in, nothing else: the command line ``casereport``."""

from casereport.cli.entry import main

__all__ = ["main"]
