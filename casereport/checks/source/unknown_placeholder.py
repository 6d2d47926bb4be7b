"""What the text calls by name is not there: a fact, a footnote.

``{{ labs.hemoglobin }}`` prints the value that stands under ``labs: hemoglobin:`` in case.yaml. A
path that leads nowhere has no value to print. The nearest path is named.

A footnote is called by ``[^note]`` and stands in a paragraph that begins with ``[^note]:``. A mark
without its note prints nothing; a note without its mark (a warning) prints where nobody looks for
it. A citation whose bracket is not closed, ``[@key``, prints its bracket, and so does one with a
part that has no key, ``[@key; other]`` (a warning, for it may be text).

Bad::

    case.yaml:
        patient:
          age: 44
    en.md:
        The patient was {{ patient.aeg }} years old.

Bad (a mark without its note)::

    en.md:
        The patient was well[^later].

Bad (a note without its mark)::

    en.md:
        The patient was well.

        [^later]: Seen in March.

Bad (a bracket that is not closed)::

    en.md:
        Calcinosis is common [@boulman2005 in systemic sclerosis.

Bad (a part without a key)::

    en.md:
        Calcinosis is common [@boulman2005; reiter2011].

Good::

    case.yaml:
        patient:
          age: 44
    en.md:
        The patient was {{ patient.age }} years old.

Good (a footnote)::

    en.md:
        The patient was well[^later].

        [^later]: Seen in March.
"""

from __future__ import annotations

from casereport.checks.check import Check
from casereport.diagnostics import Severity

check = Check(
    code="SRC007",
    name="unknown-placeholder",
    severity=Severity.ERROR,
    scope="elsewhere",
)
