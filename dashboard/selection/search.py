"""The search for words: the rule in a sentence, the rows that it keeps, and what to try where it keeps none."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import narwhals as nw
import numpy as np
import pandas as pd

from dashboard.derive import Index
from dashboard.derive.searched import Searched, searched
from dashboard.derive.text import spelled
from dashboard.derive.words import Term, Words, terms
from dashboard.language import tr

if TYPE_CHECKING:
    from dashboard.selection.rows import Selected

RULE = tr(
    "Words that all occur in what one report says, its title, actors or places, in any order and any spelling of "
    'names; a word may be the beginning of a longer one; "words in quotes" follow one another.'
)
"""What ``q`` means, in a sentence."""

Table = Literal["reports", "tallies"]


def mask(index: Index, table: Table, question: str) -> nw.Expr:
    """True for the rows of a table that hold every term of a question; for no row where it has none."""
    return nw.col("row").is_in(_rows(index, table, question))


@lru_cache(maxsize=64)
def _rows(index: Index, table: Table, question: str) -> np.ndarray:
    asked = terms(question)
    return np.flatnonzero(_words(index, table).holding(asked)) if asked else np.zeros(0, np.intp)


def is_wordless(question: str) -> bool:
    """True for a question of signs alone, which no text can hold."""
    return bool(question.strip()) and not terms(question)


def _words(index: Index, table: Table) -> Words:
    return getattr(searched(index), table)


# --- did you mean ----------------------------------------------------------------------------------------


class Near(NamedTuple):
    """A question that would match: with one of its words replaced by one that the data has."""

    word: str
    instead: str
    question: str
    incidents: int


MOST_NEAR = 4
"""How many words are offered for one that nothing matches."""
_ALIKE = 0.75
_SHORTEST = 3


def near(selected: "Selected") -> list[Near]:
    """For each term that stands nowhere in the data: the nearest words that would leave something, best first."""
    looked, question = searched(selected.index), selected.selection.q
    asked = terms(question)
    if not asked:
        return []
    told = selected.told.loc[selected.keeping("q"), ["incident_id", "row"]]
    found: list[Near] = []
    for term in asked:
        if not looked.reports.knows(term):
            offers = [_near(selected, told, term, words) for words in _others(looked, term)]
            found += [one for one in offers if one.incidents][:MOST_NEAR]
    return found


def _near(selected: "Selected", told: pd.DataFrame, term: Term, instead: str) -> Near:
    question = selected.selection.q
    start, end = term.start, term.end
    asked = f"{question[:start]}{instead}{question[end:]}"
    rows = _rows(selected.index, "reports", asked)
    left = told.loc[told["row"].isin(rows), "incident_id"].nunique()
    return Near(question[start:end], instead, asked, left)


def _others(looked: Searched, term: Term) -> Iterable[str]:
    """What could be asked for instead of a term: its words with one that the data does not have replaced."""
    for number, word in enumerate(term.words):
        if not looked.reports.knows(Term((word,), "", False, 0, 0)):
            for other in nearest(looked, word):
                yield " ".join([*term.words[:number], other, *term.words[number + 1 :]])


@lru_cache(maxsize=256)
def nearest(looked: Searched, word: str) -> tuple[str, ...]:
    """The words of the data most like one, as its names write them, the most alike first.

    Compared by Python's difflib: one question compares a few hundred words, for which no library is needed.
    """
    if len(word) < _SHORTEST:
        return ()
    key = spelled(word)
    alike = []
    for other in looked.spoken:
        if abs(len(other) - len(word)) <= 2 and (other[0] == word[0] or _pairs(other) & _pairs(word)):
            ratio = max(_ratio(word, other), _ratio(key, spelled(other)))
            alike.append((-ratio, other not in looked.written, other))
    close = [other for ratio, _, other in sorted(alike) if -ratio >= _ALIKE]
    offers: dict[str, str] = {}  # by name, the spelling that the data have first, or else the nearest
    for other in close:
        if other.endswith("s") and other[:-1] in close:
            continue  # Baghdad finds Baghdad's
        name = looked.names.stands(other) or spelled(other)
        offers[name] = other if looked.names.said.get(name) == other else offers.get(name, other)
    return tuple(looked.written.get(other, other) for other in offers.values())[: 2 * MOST_NEAR]


def _pairs(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(len(word) - 1)}


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other)
    quick = matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE
    return matcher.ratio() if quick else 0.0
