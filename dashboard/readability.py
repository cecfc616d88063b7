"""How hard a text is to read: the school year in which it is read with ease.

The formula is that of Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas (1975). It was
made for passages: of one short sentence it says little, of many together more. Syllables are counted as runs of vowels,
as close as spelling alone comes: the libraries that count better fetch a dictionary of sounds over the network.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import quantiles

_MARKS = re.compile(r"\{\{|\}\}|[*_#>`\[\]]|\(/[^)]*\)")
_SENTENCE_END = re.compile(r"[.!?:]+(?:\s|$)")
_WORD = re.compile(r"[^\W\d_][^\W\d_’'-]*(?:[’'-][^\W\d_]+)*|\d[\d,.]*")
_VOWELS = re.compile(r"[aeiouyäöüéèáíóú]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouydt])ed$")
"""Endings that are written and not spoken: stated, but published; table, but drone."""


def grade(text: str) -> int:
    """The school year (US) of a text in English; at least 1. Marks of Markdown do not count."""
    plain = _MARKS.sub(" ", text)
    words = _WORD.findall(plain)
    if not words:
        return 1
    sentences = sum(bool(_WORD.search(one)) for one in _SENTENCE_END.split(plain)) or 1
    syllables = sum(map(_syllables, words))
    return max(1, round(0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59))


def _syllables(word: str) -> int:
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word.lower()))))


@dataclass(frozen=True)
class Levels:
    """The school years of several texts: how many there are, the middle one, the one of nine in ten, the most.

    ``hardest`` says which text is the hardest: its place in the order given.
    """

    texts: int
    middle: int
    nine_in_ten: int
    most: int
    hardest: int


def levels(texts: Iterable[str]) -> Levels | None:
    """The school years of texts; None where there is none."""
    grades = [grade(text) for text in texts]
    if not grades:
        return None
    tenths = quantiles([*grades, grades[-1]] if len(grades) == 1 else grades, n=10, method="inclusive")
    most = max(grades)
    return Levels(len(grades), round(tenths[4]), round(tenths[8]), most, grades.index(most))
