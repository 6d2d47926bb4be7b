"""One module a format: its ``name``, the ``suffix`` of its files, and ``entry``.

A file is the module's ``head``, the entries (one reference as text each) joined by ``between``, and
its ``tail``. What has no field of its own :mod:`casereport.references.writing` puts in the note.
"""
