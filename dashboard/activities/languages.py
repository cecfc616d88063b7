"""Names of languages by their codes, for people who read that a page was in one of them."""

from collections.abc import Mapping

from dashboard.language import tr

NAMES: Mapping[str, str] = {
    "ar": tr("Arabic"), "ca": tr("Catalan"), "de": tr("German"), "en": tr("English"), "es": tr("Spanish"),
    "fa": tr("Persian"), "fr": tr("French"), "he": tr("Hebrew"), "hi": tr("Hindi"), "id": tr("Indonesian"),
    "it": tr("Italian"), "ja": tr("Japanese"), "ko": tr("Korean"), "ku": tr("Kurdish"), "nl": tr("Dutch"),
    "no": tr("Norwegian"), "pl": tr("Polish"), "pt": tr("Portuguese"), "ru": tr("Russian"), "sv": tr("Swedish"),
    "tr": tr("Turkish"), "uk": tr("Ukrainian"), "ur": tr("Urdu"), "zh": tr("Chinese"),
}  # fmt: skip


def named(code: str) -> str:
    """The name of a language; its code where no name is known here, and "not stated" for none."""
    return NAMES.get(code.split("-")[0], code) or tr("not stated")
