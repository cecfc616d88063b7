"""Text made comparable, however it is spelled: no case, no diacritics, no punctuation, one spelling of a name."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

APOSTROPHE = "'’‘ʼʻʾʿ`´"
"""Signs that search leaves out of words."""
_BREAKS = re.compile(r"[^\w]+|_+")
_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHE))
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
_WORD = re.compile(rf"(?:[^\W_]|[{APOSTROPHE}{_MARKS}])+")
_HYPHENS = frozenset("-\u2010\u2011\u2012–−")


def fold(text: str) -> str:
    """The text as search compares it: "Ain al-Asad" and "AÏN AL‑ASAD" both give "ain al asad"."""
    if text.isascii():
        return " ".join(_BREAKS.sub(" ", text.lower().translate(_APOSTROPHES)).split())
    plain = text
    for _ in range(2):  # taking a character apart may lay bare a capital or an apostrophe
        plain = unicodedata.normalize("NFKD", plain.translate(_APOSTROPHES).casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_BREAKS.sub(" ", letters).split())


# --- words of a text -------------------------------------------------------------------------------------


class Word(NamedTuple):
    """One word of a text: folded, where it stands in the text, and which word in order it is.

    An article has the place of the word it belongs to, so that "Ain al-Asad" and "Ain Asad" are one phrase.
    Before the parts of a hyphenated word stands the word they make together, at the place of the first part:
    "MQ-9" is also "mq9", ``joined``. ``otherwise`` is a word that the text spells in another way.
    """

    text: str
    start: int
    end: int
    place: int
    article: bool = False
    joined: bool = False
    otherwise: bool = False


def words(text: str) -> list[Word]:
    """The words of a text in order, with those that hyphens make."""
    found: list[Word] = []
    place, pieces = 0, _pieces(text)
    for number, piece in enumerate(pieces):
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        article = after is not None and is_article(piece.text, after.text, after.glued)
        if after and after.glued and not piece.glued:
            found.append(_together(pieces, number, place))
        found.append(Word(piece.text, piece.start, piece.end, place, article))
        place += not article
    return found


class _Piece(NamedTuple):
    """A folded run of letters and digits; ``glued`` where a hyphen joins it to the one before."""

    text: str
    start: int
    end: int
    glued: bool


_folded = lru_cache(maxsize=100_000)(fold)


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        glued = bool(pieces) and start == pieces[-1].end + 1 and text[start - 1] in _HYPHENS
        pieces += [_Piece(part, start, end, glued) for part in _folded(match[0]).split()]
    return pieces


def _together(pieces: Sequence[_Piece], first: int, place: int) -> Word:
    """The word that hyphens make of the pieces from the first on."""
    end = first + 1
    while end < len(pieces) and pieces[end].glued:
        end += 1
    chain = pieces[first:end]
    return Word("".join(piece.text for piece in chain), chain[0].start, chain[-1].end, place, joined=True)


_ARTICLES = frozenset(("al", "el", "ul"))
_ASSIMILATED = re.compile(r"[ae](sh|th|dh|[tdrzsn])")
_NO_ENGLISH = frozenset(("ash", "ar", "az", "ez", "esh", "er"))


def is_article(word: str, following: str, glued: bool) -> bool:
    """True for an Arabic article before a word, also where it has taken that word's first sound: at-Tanf.

    Without a hyphen ("at Tanf") only where it cannot be a word of English.
    """
    if word in _ARTICLES:
        return True
    sound = _ASSIMILATED.fullmatch(word)
    return bool(sound and following.startswith(sound[1]) and (glued or word in _NO_ENGLISH))


# --- spellings of a name ---------------------------------------------------------------------------------

_SPELLINGS: Sequence[tuple[re.Pattern[str], str]] = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        ("q", "k"),  # one letter of Arabic and Kurdish, written either way: Qasrak, Kasrak
        ("ee|ii", "i"),  # a long i: Tashkeel, Tashkil
        ("oo|ou", "u"),  # a long u: Rasool, Rasoul, Rasul
        ("aa", "a"),  # a long a: Sanaa, Sana
        ("[ae][iy]|ae", "y"),  # one diphthong: Ayn, Ain, Ein; and the vowels around a hamza: Kata'ib, Kataeb
        (r"([b-df-hj-np-tv-z])\1", r"\1"),  # a doubled consonant that Latin script often leaves out: Assad, Asad
        (r"(?<=[aeiouy])h$", ""),  # the ending of feminine names: Hasakah, Hasaka
    )
)
_CONSONANT = re.compile("[b-df-hj-np-tv-xz]")
_VOWELS = str.maketrans("eio", "aau")
_ROOT = 3


@lru_cache(maxsize=100_000)
def spelled(word: str) -> str:
    """The key that the spellings of one transliterated name share; other words are their own key.

    Arabic writes no short vowels and knows three, so that e, i and a stand for one another, and o and u (Tanf,
    Tenf; Hezbollah, Hizbullah). Vowels are told apart where fewer than three consonants, the usual root, would
    carry the name: Ali is not Ala, and Iran has two. ``word`` is folded. Spellings that differ further are
    aliases in the data.
    """
    if not (word.isascii() and word.isalpha()):
        return word
    key = word
    for pattern, put in _SPELLINGS:
        key = pattern.sub(put, key)
    if len(_CONSONANT.findall(key)) >= _ROOT:
        key = key.translate(_VOWELS)
    return key if key == word else spelled(key)


def rules() -> dict[str, object]:
    """The rules of this module as plain values, for a reader that is no Python; JavaScript reads the patterns alike."""
    return {
        "apostrophes": APOSTROPHE,
        "articles": sorted(_ARTICLES),
        "assimilated": _ASSIMILATED.pattern,
        "alone": sorted(_NO_ENGLISH),
        "spellings": [[pattern.pattern, put.replace("\\1", "$1")] for pattern, put in _SPELLINGS],
        "consonant": _CONSONANT.pattern,
        "root": _ROOT,
        "vowels": [[chr(one), chr(other)] for one, other in _VOWELS.items()],
    }
