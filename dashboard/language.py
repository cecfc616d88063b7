"""The language of the interface: every word that the site itself says goes through ``tr`` or ``trn``.

Words are written in English where they are used. Catalogues in ``locale/LANGUAGE/LC_MESSAGES/as-reported.mo`` translate
them; the data's own words (names, titles, summaries) stay in the language of the data. One process speaks one
language: the one that the environment names in AS_REPORTED_LANGUAGE, English without it. AS_REPORTED_CATALOGUES names
another folder of catalogues than the one that comes with the code.
"""

import gettext
import os
from pathlib import Path

VARIABLE, FOLDER = "AS_REPORTED_LANGUAGE", "AS_REPORTED_CATALOGUES"
DOMAIN = "as-reported"
CATALOGUES = Path(os.environ.get(FOLDER) or Path(__file__).parent / "locale")
SOURCE = "en"
LANGUAGE = os.environ.get(VARIABLE) or SOURCE
TAG = LANGUAGE.replace("_", "-")
"""The language as HTML names it: "pt-BR" for the folder "pt_BR"."""
_FROM_RIGHT = {"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
DIRECTION = "rtl" if TAG.partition("-")[0] in _FROM_RIGHT else "ltr"
"""The direction of the interface, as HTML names it."""


class UnknownLanguage(ValueError):
    """A language without a catalogue; its text says which ones there are."""


def languages() -> tuple[str, ...]:
    """The languages that can be asked for: English, and every folder that holds a catalogue."""
    found = CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (SOURCE, *sorted({path.parent.parent.name for path in found} - {SOURCE}))


def checked() -> str:
    """Return the language of this process. Raises UnknownLanguage when nobody has translated the interface into it."""
    if LANGUAGE not in languages():
        known = ", ".join(languages())
        raise UnknownLanguage(
            f"{VARIABLE}={LANGUAGE} names a language that the interface does not have. Languages: {known}. "
            f"Set {VARIABLE} to one of them, or leave it out for English."
        )
    return LANGUAGE


def _catalogue() -> gettext.NullTranslations:
    """The catalogue of the language; English where there is none, which ``checked`` then says."""
    if LANGUAGE not in languages():
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, CATALOGUES, [LANGUAGE], fallback=LANGUAGE == SOURCE)


_CATALOGUE = _catalogue()


def tr(message: str) -> str:
    """Return the message in the language of the interface; parts that vary are ``{named}`` and filled in afterwards."""
    return _CATALOGUE.gettext(message) if message else message


def trn(one: str, several: str, number: int) -> str:
    """Return the form that a number takes: ``trn("{n} report", "{n} reports", 3).format(n=3)``."""
    return _CATALOGUE.ngettext(one, several, number)


def forms(one: str, several: str) -> tuple[str, str]:
    """Return both forms as they are, for ``trn`` later on: what to call things that are counted elsewhere."""
    return one, several
