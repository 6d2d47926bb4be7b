"""The case holds HTML, or a link to a file, which is printed as text.

Markup of the web does not reach print, DOCX or JATS, and can carry scripts. What it is used for has
a form of its own in the text and in captions: ``*emphasis*``, ``H~2~O``, ``10^9^``,
``[text]{lang=en dir=ltr}``, pipe tables. Values of case.yaml such as a unit or a name are plain.
A link may lead to the web, to an e-mail address or to a section, not to a file of one's computer.

Bad::

    en.md:
        The count was 10<sup>9</sup> per litre.

Bad (in a unit)::

    case.yaml:
        labs:
          platelets:
            name: {fa: پلاکت, en: Platelets}
            value: 250
            unit: 10<sup>9</sup>/L

Bad (a link to a file)::

    en.md:
        See [the image](file:///home/author/chest.png).

Good::

    en.md:
        The count was 10^9^ per litre.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC014",
    name="raw-html",
    severity=Severity.ERROR,
    scope="elsewhere",
)
