"""Several finished PDFs to one, whole: tags, links, bookmarks, page labels; knows no case reports.

Importing this package is cheap: pikepdf is loaded by the first merge.
"""

from casereport.typesetting.merging.merge import merge
from casereport.typesetting.merging.part import MergeError, Part

__all__ = ["MergeError", "Part", "merge"]
