"""What a reader may mean while typing: names in the data, with their kinds and numbers of reports."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from dashboard.derive import Index, fold
from dashboard.derive.index import unpad
from dashboard.derive.searched import Text, searched
from dashboard.derive.words import Names, Words, lookup, terms

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

    Incidents of which nothing was known by the day are left out; the numbers are those of all reports.
    """
    if len(fold(typed)) < SHORTEST:
        return {}
    held = None if day is None or day >= index.end else set(index.at(day)["incident_id"])
    found = {
        kind: catalogue.matching(typed, held if kind == "incident" else None)
        for kind, catalogue in _catalogues(index).items()
    }
    return {kind: names for kind, names in found.items() if names}


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The names of one kind, each with the number of its reports."""

    kind: str
    called: Mapping[str, Text]
    counted: Mapping[str, int] | None
    names: Names

    @cached_property
    def _keys(self) -> list[str]:
        return [key for key in self.called if self.counted is None or self.counted.get(key)]

    @cached_property
    def _words(self) -> Words:
        return lookup(([self.called[key]] for key in self._keys), self.names)

    @cached_property
    def _counts(self) -> np.ndarray:
        return np.array([self.counted[key] if self.counted else 0 for key in self._keys], int)

    def matching(self, typed: str, among: Collection[str] | None = None) -> list[Suggestion]:
        """The best few names that hold every word typed; ``among`` these, where given."""
        rows = np.flatnonzero(self._words.holding(terms(typed)))
        if among is not None:
            rows = rows[[self._keys[row] in among for row in rows]]
        rows = rows[np.argsort(-self._counts[rows], kind="stable")][:_READ]
        wanted = fold(typed)
        keys = sorted((self._keys[row] for row in rows), key=lambda key: _distance(self.called[key], wanted))
        return [self._suggestion(key) for key in keys[:MOST]]

    def _suggestion(self, key: str) -> Suggestion:
        return Suggestion(self.kind, key, self.called[key][0], self.counted[key] if self.counted else None)


def _distance(called: Text, wanted: str) -> int:
    """0 for a name that is what was typed, 1 for one that begins so, 2 for any other."""
    folded = [fold(name) for name in called]
    return 0 if wanted in folded else 1 if any(name.startswith(wanted) for name in folded) else 2


@lru_cache(maxsize=8)
def _catalogues(index: Index) -> dict[str, Catalogue]:
    looked = searched(index)
    return {kind: Catalogue(kind, called(index), counted(index), looked.names) for kind, called, counted in _KINDS}


def _named(table: str) -> Callable[[Index], Mapping[str, Text]]:
    return lambda index: searched(index).named[table]


def _titles(index: Index) -> Mapping[str, Text]:
    return {key: (row["title"],) for key, row in index.dataset.by_id["incidents"].items()}


def _terms(index: Index) -> Mapping[str, Text]:
    """Each glossary term with its other words; its plain meaning is not searched."""
    rows = index.dataset["glossary"].to_dict("records")
    return {row["term"]: (row["term"], *filter(None, row["also_said_as"].split(";"))) for row in rows}


def _carried(column: str) -> Callable[[Index], Mapping[str, int]]:
    """How many reports carry each value of a padded column."""

    def counted(index: Index) -> Mapping[str, int]:
        total: Counter[str] = Counter()
        numbers = index.reports[column].value_counts()
        for values, number in zip(unpad(numbers.index.to_series()), numbers, strict=True):
            total.update(dict.fromkeys(values, int(number)))
        return total

    return counted


_KINDS = (
    ("place", _named("places"), _carried("places")),
    ("actor", _named("actors"), _carried("actors")),
    ("outlet", _named("outlets"), _carried("outlets")),
    ("incident", _titles, lambda index: index.reports["incident_id"].value_counts().to_dict()),
    ("term", _terms, lambda index: None),
)
"""The kinds of names: how each is called, and how many reports it has."""
