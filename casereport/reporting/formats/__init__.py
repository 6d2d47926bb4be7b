"""One module a format, each with ``report(report) -> str``: what ``--format`` chooses from."""
