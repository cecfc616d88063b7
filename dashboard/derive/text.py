"""Text made comparable, however it is spelled: no case, no diacritics, no punctuation."""

import re
import unicodedata

_BREAKS = re.compile(r"[^\w]+|_+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʾʿ`´"))


def fold(text: str) -> str:
    """The text as search compares it: "Ain al-Asad" and "AÏN AL‑ASAD" both give "ain al asad"."""
    if text.isascii():
        return " ".join(_BREAKS.sub(" ", text.lower().translate(_APOSTROPHES)).split())
    plain = text
    for _ in range(2):  # taking a character apart may lay bare a capital or an apostrophe
        plain = unicodedata.normalize("NFKD", plain.translate(_APOSTROPHES).casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_BREAKS.sub(" ", letters).split())
