"""Persian and English orthography by rules and small tables: pure functions on str.

No language model and no outside word list: the tables (verb stems, compounds, medical terms,
misspellings) were compiled for this project from the writing of case reports and the guide of the
Academy of Persian Language and Literature (Dastur-e Khatt-e Farsi). In them ``_`` stands for the
half-space (U+200C), which is not typed raw in source code. A rule suggests; it never edits.
"""
