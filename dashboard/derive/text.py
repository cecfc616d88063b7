"""Text made comparable: no case, no diacritics, no punctuation."""

import re
import unicodedata

_BREAKS = re.compile(r"[^\w]+|_+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʿʾ`´"))


def fold(text: str) -> str:
    """The text as search compares it: "Ain al-Asad" and "AÏN AL‑ASAD" both give "ain al asad"."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_APOSTROPHES)
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_BREAKS.sub(" ", letters).split())
