"""Numbers in the words of a story: the ones that nothing computes, and numbers written as words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dashboard.dataset import Dataset
from dashboard.derive.number_words import TENS, UNITS

_LARGE = ["hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "dozen", "dozens", "twice"]
_NOT_COUNTED = {"one"}
"""Words that mean more than a number: "one of them", "no one"."""
_PARTS = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_FRACTION = (
    rf"\b(?:half|halves|(?:{'|'.join(UNITS)}|an?)[\s-]+(?:{_PARTS})s|one[\s-]+(?:{_PARTS})|a[\s-]+quarter"
    rf"|an?[\s-]+(?:{_PARTS})(?=\s+(?:of|more|less|fewer|as|are|is|were|was|have|had|has)\b|\s*(?:[.,;:!?)]|$)))\b"
)
"""Parts of a whole. "A third speaker" counts nobody: such a word is a part before "of" or a verb, or at an end."""
_COUNTED = [*(word for word in UNITS if word not in _NOT_COUNTED), *TENS, *_LARGE]
_WORD = rf"\b(?:(?:{'|'.join(TENS)})-(?:{'|'.join(UNITS[1:10])})|{'|'.join(_COUNTED)})\b"
NUMBER = re.compile(rf"\d[\d.,]*|{_FRACTION}|{_WORD}", re.IGNORECASE)

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
DATE = re.compile(
    rf"\b{_DAY}(?:(?:\s?[–-]\s?|\s(?:and|or|to)\s){_DAY})?\s{_MONTH}(?:\s{_YEAR})?\b"
    rf"|\b{_YEAR}-\d\d(?:-\d\d)?\b|\b{_YEAR}\b(?![\d,.]*\d)"
)
"""Days, months and years as people write them; a bare year too."""
ESCAPED = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
PLACEHOLDER = re.compile(r"(?<!\{)\{([^{}]*)\}(?!\})")
_TARGET = re.compile(r"(?<=\])\([^()\s]*\)|<https?://[^>\s]*>|^ {0,3}\d+[.)](?=\s)", re.MULTILINE)
"""Where a link leads, and the numbers of a numbered list: neither states anything."""


@dataclass(frozen=True)
class Found:
    """Something in a text, and where it begins."""

    text: str
    start: int


def loose(text: str, dataset: Dataset) -> Iterator[Found]:
    """Every number of a text that is neither computed, nor part of a date, of a name in the data, or of an escape."""
    kept = text
    for pattern in (_TARGET, ESCAPED, PLACEHOLDER, names(dataset), DATE):
        kept = pattern.sub(_blank, kept)
    for match in NUMBER.finditer(kept):
        yield Found(match[0].rstrip(".,"), match.start())


def bare(text: str) -> Iterator[Found]:
    """Every escape that holds a number and no other word: it would let any number pass."""
    for match in ESCAPED.finditer(text):
        if not re.search(r"[^\W\d_]", NUMBER.sub("", match[1])):
            yield Found(match[0], match.start())


_COMPARED = {
    "or", "and", "to", "than", "more", "fewer", "less", "exactly", "about", "nearly", "almost", "only", "just", "at",
    "least", "most", "between", "from", "up", "over", "under", "one", "none", "no",
}  # fmt: skip


def guess(text: str) -> bool:
    """Whether a text is nothing but a number, with words that compare: "2 or 3", "more than twelve"."""
    return {word.lower() for word in re.findall(r"[^\W\d_]+", NUMBER.sub("", text))} <= _COMPARED


def _blank(match: re.Match) -> str:
    """As many blanks as the match is long, lines kept: places stay what they are."""
    return re.sub(r"[^\n]", " ", match[0])


@lru_cache(maxsize=8)
def names(dataset: Dataset) -> re.Pattern:
    """Matches every name in the data that holds a number: "Tower 22", "Camp 12"."""
    found = {
        name.strip()
        for table, columns in _NAMES.items() if table in dataset.tables
        for column in columns
        for cell in dataset[table][column].unique()
        for name in cell.split(";")
        if NUMBER.search(name) and re.search(r"[^\W\d_]", NUMBER.sub("", name))
    }  # fmt: skip
    longest = sorted(found, key=lambda name: (-len(name), name))
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest) or r"(?!)")


_NAMES = {"places": ("name", "aliases"), "actors": ("name", "aliases"), "outlets": ("name",)}
"""Columns that hold names; a title is a sentence, and may hold a count."""
