"""Which names are those of groups: an organization has no family name to turn round.

The words stand in the names of the bodies that medical papers cite (WHO, CDC, collaborative trials,
ministries, universities), in English and in Persian.
"""

from __future__ import annotations

import re

_CERTAIN = frozenset(
    str.split("""
    academy administration agency association associations collaboration collaborators college
    commission committee confederation consortium corporation department directorate federation
    foundation government initiative institute institutes institution investigators laboratory
    laboratories ministry observatory organisation organization secretariat societies society
    taskforce trialists university workgroup
    """)
)
_IN_LONG_NAMES = frozenset(
    str.split("""
    alliance authority board bureau center centers centre centres collaborative conference
    cooperative council division force group groups hospital league library network office panel
    party program programme project registry service services study team trial union unit
    """)
)
"""Some people are called so: these count beside two other words only."""

_PERSIAN = frozenset(
    {
        "\u0633\u0627\u0632\u0645\u0627\u0646",  # sazman, organization
        "\u0648\u0632\u0627\u0631\u062a",  # vezarat, ministry
        "\u062f\u0627\u0646\u0634\u06af\u0627\u0647",  # daneshgah, university
        "\u062f\u0627\u0646\u0634\u06a9\u062f\u0647",  # daneshkade, faculty
        "\u0627\u0646\u062c\u0645\u0646",  # anjoman, society
        "\u0645\u0631\u06a9\u0632",  # markaz, centre
        "\u06a9\u0645\u06cc\u062a\u0647",  # komite, committee
        "\u06a9\u0627\u0631\u06af\u0631\u0648\u0647",  # kargoruh, working group
        "\u06af\u0631\u0648\u0647",  # goruh, group
        "\u0645\u0639\u0627\u0648\u0646\u062a",  # moavenat, deputy office
        "\u067e\u0698\u0648\u0647\u0634\u06af\u0627\u0647",  # pazhuheshgah, research institute
        "\u067e\u0698\u0648\u0647\u0634\u06a9\u062f\u0647",  # pazhuheshkade
        "\u0645\u0624\u0633\u0633\u0647",  # moassese, institute
        "\u0645\u0648\u0633\u0633\u0647",
        "\u0641\u0631\u0647\u0646\u06af\u0633\u062a\u0627\u0646",  # farhangestan, academy
        "\u0628\u06cc\u0645\u0627\u0631\u0633\u062a\u0627\u0646",  # bimarestan, hospital
        "\u0628\u0646\u06cc\u0627\u062f",  # bonyad, foundation
        "\u0634\u0648\u0631\u0627\u06cc",  # shora-ye, council
        "\u0627\u062f\u0627\u0631\u0647",  # edare, office
    }
)
"""With these the name of a body begins; inside a name they may be part of a family name."""

_WORD = re.compile(r"[^\W\d_]+(?:'s)?")


def is_group(name: str) -> bool:
    """True when a name without a comma can only be that of a group.

    >>> is_group("World Health Organization"), is_group("Ann Group")
    (True, False)
    """
    typed = _WORD.findall(name[:300])
    words = [word.lower() for word in typed]
    if len(words) < 2 or (len(words) == 2 and len(typed[1]) < 4 and typed[1].isupper()):
        return False  # «College JM» has initials
    if words[0] in _PERSIAN or not _CERTAIN.isdisjoint(words):
        return True
    return len(words) > 2 and not _IN_LONG_NAMES.isdisjoint(words)
