"""What casereport costs, beside stock WeasyPrint and other ways to a PDF, measured here and now.

``python -m benchmarks`` prints the tables. It stands outside the package: it starts other programs,
which the package never does.
"""
