"""One module a format, each with ``report(report) -> bytes``: what ``--to`` chooses from."""
