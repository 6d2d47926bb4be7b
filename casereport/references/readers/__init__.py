"""One module a format of reference files: it says its ``suffixes`` and reads with ``read``.

All are imported to learn the suffixes, so what a format takes more than a page to read stands in a
package of its own, and is imported by the first file of that format.
"""
