"""HTML to PDF with the bundled fonts; knows nothing of case reports.

Importing this package is cheap: the engine (WeasyPrint) is loaded by the first page that is set.
"""

from casereport.typesetting.document import bidi_html, typeset, typeset_report
from casereport.typesetting.result import PageLabels, Refusal, TypesetResult

__all__ = ["PageLabels", "Refusal", "TypesetResult", "bidi_html", "typeset", "typeset_report"]
