"""What a reader may mean while typing: names in the data, with their kinds and numbers of reports."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.derive import Index, fold
from dashboard.derive.index import unpad
from dashboard.derive.names import Names
from dashboard.derive.searched import Text, searched
from dashboard.derive.words import Words, lookup, terms

MOST, SHORTEST = 6, 2
"""How many names of each kind are offered, and from how many letters on."""
_READ = 200


class Suggestion(NamedTuple):
    """One name: what it is of, its id, its words, and how many reports concern it (None where none can)."""

    kind: str
    key: str
    name: str
    reports: int | None


def suggestions(index: Index, typed: str, day: int | None = None) -> dict[str, list[Suggestion]]:
    """For each kind, the names that hold every word typed: the same name first, then by number of reports.

    Only reports known by the day count, all without one; a name that none of them carries is not offered.
    """
    if len(fold(typed)) < SHORTEST:
        return {}
    counted = _counts(index, index.end if day is None else min(day, index.end))
    found = {kind: catalogue.matching(typed, counted[kind]) for kind, catalogue in _catalogues(index).items()}
    return {kind: names for kind, names in found.items() if names}


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The names of one kind, whatever is known of them."""

    kind: str
    called: Mapping[str, Text]
    names: Names

    @cached_property
    def _keys(self) -> list[str]:
        return list(self.called)

    @cached_property
    def _words(self) -> Words:
        return lookup(([text] for text in self.called.values()), self.names)

    def matching(self, typed: str, counted: Mapping[str, int] | None) -> list[Suggestion]:
        """The best few names that hold every word typed and have reports; any name where none can have one."""
        keys = [self._keys[row] for row in np.flatnonzero(self._words.holding(terms(typed)))]
        if counted is not None:
            keys = sorted((key for key in keys if counted.get(key)), key=lambda key: -counted[key])
        wanted = fold(typed)
        keys = sorted(keys[:_READ], key=lambda key: _distance(self.called[key], wanted))
        return [Suggestion(self.kind, key, self.called[key][0], counted and counted[key]) for key in keys[:MOST]]


def _distance(called: Text, wanted: str) -> int:
    """0 for a name that is what was typed, 1 for one that begins so, 2 for any other."""
    folded = [fold(name) for name in called]
    return 0 if wanted in folded else 1 if any(name.startswith(wanted) for name in folded) else 2


@lru_cache(maxsize=8)
def _catalogues(index: Index) -> dict[str, Catalogue]:
    looked = searched(index)
    return {kind: Catalogue(kind, called(index), looked.names) for kind, called, _ in _KINDS}


@lru_cache(maxsize=32)
def _counts(index: Index, day: int) -> dict[str, Mapping[str, int] | None]:
    """For each kind, how many of the reports that were or may have been known by a day carry each name."""
    known = index.reports[index.reports["possible_day"] <= day]
    return {kind: _carried(known[column]) if column else None for kind, _, column in _KINDS}


def _named(table: str) -> Callable[[Index], Mapping[str, Text]]:
    return lambda index: searched(index).named[table]


def _titles(index: Index) -> Mapping[str, Text]:
    return {key: (row["title"],) for key, row in index.dataset.by_id["incidents"].items()}


def _terms(index: Index) -> Mapping[str, Text]:
    """Each glossary term with its other words; its plain meaning is not searched."""
    rows = index.dataset["glossary"].to_dict("records")
    return {row["term"]: (row["term"], *filter(None, row["also_said_as"].split(";"))) for row in rows}


def _carried(padded: pd.Series) -> Mapping[str, int]:
    """How often each value stands in a column, which may be padded."""
    total: Counter[str] = Counter()
    numbers = padded.value_counts()
    for values, number in zip(unpad(numbers.index.to_series()), numbers, strict=True):
        total.update(dict.fromkeys(values, int(number)))
    return total


_KINDS = (
    ("place", _named("places"), "places"),
    ("actor", _named("actors"), "actors"),
    ("outlet", _named("outlets"), "outlets"),
    ("incident", _titles, "incident_id"),
    ("term", _terms, ""),
)
"""The kinds of names: how each is called, and the column of the reports that carry it; "" where none does."""
