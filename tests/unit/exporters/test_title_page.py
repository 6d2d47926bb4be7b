"""The manuscript's title page says why no authors stand on it, and only what is true."""

from __future__ import annotations

import pytest

from casereport.exporters._document import print_document
from casereport.journals import load_journal
from casereport.locale import load_locale
from tests.unit.assembly.conftest import article

AUTHORS = "contributors: [{name: {en: John Doe, fa: جان دو}}]\n"


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("case", ["", "contributors: []\n", AUTHORS])
def test_authors_are_withheld_only_when_the_article_is_blind(language: str, case: str) -> None:
    withheld = load_locale(language).term("authors-withheld")
    for blind in (False, True):
        made = article(**{language: "Text."}, case=case, journal="manuscript", blind=blind)
        html = print_document(made, load_journal("manuscript"))
        assert (withheld in html) == blind
        assert ("John Doe" in html or "جان دو" in html) == (case == AUTHORS and not blind)
