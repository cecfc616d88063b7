"""The language of the interface: every word that the site itself says goes through ``tr`` or ``trn``.

Words are written in English where they are used. Catalogues in ``locale/LANGUAGE/LC_MESSAGES/as-reported.mo`` translate
them; the data's own words (names, titles, summaries) stay in the language of the data. One process speaks one
language: the one that the environment names in AS_REPORTED_LANGUAGE, English without it.
"""

import gettext
import os
from pathlib import Path

VARIABLE = "AS_REPORTED_LANGUAGE"
DOMAIN = "as-reported"
CATALOGUES = Path(__file__).parent / "locale"
SOURCE = "en"
LANGUAGE = os.environ.get(VARIABLE) or SOURCE
_CATALOGUE = gettext.translation(DOMAIN, CATALOGUES, [LANGUAGE], fallback=True)


def tr(message: str) -> str:
    """Return the message in the language of the interface; parts that vary are ``{named}`` and filled in afterwards."""
    return _CATALOGUE.gettext(message) if message else message


def trn(one: str, several: str, number: int) -> str:
    """Return the form that a number takes: ``trn("{n} report", "{n} reports", 3).format(n=3)``."""
    return _CATALOGUE.ngettext(one, several, number)
